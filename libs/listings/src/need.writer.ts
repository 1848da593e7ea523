import { Injectable } from '@nestjs/common';
import { City } from '@jihui/platform';
import type { NeedAction } from './core/need.lifecycle.js';
import type { Need } from './core/need.js';
import { ListingWriter } from './listing.writer.js';
import { NeedsStore } from './store/needs.store.js';
import { OwnersStore } from './store/owners.store.js';
import { SearchStore } from './store/search.store.js';
import { needTraits } from './traits.js';

/** Writes a need that one verb changed. */
@Injectable()
export class NeedWriter extends ListingWriter<Need, NeedAction> {
  constructor(store: NeedsStore, owners: OwnersStore, search: SearchStore, city: City) {
    super(needTraits, store, owners, search, city);
  }
}
