import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Republisher } from '@jihui/platform';
import type { Listing } from './core/listing.js';
import type { ListingRow } from './store/listing.row.js';
import type { ListingStore } from './store/listing.store.js';
import { NeedsStore } from './store/needs.store.js';
import { OwnersStore } from './store/owners.store.js';
import { ResultsStore } from './store/results.store.js';
import { needTraits, resultTraits, type ListingTraits } from './traits.js';

const BATCH = 200;

/** Says again what results and needs are now, so that projections can be rebuilt. */
@Injectable()
export class ListingsRepublisher implements Republisher {
  constructor(
    private readonly work: Work,
    private readonly results: ResultsStore,
    private readonly needs: NeedsStore,
    private readonly owners: OwnersStore,
  ) {}

  async republish(since: Date): Promise<number> {
    const results = await this.all(this.results, resultTraits, since);
    return results + (await this.all(this.needs, needTraits, since));
  }

  private async all<L extends Listing>(
    store: ListingStore<L, ListingRow>,
    { tell }: Pick<ListingTraits<L, never>, 'tell'>,
    since: Date,
  ): Promise<number> {
    let count = 0;
    for (let ids = await this.batch(store, tell, since, null); ids.length > 0;) {
      count += ids.length;
      ids = await this.batch(store, tell, since, ids.at(-1) ?? null);
    }
    return count;
  }

  /** Drafts never left this domain, and do not now. */
  private batch<L extends Listing>(
    store: ListingStore<L, ListingRow>,
    tell: ListingTraits<L, never>['tell'],
    since: Date,
    after: string | null,
  ): Promise<string[]> {
    const command = { domain: 'listings', name: 'republish', actor: system('republish') } as const;
    return this.work.run(command, async (tx) => {
      const found = await store.changedSince(since, after, BATCH);
      const told = found.filter(({ submittedAt, publishedAt }) => submittedAt ?? publishedAt);
      const owners = await this.owners.byIds(told.map(({ ownerId }) => ownerId));
      for (const listing of told) {
        const owner = owners.get(listing.ownerId);
        if (owner !== undefined) await tell(tx, listing, owner, 'republish');
      }
      return found.map(({ id }) => id);
    });
  }
}
