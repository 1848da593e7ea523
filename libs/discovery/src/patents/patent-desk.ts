import { Injectable } from '@nestjs/common';
import type { Actor, Violation } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import type { PatentAction } from '../core/patents/lifecycle.js';
import type { Patent } from '../core/patents/patent.js';
import { patentMachine } from '../core/patents/perform.js';
import { actOn, type Desk, type Target } from '../desk.js';
import type { Changed } from '../steps.js';
import { PatentsStore } from '../store/patents.store.js';
import { PatentWriter, type Said } from './patent-writer.js';

/** What a step makes of the patent, and what is wrong with what was asked. */
export interface Step extends Said {
  readonly change?: Partial<Patent>;
  readonly wrong?: readonly Violation[];
}

/** The one way in which people change a patent: visible → allowed → current → changed → kept → told. */
@Injectable()
export class PatentDesk implements Desk<Patent, PatentAction> {
  readonly what = '专利';

  constructor(
    readonly work: Work,
    private readonly patents: PatentsStore,
    private readonly writer: PatentWriter,
  ) {}

  /** @throws DomainError NOT_FOUND for a hidden patent, FORBIDDEN, STALE_VERSION, and what the core refuses with. */
  act(
    name: string,
    action: PatentAction,
    actor: Actor,
    input: Target,
    step: (before: Patent, tx: Tx) => Promise<Step> | Step = () => ({}),
  ): Promise<Changed> {
    return actOn(this, { name, action, actor, input }, async (before, tx) => {
      const { change = {}, wrong = [], ...said } = await step(before, tx);
      await this.writer.write(before, action, actor, tx, change, said, wrong);
    });
  }

  lockVisible(actor: Actor, id: string): Promise<Patent | undefined> {
    return this.patents.lockVisible(actor, id);
  }

  permit(patent: Patent, action: PatentAction, actor: Actor): void {
    patentMachine.permit(patent, action, actor);
  }
}
