import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { uuidv7, Work, type Tx } from '@jihui/platform';
import { Embeddings } from '../embeddings/embeddings.js';
import { expertPairKey } from '../core/expert.js';
import type { Settings } from '../core/weights.js';
import { Ranking, wordsOf } from '../ranking.js';
import { ExpertPairsStore } from '../store/expert-pairs.store.js';
import { ExpertsStore, type Expert } from '../store/experts.store.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { ExpertRanking, wordsOfExpert, type RankedExpert } from './expert-ranking.js';

/** find tells at once, digest with the night's other news. */
type Action = 'find' | 'digest';

/** Tells needs' owners of experts and experts of needs, each pair once. */
@Injectable()
export class ExpertRecommender {
  constructor(
    private readonly ranking: ExpertRanking,
    private readonly settings: Ranking,
    private readonly listings: ListingsStore,
    private readonly experts: ExpertsStore,
    private readonly pairs: ExpertPairsStore,
    private readonly embeddings: Embeddings,
    private readonly work: Work,
  ) {}

  /** A need came online or changed: the best experts above the threshold are recommended. Opens its own transaction. */
  async recommendForNeed(needId: string, action: Action = 'find'): Promise<void> {
    await this.embeddings.bring(needId);
    const need = (await this.listings.byIds([needId])).get(needId);
    if (need?.kind !== 'NEED' || !need.online) return;
    const ranked = (await this.ranking.forNeeds([need])).get(need.id) ?? [];
    const away = await this.pairs.refusedByExperts(ranked.map(({ expertId }) => expertId));
    const best = worthTelling(ranked, await this.settings.settings(), ({ expertId }) =>
      (away.get(expertId) ?? []).some(({ counterpartId }) => counterpartId === need.id),
    );
    await this.tell(best, action);
  }

  /** An expert appeared or changed: the same for the best needs. Opens its own transaction. */
  async recommendForExpert(expertId: string, action: Action = 'find'): Promise<void> {
    const expert = (await this.experts.byIds([expertId])).get(expertId);
    if (expert === undefined || !expert.facts.listed || expert.facts.availability === 'CLOSED') return;
    const ranked = (await this.ranking.forExperts([expert])).get(expert.id) ?? [];
    const needs = [...(await this.listings.byIds(ranked.map(({ needId }) => needId))).values()];
    const away = await this.pairs.refusedByOwners(needs);
    const declined = await this.pairs.declined(needs.map(({ id }) => id));
    const best = worthTelling(
      ranked,
      await this.settings.settings(),
      ({ needId }) =>
        declined.get(needId)?.has(expert.id) === true ||
        (away.get(needId) ?? []).some(({ counterpartId }) => counterpartId === expert.id),
    );
    await this.tell(best, action);
  }

  private async tell(best: readonly RankedExpert[], action: Action): Promise<void> {
    if (best.length === 0) return;
    await this.work.run(
      { domain: 'matching', name: 'recommendExperts', actor: system('matching.recommendExperts') },
      (tx) => this.store(best, action, tx),
    );
  }

  /** Stores the pairs with their scores and announces those that stand and of which nobody was told before. */
  private async store(best: readonly RankedExpert[], action: Action, tx: Tx): Promise<void> {
    // Whoever left the bank, and what was taken down, since it was ranked is told of no more.
    const online = await this.listings.lockAvailable(best.map(({ needId }) => needId));
    const listed = await this.experts.lockListed(best.map(({ expertId }) => expertId));
    const [needs, experts] = await Promise.all([
      this.listings.byIds([...online]),
      this.experts.byIds([...listed]),
    ]);
    const standing = best.flatMap((pair) => {
      const [need, expert] = [needs.get(pair.needId), experts.get(pair.expertId)];
      return need === undefined || expert === undefined ? [] : [{ pair, need, expert }];
    });
    if (standing.length === 0) return;
    const shared = await this.settings.shared(
      standing.map(({ need, expert }) => [wordsOf(need), wordsOfExpert(expert)]),
    );
    const told = standing.map((one, at) => ({ ...one, sharedTerms: shared[at] ?? [] }));
    const fresh = await this.pairs.add(told.map((one) => recommendation(one, tx.now)));
    const news = told.filter(({ pair }) => fresh.has(expertPairKey(pair)));
    const [first] = news;
    if (first === undefined) return;
    await tx.emit('matching.expertsFound', {
      aggregateId: first.need.id,
      version: first.need.version,
      action,
      payload: {
        pairs: news.map(({ pair, need, expert, sharedTerms }) => ({
          need: { id: need.id, title: need.title, ownerId: need.ownerId },
          expert: { id: expert.id, personId: expert.personId },
          score: pair.score.total,
          sharedTerms,
        })),
      },
    });
  }
}

/** Good enough, wanted by both sides, and not the owner's own people. */
const worthTelling = (
  ranked: readonly RankedExpert[],
  { noticeScore, noticeLimit }: Settings,
  isRefused: (pair: RankedExpert) => boolean,
): RankedExpert[] =>
  ranked
    .filter((pair) => !pair.refused && pair.ownNeed === null && !isRefused(pair))
    .filter(({ score }) => score.exact >= noticeScore)
    .slice(0, noticeLimit);

const recommendation = (
  {
    pair,
    need,
    expert,
    sharedTerms,
  }: {
    readonly pair: RankedExpert;
    readonly need: Listing;
    readonly expert: Expert;
    readonly sharedTerms: readonly string[];
  },
  createdAt: Date,
) => ({
  id: uuidv7(),
  needId: need.id,
  expertId: expert.id,
  needOwnerId: need.ownerId,
  personId: expert.personId,
  score: pair.score.total,
  parts: pair.score.parts,
  sharedTerms,
  modelVersion: pair.modelVersion,
  createdAt,
});
