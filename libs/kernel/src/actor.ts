/** What a member may do inside an organisation. */
export const ROLES = [
  'MEMBER',
  'RESEARCHER',
  'TRANSFER_OFFICER',
  'BROKER',
  'OFFICER',
  'REGISTRAR',
  /** 纪检监督: handles reports of misconduct, and no call. */
  'INSPECTOR',
  'ORG_ADMIN',
  'PLATFORM_ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = [
  'UNIVERSITY',
  'INSTITUTE',
  'ENTERPRISE',
  'BROKER_AGENCY',
  'BUREAU_CITY',
  'BUREAU_COUNTY',
  'FINANCIAL_INSTITUTION',
  'OTHER',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Membership {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  /** GB/T 2260 code of the organisation's place, e.g. 140981. */
  readonly divisionCode: string;
  readonly roles: readonly Role[];
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  /** Only approved, unsuspended memberships: the authenticator leaves the others out. */
  readonly memberships: readonly Membership[];
}
/** A job, the importer at the command line, the seed: named so that the audit shows which. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}
export type Actor = AnonymousActor | PersonActor | SystemActor;

/** Stands for nobody in person: no row has it, so no session ever speaks for it. */
export const NO_PERSON = '00000000-0000-7000-8000-000000000000';
/** An organisation's administrator and nobody in person: what is somebody's own, at another organisation perhaps, is no organisation's. */
export const administratorOf = (organisation: Omit<Membership, 'roles'>): PersonActor => ({
  kind: 'person',
  personId: NO_PERSON,
  memberships: [{ ...organisation, roles: ['MEMBER', 'ORG_ADMIN'] }],
});

export const anonymous: AnonymousActor = { kind: 'anonymous' };
export const system = (name: string): SystemActor => ({ kind: 'system', name });

export const actorId = (actor: Actor): string => {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'person':
      return actor.personId;
    case 'system':
      return `system:${actor.name}`;
  }
};

const memberships = (actor: Actor): readonly Membership[] =>
  actor.kind === 'person' ? actor.memberships : [];

/** Ids of the organisations the actor is an active member of. */
export const organisationsOf = (actor: Actor): readonly string[] =>
  memberships(actor).map((m) => m.organisationId);

export const isMember = (actor: Actor, organisationId: string): boolean =>
  memberships(actor).some((m) => m.organisationId === organisationId);

/** Whether the actor holds one of the roles in that organisation; ORG_ADMIN holds all business roles. */
export const hasRole = (actor: Actor, organisationId: string, ...roles: readonly Role[]): boolean =>
  memberships(actor).some(
    (m) =>
      m.organisationId === organisationId &&
      m.roles.some((role) => roles.includes(role) || role === 'ORG_ADMIN'),
  );

/** Organisations in which the actor holds one of the roles (or ORG_ADMIN). */
export const organisationsWithRole = (actor: Actor, ...roles: readonly Role[]): readonly string[] =>
  memberships(actor)
    .filter((m) => m.roles.some((role) => roles.includes(role) || role === 'ORG_ADMIN'))
    .map((m) => m.organisationId);

/** A city's code ends in 00 and covers its counties; a county's covers itself. */
export const covers = (scope: string, divisionCode: string): boolean =>
  scope.endsWith('0000')
    ? divisionCode.startsWith(scope.slice(0, 2))
    : scope.endsWith('00')
      ? divisionCode.startsWith(scope.slice(0, 4))
      : divisionCode === scope;

/** Division codes for which the actor is a bureau's person with one of the roles. */
export const scopesOf = (actor: Actor, ...roles: readonly Role[]): readonly string[] =>
  memberships(actor)
    .filter((m) => m.kind === 'BUREAU_CITY' || m.kind === 'BUREAU_COUNTY')
    .filter((m) => m.roles.some((role) => roles.includes(role)))
    .map((m) => m.divisionCode);

/** Whether the actor is a bureau's person with one of the roles whose scope covers the division. */
export const isOfficerFor = (actor: Actor, divisionCode: string, ...roles: readonly Role[]): boolean =>
  scopesOf(actor, ...roles).some((scope) => covers(scope, divisionCode));

export const isPlatformAdmin = (actor: Actor): boolean =>
  memberships(actor).some((m) => m.roles.includes('PLATFORM_ADMIN'));
