import { readFileSync } from 'node:fs';
import type { Actor, DomainError, Lifecycle, Machine } from '@jihui/kernel';

interface Matrix {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly states: Readonly<
    Record<string, Readonly<Record<string, { readonly to: string; readonly by: string }>>>
  >;
}

/** A committed expectation: who may do what in which state, and where it leads. */
export const matrixOf = (name: string): Matrix =>
  JSON.parse(readFileSync(new URL(`./${name}.matrix.json`, import.meta.url), 'utf8')) as Matrix;

/** Whether the lifecycle names the states and actions of the expectation, in both directions. */
export function expectSameWords(matrix: Matrix, lifecycle: Lifecycle<string, string>): void {
  expect(Object.keys(matrix.states).sort()).toEqual([...lifecycle.states].sort());
  const named = new Set(Object.values(matrix.states).flatMap((row) => Object.keys(row)));
  expect([...named].sort()).toEqual([...lifecycle.actions].sort());
}

/** What differs from the expectation, over every state, action and role. */
export function differences<E, S extends string, A extends string>(
  matrix: Matrix,
  machine: Machine<E, S, A>,
  entityIn: (state: S) => E,
  roles: Readonly<Record<string, Actor>>,
): string[] {
  const wrong: string[] = [];
  for (const state of machine.lifecycle.states)
    for (const action of machine.lifecycle.actions)
      for (const [role, actor] of Object.entries(roles)) {
        const cell = matrix.states[state]?.[action];
        const permitted = cell !== undefined && (matrix.groups[cell.by] ?? []).includes(role);
        const found = outcome(() => machine.permit(entityIn(state), action, actor));
        // Where the state has the action, whoever is refused is refused for who they are.
        const right = permitted
          ? found === cell.to
          : found === 'FORBIDDEN' || (cell === undefined && found === 'ILLEGAL_TRANSITION');
        if (!right) wrong.push(`${state} ${action} ${role}: ${found}`);
      }
  return wrong;
}

function outcome(permit: () => string): string {
  try {
    return permit();
  } catch (error) {
    return (error as DomainError).code;
  }
}
