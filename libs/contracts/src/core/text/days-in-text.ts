import type { LegalDay } from '@jihui/kernel';
import { ordinalOf } from './headings.js';

/** A day as it stands in the text. */
export interface DayMention {
  readonly start: number;
  readonly end: number;
  readonly day: LegalDay;
}

const ARABIC = /((?:19|20)\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?(?!\d)/g;
const CHINESE =
  /([一二〇零○OＯ三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g;

const DIGITS = '〇一二三四五六七八九';
const yearOf = (text: string): number =>
  Number([...text.replaceAll(/[零○OＯ]/g, '〇')].map((digit) => DIGITS.indexOf(digit)).join(''));

/** Null for 31 February and the like. */
function dayOf(year: number, month: number, date: number): LegalDay | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return real ? at.toISOString().slice(0, 10) : null;
}

/** Every day of the text, in order: 2026年11月2日, 2026-11-02, 二〇二六年十一月二日. */
export function daysIn(text: string): readonly DayMention[] {
  const mentions: DayMention[] = [];
  const add = (found: RegExpExecArray, year: number, month: number, date: number): void => {
    const day = dayOf(year, month, date);
    if (day !== null) mentions.push({ start: found.index, end: found.index + found[0].length, day });
  };
  for (const found of text.matchAll(ARABIC)) add(found, Number(found[1]), Number(found[2]), Number(found[3]));
  for (const found of text.matchAll(CHINESE))
    add(found, yearOf(found[1] ?? ''), ordinalOf(found[2] ?? '') ?? 0, ordinalOf(found[3] ?? '') ?? 0);
  return mentions.toSorted((a, b) => a.start - b.start);
}

/** A length of time: 三年, 36 个月; in months. */
export function monthsOf(count: string, unit: string): number | null {
  const number = ordinalOf(count);
  return number === null || number === 0 ? null : unit.includes('年') ? number * 12 : number;
}

/** The day before the same day so many months later: a period of a year from 2 November ends on 1 November. */
export function periodEnd(from: LegalDay, months: number): LegalDay {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const at = new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, lastOfMonth)));
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
