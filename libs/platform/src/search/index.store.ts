import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { raw, sql, type Sql } from '../db/sql.js';
import type { Named } from './engine.js';
import type { FaceRow } from './meili/document.js';
import type { Change } from './meili/index-writer.js';

/** Spells FIND: whoever sends documents to another engine holds it, so that what is sent is in order. */
const FEED_LOCK = 0x46494e44;

/** Under which name the making of an engine's index stands. */
const nextOf = (engine: string): string => `${engine} next`;

interface Waiting extends Named {
  readonly seq: string;
}

/** The tables of the search index as their keepers read them. */
@Injectable()
export class IndexStore {
  constructor(private readonly db: Db) {}

  /** Until the transaction ends nobody else sends documents. @returns false where somebody does already */
  async tryFeedLock(): Promise<boolean> {
    const row = await this.db.one<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(${FEED_LOCK}) as held`,
    );
    return row?.held ?? false;
  }

  async feedLock(): Promise<void> {
    await this.db.query(sql`select pg_advisory_xact_lock(${FEED_LOCK})`);
  }

  /** The oldest changes that wait; rows that are not yet committed come later. */
  waiting(limit: number): Promise<Waiting[]> {
    return this.db.query(sql`
      select seq, type, id from platform.search_outbox order by seq limit ${raw(String(limit))}`);
  }

  /** Those of the changes that nobody has sent meanwhile. */
  stillWaiting(rows: readonly Waiting[]): Promise<Waiting[]> {
    return this.db.query(sql`
      select seq, type, id from platform.search_outbox where ${sql.any(
        sql`seq`,
        rows.map(({ seq }) => seq),
      )}`);
  }

  async countWaiting(): Promise<number> {
    const row = await this.db.one<{ count: string }>(
      sql`select count(*) as count from platform.search_outbox`,
    );
    return Number(row?.count ?? 0);
  }

  async sent(rows: readonly Waiting[]): Promise<void> {
    await this.db.query(
      sql`delete from platform.search_outbox where ${sql.any(
        sql`seq`,
        rows.map(({ seq }) => seq),
      )}`,
    );
  }

  /** Has the documents sent again. */
  async again(documents: readonly Named[]): Promise<void> {
    await this.db.query(sql`
      insert into platform.search_outbox (type, id)
      select type, id from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as d (type text, id uuid)`);
  }

  /** The documents as they are now. */
  async changes(documents: readonly Named[]): Promise<Change[]> {
    const rows = await this
      .faces(sql`join jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as g (type text, id uuid)
      on g.type = s.type and g.id = s.id`);
    return documents.map(({ type, id }) => ({
      type,
      id,
      faces: rows.filter((row) => row.type === type && row.id === id),
    }));
  }

  /** Documents in the order of their names, after one of them. */
  async page(after: Named | null, limit: number): Promise<Change[]> {
    const named = await this.db.query<Named>(sql`
      select type, id from platform.search_head
      where not removed and ${after === null ? raw('true') : sql`(type, id) > (${after.type}, ${after.id}::uuid)`}
      order by type, id limit ${raw(String(limit))}`);
    return named.length === 0 ? [] : this.changes(named);
  }

  /** The last revision given out. */
  async revision(): Promise<string> {
    const row = await this.db.one<{ last: string }>(
      sql`select nextval('platform.search_revision')::text as last`,
    );
    return row?.last ?? '0';
  }

  /** Documents that have not changed since a revision, or all of them, in the order of their ids after one of them. */
  before(
    type: string,
    revision: string | null,
    after: string | null,
    limit: number,
  ): Promise<(Named & { version: number })[]> {
    return this.db.query(sql`
      select type, id, version from platform.search_head where type = ${type} and not removed
      and ${revision === null ? raw('true') : sql`revision < ${revision}::bigint`}
      and ${after === null ? raw('true') : sql`id > ${after}::uuid`} order by id limit ${raw(String(limit))}`);
  }

  /** The versions at which documents are held. */
  async versions(type: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ id: string; version: number }>(sql`
      select id, version from platform.search_head
      where type = ${type} and not removed and ${sql.any(sql`id`, ids)}`);
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  /** What waits to be sent. */
  async onTheirWay(): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<Named>(sql`select type, id from platform.search_outbox`);
    return new Set(rows.map(({ type, id }) => `${type} ${id}`));
  }

  /** How many documents the index holds, of all types or of one. */
  async total(type: string | null = null): Promise<number> {
    const row = await this.db.one<{ count: string }>(sql`
      select count(*) as count from platform.search_head
      where not removed and (${type}::text is null or type = ${type})`);
    return Number(row?.count ?? 0);
  }

  /**
   * Marks that the documents' words are known. What somebody changes at this moment is passed over: it comes again.
   * @returns those whose words were not
   */
  async learnt(documents: readonly Named[]): Promise<Named[]> {
    const named = JSON.stringify(documents.map(({ type, id }) => ({ type, id })));
    return this.db.query(sql`
      with free as (
        select h.type, h.id from platform.search_head h
        join jsonb_to_recordset(${named}::jsonb) as d (type text, id uuid) on h.type = d.type and h.id = d.id
        where not h.learnt and not h.removed for update of h skip locked)
      update platform.search_head h set learnt = true from free f
      where h.type = f.type and h.id = f.id returning h.type, h.id`);
  }

  /** Whether an engine's index was made by these rules. */
  async stands(engine: string, rules: string): Promise<boolean> {
    const found = await this.db.query(sql`
      select 1 from platform.search_index where engine = ${engine} and rules = ${rules}`);
    return found.length > 0;
  }

  async built(engine: string, rules: string): Promise<void> {
    await this.db.query(sql`
      insert into platform.search_index (engine, rules, built_at) values (${engine}, ${rules}, clock_timestamp())
      on conflict (engine) do update set rules = excluded.rules, built_at = excluded.built_at`);
  }

  /** Whether an index is being made: then changes go to it too. */
  isBuilding(engine: string): Promise<boolean> {
    return this.stands(nextOf(engine), 'building');
  }

  /** @returns false where somebody makes it already, and has gone on with it lately */
  async startBuilding(engine: string): Promise<boolean> {
    const begun = await this.db.query(sql`
      insert into platform.search_index (engine, rules, built_at)
      values (${nextOf(engine)}, 'building', clock_timestamp())
      on conflict (engine) do update set built_at = excluded.built_at
      where search_index.built_at < clock_timestamp() - interval '5 minutes' returning 1`);
    return begun.length > 0;
  }

  /** Says that it goes on. */
  async keepBuilding(engine: string): Promise<void> {
    await this.built(nextOf(engine), 'building');
  }

  async endBuilding(engine: string): Promise<void> {
    await this.db.query(sql`delete from platform.search_index where engine = ${nextOf(engine)}`);
  }

  private faces(given: Sql): Promise<FaceRow[]> {
    return this.db.query<FaceRow>(sql`
      select s.type, s.id, s.face, h.revision, s.listed, s.visible_to, s.hidden_from, s.vals, s.sorts, s.numbers, t.fields
      from platform.search_document s ${given}
      join platform.search_head h on h.type = s.type and h.id = s.id
      join platform.search_text t on t.type = s.type and t.id = s.id and t.face = s.face`);
  }
}
