/** Legal days, years and periods are those of China; instants are stored in UTC. */
export const LEGAL_TIME_ZONE = 'Asia/Shanghai';

/** A legal day, `2026-11-23`. */
export type LegalDay = string;

const legalDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: LEGAL_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The legal day on which the instant falls. */
export const legalDayOf = (instant: Date): LegalDay => legalDay.format(instant);

/** The instant at which the legal day begins. China has one zone and no daylight saving. */
export const startOfLegalDay = (day: LegalDay): Date => new Date(`${day}T00:00:00+08:00`);

/** The legal day that many natural days later (or earlier). */
export const addDays = (day: LegalDay, days: number): LegalDay => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/** The same day that many years later; 29 February becomes 28 in a common year. */
export const addYears = (day: LegalDay, years: number): LegalDay => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const target = year + years;
  const leap = (target % 4 === 0 && target % 100 !== 0) || target % 400 === 0;
  const kept = month === 2 && date === 29 && !leap ? 28 : date;
  return `${target}-${String(month).padStart(2, '0')}-${String(kept).padStart(2, '0')}`;
};

/** The same day that many months later; the last day of a shorter month where there is none. */
export function addMonths(day: LegalDay, months: number): LegalDay {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const target = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0));
  target.setUTCDate(Math.min(date, target.getUTCDate()));
  return target.toISOString().slice(0, 10);
}

/** Whole natural days from one legal day to another. */
export const daysBetween = (from: LegalDay, to: LegalDay): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Exceptions to Monday-to-Friday: a rest day off work, or a weekend day worked (调休). */
export interface HolidayCalendar {
  isWorkingDay(day: LegalDay): boolean;
}

export const isWeekday = (day: LegalDay): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The day on which a period of working days ends, counted from the day after `from`. */
export function addWorkingDays(from: LegalDay, days: number, calendar: HolidayCalendar): LegalDay {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** A last day that is not worked rolls forward to the next one that is (民法典第203条). */
export function rollForward(day: LegalDay, calendar: HolidayCalendar): LegalDay {
  let rolled = day;
  while (!calendar.isWorkingDay(rolled)) rolled = addDays(rolled, 1);
  return rolled;
}
