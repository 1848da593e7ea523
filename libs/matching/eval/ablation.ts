import { figuresOf, line, type Outcome } from './figures.js';

/** A ranked document with what each signal gave to its score. */
export interface Shared {
  readonly id: string;
  readonly fused: number;
  readonly shares: readonly number[];
}

/** The signals of listings, and of people, in the order of their shares. */
export const LISTING_SIGNALS = ['single characters', 'pairs', 'vectors be', 'vectors be_own'] as const;
export const EXPERT_SIGNALS = [
  'single characters',
  'pairs',
  'pairs of headings',
  'vectors be',
  'vectors be_own',
] as const;

/** Sums of signals whose figures are printed: each alone, the first together, and all without each. */
function sumsOf(count: number): number[][] {
  const all = Array.from({ length: count }, (_, at) => at);
  const first = all.slice(1).map((at) => all.slice(0, at + 1));
  const without = all.map((left) => all.filter((at) => at !== left));
  const sums = [...all.map((at) => [at]), ...first, ...without];
  return [...new Map(sums.map((sum) => [sum.join(), sum])).values()].filter((sum) => sum.length > 0);
}

/** What each part contributes, over the same candidates: lines to print. */
export function ablation(
  queries: readonly (Omit<Outcome, 'ranked'> & { readonly hits: readonly Shared[] })[],
  names: readonly string[],
): string[] {
  const count = Math.max(0, ...queries.map(({ hits }) => hits[0]?.shares.length ?? 0));
  return sumsOf(count).map((signals) => {
    const outcomes = queries.map(({ hits, ...query }) => ({
      ...query,
      ranked: hits
        .map(({ id, shares }) => ({ id, score: signals.reduce((sum, at) => sum + (shares[at] ?? 0), 0) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    }));
    return line(signals.map((at) => names[at]).join(' + '), figuresOf(outcomes));
  });
}
