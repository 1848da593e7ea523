import { actorId, type Actor } from '@jihui/kernel';
import type { DomainName, EventType, JobType } from '@jihui/events';
import type { AuditEnds, AuditRecord, Coming } from '../audit/audit.js';
import { handedOn } from '../tracing/spans.js';
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
  /** What it was done for (W3C traceparent), where that is traced. */
  readonly trace?: string;
}

function handedOnTrace(): Pick<Sent, 'trace'> {
  const { traceparent } = handedOn();
  return traceparent === undefined ? {} : { trace: traceparent };
}

/** The effects of one command, collected until {@link writeEffects}. */
export class Effects implements Tx {
  readonly events: object[] = [];
  readonly sent: Sent[] = [];
  readonly records: AuditRecord[] = [];
  readonly beside: Sql[] = [];
  readonly begun: Promise<unknown>[] = [];

  constructor(
    readonly actor: Actor,
    readonly now: Date,
    readonly ends: AuditEnds,
  ) {}

  emit<K extends EventType>(type: K, event: EmittedEvent<K>): Promise<void> {
    const id = uuidv7();
    const { aggregateId, version, action, payload } = event;
    const [at, actor_id] = [this.now, actorId(this.actor)];
    this.events.push({ id, type, aggregate_id: aggregateId, version, action, at, actor_id, payload });
    this.sent.push({ event_id: id, ...handedOnTrace() });
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
    const run_at = options?.runAt ?? null;
    this.sent.push({ job_id: uuidv7(), job_type, job_payload, run_at, ...handedOnTrace() });
    return Promise.resolve();
  }

  alongside(statement: Sql): void {
    this.beside.push(statement);
  }

  meanwhile(work: Promise<unknown>): void {
    // Should the command fail before it waits, that failure is the one to tell.
    work.catch(() => undefined);
    this.begun.push(work);
  }

  prepareAudit(records: readonly Coming[]): Promise<void> {
    return this.ends.lookUp(this.actor, records);
  }

  /** The audit entries, each chained to what was looked up. */
  async entries(): Promise<readonly object[]> {
    await this.prepareAudit(this.records);
    return this.ends.chain(this.actor, this.now, this.records);
  }
}

/** The answer that a repeated request of the actor gets. */
export interface Answer {
  readonly actor_id: string;
  readonly client_mutation_id: string;
  readonly answer: unknown;
}

/**
 * Everything that the commands of one transaction have collected, in one statement, with their answers. It is put
 * together while the database may still be at what was begun.
 */
export async function writeEffects(
  db: Db,
  domain: DomainName,
  commands: readonly Effects[],
  answers: readonly Answer[] = [],
): Promise<void> {
  const entries = (await Promise.all(commands.map((effects) => effects.entries()))).flat();
  const events = commands.flatMap((effects) => effects.events);
  const sent = commands.flatMap((effects) => effects.sent);
  const beside = commands.flatMap((effects) => effects.beside);
  const schema = raw(domain);
  const first = beside.map((statement, index) => sql`${raw(`beside_${index}`)} as (${statement}), `);
  const statement = sql`
    with ${join(first, raw(''))}audited as (
      insert into ${schema}.audit_entry
        (stream, seq, at, actor_id, action, reason, detail, before_hash, after_hash, previous_hash, hash)
      select stream, seq, at, "actorId", action, reason, detail, "beforeHash", "afterHash", "previousHash", hash
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as row (stream text, seq int, at timestamptz,
        "actorId" text, action text, reason text, detail jsonb, "beforeHash" text, "afterHash" text,
        "previousHash" text, hash text)),
    facts as (
      insert into ${schema}.event (id, type, aggregate_id, version, action, at, actor_id, payload)
      select id, type, aggregate_id, version, action, at, actor_id, payload
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as row (id uuid, type text, aggregate_id uuid,
        version int, action text, at timestamptz, actor_id text, payload jsonb)),
    sent as (
      insert into ${schema}.outbox (event_id, job_id, job_type, job_payload, run_at, trace)
      select event_id, job_id, job_type, job_payload, run_at, trace
      from rows from (jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as (event_id uuid, job_id uuid,
        job_type text, job_payload jsonb, run_at timestamptz, trace text)) with ordinality order by ordinality
      returning 1),
    answered as (
      update ${schema}.answer a set answer = given.answer
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as given (actor_id text, client_mutation_id uuid,
        answer jsonb)
      where a.actor_id = given.actor_id and a.client_mutation_id = given.client_mutation_id)
    select pg_notify(${OUTBOX_CHANNEL}, ${domain}) where exists (select from sent)`.prepared();
  await Promise.all(commands.flatMap((effects) => effects.begun));
  if (entries.length + sent.length + beside.length + answers.length > 0) await db.query(statement);
}
