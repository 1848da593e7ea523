import { readFileSync } from 'node:fs';
import { actorId, DomainError } from '@jihui/kernel';
import { actors, aCase, type Who } from '../../test/contract.fixture.js';
import { aProceeding } from '../../test/proceeding.fixture.js';
import type { ContractCase } from './facts.js';
import { contractLifecycle, type Action, type State } from './lifecycle.js';
import { contractMachine } from './perform.js';
import type { Proceeding } from './proceedings/proceeding.js';
import { sightOf } from './sight.js';

interface Matrix {
  readonly states: readonly State[];
  readonly refusals: Readonly<Partial<Record<Who, string>>>;
  readonly refusalsOfRegistry: Readonly<Partial<Record<Who, string>>>;
  readonly registry: readonly Action[];
  readonly actions: {
    readonly [action in Action]: {
      readonly from: Readonly<Partial<Record<State, State>>>;
      readonly by: readonly Who[];
      readonly denied?: Readonly<Partial<Record<State, Readonly<Partial<Record<Who, string>>>>>>;
      readonly stopped?: Readonly<Partial<Record<State, Readonly<Partial<Record<Who, string>>>>>>;
    };
  };
  readonly sight: Readonly<Record<string, Readonly<Record<string, readonly Who[]>>>>;
}
const matrix = JSON.parse(
  readFileSync(new URL('../../test/contract.matrix.json', import.meta.url), 'utf8'),
) as Matrix;
const people = Object.keys(actors) as Who[];
const now = new Date('2026-11-23T02:00:00Z');

/** What is open on the contract in that state. */
function pendingIn(state: State): Proceeding | null {
  const firstReviewer = actorId(actors.firstReviewer);
  switch (state) {
    case 'CHANGE_PENDING':
      return aProceeding('CHANGE', firstReviewer);
    case 'SUPPLEMENT_PENDING':
      return aProceeding('SUPPLEMENT', firstReviewer);
    case 'CANCEL_PENDING':
      return aProceeding('CANCELLATION', firstReviewer);
    case 'REVOCATION_PENDING':
      return aProceeding('REVOCATION', firstReviewer);
    case 'OBJECTION_PENDING':
    case 'REJECTION_OBJECTED':
      return aProceeding('OBJECTION', 'somebody');
    default:
      return null;
  }
}

function caseIn(state: State): ContractCase {
  const reviewer = actors.firstReviewer.kind === 'person' ? actors.firstReviewer.personId : null;
  const reviewed = !['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'].includes(state);
  const proceeding = pendingIn(state);
  return aCase(
    {
      state,
      firstReviewerId: reviewed ? reviewer : null,
      correctionDueOn: state === 'RETURNED' ? '2026-11-20' : null,
      counterIntake: { clerkId: actorId(actors.clerk), note: '窗口代办', takenOverAt: null },
    },
    {
      fileKinds: ['CONTRACT_TEXT', 'IP_CERTIFICATE', 'EXPERT_OPINION'],
      proceeding,
      pending: proceeding,
      evidenceCount: 1,
      deputyId: state === 'FIRST_REVIEW' ? actorId(actors.deputy) : null,
    },
  );
}

function expected(action: Action, state: State, who: Who): string {
  const row = matrix.actions[action];
  const denied = row.denied?.[state]?.[who];
  if (denied !== undefined) return denied;
  if (!row.by.includes(who))
    return (
      matrix.refusals[who] ??
      (matrix.registry.includes(action) ? matrix.refusalsOfRegistry[who] : undefined) ??
      'FORBIDDEN'
    );
  return row.from[state] === undefined
    ? 'ILLEGAL_TRANSITION'
    : (row.stopped?.[state]?.[who] ?? row.from[state]);
}

function outcome(action: Action, state: State, who: Who): string {
  try {
    return contractMachine.perform(caseIn(state), action, actors[who], now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'INVALID_INPUT' ? (error.violations[0]?.code ?? 'INVALID_INPUT') : error.code;
  }
}

describe('the contract’s matrix of action, state and role', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...contractLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...contractLifecycle.actions].sort());
  });
  const cells = contractLifecycle.actions.flatMap((action) =>
    matrix.states.map((state) => [action, state] as const),
  );
  it.each(cells)('%s in %s', (action, state) => {
    const got = people.map((who) => [who, outcome(action, state, who)]);
    expect(got).toEqual(people.map((who) => [who, expected(action, state, who)]));
  });
  it.each(matrix.states)('offers in %s exactly what the matrix allows', (state) => {
    for (const who of people) {
      const offered = contractMachine.availableActions(actors[who], caseIn(state), now);
      const allowed = contractLifecycle.actions.filter(
        (action) =>
          matrix.actions[action].by.includes(who) &&
          matrix.actions[action].from[state] !== undefined &&
          matrix.actions[action].denied?.[state]?.[who] === undefined,
      );
      expect(offered.map(({ action }) => action).sort()).toEqual([...allowed].sort());
      for (const { action, enabled, reason } of offered) {
        const stopped = matrix.actions[action].stopped?.[state]?.[who];
        expect([action, enabled]).toEqual([action, stopped === undefined]);
        expect(reason === null).toBe(enabled);
      }
    }
  });
  it.each(matrix.states)('shows in %s exactly what the matrix says', (state) => {
    const rows = matrix.sight[state] ?? matrix.sight['*'] ?? {};
    for (const who of people) {
      const sight = Object.entries(rows).find(([, viewers]) => viewers.includes(who))?.[0] ?? 'NONE';
      expect([who, sightOf(actors[who], caseIn(state).contract)]).toEqual([who, sight]);
    }
  });
});
