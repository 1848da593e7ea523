import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import type { DomainName } from '@jihui/events';
import { Db } from '../db/db.js';
import { isUuid } from '../db/identifiers.js';
import { raw, sql } from '../db/sql.js';
import { entryHash, GENESIS, snapshotHash } from './chain.js';

export interface AuditRecord {
  /** `<Aggregate>:<id>`: the stream the entry is chained into. */
  readonly stream: string;
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
}

/** A step of a timeline, as the type TimelineEntry of common.graphql takes it. */
export interface TimelineEntry {
  readonly at: Date;
  /** A reference to the person; null when the system or nobody signed in did it. */
  readonly actor: { readonly __typename: 'Person'; readonly id: string } | null;
  readonly action: string;
  readonly reason: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const stateOf = (snapshot: unknown): string | null => {
  const state = (snapshot as { state?: unknown } | undefined)?.state;
  return typeof state === 'string' ? state : null;
};

const personOf = (id: string): TimelineEntry['actor'] => (isUuid(id) ? { __typename: 'Person', id } : null);

/** Append-only history: one chained stream an aggregate, in the owner's schema. */
@Injectable()
export class Audit {
  constructor(private readonly db: Db) {}

  /** Appends an entry in the current transaction. Writers of one stream wait for each other. */
  append(domain: DomainName, actor: Actor, at: Date, record: AuditRecord): Promise<void> {
    return this.appendAll(domain, actor, at, [record]);
  }

  /** Appends one entry to each of several streams, in as many statements as for one. */
  async appendAll(
    domain: DomainName,
    actor: Actor,
    at: Date,
    records: readonly AuditRecord[],
  ): Promise<void> {
    const schema = raw(domain);
    const streams = records.map((record) => record.stream);
    if (new Set(streams).size !== streams.length) throw new Error('one entry a stream at a time');
    if (streams.length === 0) return;
    // Taken in one order, so that two batches cannot wait for each other.
    await this.db.query(sql`
      select pg_advisory_xact_lock(key) from (
        select distinct hashtextextended(${`${domain}/`} || stream, 0) as key
        from unnest(${streams}::text[]) as stream order by key) as keys`);
    const lasts = await this.db.query<{ stream: string; seq: number; hash: string }>(sql`
      select distinct on (stream) stream, seq, hash from ${schema}.audit_entry
      where ${sql.any(sql`stream`, streams)} order by stream, seq desc`);
    const last = new Map(lasts.map((row) => [row.stream, row]));
    const salt = await this.saltOf(domain, actorId(actor));
    const rows = records.map((record) => {
      const entry = {
        stream: record.stream,
        seq: (last.get(record.stream)?.seq ?? 0) + 1,
        at: at.toISOString(),
        actorId: actorId(actor),
        action: record.action,
        reason: record.reason ?? null,
        detail: { from: stateOf(record.before), to: stateOf(record.after) },
        beforeHash: record.before === undefined ? null : snapshotHash(salt, record.before),
        afterHash: record.after === undefined ? null : snapshotHash(salt, record.after),
        previousHash: last.get(record.stream)?.hash ?? GENESIS,
      };
      return { ...entry, hash: entryHash(entry) };
    });
    await this.db.query(sql`
      insert into ${schema}.audit_entry
        (stream, seq, at, actor_id, action, reason, detail, before_hash, after_hash, previous_hash, hash)
      select stream, seq, at, "actorId", action, reason, detail, "beforeHash", "afterHash", "previousHash", hash
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (stream text, seq int, at timestamptz,
        "actorId" text, action text, reason text, detail jsonb, "beforeHash" text, "afterHash" text,
        "previousHash" text, hash text)`);
  }

  /** The streams' steps, oldest first, for several aggregates in one statement. */
  async timelines(domain: DomainName, streams: readonly string[]): Promise<Map<string, TimelineEntry[]>> {
    const rows = await this.db.query<{
      stream: string;
      at: Date;
      actor_id: string;
      action: string;
      reason: string | null;
      detail: { from: string | null; to: string | null };
    }>(sql`
      select stream, at, actor_id, action, reason, detail from ${raw(domain)}.audit_entry
      where ${sql.any(sql`stream`, streams)} order by stream, seq`);
    const timelines = new Map<string, TimelineEntry[]>(streams.map((stream) => [stream, []]));
    for (const row of rows)
      timelines.get(row.stream)?.push({
        at: row.at,
        actor: personOf(row.actor_id),
        action: row.action,
        reason: row.reason,
        ...row.detail,
      });
    return timelines;
  }

  private async saltOf(domain: DomainName, personId: string): Promise<Buffer> {
    const schema = raw(domain);
    const row = await this.db.one<{ salt: Buffer }>(sql`
      insert into ${schema}.audit_salt (person_id, salt) values (${personId}, ${randomBytes(32)})
      on conflict (person_id) do update set person_id = excluded.person_id returning salt`);
    if (row === undefined) throw new Error('no audit salt');
    return row.salt;
  }
}
