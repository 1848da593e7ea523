import { randomUUID } from 'node:crypto';
import type { Membership, OrganisationKind, PersonActor, Role } from '@jihui/kernel';

/** The demo city's own code; its counties begin with the same four digits. */
export const CITY = '140900';
/** One county of that city. */
export const COUNTY = '140981';

/** A person with these memberships; a new one each time unless `personId` is given. */
export const aPerson = (person: Partial<Omit<PersonActor, 'kind'>> = {}): PersonActor => ({
  kind: 'person',
  personId: person.personId ?? randomUUID(),
  memberships: person.memberships ?? [],
});

type Place = Partial<Omit<Membership, 'roles'>> & { readonly personId?: string };

/** A member of one organisation of that kind with those roles; a new organisation unless one is given. */
export const aMember = (kind: OrganisationKind, roles: readonly Role[], place: Place = {}): PersonActor =>
  aPerson({
    ...(place.personId === undefined ? {} : { personId: place.personId }),
    memberships: [
      {
        organisationId: place.organisationId ?? randomUUID(),
        kind: place.kind ?? kind,
        divisionCode: place.divisionCode ?? CITY,
        roles,
      },
    ],
  });

export const aResearcher = (place?: Place): PersonActor => aMember('UNIVERSITY', ['RESEARCHER'], place);
export const aTransferOfficer = (place?: Place): PersonActor =>
  aMember('UNIVERSITY', ['TRANSFER_OFFICER'], place);
export const anEnterprisePerson = (place?: Place): PersonActor =>
  aMember('ENTERPRISE', ['TRANSFER_OFFICER'], place);
export const aBroker = (place?: Place): PersonActor => aMember('BROKER_AGENCY', ['BROKER'], place);
export const anOfficer = (place?: Place): PersonActor => aMember('BUREAU_CITY', ['OFFICER'], place);
export const aRegistrar = (place?: Place): PersonActor => aMember('BUREAU_CITY', ['REGISTRAR'], place);
export const anOrgAdmin = (place?: Place): PersonActor => aMember('ENTERPRISE', ['ORG_ADMIN'], place);
export const aPlatformAdmin = (place?: Place): PersonActor =>
  aMember('BUREAU_CITY', ['PLATFORM_ADMIN'], place);

/** The one organisation of such a person. */
export function organisationOf(person: PersonActor): string {
  const membership = person.memberships[0];
  if (membership === undefined) throw new Error('this person belongs to no organisation');
  return membership.organisationId;
}
