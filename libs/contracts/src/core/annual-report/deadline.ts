import { addDays, rollForward, type HolidayCalendar, type LegalDay } from '@jihui/kernel';

/** What a unit is reminded of, each once a year: that the day comes near, and that it has passed. */
export type Reminder = 'NEAR' | 'OVERDUE';

/**
 * The last day on which the report of a year is in time, in the year after it; on a day off it rolls forward.
 * @param monthDay 330 for 30 March
 */
export function reportDueOn(year: number, monthDay: number, calendar: HolidayCalendar): LegalDay {
  const [month, day] = [Math.floor(monthDay / 100), monthDay % 100];
  const first = `${year + 1}-${String(month).padStart(2, '0')}-01`;
  // A day that the month does not have is its last one.
  let due = addDays(first, day - 1);
  while (!due.startsWith(first.slice(0, 7))) due = addDays(due, -1);
  return rollForward(due, calendar);
}

/** What is due to be said today; null while the day is far. */
export function reminderOn(today: LegalDay, dueOn: LegalDay, remindDays: number): Reminder | null {
  if (today > dueOn) return 'OVERDUE';
  return today >= addDays(dueOn, -remindDays) ? 'NEAR' : null;
}
