import { Injectable } from '@nestjs/common';
import type { Actor, Violation } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import type { NeedAction } from './core/need.lifecycle.js';
import { isOnlineNeed, type Need } from './core/need.js';
import { needMachine } from './core/perform.js';
import { ownerNotYetKnown } from './refusals.js';
import { needDocument } from './search-document.js';
import { needSnapshot } from './snapshots.js';
import { NeedsStore } from './store/needs.store.js';
import { OwnersStore, type Owner } from './store/owners.store.js';
import { SearchStore } from './store/search.store.js';

/** Writes a need that one verb changed, with everything that goes with it: index, history, event. */
@Injectable()
export class NeedWriter {
  constructor(
    private readonly needs: NeedsStore,
    private readonly owners: OwnersStore,
    private readonly search: SearchStore,
  ) {}

  /** Changes a need in a transaction that is already open: the one place where a need is written. */
  async write(
    before: Need,
    action: NeedAction,
    actor: Actor,
    tx: Tx,
    reason: string | null,
    change: Partial<Need>,
    wrong: readonly Violation[] = [],
  ): Promise<void> {
    const state = needMachine.perform({ ...before, ...change }, action, actor, tx.now, wrong);
    const moved = state !== before.state;
    const next: Need = { ...before, ...change, state, stateSince: moved ? tx.now : before.stateSince };
    await this.needs.save(next);
    const after: Need = { ...next, version: before.version + 1, updatedAt: tx.now };
    if (after.expiresOn !== before.expiresOn) await this.needs.markReminded(after.id, null);
    const owner = await this.ownerOf(after.ownerId);
    if (isOnlineNeed(after.state)) await this.search.put([needDocument(after, owner)]);
    else if (isOnlineNeed(before.state)) await this.search.remove('NEED', after.id, after.version);
    await tx.audit({ stream: `Need:${after.id}`, action, before, after, reason });
    // What is only being written concerns nobody else.
    if (action === 'edit') return;
    await tx.emit('listings.need', {
      aggregateId: after.id,
      version: after.version,
      action,
      payload: needSnapshot(after, owner),
    });
  }

  /** @throws DomainError LISTINGS.NOT_YET_KNOWN */
  async ownerOf(id: string): Promise<Owner> {
    const owner = await this.owners.get(id);
    if (owner === undefined) throw ownerNotYetKnown();
    return owner;
  }
}
