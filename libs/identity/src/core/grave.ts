/**
 * What hands out or takes away power over others, or all that an organisation has: a stolen or forgotten session must not be enough for it. Mutations in
 * which the password is asked for each time (`createAccessToken`, `eraseMyself`, `changePassword`) need no further proof of
 * whoever has no second factor; who has one is asked for it by their service.
 */
export const GRAVE = [
  // Roles
  'inviteMember',
  'approveMembership',
  'changeMemberRoles',
  'suspendMember',
  'reinstateMember',
  'removeMember',
  // Accounts
  'suspendPerson',
  'reinstatePerson',
  'resetSecondFactor',
  // Everything an organisation has, in one archive
  'exportOrganisation',
  'fetchOrganisationExport',
  // An approved bureau approves others, and registered facts decide which rules hold for an organisation.
  'approveOrganisation',
  'correctOrganisation',
  'suspendOrganisation',
  'reinstateOrganisation',
] as const;
