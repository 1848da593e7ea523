import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { uuidv7, Work, type Tx } from '@jihui/platform';
import { patentPairKey } from '../core/patent.js';
import { Ranking, wordsOf } from '../ranking.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { PatentPairsStore } from '../store/patent-pairs.store.js';
import { PatentsStore, type Patent } from '../store/patents.store.js';
import { PatentRanking, wordsOfPatent, type RankedPatent } from './patent-ranking.js';

/** Tells needs' owners of patents and holders of needs, each pair once. */
@Injectable()
export class PatentRecommender {
  constructor(
    private readonly ranking: PatentRanking,
    private readonly settings: Ranking,
    private readonly listings: ListingsStore,
    private readonly patents: PatentsStore,
    private readonly pairs: PatentPairsStore,
    private readonly work: Work,
  ) {}

  /** The best patents for an online need. Opens its own transaction. */
  async recommendForNeed(needId: string): Promise<void> {
    const need = (await this.listings.byIds([needId])).get(needId);
    if (need?.kind !== 'NEED' || !need.online) return;
    await this.tell((await this.ranking.forNeeds([need])).get(need.id) ?? []);
  }

  /** The best needs for a published patent. Opens its own transaction. */
  async recommendForPatent(patentId: string): Promise<void> {
    const patent = (await this.patents.byIds([patentId])).get(patentId);
    if (patent?.facts.listed !== true) return;
    await this.tell((await this.ranking.forPatents([patent])).get(patent.id) ?? []);
  }

  private async tell(ranked: readonly RankedPatent[]): Promise<void> {
    const { noticeScore, noticeLimit } = await this.settings.settings();
    const best = ranked
      .filter(({ ownNeed, score }) => ownNeed === null && score.exact >= noticeScore)
      .slice(0, noticeLimit);
    if (best.length === 0) return;
    await this.work.run(
      { domain: 'matching', name: 'recommendPatents', actor: system('matching.recommendPatents') },
      (tx) => this.store(best, tx),
    );
  }

  /** Stores the pairs with their scores and announces those that stand and of which nobody was told before. */
  private async store(best: readonly RankedPatent[], tx: Tx): Promise<void> {
    // What was taken down, or is no longer public, since it was ranked is told of no more.
    const online = await this.listings.lockAvailable(best.map(({ needId }) => needId));
    const listed = await this.patents.lockListed(best.map(({ patentId }) => patentId));
    const [needs, patents] = await Promise.all([
      this.listings.byIds([...online]),
      this.patents.byIds([...listed]),
    ]);
    const standing = best.flatMap((pair) => {
      const [need, patent] = [needs.get(pair.needId), patents.get(pair.patentId)];
      return need === undefined || patent === undefined ? [] : [{ pair, need, patent }];
    });
    if (standing.length === 0) return;
    const shared = await this.settings.shared(
      standing.map(({ need, patent }) => [wordsOf(need), wordsOfPatent(patent)]),
    );
    const told = standing.map((one, at) => ({ ...one, sharedTerms: shared[at] ?? [] }));
    const fresh = await this.pairs.add(told.map((one) => recommendation(one, tx.now)));
    const news = told.filter(({ pair }) => fresh.has(patentPairKey(pair)));
    const [first] = news;
    if (first === undefined) return;
    await tx.emit('matching.patentsFound', {
      aggregateId: first.need.id,
      version: first.need.version,
      action: 'digest',
      payload: {
        pairs: news.map(({ pair, need, patent, sharedTerms }) => ({
          need: { id: need.id, title: need.title, ownerId: need.ownerId },
          patent: { id: patent.id, title: patent.title, ownerId: patent.facts.ownerId },
          score: pair.score.total,
          sharedTerms,
        })),
      },
    });
  }
}

interface Told {
  readonly pair: RankedPatent;
  readonly need: Listing;
  readonly patent: Patent;
  readonly sharedTerms: readonly string[];
}

const recommendation = ({ pair, need, patent, sharedTerms }: Told, createdAt: Date) => ({
  id: uuidv7(),
  needId: need.id,
  patentId: patent.id,
  needOwnerId: need.ownerId,
  patentOwnerId: patent.facts.ownerId,
  score: pair.score.total,
  parts: pair.score.parts,
  sharedTerms,
  modelVersion: pair.modelVersion,
  createdAt,
});
