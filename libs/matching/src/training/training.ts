import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { BE, BE_OWN, Work } from '@jihui/platform';
import { isWorthTraining, MOST_PAIRS, type ModelSources, type ModelVersion } from '../core/model.js';
import { isHeldOut, outcomePairs, ownPairs, type TextPair } from '../core/training-pairs.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { ModelsStore } from '../store/models.store.js';
import { PairsStore } from '../store/pairs.store.js';
import { RankerTraining } from './ranker-training.js';
import { trainApart } from './trainer.js';

const BATCH = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Trains versions: vectors from the deployment's own texts and outcomes, weights from what people said of pairs. */
@Injectable()
export class Training implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly listings: ListingsStore,
    private readonly pairs: PairsStore,
    private readonly models: ModelsStore,
    private readonly rankers: RankerTraining,
    private readonly work: Work,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Trains and keeps a version, where there is enough to learn that the last one did not know. */
  async run(): Promise<ModelVersion | undefined> {
    const { pairs, sources: texts } = await this.material();
    const judged = await this.rankers.material();
    const sources: ModelSources = { ...texts, judgedNeeds: judged.judged.length };
    if (!isWorthTraining(sources, (await this.models.newest())?.sources)) return undefined;
    const began = performance.now();
    const training = trainApart(pairs, [BE, BE_OWN], this.stopping.signal);
    this.running = training.catch(() => undefined);
    const towers = await training;
    const ranker = await this.rankers.learn(judged, towers);
    const seconds = (performance.now() - began) / 1_000;
    return this.work.run({ domain: 'matching', name: 'train', actor: system('matching.train') }, (tx) =>
      this.models.add(towers, ranker, sources, seconds, tx.now),
    );
  }

  /** Outcomes first, then the texts of the newest listings that can be found. */
  private async material(): Promise<{ pairs: TextPair[]; sources: ModelSources }> {
    const { pairs, outcomes } = await this.outcomes();
    let [listings, own] = [0, 0];
    for (const kind of ['RESULT', 'NEED'] as const)
      for (let last = FIRST_ID; pairs.length < MOST_PAIRS && !this.stopping.signal.aborted;) {
        const batch = await this.listings.availableAfter(kind, last, BATCH);
        for (const listing of batch) {
          const found = ownPairs(listing);
          pairs.push(...found);
          own += found.length;
        }
        listings += batch.length;
        last = batch.at(-1)?.id ?? last;
        if (batch.length < BATCH) break;
      }
    return { pairs, sources: { listings, ownPairs: own, outcomes } };
  }

  private async outcomes(): Promise<{ pairs: TextPair[]; outcomes: Record<string, number> }> {
    const known = (await this.pairs.wanted(MOST_PAIRS / 10)).filter(({ needId }) => !isHeldOut(needId));
    const texts = new Map<string, Listing>();
    const ids = [...new Set(known.flatMap(({ needId, resultId }) => [needId, resultId]))];
    for (let at = 0; at < ids.length; at += BATCH)
      for (const [id, listing] of await this.listings.byIds(ids.slice(at, at + BATCH)))
        texts.set(id, listing);
    const pairs: TextPair[] = [];
    const outcomes: Record<string, number> = {};
    for (const { needId, resultId, kind } of known) {
      const [need, result] = [texts.get(needId), texts.get(resultId)];
      if (need === undefined || result === undefined) continue;
      pairs.push(...outcomePairs(need, result, kind));
      outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    }
    return { pairs, outcomes };
  }
}
