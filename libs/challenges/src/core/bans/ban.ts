import {
  addMonths,
  allow,
  Codes,
  covers,
  deny,
  isMember,
  say,
  Violations,
  type Actor,
  type LegalDay,
  type Verdict,
  type Violation,
} from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';

/**
 * 失信禁入的程度: minor two years at most, serious three to five, extreme five or more, or for good (reference B8, after 科学技术
 * 活动违规行为处理暂行规定（科技部令第19号，2020） and 国科发监〔2022〕221号).
 */
export const BAN_LEVELS = ['MINOR', 'SERIOUS', 'EXTREME'] as const;
export type BanLevel = (typeof BAN_LEVELS)[number];

/** 失信禁入: an organisation or a person that takes no part in calls for a time. */
export interface Ban {
  readonly id: string;
  readonly version: number;
  /** Either an organisation of the platform … */
  readonly organisationId: string | null;
  /** … or a person by name and unit, with or without an account; empty for an organisation. */
  readonly personName: string;
  readonly personUnit: string;
  /** The person's account, where exactly one of that name belonged to the unit when it was recorded. */
  readonly personId: string | null;
  /** The unit, where it was on the platform then. */
  readonly unitId: string | null;
  /** The city whose bureau recorded it. */
  readonly divisionCode: string;
  readonly level: BanLevel;
  readonly fromDay: LegalDay;
  /** Its last day; null for good. */
  readonly untilDay: LegalDay | null;
  /** 处理决定文号. */
  readonly document: string;
  readonly reason: string;
  /** 解除: from that day on it no longer holds. */
  readonly liftedOn: LegalDay | null;
  readonly liftDocument: string;
  readonly liftReason: string;
  /** When it was told that it is over by itself; null while it is not, and of what was lifted. */
  readonly endedOn: LegalDay | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Terms in months, of each level the least and the most; null without an end. */
export interface BanRules {
  readonly banMinor: number;
  readonly banSeriousLeast: number;
  readonly banSerious: number;
  readonly banExtremeLeast: number;
}

const termsOf = (rules: BanRules): { readonly [level in BanLevel]: readonly [number, number | null] } => ({
  MINOR: [0, rules.banMinor],
  SERIOUS: [rules.banSeriousLeast, rules.banSerious],
  EXTREME: [rules.banExtremeLeast, null],
});

export const isInForce = ({ fromDay, untilDay, liftedOn }: Ban, today: LegalDay): boolean =>
  fromDay <= today && (untilDay === null || untilDay >= today) && (liftedOn === null || liftedOn > today);

/** Whether its last day is over, and nobody was told. */
export const isOverUntold = ({ untilDay, liftedOn, endedOn }: Ban, today: LegalDay): boolean =>
  untilDay !== null && untilDay < today && liftedOn === null && endedOn === null;

export type BanForm = Pick<
  Ban,
  'organisationId' | 'personName' | 'personUnit' | 'level' | 'fromDay' | 'untilDay' | 'document' | 'reason'
>;

/** What is wrong with a ban as it is entered: of one organisation or one person, with a term that its level allows. */
export function banFaults(form: BanForm, rules: BanRules, today: LegalDay): readonly Violation[] {
  const { organisationId, personName, personUnit, level, fromDay, untilDay } = form;
  const [least, most] = termsOf(rules)[level];
  const person = personName !== '' || personUnit !== '';
  const { WINDOW, BAN } = ChallengeCodes;
  const found = new Violations()
    .when(
      (organisationId !== null) === person,
      'organisationId',
      BAN,
      '请选择一家单位，或填写一个人的姓名和单位',
    )
    .when(fromDay > today, 'fromDay', ChallengeCodes.DATE_IN_FUTURE, '起算日期不能晚于今天')
    .when(untilDay === null && most !== null, 'untilDay', WINDOW, '只有特别严重的失信行为可以永久禁入')
    .when(untilDay !== null && untilDay <= fromDay, 'untilDay', WINDOW, '截止日期应在起算日期以后')
    .when(
      untilDay !== null && untilDay > fromDay && untilDay < addMonths(fromDay, least),
      'untilDay',
      WINDOW,
      say`该程度的禁入期限不少于 ${least} 个月`,
    )
    .when(
      untilDay !== null && most !== null && untilDay > addMonths(fromDay, most),
      'untilDay',
      WINDOW,
      say`该程度的禁入期限不超过 ${most ?? 0} 个月`,
    )
    .text('document', '处理决定文号', form.document, { min: 2, max: 100 })
    .text('reason', '事由', form.reason, { min: 10, max: 2_000 });
  if (person)
    found
      .text('personName', '姓名', personName, { min: 2, max: 50 })
      .text('personUnit', '所在单位', personUnit, { min: 2, max: 100 });
  return found.found;
}

/** The city for which the actor records bans, as an officer of its bureau. */
export const banOffice = (actor: Actor): string | undefined =>
  actor.kind === 'person'
    ? actor.memberships.find(({ kind, roles }) => kind === 'BUREAU_CITY' && roles.includes('OFFICER'))
        ?.divisionCode
    : undefined;

/** Whether the actor may record or lift a ban of it: an officer of that city who has no part in whom it is of. */
export function mayBan(
  actor: Actor,
  { divisionCode, organisationId }: Pick<Ban, 'divisionCode' | 'organisationId'>,
): Verdict {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  const office = banOffice(actor);
  if (office === undefined || !covers(office, divisionCode))
    return deny('只有市科技主管部门的经办人可以办理');
  return organisationId !== null && isMember(actor, organisationId)
    ? deny('被禁入单位的人员不能办理，请由其他经办人办理')
    : allow;
}
