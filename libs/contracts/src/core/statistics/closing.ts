import {
  allow,
  Codes,
  deny,
  isOfficerFor,
  say,
  violation,
  type Actor,
  type Verdict,
  type Violation,
  type Sentence,
} from '@jihui/kernel';
import { ContractCodes } from '../errors.js';
import { addMonths, type Month } from './months.js';

/** 公布: the city's own officer, whose scope covers every registry of it. */
export const mayClose = (actor: Actor, cityCode: string): Verdict => {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  return isOfficerFor(actor, cityCode, 'OFFICER')
    ? allow
    : deny('只有市级主管部门的工作人员可以公布月度统计');
};

/** The month that is published next; null while it is not over. Before the first one any month that is over may be. */
export function nextMonth(so: {
  readonly currentMonth: Month;
  readonly closedThrough: Month | null;
}): Month | null {
  const next = so.closedThrough === null ? addMonths(so.currentMonth, -1) : addMonths(so.closedThrough, 1);
  return next < so.currentMonth ? next : null;
}

/**
 * A month is published when it is over, once, and after the one before it: what comes in later counts in the
 * first month still open, so there can be no gap behind it. The first one published closes all before it.
 */
export function closingViolations(
  month: Month,
  so: { readonly currentMonth: Month; readonly closedThrough: Month | null },
): readonly Violation[] {
  const problem = (code: string, sentence: Sentence): readonly Violation[] => [
    violation('month', code, sentence),
  ];
  if (month >= so.currentMonth) return problem(ContractCodes.MONTH_NOT_OVER, '当月结束后才能公布');
  if (so.closedThrough === null) return [];
  if (month <= so.closedThrough)
    return problem(ContractCodes.MONTH_CLOSED, say`${month}已公布，更正计入之后的月份`);
  const next = addMonths(so.closedThrough, 1);
  return month === next
    ? []
    : problem(ContractCodes.MONTH_OUT_OF_ORDER, say`请按月依次公布，下一个应公布的月份是${next}`);
}
