import { covers, hasRole, isMember, scopesOf, type Actor } from '@jihui/kernel';
import { buyerHidden, partyOf, type Deal, type Side } from './types.js';

/** What the actor is to the deal; the store's visibility condition says the same in SQL. */
export type ViewerRole = Side | 'BROKER' | 'INVITED_BROKER' | 'OFFICER';

export const SIDES: readonly Side[] = ['SELLER', 'BUYER'];

const personId = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);

/** Sides that the actor acts for: TRANSFER_OFFICER or ORG_ADMIN of that side's organisation. */
export const officerSides = (actor: Actor, deal: Deal): readonly Side[] =>
  SIDES.filter((side) => hasRole(actor, partyOf(deal, side).organisationId, 'TRANSFER_OFFICER'));

/** Sides on which the actor is a researcher who takes part in this deal. */
export const researcherSides = (actor: Actor, deal: Deal): readonly Side[] => {
  const id = personId(actor);
  return SIDES.filter((side) => {
    const party = partyOf(deal, side);
    return id !== null && party.people.includes(id) && hasRole(actor, party.organisationId, 'RESEARCHER');
  });
};

/** Every side on which the actor sees the deal. */
export const sidesOf = (actor: Actor, deal: Deal): readonly Side[] => {
  const officer = officerSides(actor, deal);
  const researcher = researcherSides(actor, deal);
  return SIDES.filter((side) => officer.includes(side) || researcher.includes(side));
};

const brokers = (actor: Actor, deal: Deal, state: 'INVITED' | 'JOINED'): readonly string[] =>
  deal.brokers
    .filter((broker) => broker.state === state && hasRole(actor, broker.organisationId, 'BROKER'))
    .map((broker) => broker.organisationId);

/** Agencies of the actor that have joined the deal. */
export const joinedAgencies = (actor: Actor, deal: Deal): readonly string[] => brokers(actor, deal, 'JOINED');

/** Whether the actor is an officer of a bureau that covers that side's division. */
const isBureauOf = (actor: Actor, deal: Deal, side: Side): boolean =>
  scopesOf(actor, 'OFFICER').some((scope) => covers(scope, partyOf(deal, side).divisionCode));

/** The actor's relation to the deal, the closest one first; null when the deal is hidden from them. */
export function roleOf(actor: Actor, deal: Deal): ViewerRole | null {
  const [side] = sidesOf(actor, deal);
  if (side !== undefined) return side;
  if (joinedAgencies(actor, deal).length > 0) return 'BROKER';
  if (brokers(actor, deal, 'INVITED').length > 0) return 'INVITED_BROKER';
  return SIDES.some((each) => isBureauOf(actor, deal, each)) ? 'OFFICER' : null;
}

/** Whether prices, messages, shared files, contacts and the signature are shown. */
export const readsRoom = (actor: Actor, deal: Deal): boolean => {
  const role = roleOf(actor, deal);
  return role === 'SELLER' || role === 'BUYER' || role === 'BROKER';
};

/**
 * Whether the anonymous buyer is hidden from this actor: its own people know it, and the bureau of its own
 * place; the bureau of the seller's is another county's.
 */
export const buyerHiddenFrom = (actor: Actor, deal: Deal): boolean =>
  buyerHidden(deal) &&
  !sidesOf(actor, deal).includes('BUYER') &&
  !(roleOf(actor, deal) === 'OFFICER' && isBureauOf(actor, deal, 'BUYER'));

/** Organisation for which the actor speaks here: a side's first, then a joined agency's. */
export function voiceOf(actor: Actor, deal: Deal): { organisationId: string; side: Side | null } | null {
  const [side] = sidesOf(actor, deal);
  if (side !== undefined) return { organisationId: partyOf(deal, side).organisationId, side };
  const [agency] = joinedAgencies(actor, deal);
  return agency === undefined ? null : { organisationId: agency, side: null };
}

/** Whether the person may read what this organisation keeps to itself in the deal. */
export const speaksFor = (actor: Actor, deal: Deal, organisationId: string): boolean =>
  isMember(actor, organisationId) &&
  (sidesOf(actor, deal).some((side) => partyOf(deal, side).organisationId === organisationId) ||
    joinedAgencies(actor, deal).includes(organisationId));
