import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import { Db, sql, staleVersion, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { SavedSearch, SavedSearchKind } from '../core/saved-search.js';

const COLUMNS: Sql = sql`v.id, v.version, v.person_id as "personId", v.kind, v.name, v.text, v.filters, v.alerts,
  v.created_at as "createdAt"`;

/** What came online, or into the open, lately. */
export interface Newcomer {
  readonly id: string;
  readonly kind: SavedSearchKind;
  readonly publishedAt: Date;
  readonly createdBy: string;
}

/** Saved searches, each its person's own, and what was told of them. */
@Injectable()
export class SavedSearchesStore {
  constructor(private readonly db: Db) {}

  mine<N>(actor: Actor, toNode: (search: SavedSearch) => N, page: PageArgs): Promise<Connection<N>> {
    return this.db.page<SavedSearch, N>(
      {
        select: COLUMNS,
        from: sql`listings.saved_search v`,
        where: [sql`v.person_id = ${actorId(actor)}`],
        order: [
          { expression: sql`v.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`v.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode,
      },
      page,
    );
  }

  /** The actor's own. */
  get(actor: Actor, id: string): Promise<SavedSearch | undefined> {
    return this.db.one<SavedSearch>(sql`
      select ${COLUMNS} from listings.saved_search v where v.id = ${id} and v.person_id = ${actorId(actor)}`);
  }

  /** The actor's own, locked. */
  async lock(actor: Actor, id: string): Promise<SavedSearch | undefined> {
    return this.db.one<SavedSearch>(sql`
      select ${COLUMNS} from listings.saved_search v
      where v.id = ${id} and v.person_id = ${actorId(actor)} for update`);
  }

  /** How many the actor has; nobody saves another one meanwhile. */
  async countLocked(actor: Actor): Promise<number> {
    await this.db.query(
      sql`select pg_advisory_xact_lock(hashtextextended(${`saved-search/${actorId(actor)}`}, 0))`,
    );
    const row = await this.db.one<{ count: string }>(
      sql`select count(*) as count from listings.saved_search where person_id = ${actorId(actor)}`,
    );
    return Number(row?.count ?? 0);
  }

  async insert(search: SavedSearch): Promise<void> {
    const { id, version, personId, kind, name, text, filters, alerts, createdAt } = search;
    await this.db.query(sql`
      insert into listings.saved_search (id, version, person_id, kind, name, text, filters, alerts, created_at)
      values (${id}, ${version}, ${personId}, ${kind}, ${name}, ${text}, ${JSON.stringify(filters)}, ${alerts},
        ${createdAt})`);
  }

  /** @throws DomainError STALE_VERSION */
  async save(search: SavedSearch): Promise<void> {
    const { id, version, kind, name, text, filters, alerts } = search;
    const saved = await this.db.query(sql`
      update listings.saved_search set version = version + 1, kind = ${kind}, name = ${name}, text = ${text},
        filters = ${JSON.stringify(filters)}, alerts = ${alerts}
      where id = ${id} and version = ${version} returning 1`);
    if (saved.length === 0) throw staleVersion();
  }

  async remove(id: string): Promise<void> {
    await this.db.query(sql`delete from listings.saved_search where id = ${id}`);
  }

  /** Listings that came online, and patents that became public, since then. */
  newcomers(since: Date): Promise<Newcomer[]> {
    return this.db.query(sql`
      select s.id, s.kind, s.published_at as "publishedAt", coalesce(r.created_by, n.created_by) as "createdBy"
      from listings.search s left join listings.result r on r.id = s.id left join listings.need n on n.id = s.id
      where s.listed and s.published_at > ${since}
      union all
      select p.id, 'PATENT', p.opened_at, p.created_by from listings.patent p where p.open and p.opened_at > ${since}
      order by 3`);
  }

  /** Searches that want to be told, in the order of their ids, after one of them. */
  wanting(after: string | null, limit: number): Promise<SavedSearch[]> {
    return this.db.query(sql`
      select ${COLUMNS} from listings.saved_search v
      where v.alerts and (${after}::uuid is null or v.id > ${after}::uuid) order by v.id limit ${limit}`);
  }

  /** Marks the listings as told. @returns those that were not */
  async told(searchId: string, listingIds: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      insert into listings.saved_search_told (search_id, listing_id)
      select v.id, l from listings.saved_search v, unnest(${[...listingIds]}::uuid[]) as l where v.id = ${searchId}
      on conflict do nothing returning listing_id as id`);
    return rows.map(({ id }) => id);
  }

  /** Until when newcomers were looked through; null for never. */
  async lookedUntil(): Promise<Date | null> {
    return (await this.db.one<{ at: Date }>(sql`select at from listings.saved_search_look`))?.at ?? null;
  }

  async lookUntil(at: Date): Promise<void> {
    await this.db.query(sql`
      insert into listings.saved_search_look (at) values (${at})
      on conflict (single) do update set at = excluded.at`);
  }
}
