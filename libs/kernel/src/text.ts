import { violation, type Violation } from './errors.js';
import { say, type Sentence } from './saying.js';

/** Length in characters as people count them, not in UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

/** Control characters (Cc) and marks that change direction or have no width (Cf). */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
/** It joins emoji into one, e.g. a family. */
const ZERO_WIDTH_JOINER = '\u200D';
const KEPT = new Set(['\n', '\t', ZERO_WIDTH_JOINER]);

/** NFC, without unseen characters, with plain line breaks; trimmed. PostgreSQL cannot store U+0000. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(UNSEEN, (character) => (KEPT.has(character) ? character : ''))
    .trim();

/** Full-width digits, letters and punctuation as ASCII: for numbers and codes, never for prose. */
export const toHalfWidth = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;

/** A mail address as stored and compared: half width, lower case. */
export const normaliseEmail = (text: string): string => toHalfWidth(cleanText(text)).toLowerCase();

export const isEmail = (email: string): boolean => email.length <= 254 && EMAIL.test(email);

/** Collects violations so that a form learns of all of them at once. */
export class Violations {
  readonly found: Violation[] = [];

  add(path: string, code: string, sentence: Sentence, article?: string): this {
    this.found.push(violation(path, code, sentence, article));
    return this;
  }
  /** Required, and within the length. */
  text(
    path: string,
    label: string,
    value: string | null | undefined,
    limits: { min?: number; max: number },
  ): this {
    const length = lengthOf(value ?? '');
    const min = limits.min ?? 1;
    if (length === 0 && min > 0) return this.add(path, 'REQUIRED', say`请填写${label}`);
    if (length < min) return this.add(path, 'TOO_SHORT', say`${label}至少${min}个字，现在${length}个字`);
    if (length > limits.max)
      return this.add(path, 'TOO_LONG', say`${label}最多${limits.max}个字，现在${length}个字`);
    return this;
  }
  /** Optional, but within the length when given. */
  optionalText(path: string, label: string, value: string | null | undefined, max: number): this {
    return this.text(path, label, value, { min: 0, max });
  }
  when(condition: boolean, path: string, code: string, sentence: Sentence, article?: string): this {
    return condition ? this.add(path, code, sentence, article) : this;
  }
}
