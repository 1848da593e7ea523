import { Injectable } from '@nestjs/common';
import { system, type Actor, type Violation } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import { BLANK_CONTENT, type Expert } from '../core/experts/expert.js';
import type { ExpertAction } from '../core/experts/lifecycle.js';
import { expertMachine } from '../core/experts/perform.js';
import { ExpertsStore } from '../store/experts.store.js';
import { FactsStore } from '../store/facts.store.js';
import { PeopleStore } from '../store/people.store.js';
import { ExpertSearch } from './expert-search.js';
import { expertSnapshot } from './expert-snapshot.js';

/** Writes a profile that one verb changed, with everything that goes with it: index, audit and event. */
@Injectable()
export class ExpertWriter {
  constructor(
    private readonly experts: ExpertsStore,
    private readonly facts: FactsStore,
    private readonly people: PeopleStore,
    private readonly search: ExpertSearch,
  ) {}

  /** The one place where an expert is changed, in a transaction that is already open. */
  async write(
    before: Expert,
    action: ExpertAction,
    actor: Actor,
    tx: Tx,
    change: Partial<Expert> = {},
    {
      reason = null,
      wrong = [],
    }: { readonly reason?: string | null; readonly wrong?: readonly Violation[] } = {},
  ): Promise<void> {
    // What is edited must be right as it will stand; what is decided is judged by what it was.
    const judged = action === 'edit' ? { ...before, ...change } : before;
    const state = expertMachine.perform(judged, action, actor, tx.now, wrong);
    const stateSince = state === before.state ? before.stateSince : tx.now;
    const next: Expert = { ...before, ...change, state, stateSince };
    await this.experts.save(next);
    await this.search.refresh([next.id]);
    const after: Expert = { ...next, version: before.version + 1, updatedAt: tx.now };
    await tx.audit({ stream: `Expert:${after.id}`, action, before, after, reason });
    await this.tell(after, action, tx);
  }

  /** Leaves of an erased account nothing but that there was one. */
  async erase(before: Expert, tx: Tx): Promise<void> {
    const blank = { content: BLANK_CONTENT, relations: [], stateReason: null, stateNote: '' } as const;
    await this.write(before, 'erase', system('erase'), tx, blank);
  }

  async tell(expert: Expert, action: string, tx: Tx): Promise<void> {
    const unit =
      expert.organisationId === null ? undefined : await this.facts.organisation(expert.organisationId);
    const employments = await this.people.employments([expert.personId]);
    await tx.emit('discovery.expert', {
      aggregateId: expert.id,
      version: expert.version,
      action,
      payload: expertSnapshot(
        expert,
        (await this.people.name(expert.personId)) ?? '',
        unit?.name ?? expert.content.unitName,
        employments.get(expert.personId) ?? [],
      ),
    });
  }
}
