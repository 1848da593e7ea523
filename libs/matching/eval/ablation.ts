import { figuresOf, line, type Outcome } from './figures.js';

/** A ranked document with what each signal gave to its score. */
export interface Shared {
  readonly id: string;
  readonly fused: number;
  readonly shares: readonly number[];
}

export const SIGNALS = ['single characters', 'pairs', 'vectors be', 'vectors be_own'] as const;

/** Sums of signals whose figures are printed: each alone, and all without each. */
const SUMS: readonly (readonly number[])[] = [
  [0],
  [1],
  [2],
  [3],
  [0, 1],
  [0, 1, 2],
  [0, 1, 3],
  [0, 2, 3],
  [1, 2, 3],
];

/** What each part contributes, over the same candidates: lines to print. */
export function ablation(
  queries: readonly (Omit<Outcome, 'ranked'> & { readonly hits: readonly Shared[] })[],
): string[] {
  const count = Math.max(0, ...queries.map(({ hits }) => hits[0]?.shares.length ?? 0));
  return SUMS.filter((signals) => signals.every((signal) => signal < count)).map((signals) => {
    const outcomes = queries.map(({ hits, ...query }) => ({
      ...query,
      ranked: hits
        .map(({ id, shares }) => ({ id, score: signals.reduce((sum, at) => sum + (shares[at] ?? 0), 0) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    }));
    return line(signals.map((at) => SIGNALS[at]).join(' + '), figuresOf(outcomes));
  });
}
