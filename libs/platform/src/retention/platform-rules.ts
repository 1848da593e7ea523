import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { raw, sql, type Sql } from '../db/sql.js';
import { Served } from '../served.js';
import { BATCH, byOwnClock, removedBy, RETENTION, type Retains, type RetentionRule } from './rules.js';

/**
 * Not of a seed (`seedRequestId`, of version 8): it runs at every start of a demo city, and knows by its answers what was done.
 * Clients make ids of versions 4 and 7.
 */
const NOT_A_SEEDS = sql`substring(client_mutation_id::text, 15, 1) <> '8'`;

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
      remove: (before) => this.ofEachDomain('answer', before, NOT_A_SEEDS),
    },
    {
      name: 'platform.marks',
      title: '后台任务的完成标记',
      parameter: RETENTION.MARKS,
      remove: (before) => this.ofEachDomain('handled', before, sql`true`),
    },
    {
      name: 'platform.imports',
      title: '导入记录与错误行',
      parameter: RETENTION.IMPORTS,
      remove: (before) => this.imports(before),
    },
  ];

  /** Domain by domain, until a batch is full. */
  private async ofEachDomain(table: 'answer' | 'handled', before: Date, which: Sql): Promise<number> {
    let removed = 0;
    for (const { name } of this.served.domains) {
      const rows = raw(`${name}.${table}`);
      removed += await removedBy(
        this.db,
        sql`delete from ${rows} where ctid = any(array(
          select ctid from ${rows} where at < ${byOwnClock(before)} and ${which} limit ${BATCH - removed}))`,
      );
      if (removed >= BATCH) break;
    }
    return removed;
  }

  private async imports(before: Date): Promise<number> {
    const old = sql`select id from platform.import_run where finished_at < ${before} order by id limit ${BATCH}`;
    await this.db.query(sql`delete from platform.import_problem where run_id in (${old})`);
    return removedBy(this.db, sql`delete from platform.import_run where id in (${old})`);
  }
}
