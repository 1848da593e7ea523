import { TRL_LEVELS, type Actor } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import { accessOf, hiddenFields, RESULT_BEYOND_TEASER, RESULT_UNDER_NDA, teaserOf } from './core/access.js';
import { isOnlineResult, type Result } from './core/result.js';
import type { ResultContent } from './core/types.js';
import { CARD_FIELDS, cardView, formView, nameIn, type ReadListing } from './listing.view.js';

/** A result as it is read: a card always, its form where that was asked for. */
export interface ReadResult extends ReadListing, Omit<Result, 'content'> {
  readonly summary: string;
  readonly trl: number | null;
  readonly priceMode: ResultContent['priceMode'];
  readonly priceMin: ResultContent['priceMin'];
  readonly priceMax: ResultContent['priceMax'];
  readonly stateEstablished: boolean;
  readonly body?: ResultContent;
}

const FIELDS = { underNda: RESULT_UNDER_NDA, beyondTeaser: RESULT_BEYOND_TEASER };

/** A result as the graph shows it to the actor; what needs a further look-up is resolved by field. */
export function resultView(source: ReadResult, actor: Actor, city: City) {
  const signedIn = actor.kind !== 'anonymous';
  const access = accessOf(actor, source, source.visibility, source.nda);
  const hidden = hiddenFields(access, signedIn, FIELDS);
  return {
    ...(source.body === undefined ? {} : formView(source.body, access, hidden)),
    ...cardView(source, { access, signedIn, hidden, city }),
    source,
    state: source.state,
    online: isOnlineResult(source.state),
    summary: access === 'TEASER' ? teaserOf(source.summary) : source.summary,
    owner: { __typename: 'Organisation' as const, id: source.ownerId },
    ownerName: source.ownerName,
    priceDisclosureRequired: source.stateEstablished,
    trl: source.trl,
    trlName: nameIn(TRL_LEVELS, source.trl),
    priceMode: source.priceMode,
    priceMin: hidden.includes('priceMin') ? null : source.priceMin,
    priceMax: hidden.includes('priceMax') ? null : source.priceMax,
  };
}
export type ResultView = ReturnType<typeof resultView>;

/** Fields that a result's card holds. */
export const RESULT_CARD_FIELDS: ReadonlySet<string> = new Set([
  ...CARD_FIELDS,
  'summary',
  'priceDisclosureRequired',
  'trl',
  'trlName',
  'priceMode',
  'priceMin',
  'priceMax',
  'registeredContracts',
  'signedDeals',
]);
