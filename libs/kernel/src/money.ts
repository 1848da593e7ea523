import { DomainError } from './errors.js';

/** An amount in integer 分 (1/100 yuan). Plain numbers are exact up to 90 trillion yuan. */
export type Fen = number;

/** Largest amount accepted anywhere: 1,000 亿元. */
export const MAX_FEN: Fen = 10_000_000_000_000;

export const isFen = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= MAX_FEN;

/** Sum in 分; throws MONEY.OUT_OF_RANGE when it leaves the exact range. */
export function sumFen(amounts: readonly Fen[]): Fen {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (!Number.isSafeInteger(total)) throw new DomainError('MONEY.OUT_OF_RANGE', '金额超出可计算范围');
  return total;
}

/**
 * amount × basisPoints / 10,000, rounded half up to a whole 分.
 * @param basisPoints 1/100 of a percent: 3 % is 300.
 */
export function shareOf(amount: Fen, basisPoints: number): Fen {
  const product = BigInt(amount) * BigInt(basisPoints);
  return Number((product + 5_000n) / 10_000n);
}

/**
 * Splits an amount by weights so that the parts sum exactly to it: largest remainders get the
 * odd 分, ties going to the earlier part.
 */
export function splitFen(amount: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) throw new DomainError('MONEY.NO_WEIGHTS', '分配比例之和必须大于零');
  const exact = weights.map((weight) => (BigInt(amount) * BigInt(weight)) / BigInt(total));
  const parts = exact.map(Number);
  const rest = weights.map((weight, index) => ({
    index,
    remainder: (BigInt(amount) * BigInt(weight)) % BigInt(total),
  }));
  rest.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  for (const { index } of rest.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** Made once: making a formatter costs a hundred times as much as using it. */
const yuan = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const wan = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** 分 as 元 with two decimals and grouping, e.g. 1,200,000.00. */
export const formatYuan = (amount: Fen): string => yuan.format(amount / 100);

/** 分 as 万元 with up to six decimals and no trailing zeros, e.g. 75 or 0.5. */
export const formatWan = (amount: Fen): string => wan.format(amount / 1_000_000);
