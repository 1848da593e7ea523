import { addDays, addMonths, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import type { Instalment } from '../money/plan.js';
import { otherStart } from '../money/race.js';
import type { Milestone, Project, RegisteredResult } from './project.js';

/** Hundredths of a percent of a whole. */
export const WHOLE = 10_000;
/** Most milestones and instalments of a task book. */
const MOST = 20;

/** 任务书 as it is proposed, or signed. */
export interface TaskBookForm {
  readonly signedOn: LegalDay;
  readonly endsOn: LegalDay;
  readonly milestones: readonly { readonly name: string; readonly dueOn: LegalDay }[];
  /** Each with the place of its milestone, counted from 0; null for the first payment, on signing. */
  readonly instalments: readonly { readonly milestone?: number | null; readonly ratio: number }[];
}

/** Its milestones before anything was reported. */
export const milestonesOf = ({ milestones }: Pick<TaskBookForm, 'milestones'>): readonly Milestone[] =>
  milestones.map(({ name, dueOn }, at) => ({
    ...{ id: `M${at + 1}`, name, dueOn, report: null, verdict: null, opinion: '' },
    assessedAt: null,
  }));

/** Its instalments with the ids of their milestones. */
export const ratiosOf = (
  { instalments }: Pick<TaskBookForm, 'instalments'>,
  milestones: readonly Milestone[],
) =>
  instalments.map(({ milestone, ratio }) => ({
    ratio,
    milestone: milestone == null ? null : (milestones[milestone]?.id ?? null),
  }));

/** Number and days of a task book that is signed today or was before. */
export function taskBookFaults(
  { signedOn, endsOn }: Pick<TaskBookForm, 'signedOn' | 'endsOn'>,
  number: string,
  today: LegalDay,
): readonly Violation[] {
  return new Violations()
    .text('number', '任务书编号', number, { max: 100 })
    .when(signedOn > today, 'signedOn', ChallengeCodes.DATE_IN_FUTURE, '签订日期不能晚于今天')
    .when(endsOn <= signedOn, 'endsOn', ChallengeCodes.SCHEDULE, '完成日期应在签订日期以后').found;
}

/** Milestones in order within the term, and instalments that make up the whole, each on a milestone that there is (reference B6). */
export function scheduleFaults({
  milestones,
  instalments,
  endsOn,
  signedOn,
}: TaskBookForm): readonly Violation[] {
  const { SCHEDULE, TOO_MANY } = ChallengeCodes;
  const places = instalments.flatMap(({ milestone }) => milestone ?? []);
  const days = milestones.map(({ dueOn }) => dueOn);
  const found = new Violations()
    .when(milestones.length === 0, 'milestones', SCHEDULE, '请至少设一个节点')
    .when(milestones.length > MOST, 'milestones', TOO_MANY, say`最多 ${MOST} 个节点`)
    .when(instalments.length > MOST, 'instalments', TOO_MANY, say`最多 ${MOST} 期`)
    .when(
      days.some((day, at) => day <= (days[at - 1] ?? signedOn) || day > endsOn),
      'milestones',
      SCHEDULE,
      '节点日期应依次在签订日期与完成日期之间',
    )
    .when(
      instalments.reduce((sum, { ratio }) => sum + ratio, 0) !== WHOLE ||
        instalments.some(({ ratio }) => ratio <= 0),
      'instalments',
      SCHEDULE,
      '各期拨付比例之和应为 100%',
    )
    .when(
      places.some((place, at) => place < 0 || place >= milestones.length || place < (places[at - 1] ?? 0)),
      'instalments',
      SCHEDULE,
      '分期对应的节点不存在，或次序颠倒',
    );
  for (const [at, { name }] of milestones.entries())
    found.text(`milestones.${at}.name`, '节点名称', name, { max: 100 });
  return found.found;
}

/** 赛马制首期等额: what the first task book of the race says, the others say as well. */
export function startFaults(
  { mode, approved }: Pick<Project, 'mode' | 'approved'>,
  first: Instalment | undefined,
  others: readonly Pick<Project, 'state' | 'instalments'>[],
): readonly Violation[] {
  if (mode !== 'SM' || first === undefined) return [];
  const theirs = otherStart(first.amount, approved, others);
  return new Violations().when(
    theirs !== undefined,
    'instalments',
    ChallengeCodes.SCHEDULE,
    say`赛马制各参赛方首期拨付应相等：已签任务书的首期为 ${(theirs ?? 0) / 100} 元`,
  ).found;
}

/** 成果登记 after an acceptance (reference B8, C1), days. */
const REGISTER_DAYS = 30;
export const registerByFrom = (accepted: LegalDay): LegalDay => addDays(accepted, REGISTER_DAYS);

/** Results that one project enters. */
const MOST_RESULTS = 20;

/** What is wrong with a result that is entered today: each number once. */
export function resultFaults(
  result: Pick<RegisteredResult, 'name' | 'number' | 'authority' | 'registeredOn'>,
  before: readonly RegisteredResult[],
  today: LegalDay,
): readonly Violation[] {
  return new Violations()
    .text('name', '登记成果的名称', result.name, { min: 2, max: 200 })
    .text('number', '成果登记号', result.number, { max: 100 })
    .text('authority', '成果登记机构', result.authority, { min: 2, max: 100 })
    .when(
      before.some(({ number }) => number === result.number),
      'number',
      ChallengeCodes.PROJECT,
      '该登记号已经录入',
    )
    .when(before.length >= MOST_RESULTS, '', ChallengeCodes.TOO_MANY, say`最多录入 ${MOST_RESULTS} 项成果`)
    .when(result.registeredOn > today, 'registeredOn', ChallengeCodes.DATE_IN_FUTURE, '登记日期不能晚于今天')
    .found;
}

/** 整改 after an acceptance that failed (reference B8), months. */
const RECTIFY_MONTHS = 6;
export const rectifyByFrom = (today: LegalDay): LegalDay => addMonths(today, RECTIFY_MONTHS);
