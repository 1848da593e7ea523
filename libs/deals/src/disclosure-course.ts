import { Injectable } from '@nestjs/common';
import { notFound } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import type { Disclosure } from './core/disclosure.js';
import { disclosureLifecycle, type DisclosureAction } from './core/lifecycle.js';
import type { Deal } from './core/types.js';
import { DisclosuresStore } from './store/disclosures.store.js';

/** Moves a disclosure along as a consequence of what happens to its deal or its objections. */
@Injectable()
export class DisclosureCourse {
  constructor(private readonly store: DisclosuresStore) {}

  /** Ends the deal's disclosure when one is running. */
  async annul(tx: Tx, deal: Deal, reason: string): Promise<void> {
    const { disclosure } = deal;
    if (disclosure === null || (disclosure.state !== 'RUNNING' && disclosure.state !== 'OBJECTED')) return;
    await this.move(tx, await this.locked(disclosure.id), 'annul', { annulledReason: reason });
  }

  /** Marks the period as completed; the deal's rules have looked at day and objections. */
  async complete(tx: Tx, disclosureId: string): Promise<void> {
    await this.move(tx, await this.locked(disclosureId), 'complete', { completedAt: tx.now });
  }

  /** @throws Error when the table has no such step: the deal's own table should have refused before. */
  async move(
    tx: Tx,
    disclosure: Disclosure,
    action: DisclosureAction,
    patch: Partial<Pick<Disclosure, 'completedAt' | 'annulledReason'>> = {},
  ): Promise<void> {
    const state = disclosureLifecycle.next(disclosure.state, action);
    if (state === undefined) throw new Error(`disclosure ${disclosure.state} has no ${action}`);
    await this.store.save(disclosure, { state, ...patch });
    await tx.audit({
      stream: `Disclosure:${disclosure.id}`,
      action,
      before: disclosure,
      after: { ...disclosure, state, ...patch },
      reason: patch.annulledReason ?? null,
    });
  }

  async locked(id: string): Promise<Disclosure> {
    const disclosure = await this.store.lock(id);
    if (disclosure === undefined) throw notFound('该公示');
    return disclosure;
  }
}
