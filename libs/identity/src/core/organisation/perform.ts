import { act, type Rule } from '@jihui/kernel';
import { platformKeepsAdmin } from '../platform-admins.js';
import { ROLES_OF_KIND } from '../membership/roles.js';
import { organisationLifecycle, type OrganisationAction } from './lifecycle.js';
import type { Organisation, OrganisationCase } from './organisation.js';
import { organisationPolicy } from './policy.js';

const none: readonly Rule<OrganisationCase>[] = [];

/** Whether its members can be administrators of the platform. */
export const hasPlatformAdmins = ({ kind }: Pick<Organisation, 'kind'>): boolean =>
  ROLES_OF_KIND[kind].includes('PLATFORM_ADMIN');

const leavesPlatformAdministered: Rule<OrganisationCase> = ({ organisation, platformAdmins }) =>
  platformKeepsAdmin(platformAdmins, ({ organisationId }) => organisationId === organisation.id);

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
    suspend: [leavesPlatformAdministered],
    reinstate: none,
  } satisfies { readonly [action in OrganisationAction]: readonly Rule<OrganisationCase>[] },
  policy: organisationPolicy,
});
