import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, staleVersion, Work, type Tx } from '@jihui/platform';
import type { PatentAction } from '../core/patents/lifecycle.js';
import type { Patent } from '../core/patents/patent.js';
import { patentMachine } from '../core/patents/perform.js';
import { requireSignedIn } from '../refusals.js';
import type { Changed } from '../steps.js';
import { PatentsStore } from '../store/patents.store.js';
import { PatentWriter, type Said } from './patent-writer.js';

/** The part of every input that names the patent and the version that was read. */
export interface PatentTarget {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
}
/** What a step makes of the patent, and what is wrong with what was asked. */
export interface Step extends Said {
  readonly change?: Partial<Patent>;
  readonly wrong?: readonly Violation[];
}

/** The one way in which people change a patent: visible → allowed → current → changed → kept → told. */
@Injectable()
export class PatentDesk {
  constructor(
    private readonly work: Work,
    private readonly patents: PatentsStore,
    private readonly writer: PatentWriter,
  ) {}

  /** @throws DomainError NOT_FOUND for a hidden patent, FORBIDDEN, STALE_VERSION, and what the core refuses with. */
  act(
    name: string,
    action: PatentAction,
    actor: Actor,
    input: PatentTarget,
    step: (before: Patent, tx: Tx) => Promise<Step> | Step = () => ({}),
  ): Promise<Changed> {
    requireSignedIn(actor);
    checkIds(input.id);
    return this.work.run(
      { domain: 'discovery', name, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const before = await this.patents.lockVisible(actor, input.id);
        if (before === undefined) throw notFound('专利');
        patentMachine.permit(before, action, actor);
        if (before.version !== input.expectedVersion) throw staleVersion();
        const { change = {}, wrong = [], ...said } = await step(before, tx);
        await this.writer.write(before, action, actor, tx, change, said, wrong);
        return { id: before.id };
      },
    );
  }
}
