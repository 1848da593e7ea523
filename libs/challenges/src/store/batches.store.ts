import { Injectable } from '@nestjs/common';
import { Db, raw, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { LegalDay } from '@jihui/kernel';
import type { Batch } from '../core/calls/batch.js';
import { BatchRow } from './batch.row.js';

const COLUMNS =
  raw(`b.id, b.version, b.code, b.title, b.opens_on::text as "opensOn", b.closes_on::text as "closesOn",
  b.guide, b.division_code as "divisionCode", b.created_by as "createdBy", b.created_at as "createdAt",
  b.updated_at as "updatedAt"`);

/** 征集批次: the only SQL on them. Everybody reads them. */
@Injectable()
export class BatchesStore {
  constructor(private readonly db: Db) {}

  insert(batch: Batch): Promise<void> {
    return this.db.insert(BatchRow, { ...batch });
  }

  save(before: Pick<Batch, 'id' | 'version'>, change: Partial<Batch>): Promise<void> {
    return this.db.update(BatchRow, { id: before.id, version: before.version }, change);
  }

  lock(id: string): Promise<Batch | undefined> {
    return this.db.lock(BatchRow, id);
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Batch>> {
    const rows = await this.db.query<Batch>(
      sql`select ${COLUMNS} from challenges.batch b where ${sql.any(sql`b.id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Of a city, those that are not over, locked against another one at the same time. */
  async standing(divisionCode: string, today: LegalDay): Promise<readonly Batch[]> {
    const city = divisionCode.slice(0, 4);
    await this.db.query(
      sql`select pg_advisory_xact_lock(hashtextextended(${`challenges/batch/${city}`}, 0))`,
    );
    return this.db.query<Batch>(sql`
      select ${COLUMNS} from challenges.batch b
      where left(b.division_code, 4) = ${city} and b.closes_on >= ${today}::date order by b.opens_on`);
  }

  /** The one in which a demand of that division comes on that day. */
  collecting(divisionCode: string, day: LegalDay): Promise<Batch | undefined> {
    return this.db.one<Batch>(sql`
      select ${COLUMNS} from challenges.batch b
      where left(b.division_code, 4) = ${divisionCode.slice(0, 4)}
        and b.opens_on <= ${day}::date and b.closes_on >= ${day}::date`);
  }

  async countOf(year: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      sql`select count(*)::int as count from challenges.batch b where b.code like ${`ZJ${year}-%`}`,
    );
    return row?.count ?? 0;
  }

  /** Newest first. */
  list(args: PageArgs): Promise<Connection<Batch>> {
    return this.db.page<Batch, Batch>(
      {
        select: COLUMNS,
        from: raw('challenges.batch b'),
        where: [],
        order: [
          { expression: sql`b.opens_on`, type: 'date', direction: 'desc' },
          { expression: sql`b.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }
}
