import { allow, Codes, deny, isPlatformAdmin, type Actor, type Verdict } from '@jihui/kernel';

/** Codes of what is refused on the page of operation. */
export const OperationCodes = {
  /** No domain of that name. */
  UNKNOWN_DOMAIN: 'NOTIFICATIONS.UNKNOWN_DOMAIN',
  /** None, or more at once than are shown. */
  HOW_MANY: 'NOTIFICATIONS.HOW_MANY',
  /** The delivery is under way, done, or unknown. */
  NOT_GIVEN_UP: 'NOTIFICATIONS.NOT_GIVEN_UP',
} as const;

/** Who sees how the platform runs: its administrators. */
export function mayOperate(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  return actor.kind === 'system' || isPlatformAdmin(actor) ? allow : deny('只有平台管理员可以查看运行状况');
}
