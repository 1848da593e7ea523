import type { SearchDocument } from './document.js';

/**
 * Where documents come from: the owner of the things, asked when an index is made anew or checked. A domain names its
 * sources in `Domain.searchables`.
 */
export interface SearchSource {
  readonly type: string;
  /** Ids of what should be found, in ascending order, after one of them. */
  idsAfter(after: string | null, limit: number): Promise<string[]>;
  /** The documents of those of the ids that should be found. */
  byIds(ids: readonly string[]): Promise<SearchDocument[]>;
}
