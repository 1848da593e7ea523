import type { Facet, Sorting } from './engine.js';
import type { Viewer } from './viewer.js';

/** What somebody looks for. */
export interface SearchRequest {
  readonly types: readonly string[];
  /** As it was typed; null for everything that the filters leave. */
  readonly text: string | null;
  readonly viewer: Viewer;
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** By relevance where nothing is said. */
  readonly sort?: Sorting | null;
  /** What is counted, should that be asked. */
  readonly facets?: readonly Facet[];
  /** Looks among these documents alone. */
  readonly ids?: readonly string[] | null;
  /** Finds what holds all the words and nothing else, however little that is. */
  readonly exact?: boolean;
  /** Asks the database itself, which lags behind nothing, whichever engine is set: for who looks once and may miss nothing. */
  readonly current?: boolean;
}
