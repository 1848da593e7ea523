import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { StartError } from '../config/reasons.js';
import { Db } from './db.js';
import { sql } from './sql.js';

/** All business time: the database's clock, plus an offset that only a demo or test may hold. */
@Injectable()
export class BusinessClock {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {}

  async now(): Promise<Date> {
    const row = await this.db.one<{ now: Date }>(sql`select platform.business_now() as now`);
    if (row === undefined) throw new Error('business_now() answered nothing');
    return row.now;
  }

  /** Seconds by which business time runs ahead. */
  async offsetSeconds(): Promise<number> {
    const row = await this.db.one<{ seconds: string }>(
      sql`select extract(epoch from "offset") as seconds from platform.clock_offset`,
    );
    return Number(row?.seconds ?? 0);
  }

  /** Moves business time forward, in a demo or test database only. */
  async advance(days: number): Promise<void> {
    if (this.config.mode === 'production') throw new Error('the business clock is never moved in production');
    await this.db.query(sql`
      insert into platform.clock_offset ("offset") values (make_interval(days => ${days}))
      on conflict (single) do update set "offset" = platform.clock_offset."offset" + excluded."offset"`);
  }

  /**
   * Carries out the work as if it were that instant, for the transaction that is open and nobody else: a demo city has a
   * past that its real commands wrote. Does not nest.
   */
  async at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    if (this.config.mode === 'production') throw new Error('the business clock is never moved in production');
    if (!this.db.inTransaction) throw new Error('another time outside a unit of work');
    await this.db.query(sql`
      select set_config('jihui.shift', (${instant}::timestamptz - platform.business_now())::text, true)`);
    const back = (): Promise<unknown> => this.db.query(sql`select set_config('jihui.shift', '', true)`);
    try {
      return await work();
    } finally {
      // A transaction that failed takes no more statements, and ends with its shift.
      await back().catch(() => undefined);
    }
  }

  /** @throws StartError in production when the database holds a moved clock. */
  async refuseMovedClock(): Promise<void> {
    if (this.config.mode !== 'production') return;
    if ((await this.offsetSeconds()) !== 0)
      throw new StartError(
        '数据库的业务时钟被调整过（platform.clock_offset），生产环境拒绝启动；请先删除该行',
      );
    const row = await this.db.one<{ shift: string | null }>(
      sql`select current_setting('jihui.shift', true) as shift`,
    );
    if (row?.shift)
      throw new StartError(
        '连接设置移动了业务时钟（jihui.shift），生产环境拒绝启动；请从数据库或 DATABASE_URL 中去掉它',
      );
  }
}
