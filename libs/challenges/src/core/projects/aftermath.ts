import { addDays, isFen, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import type { BenefitReport, Project } from './project.js';
import { registerByFrom } from './task-book.js';

/** Parameters of what follows an acceptance. */
export interface AftermathRules {
  /** Years after that of the acceptance for which benefit is reported. */
  readonly benefitYears: number;
  /** Days after a year by which its benefit is reported. */
  readonly benefitDays: number;
}

const yearOf = (day: LegalDay): number => Number(day.slice(0, 4));
const reportBy = (year: number, { benefitDays }: AftermathRules): LegalDay =>
  addDays(`${year}-12-31`, benefitDays);

/** The years of which benefit is to be reported, with the last day for each; none before an acceptance. */
export function benefitsDue(
  { acceptance }: Pick<Project, 'acceptance'>,
  rules: AftermathRules,
): readonly { readonly year: number; readonly by: LegalDay }[] {
  const { passed, concludedOn } = acceptance ?? {};
  if (passed !== true || concludedOn === undefined) return [];
  return Array.from({ length: rules.benefitYears }, (_, at) => {
    const year = yearOf(concludedOn) + 1 + at;
    return { year, by: reportBy(year, rules) };
  });
}

/** What is late today, and was not told of: the registration of results, and the benefit of a year. */
export function lateUntold(
  project: Pick<Project, 'acceptance' | 'results' | 'benefits' | 'alarms'>,
  rules: AftermathRules,
  today: LegalDay,
): readonly string[] {
  const { acceptance, results, benefits, alarms } = project;
  const { passed, concludedOn } = acceptance ?? {};
  if (passed !== true || concludedOn === undefined) return [];
  const late = [
    ...(results.length === 0 && registerByFrom(concludedOn) < today ? ['REGISTRATION'] : []),
    ...benefitsDue(project, rules)
      .filter(({ year, by }) => by < today && !benefits.some((one) => one.year === year))
      .map(({ year }) => `BENEFIT:${year}`),
  ];
  return late.filter((about) => !alarms.some((alarm) => alarm.about === about));
}

/** Greatest number of jobs that one project is believed to have made. */
const MOST_JOBS = 100_000;

/** What is wrong with a report of benefit: of a year that is over and is to be reported, in amounts that are none less than zero. */
export function benefitFaults(
  report: Pick<BenefitReport, 'year' | 'sales' | 'profit' | 'tax' | 'jobs'>,
  project: Pick<Project, 'acceptance'>,
  rules: AftermathRules,
  today: LegalDay,
): readonly Violation[] {
  const { year, jobs } = report;
  const years = benefitsDue(project, rules).map((one) => one.year);
  const { PROJECT } = ChallengeCodes;
  const found = new Violations()
    .when(
      !years.includes(year),
      'year',
      PROJECT,
      say`应报告验收后 ${rules.benefitYears} 年的经济效益：${years.join('、')} 年`,
    )
    .when(
      years.includes(year) && `${year}-12-31` >= today,
      'year',
      ChallengeCodes.DATE_IN_FUTURE,
      '该年度还没有结束，不能报告',
    )
    .when(
      !Number.isSafeInteger(jobs) || jobs < 0 || jobs > MOST_JOBS,
      'jobs',
      'OUT_OF_RANGE',
      say`新增就业人数应在 0 至 ${MOST_JOBS} 之间`,
    );
  for (const [part, name] of [
    ['sales', '新增销售收入'],
    ['profit', '新增利润'],
    ['tax', '新增税收'],
  ] as const)
    found.when(!isFen(report[part]) || report[part] < 0, part, 'OUT_OF_RANGE', say`${name}不能小于零`);
  return found.found;
}
