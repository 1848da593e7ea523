import { Injectable } from '@nestjs/common';
import type { Actor, Violation } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import type { ResultAction } from './core/result.lifecycle.js';
import { isOnlineResult, type Result } from './core/result.js';
import { resultMachine } from './core/perform.js';
import { ownerNotYetKnown } from './refusals.js';
import { resultDocument } from './search-document.js';
import { resultSnapshot } from './snapshots.js';
import { ResultsStore } from './store/results.store.js';
import { OwnersStore, type Owner } from './store/owners.store.js';
import { SearchStore } from './store/search.store.js';

/** Writes a result that one verb changed, with everything that goes with it: index, history, event. */
@Injectable()
export class ResultWriter {
  constructor(
    private readonly results: ResultsStore,
    private readonly owners: OwnersStore,
    private readonly search: SearchStore,
  ) {}

  /** Changes a result in a transaction that is already open: the one place where a result is written. */
  async write(
    before: Result,
    action: ResultAction,
    actor: Actor,
    tx: Tx,
    reason: string | null,
    change: Partial<Result>,
    wrong: readonly Violation[] = [],
  ): Promise<void> {
    const state = resultMachine.perform({ ...before, ...change }, action, actor, tx.now, wrong);
    const moved = state !== before.state;
    const next: Result = { ...before, ...change, state, stateSince: moved ? tx.now : before.stateSince };
    await this.results.save(next);
    const after: Result = { ...next, version: before.version + 1, updatedAt: tx.now };
    if (after.expiresOn !== before.expiresOn) await this.results.markReminded(after.id, null);
    const owner = await this.ownerOf(after.ownerId);
    if (isOnlineResult(after.state)) await this.search.put([resultDocument(after, owner)]);
    else if (isOnlineResult(before.state)) await this.search.remove('RESULT', after.id, after.version);
    await tx.audit({ stream: `Result:${after.id}`, action, before, after, reason });
    // What is only being written concerns nobody else.
    if (action === 'edit') return;
    await tx.emit('listings.result', {
      aggregateId: after.id,
      version: after.version,
      action,
      payload: resultSnapshot(after, owner),
    });
  }

  /** @throws DomainError LISTINGS.NOT_YET_KNOWN */
  async ownerOf(id: string): Promise<Owner> {
    const owner = await this.owners.get(id);
    if (owner === undefined) throw ownerNotYetKnown();
    return owner;
  }
}
