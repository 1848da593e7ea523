import { hasRole, type Actor, type Role } from '@jihui/kernel';

/** Who hands in for an organisation, and reads what it handed in. */
export const bidderOf: readonly Role[] = ['TRANSFER_OFFICER'];

export const mayBidFor = (actor: Actor, organisationId: string): boolean =>
  hasRole(actor, organisationId, ...bidderOf);
