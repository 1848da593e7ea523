import { isPlatformAdmin, organisationsOf, organisationsWithRole, scopesOf, type Actor } from '@jihui/kernel';

/** The token everybody holds. */
export const ANYONE = 'anyone';
/** The token of whoever has signed in. */
export const SIGNED_IN = 'signed-in';
/** The token of platform administrators. */
export const ADMINISTRATORS = 'administrators';
/** The token of an organisation's members. */
export const ofOrganisation = (id: string): string => `organisation:${id}`;
/** The token of an organisation's transfer office. */
export const ofOffice = (id: string): string => `office:${id}`;
/** The token of one person. */
export const ofPerson = (id: string): string => `person:${id}`;
/** The token of the bureau's people of a role whose scope is this place. */
export const ofBureau = (role: 'OFFICER' | 'REGISTRAR', place: string): string =>
  `${role.toLowerCase()}:${place}`;

/** Which faces of documents someone may find: the tokens held, or null for a job, which finds all. */
export type Viewer = readonly string[] | null;

export function viewerOf(actor: Actor): Viewer {
  switch (actor.kind) {
    case 'anonymous':
      return [ANYONE];
    case 'person':
      return [
        ANYONE,
        SIGNED_IN,
        ofPerson(actor.personId),
        ...organisationsOf(actor).map(ofOrganisation),
        ...organisationsWithRole(actor, 'TRANSFER_OFFICER').map(ofOffice),
        ...(['OFFICER', 'REGISTRAR'] as const).flatMap((role) =>
          scopesOf(actor, role).map((place) => ofBureau(role, place)),
        ),
        ...(isPlatformAdmin(actor) ? [ADMINISTRATORS] : []),
      ];
    case 'system':
      return null;
  }
}

/** The divisions in which a place lies, itself the first: GB/T 2260 numbers a county in a city in a province. */
export const areasOf = (code: string): string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
];
