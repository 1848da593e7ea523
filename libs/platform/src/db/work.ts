import { Injectable } from '@nestjs/common';
import { actorId, Codes, DomainError, type Actor } from '@jihui/kernel';
import type { DomainName } from '@jihui/events';
import { Audit } from '../audit/audit.js';
import { canonical, sha256 } from '../audit/chain.js';
import { Db } from './db.js';
import { Effects } from './effects.js';
import { isUuid } from './identifiers.js';
import { raw, sql } from './sql.js';
import type { Tx } from './tx.js';

export interface Command {
  readonly domain: DomainName;
  /** The mutation's name. */
  readonly name: string;
  readonly actor: Actor;
  readonly clientMutationId?: string | null;
  readonly input?: unknown;
  /** Its statements go by keys alone, so that one plan of each is as good for any values and is kept. */
  readonly keyed?: true;
}

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
      const { domain, actor } = command;
      if (nested || command.clientMutationId == null) return this.within(domain, actor, work);
      const claimed = await this.claim(command, command.clientMutationId);
      if ('answer' in claimed) return claimed.answer as T;
      const effects = new Effects(domain, actor, claimed.now, this.db, this.auditTrail);
      const answer = await work(effects);
      await effects.write({ clientMutationId: command.clientMutationId, answer });
      return answer;
    });
  }

  /** Work whose effects are written with it, in the transaction that is open: for the relay's handlers. */
  async within<T>(domain: DomainName, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const row = await this.db.one<{ now: Date }>(sql`select platform.business_now() as now`);
    if (row === undefined) throw new Error('business_now() answered nothing');
    const effects = new Effects(domain, actor, row.now, this.db, this.auditTrail);
    const answer = await work(effects);
    await effects.write();
    return answer;
  }

  private async claim(
    command: Command,
    id: string,
  ): Promise<{ readonly now: Date } | { readonly answer: unknown }> {
    if (!isUuid(id))
      throw new DomainError(Codes.INVALID_INPUT, 'clientMutationId 应为 UUID', [
        { path: 'clientMutationId', code: 'NOT_A_UUID', message: 'clientMutationId 应为 UUID' },
      ]);
    const schema = raw(command.domain);
    const hash = sha256(
      canonical({ name: command.name, input: JSON.parse(JSON.stringify(command.input ?? null)) as unknown }),
    );
    // A concurrent double click waits here for the first one's commit, then reads its answer.
    const [claimed] = await this.db.query<{ now: Date }>(
      sql`
      insert into ${schema}.answer (actor_id, client_mutation_id, command, input_hash)
      values (${actorId(command.actor)}, ${id}, ${command.name}, ${hash})
      on conflict do nothing returning platform.business_now() as now${
        command.keyed ? raw(`, set_config('plan_cache_mode', 'force_generic_plan', true)`) : raw('')
      }`.prepared(),
    );
    if (claimed !== undefined) return claimed;
    const earlier = await this.db.one<{ input_hash: string; answer: unknown }>(sql`
      select input_hash, answer from ${schema}.answer
      where actor_id = ${actorId(command.actor)} and client_mutation_id = ${id}`);
    if (earlier?.input_hash !== hash)
      throw new DomainError(Codes.IDEMPOTENCY_MISMATCH, '同一请求编号已用于另一内容，请刷新后重试');
    return { answer: earlier.answer };
  }
}
