import { Injectable } from '@nestjs/common';
import { Codes, DomainError, legalDayOf, notFound, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, Work, type Tx } from '@jihui/platform';
import { ContractFacts } from './contract-facts.js';
import { snapshotOf } from './contract-snapshot.js';
import type { Contract, Deficiency } from './core/contract.js';
import type { CaseFacts, ContractCase } from './core/facts.js';
import { DECISIONS, type Action, type State } from './core/lifecycle.js';
import { contractMachine } from './core/perform.js';
import type { Proceeding } from './core/proceedings/proceeding.js';
import { sightOf } from './core/sight.js';
import { ContractsStore, type Locked } from './store/contracts.store.js';
import { formDigest } from './store/form-digest.js';
import type { ReviewRow, ReviewStage, ReviewVerdict } from './store/parts.row.js';
import { PartsStore } from './store/parts.store.js';

export interface Target {
  readonly clientMutationId: string;
  readonly id: string;
  readonly expectedVersion: number;
}

/** What a change has at hand. */
export interface Change {
  readonly tx: Tx;
  readonly subject: ContractCase;
  readonly personId: string;
}

/** What a verb does to the contract besides its state, and what is written beside it. */
export interface Outcome {
  readonly patch?: Partial<Contract>;
  /** Stands in the history; shown to the applicant where it concerns it. */
  readonly reason?: string | null;
  readonly review?: ReviewNote;
  /** Done when everything else of the decision stands: what others must wait for, such as a number. */
  readonly last?: () => Promise<Partial<Contract>>;
  /** Written beside the changed contract. */
  readonly beside?: (next: Contract) => Promise<void>;
  /** The proceeding of which the others are told. */
  readonly proceeding?: Proceeding;
}

/**
 * What the input itself has wrong: told together with what the rules find, to those who may act. Where it depends on the
 * contract it is asked of the one that is locked.
 */
export type Wrong =
  readonly Violation[] | ((change: Change) => readonly Violation[] | Promise<readonly Violation[]>);

export interface ReviewNote {
  readonly stage: ReviewStage;
  readonly verdict: ReviewVerdict;
  readonly opinion: string;
  readonly grounds?: readonly string[];
  readonly deficiencies?: readonly Deficiency[];
}

/** The legal day of the decision, for a verb that decides. */
export const dayDecided = (action: Action, contract: Contract, now: Date): Contract['decidedOn'] =>
  DECISIONS.includes(action) ? legalDayOf(now) : contract.decidedOn;

export const streamOf = (contractId: string): string => `Contract:${contractId}`;
const records = new WeakMap<Contract, object>();
/** What the history is held to: the contract with its form's digest in the form's place; of one contract one record. */
export function recordOf(contract: Contract): object {
  const known = records.get(contract);
  if (known !== undefined) return known;
  const record = { ...contract, form: formDigest(contract.form) };
  records.set(contract, record);
  return record;
}
export const textStreamOf = (contractId: string): string => `ContractText:${contractId}`;

export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
  return actor.personId;
}

/** What a review that leads here judged is kept whole: it may change later, and a return is held to what it could see. */
const KEEPS_FORM: readonly State[] = ['APPROVED', 'REGISTERED', 'RETURNED'];

/**
 * The contract, for who may see it; whoever comes as the bureau is kept away by a former organisation or a declared
 * relation as well. @throws DomainError NOT_FOUND.
 */
export function seenBy(actor: Actor, found: Locked | undefined): Contract {
  const sight = found === undefined ? 'NONE' : sightOf(actor, found.contract);
  const isKeptAway =
    actor.kind === 'person' &&
    found?.tied.includes(actor.personId) &&
    (sight === 'REGISTRY' || sight === 'BUREAU');
  if (found === undefined || sight === 'NONE' || isKeptAway) throw notFound('登记申请');
  return found.contract;
}

export const peopleOf = (actor: Actor): readonly string[] =>
  actor.kind === 'person' ? [actor.personId] : [];

/** The one way in which a contract changes: lock, decide, save, record, tell. */
@Injectable()
export class ContractChanges {
  constructor(
    private readonly work: Work,
    private readonly store: ContractsStore,
    private readonly parts: PartsStore,
    private readonly facts: ContractFacts,
  ) {}

  /**
   * Carries out the verb in one transaction.
   * @throws DomainError NOT_FOUND for what the actor may not see; STALE_VERSION when somebody changed it
   * meanwhile; what the machine refuses, with what is `wrong` with the input; what `carryOut` throws.
   */
  async perform(
    actor: Actor,
    name: string,
    action: Action,
    target: Target,
    carryOut: (change: Change, next: State) => Outcome | Promise<Outcome>,
    wrong: Wrong = [],
  ): Promise<{ id: string }> {
    const command = {
      domain: 'contracts',
      name,
      actor,
      clientMutationId: target.clientMutationId,
      input: target,
      keyed: true,
    } as const;
    checkIds(target.id);
    return this.work.run(command, async (tx) => {
      const contract = await this.visible(actor, target.id);
      if (contract.version !== target.expectedVersion) throw staleVersion();
      await this.apply(tx, actor, contract, action, carryOut, { wrong });
      return { id: contract.id };
    });
  }

  /** The same without an expected version, for files: adding one never undoes another's change. */
  async performNow<T>(
    actor: Actor,
    name: string,
    action: Action,
    id: string,
    carryOut: (change: Change, next: State) => Promise<{ readonly outcome: Outcome; readonly answer: T }>,
  ): Promise<T> {
    checkIds(id);
    return this.work.run({ domain: 'contracts', name, actor }, async (tx) => {
      const contract = await this.visible(actor, id);
      let answer: T | undefined;
      await this.apply(tx, actor, contract, action, async (change, state) => {
        const done = await carryOut(change, state);
        answer = done.answer;
        return done.outcome;
      });
      return answer as T;
    });
  }

  /** Whether the actor could do it now; changes nothing. @throws what {@link perform} would. */
  async performDry(actor: Actor, action: Action, id: string): Promise<Contract> {
    checkIds(id);
    return this.work.run({ domain: 'contracts', name: 'check', actor }, async (tx) => {
      const subject = await this.facts.of(await this.visible(actor, id), tx.now);
      contractMachine.perform(subject, action, actor, tx.now);
      return subject.contract;
    });
  }

  /** Every view of a file is recorded, in a stream of its own, before a byte is sent (reference A7). */
  async recordView(
    actor: Actor,
    file: { readonly contractId: string; readonly name: string },
  ): Promise<void> {
    await this.work.run({ domain: 'contracts', name: 'viewFile', actor }, (tx) =>
      tx.audit({ stream: textStreamOf(file.contractId), action: 'viewText', reason: file.name }),
    );
  }

  /** Locked. @throws DomainError NOT_FOUND for what the actor may not see. */
  async visible(actor: Actor, id: string): Promise<Contract> {
    return seenBy(actor, (await this.store.lockTied(peopleOf(actor), [id])).get(id));
  }

  /** Carries out the verb on a locked contract, with facts and faults of the input that only its caller knows. */
  async apply(
    tx: Tx,
    actor: Actor,
    contract: Contract,
    action: Action,
    carryOut: (change: Change, next: State) => Outcome | Promise<Outcome>,
    { known = {}, wrong = [] }: { readonly known?: Partial<CaseFacts>; readonly wrong?: Wrong } = {},
  ): Promise<void> {
    const gathered = await this.facts.of(contract, tx.now);
    const subject = { contract, facts: { ...gathered.facts, ...known } };
    const change = { tx, subject, personId: personOf(actor) };
    const found = typeof wrong === 'function' ? await wrong(change) : wrong;
    const state = contractMachine.perform(subject, action, actor, tx.now, found);
    const outcome = await carryOut(change, state);
    const decidedOn = dayDecided(action, contract, tx.now);
    const decided: Contract = {
      ...contract,
      decidedOn,
      ...outcome.patch,
      state,
      version: contract.version + 1,
    };
    if (outcome.review) {
      const reviewed = { ...subject, contract: decided };
      this.parts.addReviews(tx, [await this.reviewOf(reviewed, personOf(actor), outcome.review, tx.now)]);
    }
    const next = await this.written(contract, decided, outcome);
    await this.tell(tx, action, next, {
      before: contract,
      reason: outcome.reason,
      proceeding: outcome.proceeding,
    });
  }

  private async written(before: Contract, decided: Contract, outcome: Outcome): Promise<Contract> {
    const next = { ...decided, ...(await outcome.last?.()) };
    await this.store.save(before, next);
    await outcome.beside?.(next);
    return next;
  }

  /** Writes the history and tells the other domains. */
  async tell(
    tx: Tx,
    action: string,
    contract: Contract,
    past: {
      readonly before?: Contract;
      readonly reason?: string | null;
      readonly proceeding?: Proceeding | undefined;
    } = {},
  ): Promise<void> {
    await tx.audit({
      stream: streamOf(contract.id),
      action,
      ...(past.before === undefined ? {} : { before: recordOf(past.before) }),
      after: recordOf(contract),
      reason: past.reason ?? null,
    });
    await tx.emit('contracts.contract', {
      aggregateId: contract.id,
      version: contract.version,
      action,
      payload: snapshotOf(contract, past.proceeding),
    });
  }

  /** The review of a contract as the decision leaves it, with all that the verdict rests on. */
  async reviewOf(subject: ContractCase, reviewerId: string, note: ReviewNote, at: Date): Promise<ReviewRow> {
    const { contract } = subject;
    return {
      id: uuidv7(),
      contractId: contract.id,
      stage: note.stage,
      verdict: note.verdict,
      reviewerId,
      opinion: note.opinion,
      grounds: note.grounds ?? [],
      deficiencies: note.deficiencies ?? [],
      basis: {
        ...(await this.facts.basisOf(subject, at)),
        ...(KEEPS_FORM.includes(contract.state) ? { form: contract.form } : {}),
      },
      at,
    };
  }
}
