import { TECH_FIELDS, type Actor } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import {
  accessNotice,
  accessOf,
  hiddenFields,
  NEED_BEYOND_TEASER,
  NEED_UNDER_NDA,
  teaserOf,
  type Access,
  type NdaConsent,
} from './core/access.js';
import { isOnlineNeed, type Need } from './core/need.js';
import { demandQuality } from './core/quality.js';
import type { NeedContent } from './core/types.js';
import { contactView, OUTSIDE } from './result.view.js';

/** A need as it is read: a card always, its form where that was asked for. */
export interface ReadNeed extends Omit<Need, 'content'> {
  readonly title: string;
  readonly description: string;
  readonly visibility: NeedContent['visibility'];
  readonly anonymous: boolean;
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly needType: NeedContent['needType'];
  readonly urgency: NeedContent['urgency'];
  readonly wantsChallenge: boolean;
  readonly neededBy: string | null;
  readonly keywords: readonly string[];
  readonly cooperationModes: NeedContent['cooperationModes'];
  readonly budgetNegotiable: NeedContent['budgetNegotiable'];
  readonly budgetMin: NeedContent['budgetMin'];
  readonly budgetMax: NeedContent['budgetMax'];
  readonly ownerName: string;
  readonly ownerKind: string;
  readonly nda: NdaConsent;
  readonly body?: NeedContent;
}

const FIELDS = { underNda: NEED_UNDER_NDA, beyondTeaser: NEED_BEYOND_TEASER };

function formView(body: NeedContent, access: Access, hidden: readonly string[]) {
  const { contact, validUntil, ...form } = body;
  const shown = Object.entries(form).map(([field, value]) => [field, hidden.includes(field) ? null : value]);
  return {
    ...(Object.fromEntries(shown) as Partial<typeof form>),
    quality: demandQuality(body),
    validUntil: access === 'FULL' ? validUntil : null,
    contact: hidden.includes('contact') ? null : contactView(contact, access),
  };
}

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
    ...(source.body === undefined ? {} : formView(source.body, access, hidden)),
    source,
    access,
    id: source.id,
    version: source.version,
    code: source.code,
    state: source.state,
    online: isOnlineNeed(source.state),
    title: source.title,
    description: access === 'TEASER' ? teaserOf(source.description) : source.description,
    visibility: source.visibility,
    hiddenFields: hidden,
    accessNotice: accessNotice(access, signedIn, source.nda),
    owner: unnamed ? null : { __typename: 'Organisation' as const, id: source.ownerId },
    ownerName: unnamed ? null : source.ownerName,
    ownerKind: source.ownerKind,
    anonymous: source.anonymous,
    divisionCode: source.divisionCode,
    divisionName: city.divisionName(source.divisionCode) ?? OUTSIDE,
    cluster: source.cluster,
    clusterName: source.cluster === null ? null : (city.clusterName(source.cluster) ?? null),
    techField: source.techField,
    techFieldName:
      source.techField === null
        ? null
        : ((TECH_FIELDS as Readonly<Record<string, string>>)[source.techField] ?? null),
    needType: source.needType,
    urgency: source.urgency,
    wantsChallenge: source.wantsChallenge,
    neededBy: source.neededBy,
    keywords: source.keywords,
    cooperationModes: source.cooperationModes,
    budgetNegotiable: hidden.includes('budgetNegotiable') ? null : source.budgetNegotiable,
    budgetMin: hidden.includes('budgetMin') ? null : source.budgetMin,
    budgetMax: hidden.includes('budgetMax') ? null : source.budgetMax,
    stateReason: access === 'FULL' ? source.stateReason : null,
    expiresOn: source.expiresOn,
    submittedAt: access === 'FULL' ? source.submittedAt : null,
    publishedAt: source.publishedAt,
    createdAt: source.createdAt,
    updatedAt: source.updatedAt,
  };
}
export type NeedView = ReturnType<typeof needView>;

/** Fields that a card holds: a list that asks for no other never reads the forms. */
export const NEED_CARD_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'version',
  'code',
  'state',
  'online',
  'title',
  'description',
  'visibility',
  'hiddenFields',
  'accessNotice',
  'owner',
  'ownerName',
  'ownerKind',
  'anonymous',
  'divisionCode',
  'divisionName',
  'cluster',
  'clusterName',
  'techField',
  'techFieldName',
  'needType',
  'urgency',
  'wantsChallenge',
  'neededBy',
  'keywords',
  'cooperationModes',
  'budgetNegotiable',
  'budgetMin',
  'budgetMax',
  'stateReason',
  'expiresOn',
  'submittedAt',
  'publishedAt',
  'createdAt',
  'updatedAt',
  'timeline',
  'myNda',
  'matches',
  '__typename',
]);
