import { Injectable } from '@nestjs/common';
import { legalDayOf, notFound, type Actor } from '@jihui/kernel';
import { checkIds, HolidayCalendars, staleVersion, Work, type Tx } from '@jihui/platform';
import { ContractChanges, personOf, type Outcome, type Target, type Wrong } from '../contract-changes.js';
import { ContractFacts } from '../contract-facts.js';
import type { Contract } from '../core/contract.js';
import type { CaseFacts, ContractCase } from '../core/facts.js';
import type { Action, State } from '../core/lifecycle.js';
import type { ContractParameters } from '../core/parameters.js';
import { isOwn, moved, proceedingMachine } from '../core/proceedings/perform.js';
import { WRITING, type ProceedingAction } from '../core/proceedings/lifecycle.js';
import type { Proceeding } from '../core/proceedings/proceeding.js';
import { ProceedingsStore } from '../store/proceedings.store.js';

/** What a step has at hand. */
export interface Step {
  readonly tx: Tx;
  readonly subject: ContractCase;
  readonly proceeding: Proceeding;
  readonly personId: string;
  /** 程序性规定 as they hold today: the contract's own pin says by what law it was judged, not how it is dealt with now. */
  readonly parameters: ContractParameters;
}
/** What a step does to the paper, and to the contract besides its state. */
export interface StepOutcome extends Omit<Outcome, 'proceeding' | 'review'> {
  readonly move: ProceedingAction;
  readonly paper?: Partial<Proceeding>;
}

/** The one way in which a proceeding moves: contract locked first, then the paper; both saved or neither. */
@Injectable()
export class ProceedingChanges {
  constructor(
    private readonly work: Work,
    private readonly changes: ContractChanges,
    private readonly facts: ContractFacts,
    private readonly proceedings: ProceedingsStore,
    private readonly calendars: HolidayCalendars,
  ) {}

  /**
   * Carries out a verb on the contract by way of the paper.
   * @throws DomainError NOT_FOUND for what the actor may not see; STALE_VERSION; what the machine refuses, with
   * what is `wrong` with the input.
   */
  async perform(
    actor: Actor,
    name: string,
    action: Action,
    target: Target,
    carryOut: (step: Step, next: State) => StepOutcome | Promise<StepOutcome>,
    wrong: Wrong = [],
  ): Promise<{ id: string }> {
    return this.run(actor, name, target, async (tx, subject, proceeding) => {
      const { parameters } = await this.facts.lawOn(legalDayOf(tx.now));
      const step = { tx, subject, proceeding, personId: personOf(actor), parameters };
      await this.changes.apply(
        tx,
        actor,
        subject.contract,
        action,
        async (_change, state) => {
          const { move, paper, ...outcome } = await carryOut(step, state);
          const next = moved(proceeding, move, paper);
          await this.proceedings.save(proceeding, next);
          return { ...outcome, proceeding: next };
        },
        { known: known(subject), wrong },
      );
      return { id: proceeding.id };
    });
  }

  /** Changes the paper alone, while it is being written. */
  async write(
    actor: Actor,
    name: string,
    target: Target,
    action: 'editDraft' | 'discard',
    carryOut: (step: Omit<Step, 'parameters'>) => Promise<Partial<Proceeding>>,
  ): Promise<{ id: string }> {
    return this.run(actor, name, target, async (tx, subject, proceeding) => {
      proceedingMachine.perform(subject, action, actor, tx.now);
      const paper = await carryOut({ tx, subject, proceeding, personId: personOf(actor) });
      await this.proceedings.save(proceeding, moved(proceeding, action, paper));
      await tx.audit({ stream: paperStream(proceeding.id), action, before: proceeding, reason: null });
      return { id: proceeding.id };
    });
  }

  /** Whether the paper is there for the actor; locks contract and paper. */
  async open(
    tx: Tx,
    actor: Actor,
    id: string,
  ): Promise<{ readonly subject: ContractCase; readonly proceeding: Proceeding }> {
    checkIds(id);
    const found = (await this.proceedings.byIds([id])).get(id);
    if (found === undefined) throw notFound('该事项');
    const contract = await this.changes.visible(actor, found.contractId).catch(() => {
      throw notFound('该事项');
    });
    const proceeding = await this.proceedings.lock(id);
    const subject = proceeding && (await this.caseOf(contract, proceeding, tx.now));
    if (!proceeding || !subject) throw notFound('该事项');
    const unseen = [...WRITING, 'DISCARDED'].includes(proceeding.state) && !isOwn(actor, subject, proceeding);
    if (unseen || proceeding.state === 'DISCARDED') throw notFound('该事项');
    return { subject, proceeding };
  }

  private run(
    actor: Actor,
    name: string,
    target: Target,
    work: (tx: Tx, subject: ContractCase, proceeding: Proceeding) => Promise<{ id: string }>,
  ): Promise<{ id: string }> {
    const command = {
      domain: 'contracts',
      name,
      actor,
      clientMutationId: target.clientMutationId,
      input: target,
    } as const;
    checkIds(target.id);
    return this.work.run(command, async (tx) => {
      const { subject, proceeding } = await this.open(tx, actor, target.id);
      if (proceeding.version !== target.expectedVersion) throw staleVersion();
      return work(tx, subject, proceeding);
    });
  }

  /** The contract with the paper that is acted on, instead of the one that is open. */
  private async caseOf(contract: Contract, proceeding: Proceeding, now: Date): Promise<ContractCase> {
    const subject = await this.facts.of(contract, now, await this.calendars.calendar());
    const files = (await this.proceedings.filesOf([proceeding.id])).get(proceeding.id) ?? [];
    const evidenceCount = files.filter(({ purpose }) => purpose === 'EVIDENCE').length;
    return { contract, facts: { ...subject.facts, proceeding, evidenceCount } };
  }
}

const known = ({ facts }: ContractCase): Partial<CaseFacts> => ({
  proceeding: facts.proceeding,
  pending: facts.pending,
  evidenceCount: facts.evidenceCount,
  objectionUntil: facts.objectionUntil,
  keptObjectors: facts.keptObjectors,
});

export const paperStream = (id: string): string => `Proceeding:${id}`;
