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
/** An amount in 分 is a number to us; pg would tell a bigint as text. */
const amounts = (names: readonly string[]): string =>
  names.map((name) => `l.${snake(name)}::float8 as "${name}"`).join(', ');

/** A result's row without its form. */
export const RESULT_ROW = raw(
  columns(
    [...SHARED, 'summary', 'trl', 'priceMode', 'unitApprovedBy', 'unitApprovedAt', 'validityParameter'],
    ['expiresOn'],
  ),
);
/** A need's row without its form. */
export const NEED_ROW = raw(
  columns(
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
  ),
);
/** What lists show of the forms besides. */
export const RESULT_AMOUNTS = raw(amounts(['priceMin', 'priceMax']));
export const NEED_AMOUNTS = raw(
  `l.budget_negotiable as "budgetNegotiable", ${amounts(['budgetMin', 'budgetMax'])}`,
);
export const BODY = raw('l.body');
/** The owner's columns (alias o). */
export const OWNER_CARD = raw(
  'o.name as "ownerName", o.kind as "ownerKind", o.state_established as "stateEstablished"',
);
