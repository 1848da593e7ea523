import { Injectable } from '@nestjs/common';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import { ONLINE_NEED_STATES, type Need } from '../core/need.js';
import { ONLINE_RESULT_STATES, type Result } from '../core/result.js';
import { BODY, NEED_ROW, RESULT_ROW } from './columns.js';
import { toDomain as toNeed, type NeedRow } from './need.row.js';
import { toDomain as toResult, type ResultRow } from './result.row.js';

/** A listing with the names by which an import knows it. */
export interface Exported<E> {
  readonly entity: E;
  readonly externalId: string | null;
  readonly ownerName: string;
}

/** Listings that are online, page by page in the order of their ids: for exports alone. */
@Injectable()
export class ExportsStore {
  constructor(private readonly db: Db) {}

  results(after: string | null, limit: number): Promise<Exported<Result>[]> {
    return this.page<ResultRow, Result>(
      'result',
      { card: RESULT_ROW, states: ONLINE_RESULT_STATES, after, limit },
      toResult,
    );
  }

  needs(after: string | null, limit: number): Promise<Exported<Need>[]> {
    return this.page<NeedRow, Need>(
      'need',
      { card: NEED_ROW, states: ONLINE_NEED_STATES, after, limit },
      toNeed,
    );
  }

  private async page<R, E>(
    table: 'result' | 'need',
    {
      card,
      states,
      after,
      limit,
    }: { card: Sql; states: readonly string[]; after: string | null; limit: number },
    toDomain: (row: R) => E,
  ): Promise<Exported<E>[]> {
    const rows = await this.db.query<R & { externalId: string | null; exportedOwner: string }>(sql`
      select ${card}, ${BODY}, l.external_id as "externalId", o.name as "exportedOwner"
      from listings.${raw(table)} l join listings.organisation o on o.id = l.owner_id
      where ${sql.any(sql`l.state`, states)} and (${after}::uuid is null or l.id > ${after}::uuid)
      order by l.id limit ${limit}`);
    return rows.map(({ externalId, exportedOwner, ...row }) => ({
      entity: toDomain(row as unknown as R),
      externalId,
      ownerName: exportedOwner,
    }));
  }
}
