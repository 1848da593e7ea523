import { addDays, type HolidayCalendar, type LegalDay } from '@jihui/kernel';

/** 办理环节 of which the time is told; TOTAL is from acceptance to the decision, as the limit counts. */
export const STEPS = ['ACCEPTANCE', 'FIRST', 'SECOND', 'EXPERT', 'REGISTRATION', 'TOTAL'] as const;
export type Step = (typeof STEPS)[number];

/** Working days up to each day, so that the days between two are a difference. */
export interface WorkingDays {
  readonly days: readonly LegalDay[];
  readonly counts: readonly number[];
}

/** Months shown on the board, the present one included. */
export const MONTHS = 12;
/** A case that began earlier than this before the first month is not measured. */
const LONGEST = 730;

/** Of every day from well before the first month to today. */
export function workingDays(from: LegalDay, to: LegalDay, calendar: HolidayCalendar): WorkingDays {
  const days: LegalDay[] = [];
  const counts: number[] = [];
  let count = 0;
  for (let day = addDays(from, -LONGEST); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1;
    days.push(day);
    counts.push(count);
  }
  return { days, counts };
}

/** The first day of the month so many months before that of the day. */
export function firstOfMonth(day: LegalDay, monthsBefore: number): LegalDay {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - monthsBefore;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
