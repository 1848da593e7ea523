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
 * 赛马制: the same first payment for every racer; what is left of the approved sum goes to those who stay, in equal parts
 * to the 分, earlier places getting the odd ones. A racer who leaves keeps what was spent and audited, never more than
 * was paid.
 */
export function raceShares(
  approved: Fen,
  firstEach: Fen,
  racers: readonly string[],
  leaving: ReadonlyMap<string, Fen>,
): ReadonlyMap<string, Fen> {
  const staying = racers.filter((racer) => !leaving.has(racer));
  const kept = [...leaving.values()].map((spent) => Math.min(spent, firstEach));
  const left = approved - sumFen(kept);
  const shares =
    staying.length === 0
      ? []
      : splitFen(
          left,
          staying.map(() => 1),
        );
  return new Map(
    racers.map((racer) => {
      const spent = leaving.get(racer);
      return [
        racer,
        spent === undefined ? (shares[staying.indexOf(racer)] ?? 0) : Math.min(spent, firstEach),
      ] as const;
    }),
  );
}
