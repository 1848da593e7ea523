import { actorId, type Actor } from '@jihui/kernel';
import type { DomainName, EventType, JobType } from '@jihui/events';
import type { Audit, AuditEnds, AuditRecord } from '../audit/audit.js';
import type { Db } from './db.js';
import { uuidv7 } from './identifiers.js';
import { join, raw, sql, type Sql } from './sql.js';
import type { EmittedEvent, Tx } from './tx.js';

/** PostgreSQL channel on which a commit wakes the relay. */
export const OUTBOX_CHANNEL = 'jihui_outbox';

/** A row for the relay: an event of the same command, or a job. */
interface Sent {
  readonly event_id?: string;
  readonly job_id?: string;
  readonly job_type?: JobType;
  readonly job_payload?: unknown;
  readonly run_at?: Date | null;
}

/** The effects of one command, collected; {@link write} writes them together. */
export class Effects implements Tx {
  private readonly events: object[] = [];
  private readonly sent: Sent[] = [];
  private readonly records: AuditRecord[] = [];
  private readonly beside: Sql[] = [];
  private ends: AuditEnds | null = null;

  constructor(
    private readonly domain: DomainName,
    private readonly actor: Actor,
    readonly now: Date,
    private readonly db: Db,
    private readonly auditTrail: Audit,
  ) {}

  emit<K extends EventType>(type: K, event: EmittedEvent<K>): Promise<void> {
    const id = uuidv7();
    const { aggregateId, version, action, payload } = event;
    this.events.push({ id, type, aggregate_id: aggregateId, version, action, payload });
    this.sent.push({ event_id: id });
    return Promise.resolve();
  }

  audit(record: AuditRecord): Promise<void> {
    return this.auditAll([record]);
  }

  auditAll(records: readonly AuditRecord[]): Promise<void> {
    for (const record of records) this.records.push(record);
    return Promise.resolve();
  }

  addJob(type: JobType, payload: unknown, options?: { readonly runAt?: Date }): Promise<void> {
    const [job_type, job_payload] = [type, payload];
    this.sent.push({ job_id: uuidv7(), job_type, job_payload, run_at: options?.runAt ?? null });
    return Promise.resolve();
  }

  alongside(statement: Sql): void {
    this.beside.push(statement);
  }

  async prepareAudit(streams: readonly string[]): Promise<void> {
    this.ends = await this.auditTrail.ends(this.domain, this.actor, streams);
  }

  /** Everything that was collected, in one statement, with the answer that a repeated request gets. */
  async write(asked?: { readonly clientMutationId: string; readonly answer: unknown }): Promise<void> {
    const entries = await this.entries();
    if (entries.length + this.sent.length + this.beside.length === 0 && asked === undefined) return;
    const schema = raw(this.domain);
    const beside = this.beside.map((statement, index) => sql`${raw(`beside_${index}`)} as (${statement}), `);
    await this.db.query(
      sql`
      with ${join(beside, raw(''))}audited as (
        insert into ${schema}.audit_entry
          (stream, seq, at, actor_id, action, reason, detail, before_hash, after_hash, previous_hash, hash)
        select stream, seq, at, "actorId", action, reason, detail, "beforeHash", "afterHash", "previousHash", hash
        from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as row (stream text, seq int, at timestamptz,
          "actorId" text, action text, reason text, detail jsonb, "beforeHash" text, "afterHash" text,
          "previousHash" text, hash text)),
      facts as (
        insert into ${schema}.event (id, type, aggregate_id, version, action, at, actor_id, payload)
        select id, type, aggregate_id, version, action, ${this.now}, ${actorId(this.actor)}, payload
        from jsonb_to_recordset(${JSON.stringify(this.events)}::jsonb) as row (id uuid, type text, aggregate_id uuid,
          version int, action text, payload jsonb)),
      sent as (
        insert into ${schema}.outbox (event_id, job_id, job_type, job_payload, run_at)
        select event_id, job_id, job_type, job_payload, run_at
        from rows from (jsonb_to_recordset(${JSON.stringify(this.sent)}::jsonb) as (event_id uuid, job_id uuid,
          job_type text, job_payload jsonb, run_at timestamptz)) with ordinality order by ordinality
        returning 1),
      answered as (
        update ${schema}.answer set answer = ${JSON.stringify(asked?.answer ?? null)}
        where actor_id = ${actorId(this.actor)} and client_mutation_id = ${asked?.clientMutationId ?? null}::uuid)
      select pg_notify(${OUTBOX_CHANNEL}, ${this.domain}) where exists (select from sent)`.prepared(),
    );
    this.records.length = this.events.length = this.sent.length = this.beside.length = 0;
  }

  private async entries(): Promise<readonly object[]> {
    if (this.records.length === 0) return [];
    const streams = [...new Set(this.records.map(({ stream }) => stream))];
    if (this.ends === null || streams.some((stream) => !this.ends?.has(stream)))
      await this.prepareAudit(streams);
    return this.ends?.chain(this.actor, this.now, this.records) ?? [];
  }
}
