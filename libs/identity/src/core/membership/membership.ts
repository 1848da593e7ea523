import type { OrganisationKind, Role } from '@jihui/kernel';
import type { OrganisationState } from '../organisation/organisation.js';
import type { AdminPlace } from '../platform-admins.js';

/** NONE is the place before an invitation or a request; it is never stored. */
export type MembershipState = 'NONE' | 'INVITED' | 'REQUESTED' | 'ACTIVE' | 'SUSPENDED' | 'ENDED';

export interface Membership {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  /** Null while the invited address has no confirmed account. */
  readonly personId: string | null;
  /** The invited address; empty for one who asked to join. */
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: MembershipState;
  /** What an applicant wrote. */
  readonly note: string;
  /** Why it was refused, suspended or ended; empty otherwise. */
  readonly reason: string;
  readonly invitedUntil: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A membership with what deciding on it needs. */
export interface MembershipCase {
  readonly membership: Membership;
  readonly organisation: {
    readonly id: string;
    readonly kind: OrganisationKind;
    readonly scopeCode: string;
    readonly state: OrganisationState;
  };
  /** Persons who administer the organisation now. */
  readonly adminIds: readonly string[];
  /** Who administers the platform now; asked only where the membership has that role. */
  readonly platformAdmins: readonly AdminPlace[];
  /** The roles that a member is to have, when the act gives roles. */
  readonly newRoles?: readonly Role[];
}
