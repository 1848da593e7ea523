import { formatYuan, isFen, splitFen, type Fen, type LegalDay } from '@jihui/kernel';
import { percent } from './price.js';
import type { DealState } from './types.js';

export type CommissionState = 'PROPOSED' | 'AGREED' | 'DUE' | 'SETTLED' | 'VOID' | 'REVERSED';
export type CommissionBase = 'TOTAL' | 'TECHNICAL';
export type CommissionTrigger = 'SIGNATURE' | 'REGISTRATION' | 'FIRST_PAYMENT' | 'ACCEPTANCE';

export interface CommissionTier {
  /** Upper limit of the tier in 分; null without limit. */
  readonly upTo: Fen | null;
  readonly rateBasisPoints: number;
}

export interface CommissionSplit {
  readonly organisationId: string;
  readonly shareBasisPoints: number;
}

/** 佣金约定 (reference D4, "Commission model fields"). */
export interface CommissionTerms {
  readonly base: CommissionBase;
  readonly tiers: readonly CommissionTier[];
  readonly minimum: Fen | null;
  readonly maximum: Fen | null;
  readonly sellerShareBasisPoints: number;
  readonly buyerShareBasisPoints: number;
  readonly trigger: CommissionTrigger;
  readonly taxIncluded: boolean;
  readonly splits: readonly CommissionSplit[];
}

export interface CommissionComputation {
  readonly baseAmount: Fen;
  readonly amount: Fen;
  readonly sellerPays: Fen;
  readonly buyerPays: Fen;
  /** The agencies' parts in the order of the splits; they sum exactly to the amount. */
  readonly parts: readonly Fen[];
  /** The calculation in plain Chinese. */
  readonly formula: string;
}

/** Whose agreement is needed: each side that pays, each agency that is paid. */
export interface CommissionParty {
  readonly organisationId: string;
  readonly name: string;
  readonly role: 'SELLER' | 'BUYER' | 'BROKER';
  readonly agreedAt: Date | null;
}

export interface Commission {
  readonly id: string;
  readonly version: number;
  readonly dealId: string;
  readonly state: CommissionState;
  readonly terms: CommissionTerms;
  readonly parties: readonly CommissionParty[];
  readonly proposedAt: Date;
  /** The amounts as they were when the contract was concluded; null before. */
  readonly concluded: { readonly total: Fen; readonly technical: Fen } | null;
  readonly dueSince: LegalDay | null;
  readonly settledOn: LegalDay | null;
  readonly endReason: string | null;
  readonly dealCode: string;
  readonly dealTitle: string;
  readonly dealState: DealState;
  /** The agreed price of the deal, from which an estimate is made before conclusion. */
  readonly price: { readonly total: Fen; readonly technical: Fen } | null;
}

interface Slice {
  readonly portion: Fen;
  readonly rateBasisPoints: number;
}

/** The base cut along the tiers' limits; empty slices are left out. */
function slices(base: Fen, tiers: readonly CommissionTier[]): Slice[] {
  const cut: Slice[] = [];
  let from = 0;
  for (const { upTo, rateBasisPoints } of tiers) {
    const to = upTo === null ? base : Math.min(upTo, base);
    if (to > from) cut.push({ portion: to - from, rateBasisPoints });
    from = Math.max(from, to);
  }
  return cut;
}

/** The tiers' sum, rounded once, half up, to a whole 分. */
const tiered = (cut: readonly Slice[]): Fen => {
  const exact = cut.reduce((sum, slice) => sum + BigInt(slice.portion) * BigInt(slice.rateBasisPoints), 0n);
  return Number((exact + 5_000n) / 10_000n);
};

/**
 * The commission on these amounts: progressive tiers, then minimum and maximum, then the payers'
 * and the agencies' parts, each summing exactly to the whole.
 * Test vector of reference D4: 技术交易额 800,000 元, 3 % up to 500,000 and 2 % above → 21,000 元.
 */
export function computeCommission(
  terms: CommissionTerms,
  amounts: { readonly total: Fen; readonly technical: Fen },
): CommissionComputation {
  const baseAmount = terms.base === 'TOTAL' ? amounts.total : amounts.technical;
  const cut = slices(baseAmount, terms.tiers);
  const sum = tiered(cut);
  const amount = Math.min(Math.max(sum, terms.minimum ?? 0), terms.maximum ?? Number.POSITIVE_INFINITY);
  const [sellerPays = 0, buyerPays = 0] = splitFen(amount, [
    terms.sellerShareBasisPoints,
    terms.buyerShareBasisPoints,
  ]);
  const parts = splitFen(
    amount,
    terms.splits.map((split) => split.shareBasisPoints),
  );
  return { baseAmount, amount, sellerPays, buyerPays, parts, formula: inWords(cut, sum, amount) };
}

function inWords(cut: readonly Slice[], sum: Fen, amount: Fen): string {
  const tiers =
    cut.length === 0
      ? '0.00'
      : cut.map((slice) => `${formatYuan(slice.portion)} × ${percent(slice.rateBasisPoints)}`).join(' + ');
  const result = `${tiers} = ${formatYuan(sum)} 元`;
  if (amount > sum) return `${result}，低于最低佣金，按 ${formatYuan(amount)} 元计`;
  if (amount < sum) return `${result}，高于最高佣金，按 ${formatYuan(amount)} 元计`;
  return result;
}

/** What the commission comes to now: final once concluded, an estimate before, null without a price. */
export const computedNow = (commission: Commission): CommissionComputation | null => {
  const amounts = commission.concluded ?? commission.price;
  return amounts === null ? null : computeCommission(commission.terms, amounts);
};

/** Whether every payer and every agency has agreed. */
export const agreedByAll = (commission: Commission): boolean =>
  commission.parties.every((party) => party.agreedAt !== null);

/** Whether the tiers are rates of ever higher limits, the last without one. */
export const tiersAreValid = (tiers: readonly CommissionTier[]): boolean =>
  tiers.length >= 1 &&
  tiers.length <= 10 &&
  tiers.every((tier, index) => {
    const last = index === tiers.length - 1;
    const before = index === 0 ? 0 : (tiers[index - 1]?.upTo ?? Number.POSITIVE_INFINITY);
    const limited = tier.upTo !== null && isFen(tier.upTo) && tier.upTo > before;
    return (
      tier.rateBasisPoints >= 0 && tier.rateBasisPoints <= 10_000 && (last ? tier.upTo === null : limited)
    );
  });
