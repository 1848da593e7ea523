import { Injectable } from '@nestjs/common';
import { actorId, canonical, Codes, DomainError, type Actor } from '@jihui/kernel';
import type { DomainName } from '@jihui/events';
import { Audit } from '../audit/audit.js';
import { sha256 } from '../audit/chain.js';
import { Db } from './db.js';
import { Effects, writeEffects, type Answer } from './effects.js';
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

/** What one of several commands came to: done with its answer, or refused. */
export type Outcome<T> = { readonly done: T } | { readonly refused: unknown };

/** The answer, or the refusal thrown. */
export function settled<T>(outcome: Outcome<T>): T {
  if ('refused' in outcome) throw outcome.refused;
  return outcome.done;
}

/** One of several commands, to be carried out now. */
export interface Claimed<C> {
  readonly command: C;
  readonly tx: Tx;
}

/** What a command is known by when it comes again. */
interface Claim {
  readonly actor_id: string;
  readonly client_mutation_id: string;
  readonly command: string;
  readonly input_hash: string;
}

/** The unit of work: one command, or several that share it, in one transaction. */
@Injectable()
export class Work {
  constructor(
    private readonly db: Db,
    private readonly auditTrail: Audit,
  ) {}

  /** Whether a transaction is open, which a command joins. */
  get isOpen(): boolean {
    return this.db.inTransaction;
  }

  /**
   * Runs the command in a transaction, or in the one already open (a handler calling a service).
   * With a clientMutationId the same input is answered as before and done once.
   * @throws DomainError IDEMPOTENCY.MISMATCH when the id came before with another input.
   */
  async run<T>(command: Command, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { domain, actor, clientMutationId } = command;
    if (this.db.inTransaction || clientMutationId == null)
      return this.db.transaction(() => this.within(domain, actor, work));
    const outcomes = await this.runEach<Command, T>([command], (claimed) =>
      Promise.all(claimed.map(async ({ tx }) => ({ done: await work(tx) }))),
    );
    return outcomes.map(settled)[0] as T;
  }

  /**
   * Several commands of one domain in one transaction, each with its own clientMutationId, effects and answer. One that
   * is refused leaves nothing and touches no other; whatever is thrown undoes them all.
   * @param work carries out those that were not done before, and tells in their order what each came to
   */
  async runEach<C extends Command, T>(
    commands: readonly C[],
    work: (claimed: readonly Claimed<C>[]) => Promise<readonly Outcome<T>[]>,
  ): Promise<readonly Outcome<T>[]> {
    const [first] = commands;
    if (first === undefined) return [];
    const asked = commands.map((command) => ({ command, claim: claimOf(command) }));
    return this.db.transaction(async () => {
      this.db.holds(first.domain);
      const claims = asked.map(({ claim }) => claim);
      const since = await this.claim(first, claims);
      const known = await this.earlier<T>(
        first.domain,
        claims.filter((claim) => !since.has(keyOf(claim))),
      );
      const ends = this.auditTrail.ends(first.domain);
      const claimed = asked.flatMap(({ command, claim }) => {
        const now = since.get(keyOf(claim));
        return now === undefined ? [] : [{ command, claim, tx: new Effects(command.actor, now, ends) }];
      });
      const outcomes = claimed.length === 0 ? [] : await work(claimed);
      await this.conclude(first.domain, claimed, outcomes);
      const results = new Map(claimed.map(({ claim }, index) => [claim, outcomes[index]]));
      return claims.map((claim) => {
        const outcome = results.get(claim) ?? known.get(claim);
        if (outcome === undefined) throw new Error('a command was given no outcome');
        return outcome;
      });
    });
  }

  /** Work whose effects are written with it, in the transaction that is open: for the relay's handlers. */
  async within<T>(domain: DomainName, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    this.db.holds(domain);
    const row = await this.db.one<{ now: Date }>(sql`select platform.business_now() as now`);
    if (row === undefined) throw new Error('business_now() answered nothing');
    const effects = new Effects(actor, row.now, this.auditTrail.ends(domain));
    const answer = await work(effects);
    await writeEffects(this.db, domain, [effects]);
    return answer;
  }

  /**
   * Claims the ids that were not claimed before. A concurrent double click waits here for the first one's commit; taken
   * in one order, so that no two transactions wait for each other.
   * @returns business time by the key of what was claimed.
   */
  private async claim(
    { domain, keyed }: Command,
    claims: readonly Claim[],
  ): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.db.query<Pick<Claim, 'actor_id' | 'client_mutation_id'> & { now: Date }>(
      sql`
      insert into ${raw(domain)}.answer (actor_id, client_mutation_id, command, input_hash)
      select actor_id, client_mutation_id, command, input_hash
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as asked (actor_id text, client_mutation_id uuid,
        command text, input_hash text) order by actor_id, client_mutation_id
      on conflict do nothing returning actor_id, client_mutation_id, (select platform.business_now()) as now${
        keyed ? raw(`, set_config('plan_cache_mode', 'force_generic_plan', true)`) : raw('')
      }`.prepared(),
    );
    return new Map(rows.map((row) => [keyOf(row), row.now]));
  }

  /** What those were answered that came before. */
  private async earlier<T>(
    domain: DomainName,
    claims: readonly Claim[],
  ): Promise<ReadonlyMap<Claim, Outcome<T>>> {
    if (claims.length === 0) return new Map();
    const rows = await this.db.query<Claim & { answer: T }>(sql`
      select actor_id, client_mutation_id, command, input_hash, answer from ${raw(domain)}.answer
      where (actor_id, client_mutation_id) in (
        select * from unnest(${claims.map((claim) => claim.actor_id)}::text[],
          ${claims.map((claim) => claim.client_mutation_id)}::uuid[]))`);
    const known = new Map(rows.map((row) => [keyOf(row), row]));
    return new Map(
      claims.map((claim) => {
        const row = known.get(keyOf(claim));
        return [claim, row?.input_hash === claim.input_hash ? { done: row.answer } : { refused: mismatch() }];
      }),
    );
  }

  /** Writes what was done, and gives up the claims of what was refused. */
  private async conclude<T>(
    domain: DomainName,
    claimed: readonly { readonly claim: Claim; readonly tx: Effects }[],
    outcomes: readonly Outcome<T>[],
  ): Promise<void> {
    const effects: Effects[] = [];
    const answers: Answer[] = [];
    const refused: Claim[] = [];
    claimed.forEach(({ claim, tx }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined || 'refused' in outcome) return refused.push(claim);
      answers.push({ ...claim, answer: outcome.done });
      return effects.push(tx);
    });
    await writeEffects(this.db, domain, effects, answers);
    if (refused.length > 0)
      await this.db.query(sql`
        delete from ${raw(domain)}.answer where (actor_id, client_mutation_id) in (
          select * from unnest(${refused.map((claim) => claim.actor_id)}::text[],
            ${refused.map((claim) => claim.client_mutation_id)}::uuid[]))`);
  }
}

/** @throws DomainError INVALID_INPUT when the command's clientMutationId is no UUID. */
export function checkCommand({ clientMutationId }: Command): void {
  if (!isUuid(clientMutationId))
    throw new DomainError(Codes.INVALID_INPUT, 'clientMutationId 应为 UUID', [
      { path: 'clientMutationId', code: 'NOT_A_UUID', message: 'clientMutationId 应为 UUID' },
    ]);
}

function claimOf(command: Command): Claim {
  checkCommand(command);
  const { name, actor, clientMutationId, input } = command;
  return {
    actor_id: actorId(actor),
    client_mutation_id: (clientMutationId ?? '').toLowerCase(),
    command: name,
    input_hash: sha256(canonical({ name, input: input ?? null })),
  };
}

const keyOf = (claim: Pick<Claim, 'actor_id' | 'client_mutation_id'>): string =>
  `${claim.actor_id}/${claim.client_mutation_id}`;

const mismatch = (): DomainError =>
  new DomainError(Codes.IDEMPOTENCY_MISMATCH, '同一请求编号已用于另一内容，请刷新后重试');
