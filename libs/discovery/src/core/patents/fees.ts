import { addMonths, addYears, daysBetween, type Fen, type LegalDay, type PatentKind } from '@jihui/kernel';
import type { FeeReduction, Patent } from './patent.js';

/** Amounts and periods of law that the calendar counts by. */
export interface FeeRules {
  /** Full fee of each year of each kind, in 分: what holds from that year on, in rising order. */
  readonly bands: { readonly [kind in PatentKind]: readonly FeeBand[] };
  /** 减缴比例 in basis points. */
  readonly reduction: { readonly [reduction in FeeReduction]: number };
  /** Years from the grant for which the reduction holds, the year of the grant included. */
  readonly reductionYears: number;
  /** 补缴期, months. */
  readonly graceMonths: number;
  /** 滞纳金 for each full month, in basis points of the full fee. */
  readonly surchargeBasisPoints: number;
  /** Days before the last day at which it is said to be near. */
  readonly soonDays: number;
}
export interface FeeBand {
  readonly fromYear: number;
  readonly fen: Fen;
}

/**
 * PAID: recorded. WITH_GRANT: paid for the grant to be registered. NOT_REPORTED: the holder has not said.
 * LATE: within the six months in which it can still be paid, with a surcharge. MISSED: those are over.
 */
export type FeeState = 'PAID' | 'WITH_GRANT' | 'NOT_REPORTED' | 'UPCOMING' | 'DUE_SOON' | 'LATE' | 'MISSED';

export interface FeeYear {
  readonly year: number;
  /** Last day without a surcharge: the day on which the year before is over. */
  readonly dueOn: LegalDay;
  readonly lateUntil: LegalDay;
  readonly state: FeeState;
  readonly amount: Fen;
  readonly surcharge: Fen;
}

/** The year of the patent in which the day falls; the first begins on the filing day. */
export function yearOf(filedOn: LegalDay, day: LegalDay): number {
  let year = 1;
  while (addYears(filedOn, year) <= day) year += 1;
  return year;
}

/** The last day on which a year's fee is paid in time (专利法实施细则: before the year before it ends). */
export const dueDayOf = (filedOn: LegalDay, year: number): LegalDay => addYears(filedOn, year - 1);

/** Last year of the term. */
export function lastYearOf({ filedOn, expiresOn }: { filedOn: LegalDay; expiresOn: LegalDay }): number {
  let year = 1;
  while (addYears(filedOn, year) <= expiresOn) year += 1;
  return year;
}

/** The first year whose fee is open: the one after the last that was paid; without a word on that, the next to come. */
export function nextFeeYear(
  patent: Pick<Patent, 'state' | 'content' | 'paidThrough'>,
  today: LegalDay,
): number | null {
  const { content, state, paidThrough } = patent;
  if (state !== 'GRANTED' || content.grantedOn === null) return null;
  const withGrant = yearOf(content.filedOn, content.grantedOn);
  let year = Math.max(withGrant, paidThrough ?? 0) + 1;
  if (paidThrough === null) while (dueDayOf(content.filedOn, year) < today) year += 1;
  return year <= lastYearOf(content) ? year : null;
}

const fullFee = (rules: FeeRules, kind: PatentKind, year: number): Fen =>
  rules.bands[kind].filter(({ fromYear }) => fromYear <= year).at(-1)?.fen ?? 0;

/** Full months between two days. */
function monthsBetween(from: LegalDay, to: LegalDay): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

/** 年费日历: every year from the grant to the end of the term. Empty before the grant. */
export function feeCalendar(patent: Patent, rules: FeeRules, today: LegalDay): readonly FeeYear[] {
  const { content } = patent;
  const { filedOn, grantedOn, kind } = content;
  if (grantedOn === null) return [];
  const withGrant = yearOf(filedOn, grantedOn);
  const next = nextFeeYear(patent, today);
  const years: FeeYear[] = [];
  for (let year = withGrant; year <= lastYearOf(content); year += 1) {
    const dueOn = dueDayOf(filedOn, year);
    const lateUntil = addMonths(dueOn, rules.graceMonths);
    const full = fullFee(rules, kind, year);
    const reduced = year < withGrant + rules.reductionYears ? rules.reduction[content.feeReduction] : 0;
    const state = stateOf({ year, withGrant, next, dueOn, lateUntil }, patent, rules, today);
    const months = state === 'LATE' ? monthsBetween(dueOn, today) : 0;
    years.push({
      year,
      dueOn,
      lateUntil,
      state,
      amount: Math.round((full * (10_000 - reduced)) / 10_000),
      surcharge: Math.round((full * rules.surchargeBasisPoints * months) / 10_000),
    });
  }
  return years;
}

function stateOf(
  at: { year: number; withGrant: number; next: number | null; dueOn: LegalDay; lateUntil: LegalDay },
  { fees, paidThrough }: Patent,
  { soonDays }: FeeRules,
  today: LegalDay,
): FeeState {
  const { year, withGrant, dueOn, lateUntil } = at;
  if (year === withGrant) return 'WITH_GRANT';
  if (fees.some((fee) => fee.year === year) || (paidThrough !== null && year <= paidThrough)) return 'PAID';
  if (dueOn < today && paidThrough === null) return 'NOT_REPORTED';
  if (lateUntil < today) return 'MISSED';
  if (dueOn < today) return 'LATE';
  return daysBetween(today, dueOn) <= soonDays ? 'DUE_SOON' : 'UPCOMING';
}
