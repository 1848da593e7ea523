import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import type { Listing } from '../core/listing.js';
import { nextCodes, type ListingTable } from './codes.js';
import { BODY } from './columns.js';
import type { ListingRow } from './listing.row.js';

/** Results or needs as the service changes them. Injectable, so that its heirs inherit the constructor. */
@Injectable()
export abstract class ListingStore<L extends Listing, R extends ListingRow> {
  protected abstract readonly table: ListingTable;
  protected abstract readonly Row: new () => R;
  /** The columns without the form. */
  protected abstract readonly card: Sql;
  protected abstract readonly onlineStates: readonly string[];
  protected abstract visibleTo(actor: Actor): Sql;
  protected abstract toRow(listing: L): R;
  protected abstract toDomain(row: R): L;

  constructor(protected readonly db: Db) {}

  /** The next code of the year. */
  async nextCode(today: LegalDay): Promise<string> {
    const [code = ''] = await nextCodes(this.db, this.table, today, 1);
    return code;
  }

  async insert(listing: L): Promise<void> {
    await this.db.insert(this.Row, this.toRow(listing));
  }

  /** The listing, locked, if the actor may know of it. */
  async lockVisible(actor: Actor, id: string): Promise<L | undefined> {
    const seen = await this.db.query(sql`
      select 1 from ${raw(this.table)} l join listings.organisation o on o.id = l.owner_id
      where l.id = ${id} and ${this.visibleTo(actor)}`);
    return seen.length === 0 ? undefined : this.lock(id);
  }

  async lock(id: string): Promise<L | undefined> {
    const row = await this.db.lock(this.Row, id);
    return row && this.toDomain(row);
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save(listing: L): Promise<void> {
    const { id, version, ...patch } = this.toRow(listing);
    await this.db.update<ListingRow>(this.Row, { id, version }, patch);
  }

  /** Ids of those online whose term ended before the day, oldest first. */
  expiredBy(day: LegalDay, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from ${raw(this.table)} where state = 'ONLINE' and expires_on < ${day}::date
      order by expires_on, id limit ${limit}`);
  }

  /** Those online that end by the day and whose owners were not yet told so for that many days. */
  toRemind(by: LegalDay, days: number, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from ${raw(this.table)} where state = 'ONLINE' and expires_on <= ${by}::date
        and (reminded_days is null or reminded_days > ${days})
      order by expires_on, id limit ${limit}`);
  }

  async markReminded(id: string, days: number | null): Promise<void> {
    await this.db.query(sql`update ${raw(this.table)} set reminded_days = ${days} where id = ${id}`);
  }

  /** Those changed since then, by id, after that one. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<L[]> {
    const rows = await this.db.query<R>(sql`
      select ${this.card}, ${BODY} from ${raw(this.table)} l
      where l.updated_at >= ${since} and (${after}::uuid is null or l.id > ${after}::uuid)
      order by l.id limit ${limit}`);
    return rows.map((row) => this.toDomain(row));
  }

  /** Ids of what is online, after one of them. */
  onlineAfter(after: string | null, limit: number): Promise<string[]> {
    return this.ids(sql`
      select id from ${raw(this.table)} where ${sql.any(sql`state`, this.onlineStates)}
        and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`);
  }

  /** Those of them that are online. */
  async onlineByIds(ids: readonly string[]): Promise<L[]> {
    const rows = await this.db.query<R>(sql`
      select ${this.card}, ${BODY} from ${raw(this.table)} l
      where ${sql.any(sql`l.id`, ids)} and ${sql.any(sql`l.state`, this.onlineStates)}`);
    return rows.map((row) => this.toDomain(row));
  }

  protected async ids(statement: Sql): Promise<string[]> {
    return (await this.db.query<{ id: string }>(statement)).map(({ id }) => id);
  }
}
