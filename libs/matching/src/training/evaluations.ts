import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work } from '@jihui/platform';
import { evaluated, isNews } from '../core/evaluation.js';
import { EvaluationsStore } from '../store/evaluations.store.js';
import { ModelsStore } from '../store/models.store.js';
import { Comparison } from './comparison.js';

/** Of those that wait the newest are measured, beside the one in use: older ones were, while they were new. */
const MOST_WAITING = 4;

/** 评测记录: each night the versions are measured on the feedback that was kept from training, and what is new is kept. */
@Injectable()
export class Evaluations {
  constructor(
    private readonly comparison: Comparison,
    private readonly models: ModelsStore,
    private readonly store: EvaluationsStore,
    private readonly work: Work,
  ) {}

  async run(): Promise<void> {
    const baseline = await this.comparison.baseline();
    const { needs, pairs } = baseline;
    if (needs === 0) return;
    const compared = await this.models.standing(MOST_WAITING);
    const figures = await this.comparison.figuresOf(compared.map(({ id }) => id));
    const versions = [
      ...compared.flatMap((version) => {
        const measured = figures.get(version.id);
        return measured === undefined ? [] : [evaluated(version, measured)];
      }),
      evaluated(null, baseline),
    ];
    const [last] = await this.store.newest(1);
    if (!isNews({ needs, pairs, versions }, last)) return;
    const command = { domain: 'matching', name: 'evaluate', actor: system('matching.train') } as const;
    await this.work.run(command, (tx) => this.store.add({ at: tx.now, needs, pairs, versions }));
  }
}
