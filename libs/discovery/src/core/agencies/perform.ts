import { act, type Actor, type Violation } from '@jihui/kernel';
import type { Agency } from './agency.js';
import { agencyLifecycle, type AgencyState } from './lifecycle.js';
import { agencyPolicy } from './policy.js';
import { agencyRules } from './rules.js';

/** Where an action on an agency's entry is decided. */
export const agencyMachine = act({
  lifecycle: agencyLifecycle,
  // No agency waits for an agency's confirmation: the lifecycle does not lead there.
  stateOf: (agency: Agency) => agency.state as AgencyState,
  rules: agencyRules,
  policy: agencyPolicy,
});

/** What still keeps an entry from being submitted. */
export const missingOfAgency = (agency: Agency, actor: Actor, now: Date): readonly Violation[] =>
  agencyRules.submit.flatMap((rule) => [...rule(agency, { actor, now })]);
