import { act, type Actor, type Violation } from '@jihui/kernel';
import { needLifecycle } from './need.lifecycle.js';
import { needPolicy } from './need.policy.js';
import { needRules } from './need.rules.js';
import type { Need } from './need.js';
import { resultLifecycle } from './result.lifecycle.js';
import { resultPolicy } from './result.policy.js';
import { resultRules } from './result.rules.js';
import type { Result } from './result.js';

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
