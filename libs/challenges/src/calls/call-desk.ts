import { Injectable } from '@nestjs/common';
import {
  Codes,
  DomainError,
  legalDayOf,
  notFound,
  type Actor,
  type LegalDay,
  type Violation,
} from '@jihui/kernel';
import { checkIds, Parameters, staleVersion, Work, type Tx } from '@jihui/platform';
import type { Call } from '../core/calls/call.js';
import type { CallAction } from '../core/calls/lifecycle.js';
import { CALL_PARAMETERS, type CallParameter, type CallRules } from '../core/calls/parameters.js';
import { callMachine, callSightOf } from '../core/calls/perform.js';
import { NO_REVIEW, type CallCase } from '../core/calls/rules.js';
import { CallsStore } from '../store/calls.store.js';
import { CustodianKeysStore } from '../store/custodian-keys.store.js';
import { FactsStore } from '../store/facts.store.js';
import { ReviewsStore } from '../store/reviews.store.js';
import { VoicesStore } from '../store/voices.store.js';
import { ReleasesService } from '../open-data/releases.service.js';
import { CallSnapshots } from './call-snapshots.js';

/** The part of every input that names the call and the version that was read. */
export interface Target {
  readonly clientMutationId?: string | null;
  readonly id: string;
  readonly expectedVersion: number;
}

/** What a step changes, what the history keeps of it, and what is wrong with what was asked. */
export interface Step {
  readonly change?: Partial<Call>;
  readonly reason?: string | null;
  readonly wrong?: readonly Violation[];
}

export interface Changed {
  readonly id: string;
}

const NAMES = Object.entries(CALL_PARAMETERS) as readonly (readonly [CallParameter, { name: string }])[];

/** The one way in which a call is changed: visible → current → allowed → changed → kept → told. */
@Injectable()
export class CallDesk {
  constructor(
    private readonly work: Work,
    private readonly store: CallsStore,
    private readonly facts: FactsStore,
    private readonly voices: VoicesStore,
    private readonly keys: CustodianKeysStore,
    private readonly reviews: ReviewsStore,
    private readonly snapshots: CallSnapshots,
    private readonly parameters: Parameters,
    private readonly releases: ReleasesService,
  ) {}

  /** The numbers by which calls are judged on that day. */
  async rules(day: LegalDay): Promise<CallRules> {
    const versions = await this.parameters.on(
      NAMES.map(([, { name }]) => name),
      day,
    );
    const values = NAMES.map(([key, { name }]) => [key, versions.get(name)?.value ?? 0] as const);
    return Object.fromEntries(values) as unknown as CallRules;
  }

  /** What is looked at when calls are judged now, for a page of them in a fixed number of statements. */
  async cases(calls: readonly Call[], now: Date): Promise<readonly CallCase[]> {
    if (calls.length === 0) return [];
    const rules = await this.rules(legalDayOf(now));
    const open = await this.voices.open(calls.map(({ id }) => id));
    const served = await this.facts.servedCounties(calls.map(({ divisionCode }) => divisionCode));
    const keys = (await this.keys.of(calls.map(({ id }) => id))).filter(({ provedAt }) => provedAt !== null);
    const reviews = await this.reviews.facts(calls);
    const missing = ({ id, plan }: Call): number =>
      plan.custodians.filter(
        ({ personId }) => !keys.some((key) => key.callId === id && key.personId === personId),
      ).length;
    return calls.map((call) => ({
      call,
      rules,
      openObjections: open.get(call.id) ?? 0,
      countyServed: served.has(call.divisionCode),
      keysMissing: missing(call),
      review: reviews.get(call.id) ?? NO_REVIEW,
    }));
  }

  async caseOf(call: Call, now: Date): Promise<CallCase> {
    const [subject] = await this.cases([call], now);
    if (subject === undefined) throw new Error('no case');
    return subject;
  }

  /**
   * Does the action, with what `step` makes of it, in one transaction.
   * @throws DomainError NOT_FOUND for a hidden call, STALE_VERSION, and what the core refuses with.
   */
  act(
    actor: Actor,
    name: string,
    action: CallAction,
    input: Target,
    step: (subject: CallCase, tx: Tx) => Promise<Step> | Step = () => ({}),
    then: (call: Call, tx: Tx) => Promise<void> = async () => {},
  ): Promise<Changed> {
    return this.run(actor, name, input, async (tx) => {
      const subject = await this.open(actor, input, tx.now);
      const call = await this.perform(tx, actor, subject, action, step, name);
      await then(call, tx);
      return { id: call.id };
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
    return this.work.run({ domain: 'challenges', name, actor, clientMutationId, input }, work);
  }

  /** The call, locked, for somebody who may see it; hidden and missing look alike. */
  async open(actor: Actor, input: Pick<Target, 'id'> & Partial<Target>, now: Date): Promise<CallCase> {
    if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(input.id);
    const call = await this.store.lock(input.id);
    if (call === undefined || (actor.kind !== 'system' && callSightOf(actor, call) === 'NONE'))
      throw notFound('该榜单');
    if (input.expectedVersion !== undefined && call.version !== input.expectedVersion) throw staleVersion();
    return this.caseOf(call, now);
  }

  /** The call, locked, for who was found to have a part in it, such as an expert of its panel. */
  async locked(id: string): Promise<Call> {
    const call = await this.store.lock(id);
    if (call === undefined) throw notFound('该榜单');
    return call;
  }

  /**
   * One step of a call that is locked. What the step itself would change counts for the rules: an approval of an
   * incomplete plan is refused, and so is a plan that makes it so.
   */
  async perform(
    tx: Tx,
    actor: Actor,
    subject: CallCase,
    action: CallAction,
    step: (subject: CallCase, tx: Tx) => Promise<Step> | Step = () => ({}),
    name: string = action,
  ): Promise<Call> {
    callMachine.permit(subject, action, actor);
    const { change = {}, reason = null, wrong = [] } = await step(subject, tx);
    const state = callMachine.perform(subject, action, actor, tx.now, wrong);
    return this.keep(tx, subject.call, { ...change, state }, name, reason);
  }

  /** Saves, audits and tells. */
  async keep(
    tx: Tx,
    before: Call,
    change: Partial<Call>,
    action: string,
    reason: string | null,
  ): Promise<Call> {
    await this.store.save(before, change);
    const after = { ...before, ...change, version: before.version + 1, updatedAt: tx.now };
    await tx.audit({ stream: callStream(before.id), action, before, after, reason });
    await this.tell(tx, after, action);
    return after;
  }

  /**
   * Emits the call as it is now, and publishes what of it everybody may read.
   * @param concerned whom the step answers, such as an objector: nobody else is told who it was
   */
  async tell(tx: Tx, call: Call, action: string, concerned: readonly string[] = []): Promise<void> {
    await this.releases.publish(tx, call);
    const payload = await this.snapshots.of(call, concerned);
    await tx.emit('challenges.call', { aggregateId: call.id, version: call.version, action, payload });
  }
}

export const callStream = (id: string): string => `Call:${id}`;
