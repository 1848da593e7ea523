import type { ExpertReason } from '../gql/graphql.js';

/** Which reasons each act may give; the server holds the same and refuses others. */
export const REASONS_OF = {
  decline: ['NOT_OUR_STAFF', 'UNIT_DISAGREES', 'INFORMATION_WRONG', 'OTHER'],
  return: ['INCOMPLETE', 'INFORMATION_WRONG', 'NOT_QUALIFIED', 'OTHER'],
  suspend: ['OWN_REQUEST', 'ABSENCE', 'INTEGRITY_CHECK', 'CONFLICT_UNTOLD', 'OTHER'],
  exit: ['OWN_REQUEST', 'MOVED_AWAY', 'HEALTH', 'OTHER'],
  remove: ['VIOLATION', 'CONFLICT_UNTOLD', 'MOVED_AWAY', 'HEALTH', 'OTHER'],
} as const satisfies Readonly<Record<string, readonly ExpertReason[]>>;
