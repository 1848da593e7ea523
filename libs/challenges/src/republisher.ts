import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Republisher } from '@jihui/platform';
import { CallDesk } from './calls/call-desk.js';
import { ReviewTeller } from './reviews/tell-review.js';
import { CallsStore } from './store/calls.store.js';

const PAGE = 200;

/** Tells others again when they rebuild. */
@Injectable()
export class ChallengesRepublisher implements Republisher {
  constructor(
    private readonly store: CallsStore,
    private readonly desk: CallDesk,
    private readonly reviews: ReviewTeller,
    private readonly work: Work,
  ) {}

  /** Emits every call that changed since then, as it is now, with the opinions signed on it, a page a transaction. */
  async republish(since: Date): Promise<number> {
    let [after, told]: [string | null, number] = [null, 0];
    for (;;) {
      const ids: string[] = await this.store.changedSince(since, after, PAGE);
      if (ids.length === 0) return told;
      await this.work.run(
        { domain: 'challenges', name: 'republish', actor: system('republish') },
        async (tx) => {
          for (const id of ids) {
            const call = await this.store.get(id);
            if (call === undefined) continue;
            await this.desk.tell(tx, call, 'republish');
            await this.reviews.tellAll(tx, call, 'republish');
          }
        },
      );
      told += ids.length;
      after = ids.at(-1) ?? null;
    }
  }
}
