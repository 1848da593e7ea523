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

/** A question that the engine leaves to the database, though it is there for every other. */
export class NotForEngine extends Error {
  constructor(reason: string) {
    super(`left to the database: ${reason}`);
    this.name = 'NotForEngine';
  }
}

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
  /** By which of its faces the reader finds it, where that has been read. */
  readonly face?: number;
}

export interface Found extends Named {
  /** Larger is better. */
  readonly score: number;
}

/** What a first page needs, read in one go. */
export interface Survey {
  /** All that hold the words, and whether they meet the filters, where they are few; null where they are more. */
  readonly few: readonly (Named & { readonly met: boolean })[] | null;
  /** Where they are more: the best of the newest under the filters; empty where another order is asked. */
  readonly best: readonly Found[];
  /** Counts by type under all filters. */
  readonly types: ReadonlyMap<string, number>;
  /** Each facet counted under every filter but its own. */
  readonly facets: readonly FacetRow[];
}

/** Search cursors reach this rank. */
export const MAX_RANK = 1_000;

/** What answers queries. Two stand behind it, held together by one contract suite. */
export interface SearchEngine {
  readonly name: 'postgres' | 'meilisearch';
  /**
   * Counts, facets and the best in one go, for words alone.
   * @param few how many count as few
   * @param isRanked whether the best are wanted
   * @returns null where the engine cannot, or the query is of more than words: then each is asked by itself
   */
  survey(
    query: EngineQuery,
    asked: { readonly facets: readonly Facet[]; readonly few: number; readonly isRanked: boolean },
  ): Promise<Survey | null>;
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
