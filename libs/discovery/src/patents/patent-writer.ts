import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor, type Violation } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import type { PatentAction } from '../core/patents/lifecycle.js';
import type { Patent } from '../core/patents/patent.js';
import { patentMachine } from '../core/patents/perform.js';
import type { Organisation } from '../core/organisation.js';
import { FactsStore } from '../store/facts.store.js';
import { PatentsStore } from '../store/patents.store.js';
import { PatentSearch } from './patent-search.js';
import { patentSnapshot } from './patent-snapshot.js';

/** What an act says besides changing the patent. */
export interface Said {
  readonly reason?: string | null;
  /** The legal day on which a new status began. */
  readonly on?: string | null;
  readonly warning?: string | null;
}

/** Writes a patent that one verb changed, with everything that goes with it: index, history, audit, event. */
@Injectable()
export class PatentWriter {
  constructor(
    private readonly patents: PatentsStore,
    private readonly facts: FactsStore,
    private readonly search: PatentSearch,
  ) {}

  /** The one place where a patent is changed, in a transaction that is already open. */
  async write(
    before: Patent,
    action: PatentAction,
    actor: Actor,
    tx: Tx,
    change: Partial<Patent>,
    { reason = null, on = null, warning = null }: Said = {},
    wrong: readonly Violation[] = [],
  ): Promise<void> {
    // A correction must be right as a whole; what is recorded is judged by what the patent was.
    const judged = action === 'edit' ? { ...before, ...change } : before;
    const state = patentMachine.perform(judged, action, actor, tx.now, wrong);
    const history =
      state === before.state ? before.history : [...before.history, { state, on, note: reason ?? '' }];
    const next: Patent = { ...before, ...change, state, history };
    await this.patents.save(next, legalDayOf(tx.now));
    await this.search.refresh([next.id]);
    const after: Patent = { ...next, version: before.version + 1, updatedAt: tx.now };
    await tx.audit({ stream: `Patent:${after.id}`, action, before, after, reason });
    await this.tell(after, action, tx, warning);
  }

  async tell(patent: Patent, action: string, tx: Tx, warning: string | null = null): Promise<void> {
    const owner = await this.ownerOf(patent.ownerId);
    await tx.emit('discovery.patent', {
      aggregateId: patent.id,
      version: patent.version,
      action,
      payload: patentSnapshot(patent, owner, warning),
    });
  }

  /** @throws DomainError DISCOVERY.NOT_YET_KNOWN */
  ownerOf(id: string): Promise<Organisation> {
    return this.facts.activeOrganisation(id);
  }
}
