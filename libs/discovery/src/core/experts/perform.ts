import { act, type Actor, type Violation } from '@jihui/kernel';
import type { Expert } from './expert.js';
import { expertLifecycle } from './lifecycle.js';
import { expertPolicy } from './policy.js';
import { expertRules } from './rules.js';

/** Where an action on an expert is decided. */
export const expertMachine = act({
  lifecycle: expertLifecycle,
  stateOf: (expert: Expert) => expert.state,
  rules: expertRules,
  policy: expertPolicy,
});

/** What still keeps a profile from being submitted. */
export const missingOfExpert = (expert: Expert, actor: Actor, now: Date): readonly Violation[] =>
  expertRules.submit.flatMap((rule) => [...rule(expert, { actor, now })]);
