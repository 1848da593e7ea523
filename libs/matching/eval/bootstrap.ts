import { mean, round } from './figures.js';

const RESAMPLES = 2_000;

export interface Difference {
  readonly mean: number;
  /** 95 % of the resampled means lie between. */
  readonly low: number;
  readonly high: number;
}

/** Paired bootstrap of a difference by query, with a fixed sequence, so that two runs give the same. */
export function bootstrap(ours: readonly number[], theirs: readonly number[]): Difference {
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0));
  let state = 20_261_128;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < differences.length; drawn += 1)
      sum += differences[Math.floor(next() * differences.length)] ?? 0;
    return sum / differences.length;
  }).sort((a, b) => a - b);
  const at = (share: number): number => round(means[Math.floor(share * (means.length - 1))] ?? 0);
  return { mean: mean(differences), low: at(0.025), high: at(0.975) };
}
