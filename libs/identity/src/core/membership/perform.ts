import { act } from '@jihui/kernel';
import { membershipLifecycle } from './lifecycle.js';
import type { MembershipCase } from './membership.js';
import { membershipPolicy } from './policy.js';
import { membershipRules } from './rules.js';

/** Decides on every act on a membership. */
export const memberships = act({
  lifecycle: membershipLifecycle,
  stateOf: ({ membership }: MembershipCase) => membership.state,
  rules: membershipRules,
  policy: membershipPolicy,
});
