import { Injectable } from '@nestjs/common';
import { actorId, Codes, DomainError, type Actor } from '@jihui/kernel';
import type { DomainName, EventMap, EventType, JobMap, JobType } from '@jihui/events';
import { Audit, type AuditRecord } from '../audit/audit.js';
import { canonical, sha256 } from '../audit/chain.js';
import { Db } from './db.js';
import { isUuid, uuidv7 } from './identifiers.js';
import { raw, sql } from './sql.js';

export interface Command {
  readonly domain: DomainName;
  /** The mutation's name. */
  readonly name: string;
  readonly actor: Actor;
  readonly clientMutationId?: string | null;
  readonly input?: unknown;
}

export interface EmittedEvent<K extends EventType> {
  readonly aggregateId: string;
  readonly version: number;
  readonly action: string;
  readonly payload: EventMap[K];
}

/** What a command does besides changing rows; all of it commits or vanishes with the transaction. */
export interface Tx {
  /** Business time at the transaction's start: the only source of time in a service. */
  readonly now: Date;
  emit<K extends EventType>(type: K, event: EmittedEvent<K>): Promise<void>;
  audit(record: AuditRecord): Promise<void>;
  /** One entry to each of several streams, for commands that change many things at once. */
  auditAll(records: readonly AuditRecord[]): Promise<void>;
  addJob<J extends JobType>(type: J, payload: JobMap[J], options?: { readonly runAt?: Date }): Promise<void>;
}

/** PostgreSQL channel on which a commit wakes the relay. */
export const OUTBOX_CHANNEL = 'jihui_outbox';

/** The unit of work: one command, one transaction. */
@Injectable()
export class Work {
  constructor(
    private readonly db: Db,
    private readonly auditTrail: Audit,
  ) {}

  /**
   * Runs the command in a transaction, or in the one already open (a handler calling a service).
   * With a clientMutationId the same input is answered as before and done once.
   * @throws DomainError IDEMPOTENCY.MISMATCH when the id came before with another input.
   */
  async run<T>(command: Command, work: (tx: Tx) => Promise<T>): Promise<T> {
    const nested = this.db.inTransaction;
    return this.db.transaction(async () => {
      const tx = await this.begin(command.domain, command.actor);
      if (nested || command.clientMutationId == null) return work(tx);
      const earlier = await this.claim(command, command.clientMutationId);
      if (earlier !== undefined) return earlier.answer as T;
      const answer = await work(tx);
      await this.db.query(sql`
        update ${raw(command.domain)}.answer set answer = ${JSON.stringify(answer ?? null)}
        where actor_id = ${actorId(command.actor)} and client_mutation_id = ${command.clientMutationId}`);
      return answer;
    });
  }

  /** The transaction's side effects, for the relay's handlers as well. */
  async begin(domain: DomainName, actor: Actor): Promise<Tx> {
    const schema = raw(domain);
    const row = await this.db.one<{ now: Date }>(sql`select platform.business_now() as now`);
    if (row === undefined) throw new Error('business_now() answered nothing');
    const now = row.now;
    const wake = (): Promise<unknown> => this.db.query(sql`select pg_notify(${OUTBOX_CHANNEL}, ${domain})`);
    return {
      now,
      emit: async (type, event) => {
        const id = uuidv7();
        await this.db.query(sql`
          with fact as (
            insert into ${schema}.event (id, type, aggregate_id, version, action, at, actor_id, payload)
            values (${id}, ${type}, ${event.aggregateId}, ${event.version}, ${event.action}, ${now},
              ${actorId(actor)}, ${JSON.stringify(event.payload)})
            returning id)
          insert into ${schema}.outbox (event_id) select id from fact`);
        await wake();
      },
      audit: (record) => this.auditTrail.append(domain, actor, now, record),
      auditAll: (records) => this.auditTrail.appendAll(domain, actor, now, records),
      addJob: async (type, payload, options) => {
        await this.db.query(sql`
          insert into ${schema}.outbox (job_id, job_type, job_payload, run_at)
          values (${uuidv7()}, ${type}, ${JSON.stringify(payload)}, ${options?.runAt ?? null})`);
        await wake();
      },
    };
  }

  private async claim(command: Command, id: string): Promise<{ answer: unknown } | undefined> {
    if (!isUuid(id))
      throw new DomainError(Codes.INVALID_INPUT, 'clientMutationId 应为 UUID', [
        { path: 'clientMutationId', code: 'NOT_A_UUID', message: 'clientMutationId 应为 UUID' },
      ]);
    const schema = raw(command.domain);
    const hash = sha256(
      canonical({ name: command.name, input: JSON.parse(JSON.stringify(command.input ?? null)) as unknown }),
    );
    // A concurrent double click waits here for the first one's commit, then reads its answer.
    const claimed = await this.db.query(sql`
      insert into ${schema}.answer (actor_id, client_mutation_id, command, input_hash)
      values (${actorId(command.actor)}, ${id}, ${command.name}, ${hash})
      on conflict do nothing returning 1`);
    if (claimed.length > 0) return undefined;
    const earlier = await this.db.one<{ input_hash: string; answer: unknown }>(sql`
      select input_hash, answer from ${schema}.answer
      where actor_id = ${actorId(command.actor)} and client_mutation_id = ${id}`);
    if (earlier?.input_hash !== hash)
      throw new DomainError(Codes.IDEMPOTENCY_MISMATCH, '同一请求编号已用于另一内容，请刷新后重试');
    return { answer: earlier.answer };
  }
}
