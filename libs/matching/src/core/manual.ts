import {
  act,
  allow,
  defineLifecycle,
  deny,
  hasRole,
  Violations,
  type Actor,
  type Violation,
} from '@jihui/kernel';

export type ManualMatchState = 'ACTIVE' | 'WITHDRAWN';

/** A broker's own match of a need and a result (reference D2). */
export interface ManualMatch {
  readonly id: string;
  readonly version: number;
  readonly state: ManualMatchState;
  readonly needId: string;
  readonly resultId: string;
  readonly agencyId: string;
  readonly personId: string;
  readonly reason: string;
  readonly createdAt: Date;
}

export const manualLifecycle = defineLifecycle<ManualMatchState, 'withdraw'>({
  name: 'manual match',
  initial: 'ACTIVE',
  table: { ACTIVE: { withdraw: 'WITHDRAWN' }, WITHDRAWN: {} },
});

export const manualMachine = act<ManualMatch, ManualMatchState, 'withdraw'>({
  lifecycle: manualLifecycle,
  stateOf: (match) => match.state,
  rules: { withdraw: [] },
  policy: {
    withdraw: (actor, match) =>
      hasRole(actor, match.agencyId, 'BROKER') ? allow : deny('只有推荐该组合的经纪机构可以撤回'),
  },
});

/** The agency for which the actor acts as a broker; undefined where there is none. */
export const agencyOf = (actor: Actor): string | undefined =>
  actor.kind !== 'person'
    ? undefined
    : actor.memberships.find(
        (membership) =>
          membership.kind === 'BROKER_AGENCY' && hasRole(actor, membership.organisationId, 'BROKER'),
      )?.organisationId;

/** What is wrong with a reason that both owners will read. */
export const checkReason = (reason: string): readonly Violation[] =>
  new Violations().text('reason', '推荐理由', reason, { min: 5, max: 500 }).found;
