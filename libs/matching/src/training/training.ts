import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { BE, BE_OWN, Work } from '@jihui/platform';
import { isWorthTraining, type ModelSources, type ModelVersion } from '../core/model.js';
import { ModelsStore } from '../store/models.store.js';
import { TrainingMaterial } from './material.js';
import { RankerTraining } from './ranker-training.js';
import { trainApart } from './trainer.js';

/** Trains versions: vectors from the deployment's own texts and outcomes, weights from what people said of pairs. */
@Injectable()
export class Training implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly texts: TrainingMaterial,
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
    const { pairs, sources: texts, ids } = await this.texts.collect(this.stopping.signal);
    const judged = await this.rankers.material();
    const sources: ModelSources = { ...texts, judgedNeeds: judged.judged.length };
    const last = (await this.models.newest())?.sources;
    const known = last?.newest ?? '';
    if (!isWorthTraining(sources, last, ids.filter((id) => id > known).length)) return undefined;
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
}
