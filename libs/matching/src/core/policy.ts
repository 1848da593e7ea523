import { actorId, isMember, isOfficerFor, type Actor } from '@jihui/kernel';
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

/** What deciding about a pair of a need and an expert takes of the expert. */
export interface ExpertPlace {
  readonly personId: string;
  readonly divisionCode: string;
  /** In the bank and known to whoever signed in. */
  readonly listed: boolean;
}

const isSelf = (actor: Actor, { personId }: ExpertPlace): boolean =>
  actor.kind === 'person' && actorId(actor) === personId;

/** Whether the actor may know of the expert: everybody signed in while listed, the expert and the bureau in charge at any time. */
export const mayKnowExpert = (actor: Actor, expert: ExpertPlace): boolean =>
  actor.kind === 'person' &&
  (expert.listed || isSelf(actor, expert) || isOfficerFor(actor, expert.divisionCode, 'OFFICER'));

/** Whether the actor may see how a need and an expert fit: who sees the need's matches, and the expert of an online need. */
export const maySeeExpertPair = (actor: Actor, need: ListingPlace, expert: ExpertPlace): boolean =>
  mayKnowExpert(actor, expert) &&
  (maySeeMatches(actor, need) || (isSelf(actor, expert) && maySeeListing(actor, need)));
