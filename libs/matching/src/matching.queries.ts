import { Injectable } from '@nestjs/common';
import { organisationsOf, type Actor } from '@jihui/kernel';
import { isUuid, type Connection, type PageArgs } from '@jihui/platform';
import { shownExclusions, type Exclusion } from './core/exclusions.js';
import type { ManualMatch } from './core/manual.js';
import { mayKnowOwner, maySeeListing, maySeeMatches } from './core/policy.js';
import type { ListingWords } from './core/terms.js';
import { Ranking, wordsOf, type RankedPair } from './ranking.js';
import { ListingsStore, type Listing } from './store/listings.store.js';
import {
  PairsStore,
  type Feedback,
  type PairIds,
  type Recommendation,
  type RecommendationFilter,
} from './store/pairs.store.js';

export type { Recommendation };

export const pairKey = (pair: PairIds): string => `${pair.needId}:${pair.resultId}`;

const pairOf = (key: string): PairIds => {
  const [needId = '', resultId = ''] = key.split(':');
  return { needId, resultId };
};

const NO_WORDS: ListingWords = { leading: [], all: [] };

/** A pair as one viewer may see it. */
export interface SeenPair extends RankedPair {
  readonly exclusions: readonly Exclusion[];
}

/** A listing's matches as one viewer may see them. */
export interface SeenList {
  /** The version of the listing that matching knew when it made the list. */
  readonly listingVersion: number;
  readonly pairs: readonly SeenPair[];
}

/** Reads of pairs; everything that many rows need is loaded for all of them at once. */
@Injectable()
export class MatchingQueries {
  constructor(
    private readonly ranking: Ranking,
    private readonly listings: ListingsStore,
    private readonly pairs: PairsStore,
  ) {}

  /** Lists of matches of the listings, all of one kind; what the actor may not have is missing. */
  async lists(actor: Actor, kind: Listing['kind'], ids: readonly string[]): Promise<Map<string, SeenList>> {
    const known = await this.listings.byIds(ids.filter(isUuid));
    const subjects = [...known.values()].filter(
      (listing) => listing.kind === kind && maySeeMatches(actor, listing),
    );
    const ranked = await this.ranking.rank(subjects);
    const shown = ({ ownNeed }: RankedPair): boolean => ownNeed === null || !mayKnowOwner(actor, ownNeed);
    return new Map(
      subjects.map(({ id, version }) => [
        id,
        {
          listingVersion: version,
          pairs: (ranked.get(id) ?? []).filter(shown).map((pair) => ({ ...pair, exclusions: [] })),
        },
      ]),
    );
  }

  /** One pair; undefined where the actor may not see both sides, or neither side's matches. */
  async pair(actor: Actor, ids: PairIds): Promise<SeenPair | undefined> {
    const sides = await this.sides(actor, ids);
    if (sides === undefined) return undefined;
    const { need, result } = sides;
    const assessed = await this.ranking.assess(need, result);
    if (need.facts.kind !== 'NEED') return undefined;
    return {
      ...assessed,
      exclusions: shownExclusions(assessed.exclusions, need.facts, mayKnowOwner(actor, need)),
    };
  }

  /** Both listings, where the actor may see the pair. */
  async sides(
    actor: Actor,
    { needId, resultId }: PairIds,
  ): Promise<{ need: Listing; result: Listing } | undefined> {
    if (!isUuid(needId) || !isUuid(resultId)) return undefined;
    const known = await this.listings.byIds([needId, resultId]);
    const need = known.get(needId);
    const result = known.get(resultId);
    if (need?.kind !== 'NEED' || result?.kind !== 'RESULT') return undefined;
    if (!maySeeListing(actor, need) || !maySeeListing(actor, result)) return undefined;
    return maySeeMatches(actor, need) || maySeeMatches(actor, result) ? { need, result } : undefined;
  }

  recommendations(
    actor: Actor,
    filter: RecommendationFilter,
    args: PageArgs,
  ): Promise<Connection<Recommendation>> {
    const personId = actor.kind === 'person' ? actor.personId : null;
    return this.pairs.recommendationsFor({ personId, organisationIds: organisationsOf(actor) }, filter, args);
  }

  /** Shared words by pair key. */
  async sharedTerms(keys: readonly string[]): Promise<Map<string, string[]>> {
    const pairs = keys.map(pairOf);
    const known = await this.listings.byIds([
      ...new Set(pairs.flatMap((pair) => [pair.needId, pair.resultId])),
    ]);
    // A listing that stands in many pairs is cut into words once.
    const words = new Map([...known].map(([id, listing]) => [id, wordsOf(listing)]));
    const both = pairs.map(
      (pair) => [words.get(pair.needId) ?? NO_WORDS, words.get(pair.resultId) ?? NO_WORDS] as const,
    );
    const shared = await this.ranking.shared(both);
    return new Map(pairs.map((pair, at) => [pairKey(pair), shared[at] ?? []]));
  }

  /** The actor's own verdicts by pair key. */
  async feedback(actor: Actor, keys: readonly string[]): Promise<Map<string, Feedback>> {
    if (actor.kind !== 'person') return new Map();
    const found = await this.pairs.feedbackOf(actor.personId, keys.map(pairOf));
    return new Map(found.map((feedback) => [pairKey(feedback), feedback]));
  }

  /** Brokers' matches by pair key. */
  async manual(keys: readonly string[]): Promise<Map<string, ManualMatch>> {
    const found = await this.pairs.manualOn(keys.map(pairOf));
    return new Map(found.map((match) => [pairKey(match), match]));
  }
}
