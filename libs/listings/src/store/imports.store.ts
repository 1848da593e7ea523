import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db, putRows, raw, sql, type Sql } from '@jihui/platform';
import type { Need } from '../core/need.js';
import type { Result } from '../core/result.js';
import { nextCodes, type ListingTable } from './codes.js';
import { BODY, NEED_ROW, RESULT_ROW } from './columns.js';
import { toDomain as toNeed, type NeedRow } from './need.row.js';
import { toDomain as toResult, type ResultRow } from './result.row.js';

/** What names a row of a file: its owner and its id there. */
export interface ExternalKey {
  readonly ownerId: string;
  readonly externalId: string;
}
/** A listing that an earlier import made, or one made by hand that a file names by its code, as an export does. */
export interface Imported<E> {
  readonly entity: E;
  readonly importHash: string | null;
}
/** A listing that the demo's seed made, as far as it has come. */
export interface Seeded {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
export interface ImportedRow {
  readonly row: object;
  readonly externalId: string;
  readonly importHash: string;
}

export const keyOf = ({ ownerId, externalId }: ExternalKey): string => `${ownerId}/${externalId}`;

/** Listings by the batch: for imports alone. */
@Injectable()
export class ImportsStore {
  constructor(private readonly db: Db) {}

  results(keys: readonly ExternalKey[]): Promise<Map<string, Imported<Result>>> {
    return this.existing<ResultRow, Result>('listings.result', RESULT_ROW, keys, toResult);
  }

  needs(keys: readonly ExternalKey[]): Promise<Map<string, Imported<Need>>> {
    return this.existing<NeedRow, Need>('listings.need', NEED_ROW, keys, toNeed);
  }

  codes(table: ListingTable, today: LegalDay, count: number): Promise<string[]> {
    return nextCodes(this.db, table, today, count);
  }

  /** Writes new rows and changed ones; the changed ones are locked by then. */
  async write(table: ListingTable, rows: readonly ImportedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const stored = rows.map(({ row, externalId, importHash }) => ({ ...row, externalId, importHash }));
    await this.db.query(putRows(table, stored));
  }

  seeded(table: ListingTable, ownerId: string, externalId: string): Promise<Seeded | undefined> {
    return this.db.one<Seeded>(sql`
      select id, version, state from ${raw(table)} where owner_id = ${ownerId} and external_id = ${externalId}`);
  }

  /** Gives a seeded listing the external id by which the next run, or an import, knows it. */
  async nameSeed(table: ListingTable, id: string, externalId: string): Promise<void> {
    await this.db.query(sql`update ${raw(table)} set external_id = ${externalId} where id = ${id}`);
  }

  private async existing<R, E>(
    table: ListingTable,
    card: Sql,
    keys: readonly ExternalKey[],
    toDomain: (row: R) => E,
  ): Promise<Map<string, Imported<E>>> {
    const rows = await this.db.query<R & ExternalKey & { importHash: string | null }>(sql`
      select ${card}, ${BODY}, k.external_id as "externalId", l.import_hash as "importHash"
      from unnest(${keys.map((key) => key.ownerId)}::uuid[], ${keys.map((key) => key.externalId)}::text[]) as k (owner_id, external_id)
      join lateral (
        select id from ${raw(table)} where owner_id = k.owner_id and external_id = k.external_id
        union all
        select id from ${raw(table)} where owner_id = k.owner_id and code = k.external_id and external_id is null
      ) as m on true
      join ${raw(table)} l on l.id = m.id
      order by l.id for update of l`);
    return new Map(
      rows.map(({ externalId, importHash, ...row }) => [
        keyOf({ ownerId: row.ownerId, externalId }),
        { entity: toDomain(row as unknown as R), importHash },
      ]),
    );
  }
}
