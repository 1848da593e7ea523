import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, sql, uuidv7, type Sql } from '@jihui/platform';
import { ONLINE_RESULT_STATES, type Result } from '../core/result.js';
import { ResultRow, toDomain, toRow } from './result.row.js';
import { BODY, RESULT_ROW } from './columns.js';
import { visibleResults } from './visibility.js';

/** Results as the service changes them. */
@Injectable()
export class ResultsStore {
  constructor(private readonly db: Db) {}

  /** The next codes of the year, e.g. CG2026000123. Gaps are no fault: a code is a name. */
  async nextCodes(today: LegalDay, count: number): Promise<string[]> {
    const rows = await this.db.query<{ number: string }>(
      sql`select nextval('listings.result_code') as number from generate_series(1, ${count})`,
    );
    return rows.map(({ number }) => `CG${today.slice(0, 4)}${number.padStart(6, '0')}`);
  }

  newId(): string {
    return uuidv7();
  }

  async insert(result: Result): Promise<void> {
    await this.db.insert(ResultRow, toRow(result));
  }

  /** The result, locked, if the actor may know of it. */
  async lockVisible(actor: Actor, id: string): Promise<Result | undefined> {
    const seen = await this.db.query(sql`
      select 1 from listings.result l join listings.organisation o on o.id = l.owner_id
      where l.id = ${id} and ${visibleResults(actor)}`);
    return seen.length === 0 ? undefined : this.lock(id);
  }

  async lock(id: string): Promise<Result | undefined> {
    const row = await this.db.lock(ResultRow, id);
    return row && toDomain(row);
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save(result: Result): Promise<void> {
    const { id, version, ...patch } = toRow(result);
    await this.db.update(ResultRow, { id, version }, patch);
  }

  /** Ids of online results whose term ends on or before the day, oldest first. */
  async expiredBy(day: LegalDay, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from listings.result where state = 'ONLINE' and expires_on < ${day}::date
      order by expires_on, id limit ${limit}`);
  }

  /** Online results that end by the day and whose owners were not yet told so for that many days. */
  async toRemind(by: LegalDay, days: number, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from listings.result where state = 'ONLINE' and expires_on <= ${by}::date
        and (reminded_days is null or reminded_days > ${days})
      order by expires_on, id limit ${limit}`);
  }

  async markReminded(id: string, days: number | null): Promise<void> {
    await this.db.query(sql`update listings.result set reminded_days = ${days} where id = ${id}`);
  }

  /** Findable results with a patent that was lost or whose term ended before the day. */
  async lapsedBy(day: LegalDay, limit: number): Promise<string[]> {
    return this.ids(sql`
      select l.id from listings.result l
      where l.state in ('ONLINE', 'IN_NEGOTIATION', 'UNDER_DISCLOSURE')
        and exists (select from jsonb_array_elements(l.body -> 'ipRights') as r (ip)
          where r.ip ->> 'kind' in ('INVENTION_PATENT', 'UTILITY_MODEL', 'DESIGN_PATENT')
            and (r.ip ->> 'status' in ('EXPIRED', 'ABANDONED', 'INVALIDATED') or (r.ip ->> 'expiresOn')::date < ${day}::date))
      order by l.id limit ${limit}`);
  }

  /** Results changed since then, by id, after that one. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<Result[]> {
    const rows = await this.db.query<ResultRow>(sql`
      select ${RESULT_ROW}, ${BODY} from listings.result l
      where l.updated_at >= ${since} and (${after}::uuid is null or l.id > ${after}::uuid)
      order by l.id limit ${limit}`);
    return rows.map(toDomain);
  }

  /** Ids of what is online, after one of them. */
  onlineAfter(after: string | null, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from listings.result where ${sql.any(sql`state`, ONLINE_RESULT_STATES)}
        and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`);
  }

  /** Those of them that are online. */
  async onlineByIds(ids: readonly string[]): Promise<Result[]> {
    const rows = await this.db.query<ResultRow>(sql`
      select ${RESULT_ROW}, ${BODY} from listings.result l
      where ${sql.any(sql`l.id`, ids)} and ${sql.any(sql`l.state`, ONLINE_RESULT_STATES)}`);
    return rows.map(toDomain);
  }

  private async ids(statement: Sql): Promise<string[]> {
    return (await this.db.query<{ id: string }>(statement)).map(({ id }) => id);
  }
}
