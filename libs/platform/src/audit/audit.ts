import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import type { DomainName } from '@jihui/events';
import { Db } from '../db/db.js';
import { isUuid } from '../db/identifiers.js';
import { raw, sql } from '../db/sql.js';
import { entryHash, GENESIS, snapshotHash, type AuditEntry, type Written } from './chain.js';

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

/** Where streams end, each locked until the transaction does; entries are chained to what is there. */
export class AuditEnds {
  private readonly last: Map<string, { readonly seq: number; readonly hash: string }>;

  constructor(
    rows: readonly { readonly stream: string; readonly seq: number; readonly hash: string | null }[],
    private readonly salt: Buffer,
  ) {
    this.last = new Map(rows.map(({ stream, seq, hash }) => [stream, { seq, hash: hash ?? GENESIS }]));
  }

  has(stream: string): boolean {
    return this.last.has(stream);
  }

  /** The records as entries, each chained to the one before it in its stream. */
  chain(actor: Actor, at: Date, records: readonly AuditRecord[]): readonly AuditRow[] {
    const written: Written = new WeakMap();
    return records.map((record) => {
      const end = this.last.get(record.stream);
      if (end === undefined) throw new Error(`the end of ${record.stream} was not looked up`);
      const entry = {
        stream: record.stream,
        seq: end.seq + 1,
        at: at.toISOString(),
        actorId: actorId(actor),
        action: record.action,
        reason: record.reason ?? null,
        detail: { from: stateOf(record.before), to: stateOf(record.after) },
        beforeHash: record.before === undefined ? null : snapshotHash(this.salt, record.before, written),
        afterHash: record.after === undefined ? null : snapshotHash(this.salt, record.after, written),
        previousHash: end.hash,
      };
      const row = { ...entry, hash: entryHash(entry) };
      this.last.set(record.stream, row);
      return row;
    });
  }
}

type AuditRow = AuditEntry & { readonly hash: string };

/** Append-only history: one chained stream an aggregate, in the owner's schema. */
@Injectable()
export class Audit {
  constructor(private readonly db: Db) {}

  /** Locks the streams and tells where each ends. Writers of one stream wait for each other. */
  async ends(domain: DomainName, actor: Actor, streams: readonly string[]): Promise<AuditEnds> {
    const rows = await this.db.query<{ stream: string; seq: number; hash: string | null; salt: Buffer }>(
      sql`
      select stream, seq, hash, salt
      from platform.audit_ends(${domain}, ${[...streams]}, ${actorId(actor)}, ${randomBytes(32)})`.prepared(),
    );
    return new AuditEnds(rows, rows[0]?.salt ?? randomBytes(32));
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
}
