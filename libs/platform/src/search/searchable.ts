import type { SearchDocument } from './document.js';
import type { SearchIndex } from './search-index.js';
import type { SearchSource } from './source.js';
import type { Tokeniser } from './tokeniser.js';

/** Where the things that are found stand. */
export interface Findables {
  /** Locked in the order of ids, so that whoever makes documents of them makes them of the newest. */
  lock(ids: readonly string[]): Promise<{ readonly id: string; readonly version: number }[]>;
  /** Ids of what should be found, in ascending order, after one of them. */
  idsAfter(after: string | null, limit: number): Promise<string[]>;
}

/** Things as the search index holds them, whose documents are made where the things change. */
export abstract class Searchable implements SearchSource {
  constructor(
    readonly type: string,
    private readonly findables: Findables,
    private readonly index: SearchIndex,
    /** The documents of those of the ids that should be found. */
    private readonly documents: (ids: readonly string[]) => Promise<SearchDocument[]>,
  ) {}

  idsAfter(after: string | null, limit: number): Promise<string[]> {
    return this.findables.idsAfter(after, limit);
  }

  byIds(ids: readonly string[]): Promise<SearchDocument[]> {
    return this.documents(ids);
  }

  /**
   * Makes the documents of these anew, in the transaction that changed them; what left is found no more.
   * @param tokeniser for many at once
   */
  async refresh(ids: readonly string[], tokeniser?: Tokeniser): Promise<void> {
    if (ids.length === 0) return;
    const locked = await this.findables.lock(ids);
    const documents = await this.byIds(ids);
    const found = new Set(documents.map(({ id }) => id));
    await this.index.put(documents, tokeniser);
    await this.index.remove(
      locked.filter(({ id }) => !found.has(id)).map((gone) => ({ type: this.type, ...gone })),
    );
  }
}
