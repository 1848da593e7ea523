import type { Support } from '../core/agencies/support.js';

/** A record of support as the graph shows it. */
export const supportView = ({ withdrawn, ...support }: Support) => ({
  ...support,
  withdrawnOn: withdrawn?.on ?? null,
  withdrawnFor: withdrawn?.reason ?? '',
});
