import { formatYuan, type Fen } from '@jihui/kernel';
import type { Fields, Inputs } from './fields.js';

/** One line of the working: the formula in words, and the same with the numbers in it. */
export interface Step {
  readonly label: string;
  readonly formula: string;
  readonly working: string;
  readonly amount: Fen;
  readonly article: string | null;
}
export interface Result {
  readonly label: string;
  readonly amount: Fen;
}
/** 可享受, 不符合条件, or no rule in force on that day. */
export type Verdict = 'APPLIES' | 'DOES_NOT_APPLY' | 'NOT_IN_FORCE';

export interface Outcome {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly results: readonly Result[];
  readonly steps: readonly Step[];
  /** Conditions that are not met, each with its reason. */
  readonly obstacles: readonly string[];
  readonly notes: readonly string[];
}

/** A parameter of law that the calculation takes, by its name in the table; the key is how the formula calls it. */
export interface ParameterUse {
  readonly name: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly versions: readonly ParameterVersion[];
}
export interface ParameterVersion {
  readonly value: number;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly source: string;
}
export interface ParameterUses {
  readonly [key: string]: ParameterUse;
}
export type Values<P extends ParameterUses> = { readonly [key in keyof P]: number };

/** One calculator: pure, and the same for the same inputs and parameters for ever. */
export interface Calculator<F extends Fields = Fields, P extends ParameterUses = ParameterUses> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Goes up with every change of the formula; a run stores it. */
  readonly version: string;
  readonly sources: readonly string[];
  readonly fields: F;
  readonly parameters: P;
  readonly calculate: (inputs: Inputs<F>, parameters: Values<P>) => Outcome;
}

export const defineCalculator = <F extends Fields, P extends ParameterUses>(
  calculator: Calculator<F, P>,
): Calculator => calculator as unknown as Calculator;

/** Said with every result. */
export const PRE_CHECK = '测算，不代表税务机关认定';

export const yuan = (amount: Fen): string => formatYuan(amount);
/** 1/100 of a percent as 5 %, 0.03 %. */
export const rate = (basisPoints: number): string => `${basisPoints / 100}%`;

export const step = (
  label: string,
  formula: string,
  working: string,
  amount: Fen,
  article: string | null = null,
): Step => ({ label, formula, working: `${working} = ${yuan(amount)}`, amount, article });

/** Nothing below zero: a loss is no income, and no tax is paid back here. */
export const atLeastZero = (amount: Fen): Fen => Math.max(0, amount);

/** amount × numerator / denominator, rounded half up to a whole 分, exact for any amount. */
export function fraction(amount: Fen, numerator: number, denominator: number): Fen {
  const product = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator);
  return Number(product / (2n * BigInt(denominator)));
}

/** The same rounded down, for what must not exceed a limit. */
export const fractionDown = (amount: Fen, numerator: number, denominator: number): Fen =>
  Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator));

export const BASIS = 10_000;

/** An outcome that gives nothing, with every reason at once. */
export const refused = (
  headline: string,
  obstacles: readonly string[],
  steps: readonly Step[] = [],
): Outcome => ({
  verdict: 'DOES_NOT_APPLY',
  headline,
  results: [],
  steps,
  obstacles,
  notes: [],
});

/** The conditions that are not met. */
export const obstaclesOf = (
  conditions: readonly (readonly [met: boolean, reason: string])[],
): readonly string[] => conditions.filter(([met]) => !met).map(([, reason]) => reason);
