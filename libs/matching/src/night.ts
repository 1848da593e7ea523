import { Injectable, Logger } from '@nestjs/common';
import { ExpertRecommender } from './experts/expert-recommender.js';
import { PatentRecommender } from './patents/patent-recommender.js';
import { Recommender } from './recommender.js';
import { WaitingStore, type Waited, type Waiting } from './store/waiting.store.js';

/**
 * Matches at night what nobody was told of by day: what was imported, and patents. Each in a transaction of its own and
 * taken off only when its matches are stored, so that a night that breaks off goes on where it stood; a pair that was told
 * once is not told again.
 */
@Injectable()
export class Night {
  private readonly log = new Logger(Night.name);

  constructor(
    private readonly waiting: WaitingStore,
    private readonly listings: Recommender,
    private readonly experts: ExpertRecommender,
    private readonly patents: PatentRecommender,
  ) {}

  async run(): Promise<void> {
    for (let one = await this.waiting.next(null); one !== undefined; one = await this.waiting.next(one)) {
      await this.each(one);
    }
  }

  /** One that fails waits for the next night and does not keep the others. */
  private each(one: Waited): Promise<void> {
    return this.match(one)
      .then(() => this.waiting.done(one))
      .catch((error: unknown) => this.log.warn(`${one.kind} ${one.id}: ${String(error)}`));
  }

  private async match({ kind, id }: Waiting): Promise<void> {
    switch (kind) {
      case 'RESULT':
        return this.listings.recommendFor(id, 'digest');
      case 'NEED':
        await this.listings.recommendFor(id, 'digest');
        await this.experts.recommendForNeed(id, 'digest');
        return this.patents.recommendForNeed(id);
      case 'EXPERT':
        return this.experts.recommendForExpert(id, 'digest');
      case 'PATENT':
        return this.patents.recommendForPatent(id);
    }
  }
}
