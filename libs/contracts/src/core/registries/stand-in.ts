import {
  allow,
  Codes,
  deny,
  hasRole,
  say,
  Violations,
  type Actor,
  type LegalDay,
  type Verdict,
  type Violation,
} from '@jihui/kernel';
import { ContractCodes } from '../errors.js';

/** 代理: a registrar on leave leaves the reviews that they hold to a named colleague for a period. */
export interface StandIn {
  readonly id: string;
  /** The registry's organisation, of which both are registrars. */
  readonly organisationId: string;
  readonly absentId: string;
  readonly deputyId: string;
  readonly fromDay: LegalDay;
  /** The last day; an ended one was shortened to the day of its end. */
  readonly untilDay: LegalDay;
  readonly reason: string;
}

export const standsInOn = ({ fromDay, untilDay }: StandIn, day: LegalDay): boolean =>
  fromDay <= day && day <= untilDay;

/** Days that one stand-in may last at most; a longer absence is a transfer of the duty. */
export const MAX_DAYS = 180;

/** One names one's own deputy; the bureau's administrator names anybody's. */
export function mayNameDeputy(
  actor: Actor,
  { organisationId, absentId }: { readonly organisationId: string; readonly absentId: string },
): Verdict {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  if (hasRole(actor, organisationId, 'ORG_ADMIN')) return allow;
  return actor.personId === absentId && hasRole(actor, organisationId, 'REGISTRAR')
    ? allow
    : deny('只能由本人或本机构管理员指定代理人');
}

export interface Naming {
  readonly standIn: StandIn;
  readonly today: LegalDay;
  /** Registrars of the registry, by person. */
  readonly registrars: readonly string[];
  /** Stand-ins of the registry that have not ended. */
  readonly others: readonly StandIn[];
  /** Whole days of the period. */
  readonly days: number;
}

/** What is wrong with naming a deputy. */
export function standInViolations({
  standIn,
  today,
  registrars,
  others,
  days,
}: Naming): readonly Violation[] {
  const { absentId, deputyId, fromDay, untilDay, reason } = standIn;
  const overlaps = (other: StandIn): boolean => other.fromDay <= untilDay && fromDay <= other.untilDay;
  return new Violations()
    .when(!registrars.includes(absentId), 'absentId', ContractCodes.NOT_A_REGISTRAR, '请选择本机构的登记员')
    .when(!registrars.includes(deputyId), 'deputyId', ContractCodes.NOT_A_REGISTRAR, '请选择本机构的登记员')
    .when(absentId === deputyId, 'deputyId', ContractCodes.OWN_DEPUTY, '代理人须为另一位登记员')
    .when(fromDay < today, 'fromDay', 'OUT_OF_RANGE', '代理起始日不能早于今天')
    .when(untilDay < fromDay, 'untilDay', 'OUT_OF_RANGE', '代理截止日不能早于起始日')
    .when(days > MAX_DAYS, 'untilDay', 'OUT_OF_RANGE', say`一次代理最长${MAX_DAYS}天`)
    .when(
      others.some((other) => other.absentId === absentId && overlaps(other)),
      'fromDay',
      ContractCodes.STAND_IN_OVERLAPS,
      '该期间已指定代理人，请先终止原来的代理',
    )
    .when(
      others.some((other) => other.absentId === deputyId && overlaps(other)),
      'deputyId',
      ContractCodes.DEPUTY_ABSENT,
      '所选代理人在该期间也不在岗，请选择其他登记员',
    )
    .text('reason', '原因', reason, { max: 200 }).found;
}
