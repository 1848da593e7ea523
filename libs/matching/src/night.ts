import { Injectable, Logger } from '@nestjs/common';
import { BusinessClock } from '@jihui/platform';
import { retryAfter } from './core/backoff.js';
import { ExpertRecommender } from './experts/expert-recommender.js';
import { PatentRecommender } from './patents/patent-recommender.js';
import { Recommender } from './recommender.js';
import { WaitingStore, type Waited, type Waiting } from './store/waiting.store.js';

/**
 * Matches at night what nobody was told of by day: what was imported, and patents. Each in a transaction of its own and
 * taken off only when its matches are stored, so that a night that breaks off goes on where it stood; a pair that was told
 * once is not told again. What fails is tried again after more and more nights, and given up in the end (core/backoff.ts).
 */
@Injectable()
export class Night {
  private readonly log = new Logger(Night.name);

  constructor(
    private readonly waiting: WaitingStore,
    private readonly listings: Recommender,
    private readonly experts: ExpertRecommender,
    private readonly patents: PatentRecommender,
    private readonly clock: BusinessClock,
  ) {}

  async run(): Promise<void> {
    for (let one = await this.waiting.next(null); one !== undefined; one = await this.waiting.next(one)) {
      await this.each(one);
    }
  }

  /** One that fails waits for another night and does not keep the others. */
  private each(one: Waited): Promise<void> {
    return this.match(one)
      .then(() => this.waiting.done(one))
      .catch((error: unknown) => this.put(one, String(error)));
  }

  private async put(one: Waited, error: string): Promise<void> {
    const retryAt = retryAfter(one.attempts + 1, await this.clock.now());
    const then = retryAt === null ? 'given up' : `tried again from ${retryAt.toISOString()}`;
    this.log.warn(`${one.kind} ${one.id}: ${error}; ${then}`);
    await this.waiting.failed(one, error, retryAt);
  }

  private async match({ kind, id }: Waiting): Promise<void> {
    switch (kind) {
      case 'RESULT':
        return this.listings.recommendFor(id, 'digest');
      case 'NEED':
        await this.listings.recommendFor(id, 'digest');
        await this.experts.recommendForNeed(id, 'digest');
        return this.patents.recommendForNeed(id);
      case 'NEED_PATENTS':
        return this.patents.recommendForNeed(id);
      case 'EXPERT':
        return this.experts.recommendForExpert(id, 'digest');
      case 'PATENT':
        return this.patents.recommendForPatent(id);
    }
  }
}
