import type { Actor, Violation } from '@jihui/kernel';
import type { City, Tx } from '@jihui/platform';
import type { CommonAction, Listing, ListingChange } from './core/listing.js';
import { ownerNotYetKnown } from './refusals.js';
import type { ListingRow } from './store/listing.row.js';
import type { ListingStore } from './store/listing.store.js';
import type { Owner, OwnersStore } from './store/owners.store.js';
import type { SearchStore } from './store/search.store.js';
import type { ListingTraits } from './traits.js';

/** Writes a listing that one verb changed, with everything that goes with it: index, history, event. */
export abstract class ListingWriter<L extends Listing, A extends string> {
  protected constructor(
    private readonly traits: ListingTraits<L, A>,
    private readonly store: ListingStore<L, ListingRow>,
    private readonly owners: OwnersStore,
    private readonly search: SearchStore,
    private readonly city: City,
  ) {}

  /** Changes a listing in a transaction that is already open: the one place where one is written. */
  async write(
    before: L,
    action: A | CommonAction,
    actor: Actor,
    tx: Tx,
    reason: string | null,
    change: ListingChange<L>,
    wrong: readonly Violation[] = [],
  ): Promise<void> {
    const { aggregate, isOnline, findable, kind, machine, tell } = this.traits;
    const state = machine.perform({ ...before, ...change }, action, actor, tx.now, wrong);
    const moved = state !== before.state;
    const next: L = { ...before, ...change, state, stateSince: moved ? tx.now : before.stateSince };
    await this.store.save(next);
    const after: L = { ...next, version: before.version + 1, updatedAt: tx.now };
    if (after.expiresOn !== before.expiresOn) await this.store.markReminded(after.id, null);
    const owner = await this.ownerOf(after.ownerId);
    if (isOnline(after)) await this.search.put([findable(after, owner, this.city)]);
    else if (isOnline(before)) await this.search.remove(kind, after.id, after.version);
    await tx.audit({ stream: `${aggregate}:${after.id}`, action, before, after, reason });
    // What is only being written concerns nobody else.
    if (action !== 'edit') await tell(tx, after, owner, action);
  }

  /** @throws DomainError LISTINGS.NOT_YET_KNOWN */
  async ownerOf(id: string): Promise<Owner> {
    const owner = await this.owners.get(id);
    if (owner === undefined) throw ownerNotYetKnown();
    return owner;
  }
}
