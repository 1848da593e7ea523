import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import { isUuid } from '@jihui/platform';
import { mayKnowOwner, maySeeMatches } from '../core/policy.js';
import type { ListingWords } from '../core/terms.js';
import { Ranking, wordsOf } from '../ranking.js';
import { ExpertsStore } from '../store/experts.store.js';
import { ListingsStore } from '../store/listings.store.js';
import { ExpertRanking, wordsOfExpert, type RankedExpert } from './expert-ranking.js';

export interface ExpertPairIds {
  readonly needId: string;
  readonly expertId: string;
}
export const expertPairKey = ({ needId, expertId }: ExpertPairIds): string => `${needId}:${expertId}`;

const NO_WORDS: ListingWords = { leading: [], all: [] };

/** Reads of pairs of needs and experts; everything that many rows need is loaded for all of them at once. */
@Injectable()
export class ExpertMatchesQueries {
  constructor(
    private readonly ranking: ExpertRanking,
    private readonly words: Ranking,
    private readonly listings: ListingsStore,
    private readonly experts: ExpertsStore,
  ) {}

  /** Experts for the needs whose matches the actor may see. */
  async ofNeeds(actor: Actor, ids: readonly string[]): Promise<Map<string, RankedExpert[]>> {
    const known = await this.listings.byIds(ids.filter(isUuid));
    const needs = [...known.values()].filter((one) => one.kind === 'NEED' && maySeeMatches(actor, one));
    return shownTo(actor, await this.ranking.forNeeds(needs));
  }

  /** Needs for the actor's own profile. */
  async ofExperts(actor: Actor, ids: readonly string[]): Promise<Map<string, RankedExpert[]>> {
    const known = await this.experts.byIds(ids.filter(isUuid));
    const own = [...known.values()].filter(
      ({ personId, facts }) => actor.kind === 'person' && personId === actorId(actor) && facts.listed,
    );
    return shownTo(actor, await this.ranking.forExperts(own));
  }

  /** Shared words by pair key. */
  async sharedTerms(keys: readonly string[]): Promise<Map<string, string[]>> {
    const pairs = keys.map((key) => {
      const [needId = '', expertId = ''] = key.split(':');
      return { key, needId, expertId };
    });
    const [needs, experts] = await Promise.all([
      this.listings.byIds([...new Set(pairs.map(({ needId }) => needId))]),
      this.experts.byIds([...new Set(pairs.map(({ expertId }) => expertId))]),
    ]);
    const ofNeeds = new Map([...needs].map(([id, need]) => [id, wordsOf(need)]));
    const ofExperts = new Map([...experts].map(([id, expert]) => [id, wordsOfExpert(expert)]));
    const shared = await this.words.shared(
      pairs.map(
        ({ needId, expertId }) =>
          [ofNeeds.get(needId) ?? NO_WORDS, ofExperts.get(expertId) ?? NO_WORDS] as const,
      ),
    );
    return new Map(pairs.map(({ key }, at) => [key, shared[at] ?? []]));
  }
}

/** That an expert works for an anonymous need's owner is nothing to anybody but those who may know the owner. */
const shownTo = (
  actor: Actor,
  lists: ReadonlyMap<string, readonly RankedExpert[]>,
): Map<string, RankedExpert[]> =>
  new Map(
    [...lists].map(([id, pairs]) => [
      id,
      pairs.filter(({ ownNeed }) => ownNeed === null || !mayKnowOwner(actor, ownNeed)),
    ]),
  );
