import { isotonic, type Step } from './isotonic.js';
import { learn, scored, type Group } from './ridge.js';
import { PART_NAMES, type PartName, type Weights } from './weights.js';

/** Weights learnt from what people said of pairs, with what a score has meant so far. */
export interface Ranker {
  /** Of the texts' signals, each over its deviation: singles, pairs, then each model of vectors. */
  readonly signals: readonly number[];
  /** Of the parts of a score; their sum is 100. */
  readonly weights: Weights;
  /** Which share of the pairs of such a score people found useful, or went further with. */
  readonly calibration: readonly Step[];
  /** What it was learnt from: needs whose results were judged differently, and their pairs. */
  readonly needs: number;
  readonly pairs: number;
}

/** With fewer judged needs fixed weights are as good (measured: docs/matching.md). */
export const LEAST_JUDGED_NEEDS = 50;

/** One judged result of a need, as the signals see it. */
export interface JudgedPair {
  /** See `judgedNeeds`; 0: refused. */
  readonly grade: number;
  /** Each signal of the texts over its deviation, unweighted. */
  readonly signals: readonly number[];
}

/** The same with the parts that a score is made of, what fits besides the text counted as far as the text does. */
export interface PartedPair {
  readonly grade: number;
  readonly parts: Readonly<Record<PartName, number>>;
}

/** Weights of the signals. @param prior the fixed ones */
export const learnSignals = (
  needs: readonly (readonly JudgedPair[])[],
  prior: readonly number[],
): readonly number[] =>
  learn(
    needs.map((pairs): Group => pairs.map(({ signals, grade }) => ({ features: signals, grade }))),
    prior,
  );

const featuresOf = ({ parts }: PartedPair): number[] => PART_NAMES.map((name) => parts[name]);
const FOLDS = 5;

/**
 * Weights of the parts and the calibration, for signals that are settled. Each need's scores that are calibrated come
 * from weights that the need had no say in.
 * @param prior the deployment's own weights (reference D2)
 */
export function learnParts(
  needs: readonly (readonly PartedPair[])[],
  prior: Weights,
): Pick<Ranker, 'weights' | 'calibration'> {
  const groups = needs.map((pairs): Group =>
    pairs.map((pair) => ({ features: featuresOf(pair), grade: pair.grade })),
  );
  const before = PART_NAMES.map((name) => prior[name]);
  const weightsOf = (from: readonly Group[]): number[] => percentages(learn(from, before));
  const seen = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = weightsOf(groups.filter((_group, at) => at % FOLDS !== fold));
    return needs
      .filter((_need, at) => at % FOLDS === fold)
      .flatMap((pairs) =>
        pairs.map((pair) => ({ score: scored(featuresOf(pair), weights), good: pair.grade > 0 })),
      );
  }).flat();
  const weights = weightsOf(groups);
  return {
    weights: Object.fromEntries(PART_NAMES.map((name, at) => [name, weights[at] ?? 0])) as Record<
      PartName,
      number
    >,
    calibration: isotonic(seen).map(([score, share]) => [rounded(score, 2), rounded(share, 4)]),
  };
}

/** The same ratios with a sum of 100, to hundredths. */
function percentages(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  return weights.map((weight) => rounded((100 * weight) / sum, 2));
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
