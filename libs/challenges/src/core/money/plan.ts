import { sumFen, splitFen, type Fen } from '@jihui/kernel';

/** Limits of a call's money (reference B6); every number is a parameter with its source. */
export interface FundingRule {
  /** Most of the project's investment that the treasury pays, in hundredths of a percent. */
  readonly fiscalRatioMax: number;
  readonly fiscalCap: Fen;
  /** Least that the call's owner pays. */
  readonly ownerRatioMin: number;
}

/** Who pays how much of a project. */
export interface Funding {
  readonly total: Fen;
  readonly owner: Fen;
  readonly city: Fen;
  /** 市县联合: the county's part; nothing in other modes. */
  readonly county: Fen;
}

export type FundingFault = 'DOES_NOT_SUM' | 'FISCAL_RATIO' | 'FISCAL_CAP' | 'OWNER_RATIO' | 'SPLIT_NOT_KEPT';

/** @param citySplit 市县联合: the city's part of the treasury's money in hundredths of a percent; null in other modes */
export function fundingFaults(
  funding: Funding,
  rule: FundingRule,
  citySplit: number | null,
): readonly FundingFault[] {
  const { total, owner, city, county } = funding;
  const fiscal = sumFen([city, county]);
  const is = (wrong: boolean, fault: FundingFault): readonly FundingFault[] => (wrong ? [fault] : []);
  const split = citySplit === null ? [fiscal, 0] : splitFen(fiscal, [citySplit, 10_000 - citySplit]);
  return [
    ...is(sumFen([owner, fiscal]) !== total, 'DOES_NOT_SUM'),
    ...is(atLeast(fiscal, total, rule.fiscalRatioMax + 1), 'FISCAL_RATIO'),
    ...is(fiscal > rule.fiscalCap, 'FISCAL_CAP'),
    ...is(!atLeast(owner, total, rule.ownerRatioMin), 'OWNER_RATIO'),
    ...is(city !== split[0] || county !== split[1], 'SPLIT_NOT_KEPT'),
  ];
}

/** Whether a part is at least so many hundredths of a percent of the whole; exact. */
const atLeast = (part: Fen, whole: Fen, basisPoints: number): boolean =>
  BigInt(part) * 10_000n >= BigInt(whole) * BigInt(basisPoints);

/** One instalment of the treasury's money: what it is tied to. */
export interface Instalment {
  readonly id: string;
  readonly amount: Fen;
  /** The milestone that must have passed; null for the first payment, on signing. */
  readonly milestone: string | null;
}

/**
 * The approved sum in instalments by ratios that sum to 100 %: exact to the 分.
 * @param ratios hundredths of a percent, such as 30/40/30 %
 */
export function instalmentsOf(
  approved: Fen,
  ratios: readonly { readonly milestone: string | null; readonly ratio: number }[],
): readonly Instalment[] {
  const amounts = splitFen(
    approved,
    ratios.map(({ ratio }) => ratio),
  );
  return ratios.map(({ milestone }, place) => ({
    id: `P${place + 1}`,
    amount: amounts[place] ?? 0,
    milestone,
  }));
}

/**
 * Instalments with a sum more: the last one grows where it is not paid yet, otherwise one more follows it, tied to the
 * same milestone. Where no task book is signed there are none to grow.
 */
export function enlarged(
  instalments: readonly Instalment[],
  more: Fen,
  paid: ReadonlySet<string>,
): readonly Instalment[] {
  const last = instalments.at(-1);
  if (last === undefined || more === 0) return instalments;
  if (paid.has(last.id))
    return [...instalments, { id: `P${instalments.length + 1}`, amount: more, milestone: last.milestone }];
  return instalments.map((one) => (one.id === last.id ? { ...one, amount: one.amount + more } : one));
}
