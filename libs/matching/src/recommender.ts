import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { uuidv7, Work, type Tx } from '@jihui/platform';
import { Embeddings } from './embeddings/embeddings.js';
import { Ranking, wordsOf, type RankedPair } from './ranking.js';
import { ListingsStore, type Listing } from './store/listings.store.js';
import { PairsStore } from './store/pairs.store.js';

/** Tells the owners of pairs, each pair once. */
@Injectable()
export class Recommender {
  constructor(
    private readonly ranking: Ranking,
    private readonly listings: ListingsStore,
    private readonly pairs: PairsStore,
    private readonly embeddings: Embeddings,
    private readonly work: Work,
  ) {}

  /**
   * A listing came online: its best counterparts above the threshold are recommended. Opens its own transaction.
   * @param action find tells at once, digest with the night's other news
   */
  async recommendFor(subjectId: string, action: 'find' | 'digest' = 'find'): Promise<void> {
    await this.embeddings.bring(subjectId);
    const subject = (await this.listings.byIds([subjectId])).get(subjectId);
    if (subject?.online !== true) return;
    const { noticeScore, noticeLimit } = await this.ranking.settings();
    const ranked = (await this.ranking.rank([subject])).get(subject.id) ?? [];
    const against = await this.refusing(subject, ranked);
    const best = ranked
      .filter((pair) => !pair.refused && !against.has(counterpartOf(subject, pair)))
      .filter((pair) => pair.score.exact >= noticeScore)
      .slice(0, noticeLimit);
    if (best.length === 0) return;
    await this.work.run(
      { domain: 'matching', name: 'recommend', actor: system('matching.recommend') },
      (tx) => this.recommend(subject, best, action, tx),
    );
  }

  /** Counterparts whose own side refused the subject. */
  private async refusing(subject: Listing, ranked: readonly RankedPair[]): Promise<Set<string>> {
    const counterparts = await this.listings.byIds(ranked.map((pair) => counterpartOf(subject, pair)));
    const refusals = await this.pairs.refusalsOf(subject.kind === 'NEED' ? 'RESULT' : 'NEED', [
      ...counterparts.values(),
    ]);
    const refused = [...refusals].filter(([, said]) =>
      said.some(({ counterpartId }) => counterpartId === subject.id),
    );
    return new Set(refused.map(([id]) => id));
  }

  /** Stores the pairs with their scores and announces those of which nobody was told before. */
  async recommend(subject: Listing, ranked: readonly RankedPair[], action: string, tx: Tx): Promise<void> {
    // Nobody is told of the own organisation's result for its own need.
    const pairs = ranked.filter(({ ownNeed }) => ownNeed === null);
    if (pairs.length === 0) return;
    // What was taken down since it was ranked is told of no more.
    const online = await this.listings.lockAvailable([
      subject.id,
      ...pairs.map((pair) => counterpartOf(subject, pair)),
    ]);
    if (!online.has(subject.id)) return;
    const counterparts = await this.listings.byIds([...online]);
    const known = pairs.flatMap((pair) => {
      const counterpart = counterparts.get(counterpartOf(subject, pair));
      if (counterpart === undefined) return [];
      const [need, result] = subject.kind === 'NEED' ? [subject, counterpart] : [counterpart, subject];
      return [{ pair, counterpart, need, result }];
    });
    if (known.length === 0) return;
    const shared = await this.ranking.shared(
      known.map(({ need, result }) => [wordsOf(need), wordsOf(result)]),
    );
    const told = known.map((one, at) => ({ ...one, sharedTerms: shared[at] ?? [] }));
    const fresh = await this.pairs.addRecommendations(
      told.map(({ pair, need, result, sharedTerms }) => ({
        id: uuidv7(),
        needId: need.id,
        resultId: result.id,
        needOwnerId: need.ownerId,
        resultOwnerId: result.ownerId,
        score: pair.score.total,
        parts: [...pair.score.parts],
        sharedTerms,
        modelVersion: pair.modelVersion,
        createdAt: tx.now,
      })),
    );
    const news = told.filter(({ need, result }) => fresh.has(`${need.id}:${result.id}`));
    if (news.length === 0) return;
    await tx.emit('matching.found', {
      aggregateId: subject.id,
      version: subject.version,
      action,
      payload: {
        subject: { kind: subject.kind, id: subject.id, title: subject.title, ownerId: subject.ownerId },
        matches: news.map(({ pair, counterpart, sharedTerms }) => ({
          kind: counterpart.kind,
          id: counterpart.id,
          title: counterpart.title,
          ownerId: counterpart.ownerId,
          score: pair.score.total,
          sharedTerms,
        })),
      },
    });
  }
}

const counterpartOf = ({ kind }: Listing, { needId, resultId }: RankedPair): string =>
  kind === 'NEED' ? resultId : needId;
