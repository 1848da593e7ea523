import type { FacetRow } from '../db/facets.js';
import type { Term } from './query.js';
import type { Viewer } from './viewer.js';

/** A value documents are counted by. */
export interface Facet {
  readonly name: string;
  /** Whether a document holds several values. */
  readonly many?: boolean;
  /**
   * The name under which it is filtered, where that is another: a place is counted alone and filtered with all it lies
   * in. Null where it is counted under every filter.
   */
  readonly filteredBy?: string | null;
}

/** The filter that a facet is not counted under: its own. */
export const ownFilter = ({ name, filteredBy }: Facet): string | null =>
  filteredBy === undefined ? name : filteredBy;

/** What an engine is asked. */
export interface EngineQuery {
  readonly types: readonly string[];
  readonly viewer: Viewer;
  /** Null for everything. */
  readonly term: Term | null;
  /** Documents hold one of the values of each name. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** These documents alone; null for all. */
  readonly ids: readonly string[] | null;
  /** Whether many documents hold the words, as far as is known. */
  readonly isBroad?: boolean;
}

export interface Sorting {
  /** A name in the documents' sorts. */
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

/** A document by what names it. */
export interface Named {
  readonly type: string;
  readonly id: string;
}

export interface Found extends Named {
  /** Larger is better. */
  readonly score: number;
}

/** Search cursors reach this rank. */
export const MAX_RANK = 1_000;

/** What answers queries. Two stand behind it, held together by one contract suite. */
export interface SearchEngine {
  readonly name: 'postgres' | 'meilisearch';
  /** By relevance, or in the order asked; the newer id first among equals. */
  find(query: EngineQuery, page: { sort: Sorting | null; offset: number; limit: number }): Promise<Found[]>;
  /** So many of what is found, in any order: to tell whether there is anything, or enough. */
  some(query: EngineQuery, limit: number): Promise<Named[]>;
  count(query: EngineQuery): Promise<number>;
  /** Counts by type, for the tabs of a common box. */
  countByType(query: EngineQuery): Promise<ReadonlyMap<string, number>>;
  /** Each facet counted under every filter but its own. */
  facets(query: EngineQuery, facets: readonly Facet[]): Promise<FacetRow[]>;
}
