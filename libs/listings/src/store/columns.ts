import { raw } from '@jihui/platform';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Columns of the listing (alias l) under the names of its row class. pg would turn a date into an instant. */
const columns = (names: readonly string[], dates: readonly string[]): string =>
  names.map((name) => `l.${snake(name)}${dates.includes(name) ? '::text' : ''} as "${name}"`).join(', ');

const SHARED = [
  'id',
  'version',
  'code',
  'state',
  'ownerId',
  'createdBy',
  'scopeCode',
  'divisionCode',
  'title',
  'visibility',
  'cluster',
  'techField',
  'keywords',
  'cooperationModes',
  'stateReason',
  'submittedAt',
  'stateSince',
  'publishedAt',
  'expiresOn',
  'createdAt',
  'updatedAt',
];
/** Of the body (alias l), under its own names: what a list shows of it. */
const ofBody = (names: readonly string[]): string =>
  names.map((name) => `l.body -> '${name}' as "${name}"`).join(', ');

/** What a list shows of a result: of its body the price alone. */
export const RESULT_CARD = raw(
  `${columns(
    [...SHARED, 'summary', 'trl', 'priceMode', 'unitApprovedBy', 'unitApprovedAt', 'validityParameter'],
    ['expiresOn'],
  )}, ${ofBody(['priceMin', 'priceMax'])}`,
);
/** What a list shows of a need: of its body the budget alone. */
export const NEED_CARD = raw(
  `${columns(
    [
      ...SHARED,
      'description',
      'anonymous',
      'needType',
      'urgency',
      'wantsChallenge',
      'quality',
      'neededBy',
      'validityParameter',
    ],
    ['expiresOn', 'neededBy'],
  )}, ${ofBody(['budgetNegotiable', 'budgetMin', 'budgetMax'])}`,
);
export const BODY = raw('l.body');
/** The owner's columns (alias o). */
export const OWNER_CARD = raw(
  'o.name as "ownerName", o.kind as "ownerKind", o.state_established as "stateEstablished"',
);
