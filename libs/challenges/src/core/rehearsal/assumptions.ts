import { addYears, cleanText, FieldReader, say, type LegalDay, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import { WHOLE } from '../projects/task-book.js';

/** What the officer supposes of what a drafted call does not say yet. */
export interface Assumptions {
  /** 公示拟开始的日期; null for the first day on which it can. */
  readonly noticeFrom: LegalDay | null;
  /** 拟开始揭榜的日期; null for the day of publication. */
  readonly opensOn: LegalDay | null;
  /** 节点, months after the task book is signed; null for the half and the end of the term. */
  readonly milestones: readonly { readonly name: string; readonly month: number }[] | null;
  /** 分期 with the place of each one's milestone; null for 30/40/30 % (reference B6). */
  readonly instalments: readonly { readonly milestone: number | null; readonly ratio: number }[] | null;
}

export const NO_ASSUMPTIONS: Assumptions = {
  ...{ noticeFrom: null, opensOn: null, milestones: null, instalments: null },
};

/** What a reader sends. */
export interface AssumptionsForm {
  readonly noticeFrom?: LegalDay | null;
  readonly opensOn?: LegalDay | null;
  readonly milestones?: readonly { readonly name: string; readonly month: number }[] | null;
  readonly instalments?: readonly { readonly milestone?: number | null; readonly ratio: number }[] | null;
}

/** Most milestones and instalments, and the longest term that any parameter allows. */
const MOST = 20;
const MONTHS = 120;

/** Furthest that a day may lie ahead, years. */
const AHEAD = 3;

/** The form with everything that makes no sense in it; what makes sense but cannot work is the rehearsal's to find. */
export function assumptionsFrom(
  form: AssumptionsForm,
  today: LegalDay,
): {
  readonly assumptions: Assumptions;
  readonly violations: readonly Violation[];
} {
  const reader = new FieldReader(ChallengeCodes);
  const { violations } = reader;
  const { noticeFrom = null, opensOn = null } = form;
  for (const [path, day] of Object.entries({ noticeFrom, opensOn }))
    violations.when(
      day !== null && day > addYears(today, AHEAD),
      path,
      'OUT_OF_RANGE',
      say`日期应在今天起 ${AHEAD} 年以内`,
    );
  const milestones =
    form.milestones == null
      ? null
      : reader.items('milestones', '节点', form.milestones, MOST, ({ name, month }, path) => {
          violations
            .text(`${path}.name`, '节点名称', cleanText(name), { max: 100 })
            .when(
              month < 1 || month > MONTHS,
              `${path}.month`,
              'OUT_OF_RANGE',
              say`节点应在签约后 1 至 ${MONTHS} 个月之间`,
            );
          return { name: cleanText(name), month };
        });
  const instalments =
    form.instalments == null
      ? null
      : reader.items('instalments', '分期', form.instalments, MOST, ({ milestone, ratio }, path) => {
          violations
            .when(
              ratio < 1 || ratio > WHOLE,
              `${path}.ratio`,
              'OUT_OF_RANGE',
              '拨付比例应在 0.01% 至 100% 之间',
            )
            .when(
              milestone != null && (milestone < 0 || milestone >= MOST),
              `${path}.milestone`,
              'OUT_OF_RANGE',
              '没有这个节点',
            );
          return { milestone: milestone ?? null, ratio };
        });
  return { assumptions: { noticeFrom, opensOn, milestones, instalments }, violations: violations.found };
}
