import { Injectable } from '@nestjs/common';
import { ndcg, pairAuc } from '@jihui/platform';
import type { RankingFigures } from '../core/comparison.js';
import type { Ranker } from '../core/ranker.js';
import { ModelsStore } from '../store/models.store.js';
import { Judged, type JudgedMaterial } from './judged.js';

/** Compares versions on feedback that none of them was trained from: each ranks as it would in the market. */
@Injectable()
export class Comparison {
  constructor(
    private readonly judged: Judged,
    private readonly models: ModelsStore,
  ) {}

  /** Figures of the versions, by id: their vectors, and the weights they learnt. */
  async figuresOf(ids: readonly string[]): Promise<Map<string, RankingFigures>> {
    const material = await this.judged.material('HELD_OUT');
    const figures = new Map<string, RankingFigures>();
    for (const id of ids) {
      const version = await this.models.byId(id);
      figures.set(id, await this.measure(material, id, version?.ranker ?? null));
    }
    return figures;
  }

  /** Figures of the lexical signals alone, with the weights that the deployment set. */
  async baseline(): Promise<RankingFigures> {
    return this.measure(await this.judged.material('HELD_OUT'), null, null);
  }

  private async measure(
    material: JudgedMaterial,
    id: string | null,
    ranker: Ranker | null,
  ): Promise<RankingFigures> {
    const index = await this.judged.indexOf(material, id === null ? [] : await this.models.towersOf(id));
    const weights = { signals: ranker?.signals, parts: ranker?.weights };
    const needs = await this.judged.scores(material, index, weights);
    const ndcgs: number[] = [];
    const aucs: number[] = [];
    for (const pairs of needs) {
      const ranked = [...pairs].sort((a, b) => b.score.exact - a.score.exact || b.hit.fused - a.hit.fused);
      const grades = new Map(pairs.map(({ resultId, grade }) => [resultId, grade]));
      ndcgs.push(
        ndcg(
          ranked.map(({ resultId }) => resultId),
          grades,
        ),
      );
      const auc = pairAuc(new Map(pairs.map(({ resultId, score }) => [resultId, score.exact])), grades);
      if (auc !== undefined) aucs.push(auc);
    }
    const pairs = needs.reduce((sum, { length }) => sum + length, 0);
    return { needs: ndcgs.length, pairs, ndcg10: mean(ndcgs), auc: mean(aucs) };
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10_000) / 10_000;
