import type { Fen, LegalDay } from '@jihui/kernel';
import type { Contract, TaxBenefit } from '../contract.js';
import type { BenefitUse, Proceeding } from './proceeding.js';

/** What tax and finance are told of a registration that changed or ended (reference A7). */
export interface TaxNoticeContent {
  readonly cause: 'CHANGE' | 'REDETERMINATION' | 'CANCELLATION' | 'REVOCATION';
  /** Benefits that the registration was asked for. */
  readonly declared: readonly TaxBenefit[];
  /** Benefits used so far, as reported. */
  readonly used: readonly BenefitUse[];
  readonly before: { readonly total: Fen; readonly technical: Fen };
  /** Zero after a cancellation or revocation. */
  readonly after: { readonly total: Fen; readonly technical: Fen };
  readonly decidedOn: LegalDay;
  readonly reason: string;
  readonly articles: readonly string[];
}

/** 税务通知记录. */
export interface TaxNotice {
  readonly id: string;
  readonly version: number;
  readonly contractId: string;
  readonly proceedingId: string;
  readonly registryDivision: string;
  readonly state: 'PENDING' | 'SENT';
  readonly content: TaxNoticeContent;
  /** Day by which it is sent. */
  readonly dueOn: LegalDay;
  readonly recipient: string | null;
  readonly documentNumber: string | null;
  readonly sentOn: LegalDay | null;
  readonly sentBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whether they are told at all: a benefit was declared, or one was used. */
export const concernsTax = (contract: Contract, used: readonly BenefitUse[]): boolean =>
  contract.form.flags.taxBenefits.length > 0 || used.length > 0;

/** Reported before or with this paper; the same use is named once. */
export function benefitsUsed(
  reported: readonly BenefitUse[],
  proceeding: Pick<Proceeding, 'benefits'>,
): readonly BenefitUse[] {
  const seen = new Map<string, BenefitUse>();
  for (const { benefit, amount, usedOn, note } of [...reported, ...proceeding.benefits])
    seen.set(`${benefit}/${amount}/${usedOn}/${note}`, { benefit, amount, usedOn, note });
  return [...seen.values()].sort((a, b) => (a.usedOn < b.usedOn ? -1 : 1));
}
