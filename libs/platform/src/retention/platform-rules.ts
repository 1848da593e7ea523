import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { raw, sql, type Sql } from '../db/sql.js';
import { Served } from '../served.js';
import { BATCH, RETENTION, type Retains, type RetentionRule } from './rules.js';

/** What every domain keeps of its commands and deliveries, and the runs of imports. */
@Injectable()
export class PlatformRetains implements Retains {
  constructor(
    private readonly db: Db,
    private readonly served: Served,
  ) {}

  readonly rules: readonly RetentionRule[] = [
    {
      name: 'platform.answers',
      title: '操作的应答',
      parameter: RETENTION.ANSWERS,
      remove: (before) => this.ofEachDomain('answer', before),
    },
    {
      name: 'platform.marks',
      title: '后台任务的完成标记',
      parameter: RETENTION.MARKS,
      remove: (before) => this.ofEachDomain('handled', before),
    },
    {
      name: 'platform.imports',
      title: '导入记录与错误行',
      parameter: RETENTION.IMPORTS,
      remove: (before) => this.imports(before),
    },
  ];

  /** Domain by domain, until a batch is full. */
  private async ofEachDomain(table: 'answer' | 'handled', before: Date): Promise<number> {
    let removed = 0;
    for (const { name } of this.served.domains) {
      const rows = raw(`${name}.${table}`);
      removed += await this.count(sql`
        delete from ${rows} where ctid = any(array(
          select ctid from ${rows} where at < ${before} limit ${BATCH - removed}))`);
      if (removed >= BATCH) break;
    }
    return removed;
  }

  private async imports(before: Date): Promise<number> {
    const old = sql`select id from platform.import_run where finished_at < ${before} order by id limit ${BATCH}`;
    await this.db.query(sql`delete from platform.import_problem where run_id in (${old})`);
    return this.count(sql`delete from platform.import_run where id in (${old})`);
  }

  private async count(statement: Sql): Promise<number> {
    const row = await this.db.one<{ n: number }>(sql`
      with gone as (${statement} returning 1) select count(*)::int as n from gone`);
    return row?.n ?? 0;
  }
}
