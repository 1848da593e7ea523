import { TECH_FIELDS } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import { accessNotice, maskContact, type Access, type NdaConsent } from './core/access.js';
import type { ListingContent } from './core/listing.js';
import type { Contact, ListingFacts } from './core/types.js';

/** What a card reads of any listing. */
export interface ReadListing extends ListingFacts {
  readonly title: string;
  readonly visibility: ListingContent['visibility'];
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly keywords: readonly string[];
  readonly cooperationModes: ListingContent['cooperationModes'];
  readonly ownerName: string;
  readonly ownerKind: string;
  readonly nda: NdaConsent;
}

export const nameIn = (
  table: Readonly<Record<string, string>>,
  code: string | number | null,
): string | null => (code === null ? null : (table[String(code)] ?? null));

/** What a place outside the city is called: its listings are offered here all the same. */
export const OUTSIDE = '市外';

/** The contact as this access shows it. */
const contactView = (contact: Contact, access: Access) =>
  access === 'FULL' ? { ...contact, masked: false } : { ...maskContact(contact), masked: true };

/** The form's fields, without those that the viewer may not read. */
export function formView<C extends ListingContent>(body: C, access: Access, hidden: readonly string[]) {
  const { contact, validUntil, ...form } = body;
  const shown = Object.entries<unknown>(form).map(([field, value]) => [
    field,
    hidden.includes(field) ? null : value,
  ]);
  return {
    ...(Object.fromEntries(shown) as Partial<typeof form>),
    validUntil: access === 'FULL' ? validUntil : null,
    contact: hidden.includes('contact') ? null : contactView(contact, access),
  };
}

/** What a card shows of any listing: where it belongs, how it stands, how it may be read. */
export const cardView = (
  source: ReadListing,
  {
    access,
    signedIn,
    hidden,
    city,
  }: { access: Access; signedIn: boolean; hidden: readonly string[]; city: City },
) => ({
  access,
  id: source.id,
  version: source.version,
  code: source.code,
  title: source.title,
  visibility: source.visibility,
  hiddenFields: hidden,
  accessNotice: accessNotice(access, signedIn, source.nda),
  ownerKind: source.ownerKind,
  divisionCode: source.divisionCode,
  divisionName: city.divisionName(source.divisionCode) ?? OUTSIDE,
  cluster: source.cluster,
  clusterName: source.cluster === null ? null : (city.clusterName(source.cluster) ?? null),
  techField: source.techField,
  techFieldName: nameIn(TECH_FIELDS, source.techField),
  keywords: source.keywords,
  cooperationModes: source.cooperationModes,
  stateReason: access === 'FULL' ? source.stateReason : null,
  expiresOn: source.expiresOn,
  submittedAt: access === 'FULL' ? source.submittedAt : null,
  publishedAt: source.publishedAt,
  createdAt: source.createdAt,
  updatedAt: source.updatedAt,
});

/** Fields that every card holds: a list that asks for no other never reads the forms. */
export const CARD_FIELDS = [
  'id',
  'version',
  'code',
  'state',
  'online',
  'title',
  'visibility',
  'hiddenFields',
  'accessNotice',
  'owner',
  'ownerName',
  'ownerKind',
  'divisionCode',
  'divisionName',
  'cluster',
  'clusterName',
  'techField',
  'techFieldName',
  'keywords',
  'cooperationModes',
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
] as const;
