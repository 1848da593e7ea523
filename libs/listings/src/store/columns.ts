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
/** What a list shows of a result: everything but its body. */
export const RESULT_CARD = raw(
  columns(
    [...SHARED, 'summary', 'trl', 'priceMode', 'unitApprovedBy', 'unitApprovedAt', 'validityParameter'],
    ['expiresOn'],
  ),
);
/** What a list shows of a need: everything but its body. */
export const NEED_CARD = raw(
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
export const BODY = raw('l.body');
/** The owner's columns (alias o). */
export const OWNER_CARD = raw(
  'o.name as "ownerName", o.kind as "ownerKind", o.state_established as "stateEstablished"',
);
