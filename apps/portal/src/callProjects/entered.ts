import type { Entered } from './ActForm.js';

export const textOf = (entered: Entered, name: string): string => {
  const value = entered[name];
  return typeof value === 'string' ? value : '';
};

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n;；]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 2027-06-30 样件试制, a line each; null where a line is none. */
export function milestonesIn(text: string): { name: string; dueOn: string }[] | null {
  const found = linesOf(text).map((line) => /^(\d{4}-\d{2}-\d{2})\s+(.+)$/.exec(line));
  if (found.includes(null)) return null;
  return found.map((parts) => ({ dueOn: parts?.[1] ?? '', name: parts?.[2] ?? '' }));
}

/** 40 1: forty per cent once the first milestone has passed; null where a line is none. */
export function instalmentsIn(text: string): { ratio: number; milestone: number | null }[] | null {
  const found = linesOf(text).map((line) => /^(\d{1,3}(?:\.\d{1,2})?)\s*%?(?:\s+(\d{1,2}))?$/.exec(line));
  if (found.includes(null)) return null;
  return found.map((parts) => ({
    ratio: Math.round(Number(parts?.[1] ?? 0) * 100),
    milestone: parts?.[2] === undefined ? null : Number(parts[2]) - 1,
  }));
}
