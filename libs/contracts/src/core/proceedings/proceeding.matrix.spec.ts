import { readFileSync } from 'node:fs';
import { DomainError } from '@jihui/kernel';
import { aCase, actors, BUYER, SELLER, type Who } from '../../../test/contract.fixture.js';
import { aProceeding } from '../../../test/proceeding.fixture.js';
import { proceedingLifecycle, type ProceedingAction, type ProceedingState } from './lifecycle.js';
import { moved, proceedingMachine } from './perform.js';
import type { OpenedBy } from './proceeding.js';

interface Matrix {
  readonly states: readonly ProceedingState[];
  readonly byItself: readonly ProceedingAction[];
  readonly actions: Readonly<
    Partial<Record<ProceedingAction, Readonly<Partial<Record<ProceedingState, ProceedingState>>>>>
  >;
  readonly openers: Readonly<Record<OpenedBy, readonly Who[]>>;
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/proceeding.matrix.json', import.meta.url), 'utf8'),
) as Matrix;
const now = new Date('2026-11-23T02:00:00Z');
const owners: Readonly<Record<OpenedBy, string>> = { APPLICANT: SELLER, PARTY: BUYER, REGISTRY: SELLER };

const outcome = (openedBy: OpenedBy, state: ProceedingState, action: ProceedingAction, who: Who): string => {
  const proceeding = aProceeding('OBJECTION', 'somebody', {
    state,
    openedBy,
    organisationId: owners[openedBy],
  });
  try {
    return proceedingMachine.perform(
      aCase({ state: 'REGISTERED' }, { proceeding }),
      action,
      actors[who],
      now,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
};

describe('the paper’s matrix of action, state, opener and role', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...proceedingLifecycle.states].sort());
    expect([...matrix.byItself, ...Object.keys(matrix.actions)].sort()).toEqual(
      [...proceedingLifecycle.actions].sort(),
    );
  });
  it.each(Object.keys(matrix.openers) as OpenedBy[])(
    'opened by %s is its own side’s to write',
    (openedBy) => {
      for (const state of matrix.states)
        for (const action of proceedingLifecycle.actions)
          for (const who of Object.keys(actors) as Who[]) {
            const got = outcome(openedBy, state, action, who);
            const mine = matrix.openers[openedBy].includes(who) && !matrix.byItself.includes(action);
            const expected = matrix.actions[action]?.[state] ?? 'ILLEGAL_TRANSITION';
            if (mine) expect([state, action, who, got]).toEqual([state, action, who, expected]);
            else expect(['FORBIDDEN', 'UNAUTHENTICATED', 'CONTRACT.CONFLICT_OF_INTEREST']).toContain(got);
          }
    },
  );
  it('takes no step that its table does not have', () => {
    const granted = aProceeding('CHANGE', 'somebody', { state: 'GRANTED' });
    expect(() => moved(granted, 'grant')).toThrow('cannot grant');
  });
});
