import {
  addDays,
  addWorkingDays,
  daysBetween,
  legalDayOf,
  rollForward,
  startOfLegalDay,
  type HolidayCalendar,
  type LegalDay,
} from '@jihui/kernel';

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
