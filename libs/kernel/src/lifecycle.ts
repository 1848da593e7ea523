/** state → action → next state. A state with no action is final. */
export type TransitionTable<S extends string, A extends string> = {
  readonly [state in S]: { readonly [action in A]?: S };
};

export interface Lifecycle<S extends string, A extends string> {
  readonly name: string;
  readonly initial: S;
  readonly states: readonly S[];
  readonly actions: readonly A[];
  readonly table: TransitionTable<S, A>;
  next(state: S, action: A): S | undefined;
}

/**
 * Declares a lifecycle as a table and checks it at once, so that a bad table stops the boot.
 * @throws Error when a transition leads to an undefined state or a state cannot be reached.
 */
export function defineLifecycle<S extends string, A extends string>(definition: {
  readonly name: string;
  readonly initial: S;
  readonly table: TransitionTable<S, A>;
}): Lifecycle<S, A> {
  const { name, initial, table } = definition;
  const states = Object.keys(table) as S[];
  const edges = (state: S): [A, S][] => Object.entries(table[state]) as [A, S][];

  if (!states.includes(initial)) throw new Error(`${name}: the initial state ${initial} is undefined`);
  for (const state of states)
    for (const [action, target] of edges(state))
      if (!states.includes(target))
        throw new Error(`${name}: ${state}.${action} leads to undefined state ${target}`);

  const reached = new Set<S>([initial]);
  const open: S[] = [initial];
  for (let state = open.pop(); state !== undefined; state = open.pop())
    for (const [, target] of edges(state))
      if (!reached.has(target)) {
        reached.add(target);
        open.push(target);
      }
  const unreachable = states.filter((state) => !reached.has(state));
  if (unreachable.length > 0) throw new Error(`${name}: unreachable state(s) ${unreachable.join(', ')}`);

  const actions = [...new Set(states.flatMap((state) => edges(state).map(([action]) => action)))];
  return { name, initial, states, actions, table, next: (state, action) => table[state][action] };
}

/** The lifecycle as a Mermaid state diagram, for a domain's README. */
export function toMermaid(lifecycle: Lifecycle<string, string>): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${lifecycle.initial}`];
  for (const state of lifecycle.states) {
    const edges = Object.entries(lifecycle.table[state] ?? {});
    for (const [action, target] of edges) lines.push(`  ${state} --> ${target}: ${action}`);
    if (edges.length === 0) lines.push(`  ${state} --> [*]`);
  }
  return lines.join('\n');
}
