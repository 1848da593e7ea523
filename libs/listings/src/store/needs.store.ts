import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, sql, uuidv7, type Sql } from '@jihui/platform';
import { ONLINE_NEED_STATES, type Need } from '../core/need.js';
import { NeedRow, toDomain, toRow } from './need.row.js';
import { BODY, NEED_ROW } from './columns.js';
import { visibleNeeds } from './visibility.js';

/** Needs as the service changes them. */
@Injectable()
export class NeedsStore {
  constructor(private readonly db: Db) {}

  /** The next codes of the year, e.g. XQ2026000045. */
  async nextCodes(today: LegalDay, count: number): Promise<string[]> {
    const rows = await this.db.query<{ number: string }>(
      sql`select nextval('listings.need_code') as number from generate_series(1, ${count})`,
    );
    return rows.map(({ number }) => `XQ${today.slice(0, 4)}${number.padStart(6, '0')}`);
  }

  newId(): string {
    return uuidv7();
  }

  async insert(need: Need): Promise<void> {
    await this.db.insert(NeedRow, toRow(need));
  }

  /** The need, locked, if the actor may know of it. */
  async lockVisible(actor: Actor, id: string): Promise<Need | undefined> {
    const seen = await this.db.query(sql`
      select 1 from listings.need l join listings.organisation o on o.id = l.owner_id
      where l.id = ${id} and ${visibleNeeds(actor)}`);
    return seen.length === 0 ? undefined : this.lock(id);
  }

  async lock(id: string): Promise<Need | undefined> {
    const row = await this.db.lock(NeedRow, id);
    return row && toDomain(row);
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save(need: Need): Promise<void> {
    const { id, version, ...patch } = toRow(need);
    await this.db.update(NeedRow, { id, version }, patch);
  }

  /** Ids of online needs whose term ended before the day, oldest first. */
  async expiredBy(day: LegalDay, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from listings.need where state = 'ONLINE' and expires_on < ${day}::date
      order by expires_on, id limit ${limit}`);
  }

  /** Online needs that end by the day and whose owners were not yet told so for that many days. */
  async toRemind(by: LegalDay, days: number, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from listings.need where state = 'ONLINE' and expires_on <= ${by}::date
        and (reminded_days is null or reminded_days > ${days})
      order by expires_on, id limit ${limit}`);
  }

  async markReminded(id: string, days: number | null): Promise<void> {
    await this.db.query(sql`update listings.need set reminded_days = ${days} where id = ${id}`);
  }

  /** Needs changed since then, by id, after that one. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<Need[]> {
    const rows = await this.db.query<NeedRow>(sql`
      select ${NEED_ROW}, ${BODY} from listings.need l
      where l.updated_at >= ${since} and (${after}::uuid is null or l.id > ${after}::uuid)
      order by l.id limit ${limit}`);
    return rows.map(toDomain);
  }

  /** Ids of what is online, after one of them. */
  onlineAfter(after: string | null, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from listings.need where ${sql.any(sql`state`, ONLINE_NEED_STATES)}
        and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`);
  }

  /** Those of them that are online. */
  async onlineByIds(ids: readonly string[]): Promise<Need[]> {
    const rows = await this.db.query<NeedRow>(sql`
      select ${NEED_ROW}, ${BODY} from listings.need l
      where ${sql.any(sql`l.id`, ids)} and ${sql.any(sql`l.state`, ONLINE_NEED_STATES)}`);
    return rows.map(toDomain);
  }

  private async ids(statement: Sql): Promise<string[]> {
    return (await this.db.query<{ id: string }>(statement)).map(({ id }) => id);
  }
}
