import { organisationsOf, type Actor } from '@jihui/kernel';

/** The token everybody holds. */
export const ANYONE = 'anyone';
/** The token of whoever has signed in. */
export const SIGNED_IN = 'signed-in';
/** The token of an organisation's members. */
export const ofOrganisation = (id: string): string => `organisation:${id}`;

/** Which faces of documents someone may find: the tokens held, or null for a job, which finds all. */
export type Viewer = readonly string[] | null;

export function viewerOf(actor: Actor): Viewer {
  switch (actor.kind) {
    case 'anonymous':
      return [ANYONE];
    case 'person':
      return [ANYONE, SIGNED_IN, ...organisationsOf(actor).map(ofOrganisation)];
    case 'system':
      return null;
  }
}
