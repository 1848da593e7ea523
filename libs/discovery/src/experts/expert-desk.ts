import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import type { Expert } from '../core/experts/expert.js';
import type { ExpertAction } from '../core/experts/lifecycle.js';
import { expertMachine } from '../core/experts/perform.js';
import { actOn, type Desk, type Target } from '../desk.js';
import { ExpertsStore } from '../store/experts.store.js';
import type { Changed, Step } from '../steps.js';
import { ExpertWriter } from './expert-writer.js';

/** The one way in which people change a profile: visible → allowed → current → changed → kept → told. */
@Injectable()
export class ExpertDesk implements Desk<Expert, ExpertAction> {
  readonly what = '专家';

  constructor(
    readonly work: Work,
    private readonly experts: ExpertsStore,
    private readonly writer: ExpertWriter,
  ) {}

  /** @throws DomainError NOT_FOUND for a hidden profile, FORBIDDEN, STALE_VERSION, and what the core refuses with. */
  act(
    name: string,
    action: ExpertAction,
    actor: Actor,
    input: Target,
    step: (before: Expert, tx: Tx) => Promise<Step<Expert>> | Step<Expert> = () => ({}),
  ): Promise<Changed> {
    return actOn(this, { name, action, actor, input }, async (before, tx) => {
      const { change, ...said } = await step(before, tx);
      await this.writer.write(before, action, actor, tx, change, said);
    });
  }

  lockVisible(actor: Actor, id: string): Promise<Expert | undefined> {
    return this.experts.lockVisible(actor, id);
  }

  permit(expert: Expert, action: ExpertAction, actor: Actor): void {
    expertMachine.permit(expert, action, actor);
  }
}
