import type { OrganisationKind, PersonActor, Role } from '@jihui/kernel';

/** The part of config/demo/identity.json that says who is who. */
export interface DemoFile {
  readonly organisations: readonly {
    readonly key: string;
    readonly id: string;
    readonly name: string;
    readonly kind: OrganisationKind;
    readonly divisionCode: string;
  }[];
  readonly people: readonly {
    readonly key: string;
    readonly id: string;
    /** Left out for whoever works where the platform has no organisation. */
    readonly organisation?: string;
    readonly roles: readonly Role[];
  }[];
}

/** Somebody of the demo city, as they sign in. */
export function demoPerson(demo: DemoFile, key: string): PersonActor {
  const person = demo.people.find((one) => one.key === key);
  if (person === undefined) throw new Error(`the demo city has no ${key}`);
  const { id: personId, organisation, roles } = person;
  if (organisation === undefined) return { kind: 'person', personId, memberships: [] };
  const home = demo.organisations.find((one) => one.key === organisation);
  if (home === undefined) throw new Error(`the demo city has no ${organisation}`);
  const { id: organisationId, kind, divisionCode } = home;
  return { kind: 'person', personId, memberships: [{ organisationId, kind, divisionCode, roles }] };
}

/** Whoever keeps what the organisation of that name holds. */
export function officeOf(demo: DemoFile, name: string): { office: PersonActor; ownerId: string } {
  const home = demo.organisations.find((one) => one.name === name);
  const person = demo.people.find(
    ({ organisation, roles }) => organisation === home?.key && roles.includes('TRANSFER_OFFICER'),
  );
  if (home === undefined || person === undefined) throw new Error(`the demo city has no office of ${name}`);
  return { ownerId: home.id, office: demoPerson(demo, person.key) };
}
