import type { AdminPlace } from '../platform-admins.js';

/** There is no account before its address is confirmed. */
export type PersonState = 'ACTIVE' | 'SUSPENDED' | 'ERASED';

export interface Person {
  readonly id: string;
  readonly version: number;
  readonly state: PersonState;
  /** Normalised; an address that names nobody once the account is erased. */
  readonly email: string;
  readonly displayName: string;
  /** Normalised mobile number that was confirmed by a code; null otherwise. */
  readonly phone: string | null;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A person with what deciding on an act needs. */
export interface PersonCase {
  readonly person: Person;
  /** Names of the organisations whose only administrator it is. */
  readonly soleAdminOf: readonly string[];
  /** Whether the second factor is on. */
  readonly hasFactor: boolean;
  /** Who administers the platform now. */
  readonly platformAdmins: readonly AdminPlace[];
}

export const ERASED_NAME = '已注销用户';
