import { act, type Rule } from '@jihui/kernel';
import { organisationLifecycle, type OrganisationAction } from './lifecycle.js';
import type { OrganisationCase } from './organisation.js';
import { organisationPolicy } from './policy.js';

const none: readonly Rule<OrganisationCase>[] = [];

/**
 * Decides on every act on an organisation. Nothing in an organisation's own state stands in an
 * act's way; what is filled in is checked by `checkForm` and `checkOwnEdit` where it comes in.
 */
export const organisations = act({
  lifecycle: organisationLifecycle,
  stateOf: ({ organisation }: OrganisationCase) => organisation.state,
  rules: {
    edit: none,
    correct: none,
    approve: none,
    reject: none,
    resubmit: none,
    suspend: none,
    reinstate: none,
  } satisfies { readonly [action in OrganisationAction]: readonly Rule<OrganisationCase>[] },
  policy: organisationPolicy,
});
