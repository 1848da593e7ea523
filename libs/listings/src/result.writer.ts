import { Injectable } from '@nestjs/common';
import { City } from '@jihui/platform';
import type { ResultAction } from './core/result.lifecycle.js';
import type { Result } from './core/result.js';
import { ListingWriter } from './listing.writer.js';
import { ResultsStore } from './store/results.store.js';
import { OwnersStore } from './store/owners.store.js';
import { SearchStore } from './store/search.store.js';
import { resultTraits } from './traits.js';

/** Writes a result that one verb changed. */
@Injectable()
export class ResultWriter extends ListingWriter<Result, ResultAction> {
  constructor(store: ResultsStore, owners: OwnersStore, search: SearchStore, city: City) {
    super(resultTraits, store, owners, search, city);
  }
}
