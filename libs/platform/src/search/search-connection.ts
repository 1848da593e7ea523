import type { Connection } from '../db/page.js';
import type { Highlight } from './highlight.js';

/** A list with what is counted only when asked. */
export interface SearchConnection<N> extends Connection<N> {
  /** Each with what was looked for, marked in its texts. */
  readonly edges: readonly {
    readonly node: N;
    readonly cursor: string;
    readonly highlights: () => Promise<readonly Highlight[]>;
  }[];
  readonly facets: () => Promise<object>;
  readonly loose: boolean;
  readonly widened: boolean;
  readonly suggestion: () => Promise<string | null>;
}

/** A list without words has nothing to mark and nothing to correct. */
export const unsearched = <N>(list: Connection<N>, facets: () => Promise<object>): SearchConnection<N> => ({
  ...list,
  edges: list.edges.map((edge) => ({ ...edge, highlights: () => Promise.resolve([]) })),
  facets,
  loose: false,
  widened: false,
  suggestion: () => Promise.resolve(null),
});
