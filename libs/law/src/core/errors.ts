import { allow, Codes, deny, isPlatformAdmin, type Actor, type Verdict } from '@jihui/kernel';

/** Codes of this domain's refusals; the general ones are the kernel's. */
export const LawCodes = {
  /** A version or day would begin today or earlier: what was decided by the past stays as it was. */
  PAST: 'LAW.PAST',
  /** The parameter already has a version that begins on that day. */
  DAY_TAKEN: 'LAW.DAY_TAKEN',
  /** Outside the bounds that the parameter was declared with, or none of its choices. */
  OUT_OF_BOUNDS: 'LAW.OUT_OF_BOUNDS',
  /** A version that is in force or was cannot be withdrawn. */
  IN_FORCE: 'LAW.IN_FORCE',
  /** The version was withdrawn before. */
  WITHDRAWN: 'LAW.WITHDRAWN',
  /** The same day stands twice in the year. */
  DAY_TWICE: 'LAW.DAY_TWICE',
  /** A day of another year. */
  OTHER_YEAR: 'LAW.OTHER_YEAR',
  /** A day that has passed was changed, added or left out. */
  PASSED_DAY_CHANGED: 'LAW.PASSED_DAY_CHANGED',
  /** A working weekday is no exception. */
  NO_EXCEPTION: 'LAW.NO_EXCEPTION',
} as const;

/** Who keeps the law's tables: platform administrators. */
export function mayKeep(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  return actor.kind === 'system' || isPlatformAdmin(actor)
    ? allow
    : deny('只有平台管理员可以维护法定参数和节假日');
}
