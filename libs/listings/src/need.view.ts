import type { Actor } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import { accessOf, hiddenFields, NEED_BEYOND_TEASER, NEED_UNDER_NDA, teaserOf } from './core/access.js';
import { isOnlineNeed, type Need } from './core/need.js';
import { demandQuality } from './core/quality.js';
import type { NeedContent } from './core/types.js';
import { CARD_FIELDS, cardView, formView, type ReadListing } from './listing.view.js';

/** A need as it is read: a card always, its form where that was asked for. */
export interface ReadNeed extends ReadListing, Omit<Need, 'content'> {
  readonly description: string;
  readonly anonymous: boolean;
  readonly needType: NeedContent['needType'];
  readonly urgency: NeedContent['urgency'];
  readonly wantsChallenge: boolean;
  readonly neededBy: string | null;
  readonly budgetNegotiable: NeedContent['budgetNegotiable'];
  readonly budgetMin: NeedContent['budgetMin'];
  readonly budgetMax: NeedContent['budgetMax'];
  readonly body?: NeedContent;
}

const FIELDS = { underNda: NEED_UNDER_NDA, beyondTeaser: NEED_BEYOND_TEASER };

/** A need as the graph shows it to the actor. Who posted an anonymous one stays with its members and the bureau. */
export function needView(source: ReadNeed, actor: Actor, city: City) {
  const signedIn = actor.kind !== 'anonymous';
  const access = accessOf(actor, source, source.visibility, source.nda);
  const unnamed = source.anonymous && access !== 'FULL';
  const withheld = hiddenFields(access, signedIn, FIELDS);
  const hidden = unnamed
    ? [...new Set([...withheld, 'owner', 'ownerName', 'contact', 'ownerScale'])]
    : withheld;
  return {
    ...(source.body === undefined
      ? {}
      : { ...formView(source.body, access, hidden), quality: demandQuality(source.body) }),
    ...cardView(source, { access, signedIn, hidden, city }),
    source,
    state: source.state,
    online: isOnlineNeed(source.state),
    description: access === 'TEASER' ? teaserOf(source.description) : source.description,
    owner: unnamed ? null : { __typename: 'Organisation' as const, id: source.ownerId },
    ownerName: unnamed ? null : source.ownerName,
    anonymous: source.anonymous,
    needType: source.needType,
    urgency: source.urgency,
    wantsChallenge: source.wantsChallenge,
    neededBy: source.neededBy,
    budgetNegotiable: hidden.includes('budgetNegotiable') ? null : source.budgetNegotiable,
    budgetMin: hidden.includes('budgetMin') ? null : source.budgetMin,
    budgetMax: hidden.includes('budgetMax') ? null : source.budgetMax,
  };
}
export type NeedView = ReturnType<typeof needView>;

/** Fields that a need's card holds. */
export const NEED_CARD_FIELDS: ReadonlySet<string> = new Set([
  ...CARD_FIELDS,
  'description',
  'anonymous',
  'needType',
  'urgency',
  'wantsChallenge',
  'neededBy',
  'budgetNegotiable',
  'budgetMin',
  'budgetMax',
]);
