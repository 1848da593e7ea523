import { isMember, isOfficerFor, type Actor } from '@jihui/kernel';
import { agencyOf } from './manual.js';

/** What deciding about a listing's matches takes. */
export interface ListingPlace {
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly online: boolean;
}

/**
 * Whether the actor may see what a listing is matched with: its owner's members at any time, officers
 * of the bureau whose scope covers its place, and brokers while it is online.
 */
export const maySeeMatches = (actor: Actor, listing: ListingPlace): boolean =>
  isMember(actor, listing.ownerId) ||
  isOfficerFor(actor, listing.divisionCode, 'OFFICER') ||
  (listing.online && agencyOf(actor) !== undefined);

/** Whether the actor may see the listing itself as somebody's counterpart: like everybody, while it is online. */
export const maySeeListing = (actor: Actor, listing: ListingPlace): boolean =>
  actor.kind === 'person' &&
  (listing.online ||
    isMember(actor, listing.ownerId) ||
    isOfficerFor(actor, listing.divisionCode, 'OFFICER'));

/** Whether the actor may know who the owner of an anonymous need is. */
export const mayKnowOwner = (actor: Actor, listing: ListingPlace): boolean =>
  isMember(actor, listing.ownerId) || isOfficerFor(actor, listing.divisionCode, 'OFFICER');
