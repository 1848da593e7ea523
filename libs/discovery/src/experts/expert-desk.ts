import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, staleVersion, Work, type Tx } from '@jihui/platform';
import type { Expert } from '../core/experts/expert.js';
import type { ExpertAction } from '../core/experts/lifecycle.js';
import { expertMachine } from '../core/experts/perform.js';
import { requireSignedIn } from '../refusals.js';
import { ExpertsStore } from '../store/experts.store.js';
import type { Changed } from '../steps.js';
import { ExpertWriter } from './expert-writer.js';

/** The part of every input that names the expert and the version that was read. */
export interface ExpertTarget {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
}
/** What a step makes of the profile, and what is wrong with what was asked. */
export interface ExpertStep {
  readonly change?: Partial<Expert>;
  readonly reason?: string | null;
  readonly wrong?: readonly Violation[];
}

/** The one way in which people change a profile: visible → allowed → current → changed → kept → told. */
@Injectable()
export class ExpertDesk {
  constructor(
    private readonly work: Work,
    private readonly experts: ExpertsStore,
    private readonly writer: ExpertWriter,
  ) {}

  /** @throws DomainError NOT_FOUND for a hidden profile, FORBIDDEN, STALE_VERSION, and what the core refuses with. */
  act(
    name: string,
    action: ExpertAction,
    actor: Actor,
    input: ExpertTarget,
    step: (before: Expert, tx: Tx) => Promise<ExpertStep> | ExpertStep = () => ({}),
  ): Promise<Changed> {
    requireSignedIn(actor);
    checkIds(input.id);
    return this.work.run(
      { domain: 'discovery', name, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const before = await this.experts.lockVisible(actor, input.id);
        if (before === undefined) throw notFound('专家');
        expertMachine.permit(before, action, actor);
        if (before.version !== input.expectedVersion) throw staleVersion();
        const { change, ...said } = await step(before, tx);
        await this.writer.write(before, action, actor, tx, change, said);
        return { id: before.id };
      },
    );
  }
}
