import type { Candidate } from './candidates.js';
import { deviation } from './signals.js';

/** A signal over the candidates of one query. */
export interface Measured {
  readonly weight: number;
  /** What an ideal answer to the query's title would have. */
  readonly ideal: number;
  readonly of: (candidate: Candidate) => number;
}

export interface Fused {
  readonly candidate: Candidate;
  readonly fused: number;
  readonly ratio: number;
  readonly shares: readonly number[];
}

/**
 * Each signal divided by its deviation over the candidates, times its weight; their sum. (To take the mean off as well
 * would change neither order nor differences.) The ratio compares the sum with that of an ideal answer.
 */
export function fuse(candidates: readonly Candidate[], signals: readonly Measured[]): Fused[] {
  if (candidates.length === 0) return [];
  const scaled = signals.map(({ of, weight, ideal }) => {
    const values = candidates.map(of);
    const scale = weight / deviation(values);
    return { values: values.map((value) => value * scale), ideal: ideal * scale };
  });
  const ideal = scaled.reduce((sum, signal) => sum + signal.ideal, 0);
  return candidates.map((candidate, at) => {
    const shares = scaled.map(({ values }) => values[at] ?? 0);
    const fused = shares.reduce((sum, share) => sum + share, 0);
    return { candidate, fused, ratio: ideal > 0 ? Math.min(1, Math.max(0, fused / ideal)) : 0, shares };
  });
}
