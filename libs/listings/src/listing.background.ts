import { system } from '@jihui/kernel';
import type { Tx, Work } from '@jihui/platform';
import type { CommonAction, Listing } from './core/listing.js';
import type { ListingWriter } from './listing.writer.js';
import type { ListingRow } from './store/listing.row.js';
import type { ListingStore } from './store/listing.store.js';
import type { ListingTraits } from './traits.js';

/** What happens to listings without anybody asking: the night, and the deals about them. */
export abstract class ListingBackground<L extends Listing, A extends string> {
  protected constructor(
    private readonly traits: ListingTraits<L, A>,
    private readonly work: Work,
    readonly store: ListingStore<L, ListingRow>,
    private readonly writer: ListingWriter<L, A>,
  ) {}

  /** The action that brings it where its deals want it; undefined when there is none to do. */
  protected abstract towardsDeals(listing: L): Promise<A | undefined>;

  /** A step of the nightly job; nothing when the listing moved on meanwhile. */
  async nightly(
    id: string,
    action: A | CommonAction,
    reason: string,
    days: number | null = null,
  ): Promise<void> {
    const actor = system('listings.expire');
    await this.work.run({ domain: 'listings', name: action, actor }, async (tx) => {
      const before = await this.store.lock(id);
      const { lifecycle } = this.traits.machine;
      if (before === undefined || lifecycle.next(before.state, action) === undefined) return;
      const change = action === 'remind' ? {} : { stateReason: reason };
      await this.writer.write(before, action, actor, tx, reason, change);
      if (action === 'remind') await this.store.markReminded(id, days);
    });
  }

  /** Brings the listing where its deals want it. Runs in the transaction of the event's handler. */
  async followDeals(id: string, tx: Tx): Promise<void> {
    const before = await this.store.lock(id);
    if (before === undefined) return;
    const action = await this.towardsDeals(before);
    if (action !== undefined)
      await this.writer.write(before, action, system('listings.followDeal'), tx, null, {});
  }
}
