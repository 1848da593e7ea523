import { legalDayOf } from '@jihui/kernel';

/** A legal month, `2026-11`. */
export type Month = string;

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (instant: Date): Month => legalDayOf(instant).slice(0, 7);

/** The month that many months later, or earlier. */
export function addMonths(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** `2026-Q4`. */
export const quarterOf = (month: Month): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** The months of a quarter, `2026-Q4`. */
export function monthsOfQuarter(quarter: string): readonly [from: Month, to: Month] {
  const last = Number(quarter.slice(6)) * 3;
  const month = (number: number): Month => `${quarter.slice(0, 4)}-${String(number).padStart(2, '0')}`;
  return [month(last - 2), month(last)];
}
