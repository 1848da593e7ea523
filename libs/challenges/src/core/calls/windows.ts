import {
  addDays,
  addWorkingDays,
  daysBetween,
  legalDayOf,
  rollForward,
  startOfLegalDay,
  Violations,
  type HolidayCalendar,
  type LegalDay,
  type Violation,
} from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import type { Call, ExtensionCause } from './call.js';

/** Bids close at 17:00, when offices are still reached. */
const CLOSING_HOUR = 17;
const HOUR = 3_600_000;

export const closingOf = (day: LegalDay): Date =>
  new Date(startOfLegalDay(day).getTime() + CLOSING_HOUR * HOUR);

/** 公示: that many working days, counted from the day after publication (reference B5). */
export const noticeEnd = (from: LegalDay, days: number, calendar: HolidayCalendar): LegalDay =>
  addWorkingDays(from, days, calendar);

/** The last day of a window of natural days; one that is not worked rolls forward (民法典第二百零三条). */
export const biddingEnd = (from: LegalDay, days: number, calendar: HolidayCalendar): LegalDay =>
  rollForward(addDays(from, days), calendar);

/** A deadline after a suspension: later by as many days as it lasted, the day on which it ended included. */
export function resumedClosing(closesAt: Date, since: Date, now: Date, calendar: HolidayCalendar): Date {
  const lasted = daysBetween(legalDayOf(since), legalDayOf(now)) + 1;
  return closingOf(biddingEnd(legalDayOf(closesAt), lasted, calendar));
}

/** The last day of a notice after a suspension: the working days that were left begin again today. */
export function resumedNotice(until: LegalDay, since: Date, now: Date, calendar: HolidayCalendar): LegalDay {
  let left = 0;
  for (let day = legalDayOf(since); day < until; day = addDays(day, 1))
    if (calendar.isWorkingDay(addDays(day, 1))) left += 1;
  return addWorkingDays(legalDayOf(now), left, calendar);
}

/** Furthest that the first day of bidding may lie ahead, days. */
const OPENS_WITHIN = 90;

/** What is wrong with the first day of bidding, on the day of publication. */
export const openingFaults = (opensOn: LegalDay, today: LegalDay): readonly Violation[] =>
  new Violations().when(
    opensOn < today || opensOn > addDays(today, OPENS_WITHIN),
    'opensOn',
    ChallengeCodes.WINDOW,
    '开始揭榜的日期应在今天起 90 天以内',
  ).found;

/** 揭榜期 of a call that is published now: it opens at once, or with that day. */
export function biddingWindow(
  { plan }: Pick<Call, 'plan'>,
  opensOn: LegalDay,
  now: Date,
  calendar: HolidayCalendar,
): { readonly opensAt: Date; readonly closesAt: Date; readonly closesOn: LegalDay } {
  const closesOn = biddingEnd(opensOn, plan.biddingDays, calendar);
  const opensAt = opensOn === legalDayOf(now) ? now : startOfLegalDay(opensOn);
  return { opensAt, closesAt: closingOf(closesOn), closesOn };
}

/** Longest that one extension adds, days. */
const EXTENDED_AT_MOST = 180;

/** What is wrong with an extension: before the deadline for any cause, after it for an outage alone, to a day that is worked. */
export const extensionFaults = (
  closesAt: Date,
  { closesOn, cause }: { readonly closesOn: LegalDay; readonly cause: ExtensionCause },
  now: Date,
  calendar: HolidayCalendar,
): readonly Violation[] => {
  const to = closingOf(closesOn);
  return new Violations()
    .when(
      to <= closesAt || to <= now,
      'closesOn',
      ChallengeCodes.WINDOW,
      '新的截止日期应晚于原截止日期，并在今天以后',
    )
    .when(
      closesOn > addDays(legalDayOf(closesAt), EXTENDED_AT_MOST),
      'closesOn',
      ChallengeCodes.WINDOW,
      '一次最多延长 180 天',
    )
    .when(!calendar.isWorkingDay(closesOn), 'closesOn', ChallengeCodes.WINDOW, '截止日期应是工作日')
    .when(
      closesAt <= now && cause !== 'OUTAGE',
      'cause',
      ChallengeCodes.TOO_LATE,
      '已经截止，只有平台故障可以延长',
    )
    .when(cause === 'SUSPENSION', 'cause', ChallengeCodes.WINDOW, '中止的榜单恢复时自动顺延').found;
};

/** 二次发榜: what the first round left is over. */
export const nextRound = ({ round }: Pick<Call, 'round'>): Partial<Call> => ({
  ...{ opensAt: null, closesAt: null, openingAt: null, validBids: null, fixed: null },
  ...{ stageFrom: null, stageUntil: null, note: '', round: round + 1 },
});
