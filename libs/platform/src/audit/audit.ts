import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorId, canonical, type Actor, type Written } from '@jihui/kernel';
import type { DomainName } from '@jihui/events';
import { Db } from '../db/db.js';
import { isUuid } from '../db/identifiers.js';
import { raw, sql } from '../db/sql.js';
import { CHAINED, chainedOf, type ChainedEntry } from './chained.js';
import { entryHash, GENESIS, snapshotHash, type AuditEntry } from './chain.js';

export interface AuditRecord {
  /** `<Aggregate>:<id>`: the stream the entry is chained into. */
  readonly stream: string;
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
}

/** What is known of a record before it can be made. */
export type Coming = Pick<AuditRecord, 'stream' | 'before'>;

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

/**
 * Where the streams of one transaction end, each locked until it does; entries are chained to what is there. What is
 * asked for in one go is looked up in one statement, whoever acts.
 */
export class AuditEnds {
  private readonly last = new Map<string, { readonly seq: number; readonly hash: string }>();
  private readonly salts = new Map<string, Buffer>();
  private readonly written: Written = new WeakMap();
  private readonly texts = new WeakMap<object, string>();
  private wanted = new Map<string, string[]>();
  private asked: Promise<void> | undefined;

  constructor(
    private readonly db: Db,
    private readonly domain: DomainName,
  ) {}

  /**
   * Locks the streams in which the actor will write; writers of one stream wait for each other. What is known of the
   * records is written down meanwhile.
   */
  lookUp(actor: Actor, records: readonly Coming[]): Promise<void> {
    for (const { before } of records) if (before !== undefined) this.textOf(before);
    const person = actorId(actor);
    const missing = records
      .map(({ stream }) => stream)
      .filter((stream) => !this.last.has(stream) || !this.salts.has(person));
    if (missing.length === 0) return Promise.resolve();
    this.wanted.set(person, [...(this.wanted.get(person) ?? []), ...missing]);
    this.asked ??= Promise.resolve().then(() => this.ask());
    return this.asked;
  }

  /** The records as entries, each chained to the one before it in its stream. */
  chain(actor: Actor, at: Date, records: readonly AuditRecord[]): readonly AuditRow[] {
    return records.map((record) => {
      const end = this.last.get(record.stream);
      const salt = this.salts.get(actorId(actor));
      if (end === undefined || salt === undefined)
        throw new Error(`the end of ${record.stream} was not looked up`);
      const entry = {
        stream: record.stream,
        seq: end.seq + 1,
        at: at.toISOString(),
        actorId: actorId(actor),
        action: record.action,
        reason: record.reason ?? null,
        detail: { from: stateOf(record.before), to: stateOf(record.after) },
        beforeHash: record.before === undefined ? null : snapshotHash(salt, this.textOf(record.before)),
        afterHash: record.after === undefined ? null : snapshotHash(salt, this.textOf(record.after)),
        previousHash: end.hash,
      };
      const row = { ...entry, hash: entryHash(entry) };
      this.last.set(record.stream, row);
      return row;
    });
  }

  /** What the snapshot says, written down once however often it is asked for. */
  private textOf(snapshot: unknown): string {
    if (snapshot === null || typeof snapshot !== 'object') return canonical(snapshot);
    const known = this.texts.get(snapshot);
    if (known !== undefined) return known;
    const text = canonical(snapshot, this.written);
    this.texts.set(snapshot, text);
    return text;
  }

  private async ask(): Promise<void> {
    const wanted = [...this.wanted].map(([person, streams]) => ({
      person,
      streams: [...new Set(streams)],
      salt: randomBytes(32).toString('hex'),
    }));
    this.wanted = new Map();
    this.asked = undefined;
    const rows = await this.db.query<EndRow>(
      sql`
      select w.person, e.stream, e.seq, e.hash, e.salt
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (person text, streams text[], salt text)
      cross join lateral platform.audit_ends(${this.domain}, w.streams, w.person, decode(w.salt, 'hex')) as e`.prepared(),
    );
    for (const { person, stream, seq, hash, salt } of rows) {
      if (!this.last.has(stream)) this.last.set(stream, { seq, hash: hash ?? GENESIS });
      this.salts.set(person, salt);
    }
  }
}

interface EndRow {
  readonly person: string;
  readonly stream: string;
  readonly seq: number;
  readonly hash: string | null;
  /** Of the person's snapshots. */
  readonly salt: Buffer;
}

type AuditRow = AuditEntry & { readonly hash: string };

/** Append-only history: one chained stream an aggregate, in the owner's schema. */
@Injectable()
export class Audit {
  constructor(private readonly db: Db) {}

  /** For one transaction. */
  ends(domain: DomainName): AuditEnds {
    return new AuditEnds(this.db, domain);
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

  /** One stream as it is chained, oldest first: whoever has the entries recomputes their hashes. */
  async chained(domain: DomainName, stream: string): Promise<readonly ChainedEntry[]> {
    const rows = await this.db.query<AuditEntry & { hash: string }>(sql`
      select ${CHAINED} from ${raw(domain)}.audit_entry where stream = ${stream} order by seq`);
    return rows.map(chainedOf);
  }
}
