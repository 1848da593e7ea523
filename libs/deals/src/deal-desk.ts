import { Injectable } from '@nestjs/common';
import {
  Codes,
  DomainError,
  legalDayOf,
  addDays,
  notFound,
  type Actor,
  type PersonActor,
} from '@jihui/kernel';
import { checkIds, Parameters, staleVersion, Work, type Tx } from '@jihui/platform';
import { dealMachine } from './core/perform.js';
import { officerSides, roleOf } from './core/sight.js';
import { ownerOf, stageParameter } from './core/stages.js';
import type { DealAction } from './core/lifecycle.js';
import type { Deal, DealState } from './core/types.js';
import { DealSnapshots } from './deal-snapshots.js';
import { DealsStore, type DealPatch } from './store/deals.store.js';

/** The part of every input that names the deal and the version that was read. */
export interface DealInput {
  readonly clientMutationId?: string | null;
  readonly id: string;
  readonly expectedVersion: number;
}

/** What a step changes, and what the history keeps of it. */
export interface Outcome extends DealPatch {
  /** Opinion or reason, for the history. */
  readonly reason?: string | null;
  /** What the new stage rests on, in plain Chinese. */
  readonly evidence?: string;
}

/** A program acts through handlers and jobs; people are signed in. @throws UNAUTHENTICATED otherwise. */
export function signedIn(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
  return actor;
}

/** The one way in which a deal is changed: visible → current → allowed → changed → kept → told. */
@Injectable()
export class DealDesk {
  constructor(
    private readonly work: Work,
    private readonly store: DealsStore,
    private readonly snapshots: DealSnapshots,
    private readonly parameters: Parameters,
  ) {}

  /**
   * Does the action and what `step` adds to it, in one transaction.
   * @throws DomainError NOT_FOUND for a hidden deal, STALE_VERSION, and what the core refuses with.
   */
  act(
    actor: Actor,
    action: DealAction,
    input: DealInput,
    step: (deal: Deal, tx: Tx) => Promise<Outcome>,
  ): Promise<{ id: string }> {
    return this.run(actor, action, input, async (tx) => {
      const deal = await this.open(actor, input.id, input.expectedVersion);
      const next = dealMachine.perform(deal, action, actor, tx.now);
      const outcome = await step(deal, tx);
      await this.keep(actor, tx, deal, action, { state: next, ...outcome });
      return { id: deal.id };
    });
  }

  /** One command of this domain: one transaction, answered once per clientMutationId. */
  run<T>(
    actor: Actor,
    name: string,
    input: { readonly clientMutationId?: string | null },
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const { clientMutationId } = input;
    return this.work.run({ domain: 'deals', name, actor, clientMutationId, input }, work);
  }

  /**
   * The deal, locked, for somebody who may see it; hidden and missing look alike.
   * @param what what the sender asked for, e.g. a part of the deal: a refusal names that.
   */
  async open(actor: Actor, id: string, expectedVersion?: number, what = '该对接'): Promise<Deal> {
    checkIds(id);
    const deal = await this.store.lock(id);
    if (deal === undefined || (actor.kind !== 'system' && roleOf(actor, deal) === null)) throw notFound(what);
    if (expectedVersion !== undefined && deal.version !== expectedVersion) throw staleVersion();
    return deal;
  }

  /** Saves the change, the stage it leads to, the history, and tells the other domains. */
  async keep(actor: Actor, tx: Tx, deal: Deal, action: string, outcome: Outcome): Promise<Deal> {
    const { reason = null, evidence = '', ...patch } = outcome;
    const state = patch.state ?? deal.state;
    const moved = state !== deal.state;
    const dueOn = moved && patch.dueOn === undefined ? await this.dueOn(state, tx.now) : patch.dueOn;
    await this.store.save(deal, { ...patch, ...(dueOn === undefined ? {} : { dueOn }) });
    if (actor.kind === 'person')
      for (const side of officerSides(actor, deal))
        await this.store.addPerson(deal.id, actor.personId, side, tx.now);
    const changed = await this.current(deal.id);
    if (moved)
      await this.store.enterStage(
        deal.id,
        { state, owner: ownerOf(changed), dueOn: dueOn ?? null, evidence },
        tx.now,
      );
    await tx.audit({ stream: `Deal:${deal.id}`, action, before: deal, after: changed, reason });
    await this.tell(tx, changed, action, reason);
    return changed;
  }

  /** Emits the deal as it is now. */
  async tell(tx: Tx, deal: Deal, action: string, message: string | null): Promise<void> {
    const payload = await this.snapshots.of(deal, message);
    await tx.emit('deals.deal', { aggregateId: deal.id, version: deal.version, action, payload });
  }

  /** The day by which the stage should be over: a suggestion, never a bar. */
  async dueOn(state: DealState, now: Date): Promise<string | null> {
    const name = stageParameter(state);
    if (name === null) return null;
    const today = legalDayOf(now);
    const { value } = await this.parameters.int(name, today);
    return addDays(today, value);
  }

  async current(id: string): Promise<Deal> {
    const deal = await this.store.get(id);
    if (deal === undefined) throw notFound('该对接');
    return deal;
  }
}
