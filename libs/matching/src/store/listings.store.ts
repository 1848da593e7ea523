import { Injectable } from '@nestjs/common';
import type { OrganisationSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';
import type { Facts, ListingKind, NeedFacts, ResultFacts } from '../core/listing.js';
import type { Ranker } from '../core/ranker.js';
import type { ListingPlace } from '../core/policy.js';
import type { NeedBody, ResultBody } from './listing.row.js';

/** A projected listing as the rest of the domain takes it. */
export interface Listing extends ListingPlace {
  readonly id: string;
  readonly kind: ListingKind;
  readonly version: number;
  /** Grows with every change of the row, a suspension of the owner included. */
  readonly revision: number;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly body: string;
  readonly facts: Facts;
  /** The text's vector from a service outside, with the model that gave it; null where there is none. */
  readonly embedding: { readonly model: string; readonly vector: Int8Array } | null;
}

/** What an event says of a listing. `ownerActive` is the projection's own to know. */
export interface ProjectedListing {
  readonly id: string;
  readonly kind: ListingKind;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly body: string;
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly anonymous: boolean;
  /** Who may read the whole text. */
  readonly visibility: string;
  readonly state: string;
  readonly online: boolean;
  /** Who entered it. */
  readonly createdBy: string;
  readonly facts: ResultBody | NeedBody;
}

export interface ModelInUse {
  readonly id: string;
  readonly number: number;
  /** The weights it learnt; null while it learnt none. */
  readonly ranker: Ranker | null;
}

interface Row {
  readonly id: string;
  readonly kind: ListingKind;
  readonly version: number;
  readonly revision: number;
  readonly title: string;
  readonly keywords: string[];
  readonly body: string;
  readonly owner_id: string;
  readonly division_code: string;
  readonly anonymous: boolean;
  readonly available: boolean;
  readonly facts: ResultBody | NeedBody;
  readonly embedding: Buffer | null;
  readonly embedding_model: string | null;
}

const COLUMNS = sql`id, kind, version, revision, title, keywords, body, owner_id, division_code, anonymous,
  (online and owner_active) as available, facts, embedding, embedding_model`;

/** The projection of listings and organisations. */
@Injectable()
export class ListingsStore {
  constructor(private readonly db: Db) {}

  /**
   * Writes what the events say, unless the projection holds something newer.
   * @returns the ids that were written.
   */
  async project(listings: readonly ProjectedListing[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(sql`
      insert into matching.listing (id, kind, version, code, title, keywords, body, owner_id, division_code,
        anonymous, visibility, state, online, created_by, owner_active, facts)
      select l.id, l.kind, l.version, l.code, l.title,
        array(select jsonb_array_elements_text(l.keywords)), l.body, l.owner_id, l.division_code,
        l.anonymous, l.visibility, l.state, l.online, l.created_by,
        coalesce((select o.status not in ('SUSPENDED', 'REJECTED') from matching.organisation o where o.id = l.owner_id), true),
        l.facts
      from jsonb_to_recordset(${JSON.stringify(listings.map(asRecord))}::jsonb) as l (id uuid, kind text, version int,
        code text, title text, keywords jsonb, body text, owner_id uuid, division_code text, anonymous boolean,
        visibility text, state text, online boolean, created_by text, facts jsonb)
      on conflict (id) do update set
        version = excluded.version, code = excluded.code, title = excluded.title, keywords = excluded.keywords,
        body = excluded.body, owner_id = excluded.owner_id, division_code = excluded.division_code,
        anonymous = excluded.anonymous, visibility = excluded.visibility, state = excluded.state, online = excluded.online,
        created_by = excluded.created_by,
        owner_active = excluded.owner_active, facts = excluded.facts,
        revision = matching.listing.revision + 1, changed_xid = pg_current_xact_id(), updated_at = platform.business_now()
      where matching.listing.version <= excluded.version
      returning id`);
    return new Set(rows.map((row) => row.id));
  }

  /**
   * Writes what the event says of an organisation; its listings follow its suspension.
   * @returns whether any of them came or went
   */
  async projectOrganisation(organisation: OrganisationSnapshot, version: number): Promise<boolean> {
    const { id, name, kind, divisionCode, status } = organisation;
    const written = await this.db.query(sql`
      insert into matching.organisation (id, version, name, kind, division_code, status)
      values (${id}, ${version}, ${name}, ${kind}, ${divisionCode}, ${status})
      on conflict (id) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
        division_code = excluded.division_code, status = excluded.status
      where matching.organisation.version <= excluded.version
      returning 1`);
    if (written.length === 0) return false;
    const active = status !== 'SUSPENDED' && status !== 'REJECTED';
    const followed = await this.db.query(sql`
      update matching.listing set owner_active = ${active}, revision = revision + 1, changed_xid = pg_current_xact_id()
      where owner_id = ${id} and owner_active is distinct from ${active} returning 1`);
    return followed.length > 0;
  }

  /**
   * Whether the listing is available now; undefined where it is not known. Locks its owner against a
   * suspension in the meantime, then its row: in the order in which a suspension locks them.
   */
  async lockAvailability(id: string, ownerId: string): Promise<boolean | undefined> {
    await this.db.query(sql`select 1 from matching.organisation where id = ${ownerId} for share`);
    const row = await this.db.one<{ available: boolean }>(sql`
      select (online and owner_active) as available from matching.listing where id = ${id} for update`);
    return row?.available;
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Listing>> {
    const rows = await this.db.query<Row>(
      sql`select ${COLUMNS} from matching.listing where ${sql.any(sql`id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, toListing(row)]));
  }

  /** Those of the listings that can be found now. */
  async available(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(sql`
      select id from matching.listing where ${sql.any(sql`id`, ids)} and online and owner_active`);
    return new Set(rows.map((row) => row.id));
  }

  /** The same, kept so until the transaction ends. Owners are locked first, as a suspension locks them. */
  async lockAvailable(ids: readonly string[]): Promise<Set<string>> {
    await this.db.query(sql`
      select 1 from matching.organisation
      where id in (select owner_id from matching.listing where ${sql.any(sql`id`, ids)}) order by id for share`);
    const rows = await this.db.query<{ id: string }>(sql`
      select id from matching.listing where ${sql.any(sql`id`, ids)} and online and owner_active order by id for share`);
    return new Set(rows.map((row) => row.id));
  }

  /** The transaction id below which everything is visible now. */
  async horizon(): Promise<string> {
    const row = await this.db.one<{ horizon: string }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`);
    return row?.horizon ?? '0';
  }

  /** The next available listings of the kind after that id, in its order: for filling an index. */
  async availableAfter(kind: ListingKind, id: string, limit: number): Promise<Listing[]> {
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.listing
      where kind = ${kind} and online and owner_active and id > ${id} order by id limit ${limit}`);
    return rows.map(toListing);
  }

  /** The newest available listings of the kind, or the newest of those before that id. */
  async newest(kind: ListingKind, limit: number, before: string | null = null): Promise<Listing[]> {
    const older = before === null ? sql`` : sql`and id < ${before}`;
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.listing
      where kind = ${kind} and online and owner_active ${older} order by id desc limit ${limit}`);
    return rows.map(toListing);
  }

  /** Listings of the kind changed by transactions at or above the horizon, and the horizon for next time. */
  async changedSince(kind: ListingKind, horizon: string): Promise<{ listings: Listing[]; horizon: string }> {
    const rows = await this.db.query<Partial<Row> & { horizon: string }>(sql`
      select now.horizon, changed.* from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) as now
      left join (select ${COLUMNS} from matching.listing
        where kind = ${kind} and changed_xid >= ${horizon}::xid8) as changed on true`);
    return {
      listings: rows.filter((row): row is Row & { horizon: string } => row.id != null).map(toListing),
      horizon: rows[0]?.horizon ?? horizon,
    };
  }

  /** Texts of the newest needs, for the statistics of words. */
  async needTexts(limit: number): Promise<{ title: string; body: string; field: string }[]> {
    return this.db.query(sql`
      select title, body, coalesce(facts ->> 'techField', '') as field from matching.listing
      where kind = 'NEED' order by id desc limit ${limit}`);
  }

  /** What ranking follows besides the listings: words to pass over, and the version of the vectors in use. */
  async settings(): Promise<{ words: string[]; model: ModelInUse | null }> {
    const row = await this.db.one<{ words: string[]; model: ModelInUse | null }>(sql`
      select array(select word from matching.boilerplate order by word) as words,
        (select json_build_object('id', id, 'number', number, 'ranker', ranker) from matching.model where state = 'ACTIVE') as model`);
    return row ?? { words: [], model: null };
  }

  async replaceBoilerplate(words: readonly { word: string; share: number }[]): Promise<void> {
    await this.db.query(sql`delete from matching.boilerplate`);
    await this.db.query(sql`
      insert into matching.boilerplate (word, share)
      select * from unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ share }) => share)}::float8[])`);
  }

  /** Whether so many needs were added since the words were last counted that they should be counted again. */
  async claimRecount(minimumNeeds: number): Promise<boolean> {
    const rows = await this.db.query(sql`
      with claimed as (
        update matching.statistics set requested_needs = needs.count
        from (select count(*)::int as count from matching.listing where kind = 'NEED') as needs
        where needs.count >= greatest(${minimumNeeds}::int, requested_needs * 3 / 2)
        returning requested_needs)
      select requested_needs from claimed`);
    return rows.length > 0;
  }
}

const asRecord = (listing: ProjectedListing): Record<string, unknown> => ({
  id: listing.id,
  kind: listing.kind,
  version: listing.version,
  code: listing.code,
  title: listing.title,
  keywords: listing.keywords,
  body: listing.body,
  owner_id: listing.ownerId,
  division_code: listing.divisionCode,
  anonymous: listing.anonymous,
  visibility: listing.visibility,
  state: listing.state,
  online: listing.online,
  created_by: listing.createdBy,
  facts: listing.facts,
});

function toListing(row: Row): Listing {
  const place = { id: row.id, ownerId: row.owner_id, divisionCode: row.division_code, online: row.available };
  const facts: Facts =
    row.kind === 'RESULT'
      ? ({ ...(row.facts as ResultBody), ...place, kind: 'RESULT' } satisfies ResultFacts)
      : ({
          ...(row.facts as NeedBody),
          ...place,
          kind: 'NEED',
          anonymous: row.anonymous,
        } satisfies NeedFacts);
  return {
    ...place,
    kind: row.kind,
    version: row.version,
    revision: row.revision,
    title: row.title,
    keywords: row.keywords,
    body: row.body,
    facts,
    embedding:
      row.embedding === null || row.embedding_model === null
        ? null
        : { model: row.embedding_model, vector: new Int8Array(row.embedding) },
  };
}
