import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ndcg, pairAuc, prepareQuery, TextIndex, type VectorModel } from '@jihui/platform';
import { judgedNeeds, type JudgedNeed, type RankingFigures } from '../core/comparison.js';
import { isHeldOut } from '../core/training-pairs.js';
import { textOf } from '../corpora.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { ModelsStore } from '../store/models.store.js';
import { PairsStore } from '../store/pairs.store.js';

/** Of the newest feedback; a quarter of it is held out. */
const MOST_SAID = 20_000;
const BATCH = 500;

/** Compares versions of the vectors on feedback that none of them was trained from. */
@Injectable()
export class Comparison {
  constructor(
    private readonly listings: ListingsStore,
    private readonly pairs: PairsStore,
    private readonly models: ModelsStore,
  ) {}

  /** Figures of the versions, by id. */
  async figuresOf(ids: readonly string[]): Promise<Map<string, RankingFigures>> {
    const material = await this.material();
    const figures = new Map<string, RankingFigures>();
    for (const id of ids) figures.set(id, await this.measure(material, await this.models.towersOf(id)));
    return figures;
  }

  /** Figures of the lexical signals alone. */
  async baseline(): Promise<RankingFigures> {
    return this.measure(await this.material(), []);
  }

  private async material(): Promise<Material> {
    const { words } = await this.listings.settings();
    const said = (await this.pairs.said(MOST_SAID)).filter(({ needId }) => isHeldOut(needId));
    const judged = judgedNeeds(said);
    const ids = [...new Set(judged.flatMap(({ needId, grades }) => [needId, ...grades.keys()]))];
    const texts = new Map<string, Listing>();
    for (let at = 0; at < ids.length; at += BATCH)
      for (const [id, listing] of await this.listings.byIds(ids.slice(at, at + BATCH)))
        texts.set(id, listing);
    return { judged, texts, boilerplate: new Set(words) };
  }

  private async measure(
    { judged, texts, boilerplate }: Material,
    towers: readonly VectorModel[],
  ): Promise<RankingFigures> {
    const index = new TextIndex();
    const results = [...texts.values()].filter(({ kind }) => kind === 'RESULT');
    for (let at = 0; at < results.length; at += BATCH) {
      index.put(results.slice(at, at + BATCH).map((result) => ({ id: result.id, text: textOf(result) })));
      await breathe();
    }
    for (const steps = index.adopt(towers); steps.next().done !== true;) await breathe();
    const ndcgs: number[] = [];
    const aucs: number[] = [];
    for (const { needId, grades } of judged) {
      const need = texts.get(needId);
      if (need === undefined) continue;
      const query = { title: need.title, content: `${need.keywords.join(' ')}\n${need.body}` };
      const hits = index.search(prepareQuery(query, boilerplate), { limit: 0, include: [...grades.keys()] });
      ndcgs.push(
        ndcg(
          hits.map(({ id }) => id),
          grades,
        ),
      );
      const auc = pairAuc(new Map(hits.map(({ id, fused }) => [id, fused])), grades);
      if (auc !== undefined) aucs.push(auc);
      await breathe();
    }
    const pairs = judged.reduce((sum, { grades }) => sum + grades.size, 0);
    return { needs: ndcgs.length, pairs, ndcg10: mean(ndcgs), auc: mean(aucs) };
  }
}

interface Material {
  readonly judged: readonly JudgedNeed[];
  readonly texts: ReadonlyMap<string, Listing>;
  readonly boilerplate: ReadonlySet<string>;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10_000) / 10_000;
