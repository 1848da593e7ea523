import {
  addDays,
  addWorkingDays,
  daysBetween,
  rollForward,
  type HolidayCalendar,
  type LegalDay,
} from '@jihui/kernel';
import type { RuleSet } from './rulesets/rule.js';

/** Last day on which the registry may decide, counted from the day after acceptance (民法典第201、203条). */
export function dueDay(
  ruleSet: Pick<RuleSet, 'clock'>,
  acceptedOn: LegalDay,
  days: number,
  calendar: HolidayCalendar,
): LegalDay {
  return ruleSet.clock === 'WORKING_DAYS'
    ? addWorkingDays(acceptedOn, days, calendar)
    : rollForward(addDays(acceptedOn, days), calendar);
}

/** Days of the clock's own unit from one day to a later one: for what a clock that pauses is given back. */
export const heldDays = (
  ruleSet: Pick<RuleSet, 'clock'>,
  from: LegalDay,
  to: LegalDay,
  calendar: HolidayCalendar,
): number => (ruleSet.clock === 'WORKING_DAYS' ? workingDaysLeft(from, to, calendar) : daysBetween(from, to));

/** Working days from tomorrow to the due day; negative when it has passed. */
export function workingDaysLeft(today: LegalDay, dueOn: LegalDay, calendar: HolidayCalendar): number {
  const [from, to, sign] = today <= dueOn ? [today, dueOn, 1] : [dueOn, today, -1];
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count * sign;
}

export const COLOURS = ['GREEN', 'AMBER', 'RED'] as const;
export type Colour = (typeof COLOURS)[number];

/** Days that part the colours: due before or on `redUntil` is red, up to `amberUntil` amber, later green. */
export interface ColourBounds {
  readonly redUntil: LegalDay;
  readonly amberUntil: LegalDay;
}
export const colourBounds = (
  today: LegalDay,
  amberWorkingDays: number,
  calendar: HolidayCalendar,
): ColourBounds => ({ redUntil: today, amberUntil: addWorkingDays(today, amberWorkingDays, calendar) });

export const colourOf = (dueOn: LegalDay, bounds: ColourBounds): Colour =>
  dueOn <= bounds.redUntil ? 'RED' : dueOn <= bounds.amberUntil ? 'AMBER' : 'GREEN';
