import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import type { Connection, PageArgs } from '@jihui/platform';
import type { SavedSearch } from '../core/saved-search.js';
import { SavedSearchesStore } from '../store/saved-searches.store.js';

/** Reads of saved searches: one's own alone. */
@Injectable()
export class SavedSearchesQueries {
  constructor(private readonly store: SavedSearchesStore) {}

  byId(actor: Actor, id: string): Promise<SavedSearch | undefined> {
    return this.store.get(actor, id);
  }

  mine<N>(actor: Actor, toNode: (search: SavedSearch) => N, page: PageArgs): Promise<Connection<N>> {
    return this.store.mine(actor, toNode, page);
  }
}
