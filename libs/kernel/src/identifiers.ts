import { addDays, addYears, type LegalDay } from './clock.js';
import { toHalfWidth } from './text.js';

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A 统一社会信用代码 as stored: half width, upper case, no blanks. */
export const normaliseUscc = (text: string): string => toHalfWidth(text).toUpperCase();

/** Whether the 18th character checks (GB 32100-2015; reference G2). */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const values = [...code].map((character) => USCC_ALPHABET.indexOf(character));
  if (values.some((value) => value < 0)) return false;
  const sum = USCC_WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31;
}

/** The 18th character for the first seventeen: for demo data and tests. */
export function usccCheckCharacter(first17: string): string {
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, index) => total + weight * USCC_ALPHABET.indexOf(first17[index] ?? ''),
    0,
  );
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the inner organisation code (characters 9–17) checks (GB 11714): only ever a warning. */
export function hasValidOrganisationCode(uscc: string): boolean {
  const body = uscc.slice(8, 17);
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => {
    const character = body[index] ?? '0';
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
    return total + weight * value;
  }, 0);
  const check = 11 - (sum % 11);
  return body[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

export type PatentKind = 'INVENTION_PATENT' | 'UTILITY_MODEL' | 'DESIGN_PATENT';

/** A patent number as stored: half width, upper case, without ZL, blanks and the point. */
export const normalisePatentNumber = (text: string): string =>
  toHalfWidth(text).toUpperCase().replace(/^ZL/, '').replaceAll('.', '');

const PATENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/**
 * Whether the check digit is right (ZC 0006-2003; reference G3): 12 digits and a check digit, or
 * the 8 digits and a check digit in use before October 2003.
 */
export function isPatentNumber(number: string): boolean {
  const match = /^(\d{12}|\d{8})([\dX])$/.exec(number);
  const digits = match?.[1];
  if (!digits) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (PATENT_WEIGHTS[index] ?? 0),
    0,
  );
  const check = sum % 11;
  return match[2] === (check === 10 ? 'X' : String(check));
}

/** The kind that the number states: its fifth digit, or the third of an old number. */
export function patentKindOf(number: string): PatentKind | undefined {
  const digit = number.length === 13 ? number[4] : number[2];
  if (digit === '1' || digit === '8') return 'INVENTION_PATENT';
  if (digit === '2' || digit === '9') return 'UTILITY_MODEL';
  if (digit === '3') return 'DESIGN_PATENT';
  return undefined;
}

/**
 * Last day of a patent's term by default: 20, 10 or 15 years from filing (专利法 art 42), the day of filing being the
 * first; the right has ended on the anniversary (专利审查指南 part 5 ch. 9, 2.1). Designs filed before 2021-06-01 have
 * 10. A compensated term is entered as data and wins over this.
 */
export const patentTermEnd = (kind: PatentKind, filedOn: LegalDay): LegalDay =>
  addDays(addYears(filedOn, termYears(kind, filedOn)), -1);

function termYears(kind: PatentKind, filedOn: LegalDay): number {
  if (kind === 'INVENTION_PATENT') return 20;
  if (kind === 'UTILITY_MODEL') return 10;
  return filedOn < '2021-06-01' ? 10 : 15;
}
