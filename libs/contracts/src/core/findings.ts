import { lengthOf, type REFUSAL_GROUNDS, type Violation } from '@jihui/kernel';

export type Ground = keyof typeof REFUSAL_GROUNDS;

/** One result of a rule: what is wrong, where, by which article, and the ground of refusal it points to. */
export interface Finding extends Violation {
  readonly level: 'BLOCK' | 'WARNING';
  readonly ground?: Ground;
}

/** Where a rule rests: article as people cite it, and the ground of refusal when it is not met. */
export interface Basis {
  readonly article?: string;
  readonly ground?: Ground;
}

/** Collects findings so that the applicant learns of all of them at once (一次性告知). */
export class Findings {
  readonly found: Finding[] = [];

  block(path: string, code: string, message: string, basis: Basis = {}): this {
    this.found.push({ level: 'BLOCK', path, code, message, ...basis });
    return this;
  }
  warn(path: string, code: string, message: string, basis: Basis = {}): this {
    this.found.push({ level: 'WARNING', path, code, message, ...basis });
    return this;
  }
  blockIf(condition: boolean, path: string, code: string, message: string, basis: Basis = {}): this {
    return condition ? this.block(path, code, message, basis) : this;
  }
  warnIf(condition: boolean, path: string, code: string, message: string, basis: Basis = {}): this {
    return condition ? this.warn(path, code, message, basis) : this;
  }
  /** A field that must be filled before submission. */
  required(path: string, label: string, value: unknown, basis: Basis = {}): this {
    const empty =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    return this.blockIf(empty, path, 'REQUIRED', `请填写${label}`, basis);
  }
  /** A text that must have so many characters before submission. */
  text(path: string, label: string, value: string | null, min: number, basis: Basis = {}): this {
    const length = lengthOf(value ?? '');
    if (length === 0) return this.required(path, label, null, basis);
    return this.blockIf(length < min, path, 'TOO_SHORT', `${label}至少${min}个字，现在${length}个字`, basis);
  }
}

export const blocks = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ level }) => level === 'BLOCK');
