import type { RegisterReason } from '../gql/graphql.js';

/** Which reasons each act may give; the server holds the same and refuses others. */
export const REASONS_OF = {
  decline: ['NOT_OUR_STAFF', 'AGENCY_DISAGREES', 'INFORMATION_WRONG', 'OTHER'],
  return: ['INCOMPLETE', 'INFORMATION_WRONG', 'NOT_QUALIFIED', 'OTHER'],
  suspend: ['OWN_REQUEST', 'LEFT_AGENCY', 'INACTIVE', 'INTEGRITY_CHECK', 'COMPLAINT', 'OTHER'],
  exit: ['OWN_REQUEST', 'LEFT_AGENCY', 'OTHER'],
  remove: ['VIOLATION', 'LEFT_AGENCY', 'INACTIVE', 'COMPLAINT', 'OTHER'],
  withdrawDesignation: ['NOT_QUALIFIED', 'OWN_REQUEST', 'INACTIVE', 'COMPLAINT', 'VIOLATION', 'OTHER'],
} as const satisfies Readonly<Record<string, readonly RegisterReason[]>>;
export type ReasonedAction = keyof typeof REASONS_OF;
