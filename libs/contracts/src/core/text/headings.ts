const CHINESE_DIGITS = '〇零一二三四五六七八九';
const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** 二十一 → 21, 〇 and 零 as zero, Arabic as it stands; null for what is no number. */
export function ordinalOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const unit = CHINESE_UNITS[character];
    const value = CHINESE_DIGITS.indexOf(character);
    if (unit !== undefined) {
      sum += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (value >= 0) digit = Math.max(0, value - 1);
    else return null;
  }
  return sum + digit;
}

/** The ways in which contracts number their parts, from the widest to the narrowest. */
export type HeadingKind = 'CHAPTER' | 'ARTICLE' | 'CHINESE' | 'BRACKETED' | 'DECIMAL' | 'ARABIC';

export interface Heading {
  readonly kind: HeadingKind;
  /** The number as it stands, without spaces: 第五条, （二）, 5.2. */
  readonly label: string;
  /** Its last part as a number. */
  readonly ordinal: number;
  /** What follows the number on the line. */
  readonly rest: string;
}

const N = '[一二三四五六七八九十百零〇\\d]';
/** What follows when an article is cited and not begun: 第五条的约定, 第五条第二款. */
const CITED = /^[的之所中、，,；;。和与及或规约款项第]/;
/** A line of a table of contents: dots or a gap, then a page number. */
const CONTENTS = /(\.{4,}|…{2,}|·{4,}|\t)\s*\d{1,3}$/;

const PATTERNS: readonly (readonly [HeadingKind, RegExp])[] = [
  ['CHAPTER', new RegExp(`^(第\\s*(${N}{1,4})\\s*[章节编])(.*)$`)],
  ['ARTICLE', new RegExp(`^(第\\s*(${N}{1,6})\\s*条)(.*)$`)],
  ['CHINESE', /^(([一二三四五六七八九十]{1,3})[、.．])(.*)$/],
  ['BRACKETED', /^([（(]([一二三四五六七八九十\d]{1,3})[）)])(.*)$/],
  ['DECIMAL', /^(\d{1,2}(?:\.\d{1,2}){0,2}\.(\d{1,2}))(?![\d.%％])(.*)$/],
  ['ARABIC', /^((\d{1,2})[、.．])(?!\d)(.*)$/],
];

/** The heading that the line begins with, if it begins with one. */
export function headingOf(line: string): Heading | null {
  const text = line.trim();
  if (CONTENTS.test(text)) return null;
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [, number = '', last = '', rest = ''] = found;
    const ordinal = ordinalOf(last);
    if (ordinal === null || ordinal === 0) return null;
    if (kind === 'ARTICLE' && CITED.test(rest)) return null;
    const label = number
      .replace(/\s/g, '')
      .replace(/[、.．]$/, '')
      .replace('(', '（')
      .replace(')', '）');
    return { kind, label, ordinal, rest: rest.trim() };
  }
  return null;
}
