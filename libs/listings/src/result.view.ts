import { TECH_FIELDS, TRL_LEVELS } from '@jihui/kernel';
import type { Actor } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import {
  accessNotice,
  accessOf,
  hiddenFields,
  maskContact,
  RESULT_BEYOND_TEASER,
  RESULT_UNDER_NDA,
  teaserOf,
  type Access,
  type NdaConsent,
} from './core/access.js';
import { isOnlineResult, type Result } from './core/result.js';
import type { Contact, ResultContent } from './core/types.js';

/** A result as it is read: a card always, its form where that was asked for. */
export interface ReadResult extends Omit<Result, 'content'> {
  readonly title: string;
  readonly summary: string;
  readonly visibility: ResultContent['visibility'];
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly trl: number | null;
  readonly keywords: readonly string[];
  readonly cooperationModes: ResultContent['cooperationModes'];
  readonly priceMode: ResultContent['priceMode'];
  readonly priceMin: ResultContent['priceMin'];
  readonly priceMax: ResultContent['priceMax'];
  readonly ownerName: string;
  readonly ownerKind: string;
  readonly stateEstablished: boolean;
  readonly nda: NdaConsent;
  readonly body?: ResultContent;
}

export const FIELDS = { underNda: RESULT_UNDER_NDA, beyondTeaser: RESULT_BEYOND_TEASER };

const nameIn = (table: Readonly<Record<string, string>>, code: string | number | null): string | null =>
  code === null ? null : (table[String(code)] ?? null);

/** What a place outside the city is called: its listings are offered here all the same. */
export const OUTSIDE = '市外';

/** The contact as this access shows it. */
export const contactView = (contact: Contact, access: Access) =>
  access === 'FULL' ? { ...contact, masked: false } : { ...maskContact(contact), masked: true };

/** The form's fields, without those that the viewer may not read. */
function formView(body: ResultContent, access: Access, hidden: readonly string[]) {
  const { contact, validUntil, ...form } = body;
  const shown = Object.entries(form).map(([field, value]) => [field, hidden.includes(field) ? null : value]);
  return {
    ...(Object.fromEntries(shown) as Partial<typeof form>),
    validUntil: access === 'FULL' ? validUntil : null,
    contact: hidden.includes('contact') ? null : contactView(contact, access),
  };
}

/** A result as the graph shows it to the actor; what needs a further look-up is resolved by field. */
export function resultView(source: ReadResult, actor: Actor, city: City) {
  const signedIn = actor.kind !== 'anonymous';
  const access = accessOf(actor, source, source.visibility, source.nda);
  const hidden = hiddenFields(access, signedIn, FIELDS);
  return {
    ...(source.body === undefined ? {} : formView(source.body, access, hidden)),
    source,
    access,
    id: source.id,
    version: source.version,
    code: source.code,
    state: source.state,
    online: isOnlineResult(source.state),
    title: source.title,
    summary: access === 'TEASER' ? teaserOf(source.summary) : source.summary,
    visibility: source.visibility,
    hiddenFields: hidden,
    accessNotice: accessNotice(access, signedIn, source.nda),
    owner: { __typename: 'Organisation' as const, id: source.ownerId },
    ownerName: source.ownerName,
    ownerKind: source.ownerKind,
    priceDisclosureRequired: source.stateEstablished,
    divisionCode: source.divisionCode,
    divisionName: city.divisionName(source.divisionCode) ?? OUTSIDE,
    cluster: source.cluster,
    clusterName: source.cluster === null ? null : (city.clusterName(source.cluster) ?? null),
    techField: source.techField,
    techFieldName: nameIn(TECH_FIELDS, source.techField),
    trl: source.trl,
    trlName: nameIn(TRL_LEVELS, source.trl),
    keywords: source.keywords,
    cooperationModes: source.cooperationModes,
    priceMode: source.priceMode,
    priceMin: hidden.includes('priceMin') ? null : source.priceMin,
    priceMax: hidden.includes('priceMax') ? null : source.priceMax,
    stateReason: access === 'FULL' ? source.stateReason : null,
    expiresOn: source.expiresOn,
    submittedAt: access === 'FULL' ? source.submittedAt : null,
    publishedAt: source.publishedAt,
    createdAt: source.createdAt,
    updatedAt: source.updatedAt,
  };
}
export type ResultView = ReturnType<typeof resultView>;

/** Fields that a card holds: a list that asks for no other never reads the forms. */
export const RESULT_CARD_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'version',
  'code',
  'state',
  'online',
  'title',
  'summary',
  'visibility',
  'hiddenFields',
  'accessNotice',
  'owner',
  'ownerName',
  'ownerKind',
  'priceDisclosureRequired',
  'divisionCode',
  'divisionName',
  'cluster',
  'clusterName',
  'techField',
  'techFieldName',
  'trl',
  'trlName',
  'keywords',
  'cooperationModes',
  'priceMode',
  'priceMin',
  'priceMax',
  'stateReason',
  'expiresOn',
  'submittedAt',
  'publishedAt',
  'createdAt',
  'updatedAt',
  'registeredContracts',
  'signedDeals',
  'timeline',
  'myNda',
  'matches',
  '__typename',
]);
