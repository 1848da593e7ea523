import { act, type Actor, type Rule, type Violation } from '@jihui/kernel';
import { needLifecycle } from './need.lifecycle.js';
import { needPolicy } from './need.policy.js';
import { needRules } from './need.rules.js';
import type { Need } from './need.js';
import { resultLifecycle } from './result.lifecycle.js';
import { resultPolicy } from './result.policy.js';
import { resultRules } from './result.rules.js';
import type { Result } from './result.js';

const without = <A extends string, E>(rules: { readonly [action in A]: readonly Rule<E>[] }) =>
  Object.fromEntries(Object.keys(rules).map((action) => [action, []])) as unknown as {
    readonly [action in A]: readonly Rule<E>[];
  };

/**
 * Who may act in which state, without the rules: asked before an input is looked at, so that who
 * may not act learns nothing of it. The machine then decides on what the input made of the result.
 */
export const resultGate = act({
  lifecycle: resultLifecycle,
  stateOf: (result: Result) => result.state,
  rules: without(resultRules),
  policy: resultPolicy,
});

/** The same for needs. */
export const needGate = act({
  lifecycle: needLifecycle,
  stateOf: (need: Need) => need.state,
  rules: without(needRules),
  policy: needPolicy,
});

/** Where an action on a result is decided. */
export const resultMachine = act({
  lifecycle: resultLifecycle,
  stateOf: (result: Result) => result.state,
  rules: resultRules,
  policy: resultPolicy,
});

/** Where an action on a need is decided. */
export const needMachine = act({
  lifecycle: needLifecycle,
  stateOf: (need: Need) => need.state,
  rules: needRules,
  policy: needPolicy,
});

/** What still keeps a draft from being submitted. */
export const missingOfResult = (result: Result, actor: Actor, now: Date): readonly Violation[] =>
  resultRules.submit.flatMap((rule) => [...rule(result, { actor, now })]);

export const missingOfNeed = (need: Need, actor: Actor, now: Date): readonly Violation[] =>
  needRules.submit.flatMap((rule) => [...rule(need, { actor, now })]);
