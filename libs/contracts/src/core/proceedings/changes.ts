import { canonical } from '@jihui/kernel';
import type { ContractForm } from '../contract.js';

/** 变更事项 (reference A7). */
export const CHANGE_SUBJECTS = {
  PARTIES: '当事人',
  AMOUNT: '金额',
  TERM: '期限',
  SUBJECT: '标的',
  PAYMENT: '支付方式',
  OTHER: '其他',
} as const;
export type ChangeSubject = keyof typeof CHANGE_SUBJECTS;

const PARTS: readonly (readonly [ChangeSubject, (form: ContractForm) => unknown])[] = [
  ['PARTIES', ({ sellers, buyers, brokers }) => ({ sellers, buyers, brokers })],
  [
    'AMOUNT',
    ({ money: { total, technical, deductions, carriers, receipts } }) => ({
      total,
      technical,
      deductions,
      carriers,
      receipts,
    }),
  ],
  [
    'TERM',
    ({ signedOn, signedAt, effectiveFrom, effectiveTo }) => ({
      signedOn,
      signedAt,
      effectiveFrom,
      effectiveTo,
    }),
  ],
  ['SUBJECT', ({ title, subclass, licenceMode, content }) => ({ title, subclass, licenceMode, content })],
  ['PAYMENT', ({ money: { paymentMode, royalty } }) => ({ paymentMode, royalty })],
  [
    'OTHER',
    ({ contractNumber, modelText, electronic, language, flags, money }) => ({
      contractNumber,
      modelText,
      electronic,
      language,
      flags,
      expectedInvestment: money.expectedInvestment,
      expectedOutput: money.expectedOutput,
      lowRatioReason: money.lowRatioReason,
    }),
  ],
];

/** As it reads: a mark that was never set and one that says no are the same. */
function stated(part: unknown): unknown {
  if (part === false) return null;
  if (Array.isArray(part)) return part.map(stated);
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, stated(value)]));
}
const text = (part: unknown): string => canonical(stated(part));

/** What differs between two forms; the declaration of truth is given anew and is no change. */
export const changedSubjects = (before: ContractForm, after: ContractForm): readonly ChangeSubject[] =>
  PARTS.filter(([, of]) => text(of(before)) !== text(of(after))).map(([subject]) => subject);

export const sameForm = (one: ContractForm, other: ContractForm): boolean =>
  changedSubjects(one, other).length === 0;
