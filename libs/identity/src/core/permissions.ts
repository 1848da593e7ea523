import { scopesOf, type Actor, type OrganisationKind, type PersonActor, type Role } from '@jihui/kernel';

/** What the portal's menus are shown by; a button on a thing comes from its own available actions. */
export const PERMISSIONS = [
  'REGISTER_ORGANISATION',
  'DRAFT_RESULT',
  'APPROVE_RESULT',
  'POST_NEED',
  'HANDLE_DEAL',
  'BROKER_DEAL',
  'APPLY_FOR_REGISTRATION',
  'MANAGE_ORGANISATION',
  'REVIEW_LISTING',
  'REVIEW_ORGANISATION',
  'REVIEW_CONTRACT',
  'HANDLE_MISCONDUCT',
  'ADMINISTER_PLATFORM',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const BUREAUS: readonly OrganisationKind[] = ['BUREAU_CITY', 'BUREAU_COUNTY'];
/** A seller sees no officer's menu, and an officer no seller's (vendure#4056). */
const BUSINESS: readonly Permission[] = [
  'APPROVE_RESULT',
  'POST_NEED',
  'HANDLE_DEAL',
  'APPLY_FOR_REGISTRATION',
];

function permissionsOfRole(role: Role, kind: OrganisationKind): readonly Permission[] {
  switch (role) {
    case 'MEMBER':
      return [];
    case 'RESEARCHER':
      return ['DRAFT_RESULT'];
    case 'TRANSFER_OFFICER':
      return ['DRAFT_RESULT', ...BUSINESS];
    case 'BROKER':
      return ['BROKER_DEAL'];
    case 'OFFICER':
      return ['REVIEW_LISTING', 'REVIEW_ORGANISATION'];
    case 'REGISTRAR':
      return ['REVIEW_CONTRACT'];
    case 'INSPECTOR':
      return ['HANDLE_MISCONDUCT'];
    case 'ORG_ADMIN':
      if (BUREAUS.includes(kind)) return ['MANAGE_ORGANISATION'];
      return [
        'MANAGE_ORGANISATION',
        'DRAFT_RESULT',
        ...BUSINESS,
        ...(kind === 'BROKER_AGENCY' ? (['BROKER_DEAL'] as const) : []),
      ];
    case 'PLATFORM_ADMIN':
      return ['ADMINISTER_PLATFORM'];
  }
}

/** What the person may do somewhere, in a fixed order. */
export function permissionsOf(actor: PersonActor): readonly Permission[] {
  const held = new Set<Permission>(['REGISTER_ORGANISATION']);
  for (const { kind, roles } of actor.memberships)
    for (const role of roles) for (const permission of permissionsOfRole(role, kind)) held.add(permission);
  return PERMISSIONS.filter((permission) => held.has(permission));
}

/** The divisions for which the actor is an officer or a registrar, with the roles held there. */
export function divisionScopesOf(
  actor: Actor,
): readonly { readonly divisionCode: string; readonly roles: readonly Role[] }[] {
  const offices: readonly Role[] = ['OFFICER', 'REGISTRAR'];
  const codes = [...new Set(scopesOf(actor, ...offices))].sort();
  return codes.map((divisionCode) => ({
    divisionCode,
    roles: offices.filter((role) => scopesOf(actor, role).includes(divisionCode)),
  }));
}
