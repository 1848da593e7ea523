import { Violations, type Violation } from '@jihui/kernel';
import { IdentityViolations } from './errors.js';

/** By which somebody administers the platform now: membership, account and organisation are all active. */
export interface AdminPlace {
  readonly membershipId: string;
  readonly personId: string;
  readonly organisationId: string;
}

/**
 * Somebody must be left who administers the platform: without one nobody could give the role again but at the
 * command line. `goes` says which of the places an act takes away.
 */
export const platformKeepsAdmin = (
  places: readonly AdminPlace[],
  goes: (place: AdminPlace) => boolean,
): readonly Violation[] =>
  new Violations().when(
    places.length > 0 && places.every(goes),
    '',
    IdentityViolations.LAST_PLATFORM_ADMIN,
    '这样平台将没有平台管理员，请先指定另一位平台管理员',
  ).found;
