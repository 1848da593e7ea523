import { cleanText, Violations, type Violation } from '@jihui/kernel';
import { isContact } from '../calls/objections.js';
import { ChallengeCodes } from '../errors.js';
import type { Concern, NamedInReport } from './handlers.js';

export const REPORT_LIMITS = { named: 10, files: 10, statement: 5_000 } as const;

export interface MisconductForm {
  readonly signed: boolean;
  readonly name: string;
  readonly contact: string;
  readonly named: readonly NamedInReport[];
  readonly concerns: readonly Concern[];
  readonly statement: string;
}

/** As it is kept: cleaned, nothing of the person in an anonymous one. */
export function misconductForm(input: {
  readonly signed: boolean;
  readonly name?: string | null | undefined;
  readonly contact?: string | null | undefined;
  readonly named: readonly {
    readonly name?: string | null | undefined;
    readonly unit?: string | null | undefined;
  }[];
  readonly concerns: readonly Concern[];
  readonly statement: string;
}): MisconductForm {
  const text = (value: string | null | undefined): string => cleanText(value ?? '');
  return {
    signed: input.signed,
    name: input.signed ? text(input.name) : '',
    contact: input.signed ? text(input.contact) : '',
    named: input.named.map(({ name, unit }) => ({ name: text(name), unit: text(unit) })),
    concerns: [...new Set(input.concerns)],
    statement: text(input.statement),
  };
}

/** Somebody or some office is reported, in words that can be looked into; a signed one has a way to answer it. */
export function misconductFaults(form: MisconductForm): readonly Violation[] {
  const found = new Violations()
    .when(
      form.named.length === 0 && form.concerns.length === 0,
      'concerns',
      ChallengeCodes.NOBODY_REPORTED,
      '请选择被举报人的身份，或写明其姓名、单位',
    )
    .when(
      form.named.length > REPORT_LIMITS.named,
      'named',
      ChallengeCodes.TOO_MANY,
      '被举报人过多，请分别举报',
    )
    .text('statement', '举报内容', form.statement, { min: 20, max: REPORT_LIMITS.statement });
  form.named.slice(0, REPORT_LIMITS.named).forEach(({ name, unit }, index) => {
    found
      .when(name === '' && unit === '', `named.${index}.name`, 'REQUIRED', '请填写姓名或单位')
      .optionalText(`named.${index}.name`, '姓名', name, 50)
      .optionalText(`named.${index}.unit`, '单位', unit, 100);
  });
  if (form.signed)
    found
      .text('name', '真实姓名或单位名称', form.name, { min: 2, max: 100 })
      .text('contact', '联系方式', form.contact, { max: 200 })
      .when(
        form.contact !== '' && !isContact(form.contact),
        'contact',
        ChallengeCodes.CONTACT_INVALID,
        '请填写电话号码或电子邮箱，以便答复',
      );
  return found.found;
}

/** Crockford's base32: no I, L, O or U, so that a code survives being written down. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;

/** 查询码: a hundred bits in groups of four. */
export function receiptCode(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const letters = Array.from({ length: CODE_LENGTH }, (_, at) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)),
  );
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody typed, as it is compared; empty for what can be no code. */
export function normaliseReceiptCode(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return letters.length === CODE_LENGTH ? letters : '';
}
