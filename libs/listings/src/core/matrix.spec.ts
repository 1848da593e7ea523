import { readFileSync } from 'node:fs';
import { type Actor, type DomainError, type Machine } from '@jihui/kernel';
import { aNeed, aResult, NOW, ROLES } from '../../test/examples.js';
import { NEED_ACTIONS, needLifecycle } from './need.lifecycle.js';
import { NEED_STATES, type Need } from './need.js';
import { needMachine, resultMachine } from './perform.js';
import { RESULT_ACTIONS, resultLifecycle } from './result.lifecycle.js';
import { RESULT_STATES, type Result } from './result.js';

interface Matrix {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly states: Readonly<
    Record<string, Readonly<Record<string, { readonly to: string; readonly by: string }>>>
  >;
}
const matrixOf = (name: string): Matrix =>
  JSON.parse(readFileSync(new URL(`../../test/${name}.matrix.json`, import.meta.url), 'utf8')) as Matrix;

/** Every action x state x role of the committed expectation, as the outcome it should have. */
function* expectations(matrix: Matrix, states: readonly string[], actions: readonly string[]) {
  const actors = Object.keys(matrix.groups);
  for (const state of states)
    for (const action of actions)
      for (const role of Object.keys(ROLES)) {
        const cell = matrix.states[state]?.[action];
        if (cell !== undefined && !actors.includes(cell.by)) throw new Error(`no group ${cell.by}`);
        const permitted = cell !== undefined && (matrix.groups[cell.by] ?? []).includes(role);
        yield { state, action, role, outcome: permitted ? cell.to : 'refused', known: cell !== undefined };
      }
}

const outcomeOf = <E, S extends string, A extends string>(
  machine: Machine<E, S, A>,
  entity: E,
  action: A,
  actor: Actor,
): string => {
  try {
    return machine.perform(entity, action, actor, NOW);
  } catch (error) {
    return (error as DomainError).code;
  }
};

const suites = [
  {
    name: 'result',
    states: RESULT_STATES as readonly string[],
    actions: RESULT_ACTIONS as readonly string[],
    lifecycle: resultLifecycle,
    outcome: (state: string, action: string, actor: Actor) =>
      outcomeOf(
        resultMachine,
        aResult({ state: state as Result['state'], unitApprovedBy: 'x' }),
        action as never,
        actor,
      ),
    available: (state: string, actor: Actor): readonly string[] =>
      resultMachine
        .availableActions(actor, aResult({ state: state as Result['state'], unitApprovedBy: 'x' }), NOW)
        .map((one) => one.action),
  },
  {
    name: 'need',
    states: NEED_STATES as readonly string[],
    actions: NEED_ACTIONS as readonly string[],
    lifecycle: needLifecycle,
    outcome: (state: string, action: string, actor: Actor) =>
      outcomeOf(needMachine, aNeed({ state: state as Need['state'] }), action as never, actor),
    available: (state: string, actor: Actor): readonly string[] =>
      needMachine
        .availableActions(actor, aNeed({ state: state as Need['state'] }), NOW)
        .map((one) => one.action),
  },
];

describe.each(suites)('the $name’s matrix', ({ name, states, actions, lifecycle, outcome, available }) => {
  const matrix = matrixOf(name);

  it('names the same states and actions as the code, in both directions', () => {
    expect(Object.keys(matrix.states).sort()).toEqual([...states].sort());
    const named = new Set(Object.values(matrix.states).flatMap((row) => Object.keys(row)));
    expect([...named].sort()).toEqual([...actions].sort());
    expect([...lifecycle.actions].sort()).toEqual([...actions].sort());
  });

  it('allows and refuses exactly what the expectation says, for every role', () => {
    const wrong: string[] = [];
    for (const cell of expectations(matrix, states, actions)) {
      const actor = ROLES[cell.role] as Actor;
      const found = outcome(cell.state, cell.action, actor);
      const refused = found === 'FORBIDDEN' || found === 'ILLEGAL_TRANSITION';
      const right = cell.outcome === 'refused' ? refused : found === cell.outcome;
      if (!right) wrong.push(`${cell.state} ${cell.action} ${cell.role}: ${found}, expected ${cell.outcome}`);
      // Where the state has the action, whoever is refused is refused for who they are.
      if (cell.outcome === 'refused' && cell.known && found !== 'FORBIDDEN')
        wrong.push(`${cell.state} ${cell.action} ${cell.role}: ${found}, expected FORBIDDEN`);
    }
    expect(wrong).toEqual([]);
  });

  it('offers exactly the actions that would be allowed', () => {
    for (const state of states)
      for (const [role, actor] of Object.entries(ROLES)) {
        const expected = actions.filter((action) => {
          const cell = matrix.states[state]?.[action];
          return cell !== undefined && (matrix.groups[cell.by] ?? []).includes(role);
        });
        expect([...available(state, actor)].sort()).toEqual([...expected].sort());
      }
  });
});
