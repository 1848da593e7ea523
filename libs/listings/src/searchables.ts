import { Injectable } from '@nestjs/common';
import { City, type SearchDocument, type SearchSource } from '@jihui/platform';
import { needDocument, resultDocument, type Findable } from './search-document.js';
import { NeedsStore } from './store/needs.store.js';
import { OwnersStore, type Owner } from './store/owners.store.js';
import { ResultsStore } from './store/results.store.js';

/** Documents of listings whose owners are known. */
async function documentsOf<L extends { readonly ownerId: string }>(
  owners: OwnersStore,
  listings: readonly L[],
  findable: (listing: L, owner: Owner, city: City) => Findable,
  city: City,
): Promise<SearchDocument[]> {
  const known = await owners.byIds([...new Set(listings.map(({ ownerId }) => ownerId))]);
  return listings.flatMap((listing) => {
    const owner = known.get(listing.ownerId);
    return owner === undefined ? [] : [findable(listing, owner, city).document];
  });
}

/** Results that should be found: those online. */
@Injectable()
export class ResultSearch implements SearchSource {
  readonly type = 'result';

  constructor(
    private readonly results: ResultsStore,
    private readonly owners: OwnersStore,
    private readonly city: City,
  ) {}

  idsAfter(after: string | null, limit: number): Promise<string[]> {
    return this.results.onlineAfter(after, limit);
  }

  async byIds(ids: readonly string[]): Promise<SearchDocument[]> {
    return documentsOf(this.owners, await this.results.onlineByIds(ids), resultDocument, this.city);
  }
}

/** Needs that should be found: those online. */
@Injectable()
export class NeedSearch implements SearchSource {
  readonly type = 'need';

  constructor(
    private readonly needs: NeedsStore,
    private readonly owners: OwnersStore,
    private readonly city: City,
  ) {}

  idsAfter(after: string | null, limit: number): Promise<string[]> {
    return this.needs.onlineAfter(after, limit);
  }

  async byIds(ids: readonly string[]): Promise<SearchDocument[]> {
    return documentsOf(this.owners, await this.needs.onlineByIds(ids), needDocument, this.city);
  }
}
