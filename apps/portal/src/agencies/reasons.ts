import type { RegisterReason } from '../gql/graphql.js';

/** Which reasons each act may give; the server holds the same and refuses others. */
export const REASONS_OF = {
  return: ['INCOMPLETE', 'INFORMATION_WRONG', 'NOT_QUALIFIED', 'OTHER'],
  suspend: ['OWN_REQUEST', 'INACTIVE', 'INTEGRITY_CHECK', 'COMPLAINT', 'OTHER'],
  exit: ['OWN_REQUEST', 'CLOSED', 'OTHER'],
  remove: ['VIOLATION', 'CLOSED', 'INACTIVE', 'COMPLAINT', 'OTHER'],
  withdrawDesignation: ['NOT_QUALIFIED', 'OWN_REQUEST', 'INACTIVE', 'COMPLAINT', 'VIOLATION', 'OTHER'],
} as const satisfies Readonly<Record<string, readonly RegisterReason[]>>;
export type ReasonedAction = keyof typeof REASONS_OF;
/** Forms that a button of an agency's page opens. */
export type AgencyFormKind = ReasonedAction | 'designate' | 'recordSupport';
/** Which form of an agency's page is open; a record of support is withdrawn where it stands. */
export type AgencyForm = AgencyFormKind | { readonly withdraws: string };
