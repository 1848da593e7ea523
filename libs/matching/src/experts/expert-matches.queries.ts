import { Injectable } from '@nestjs/common';
import { actorId, organisationsOf, type Actor } from '@jihui/kernel';
import { isUuid, type Connection, type PageArgs } from '@jihui/platform';
import {
  expertPairKey,
  shownExpertExclusions,
  type ExpertExclusion,
  type ExpertPairIds,
} from '../core/expert.js';
import { mayKnowOwner, maySeeExpertPair, maySeeMatches } from '../core/policy.js';
import type { ListingWords } from '../core/terms.js';
import { Ranking, wordsOf } from '../ranking.js';
import {
  ExpertPairsStore,
  type ExpertFeedback,
  type ExpertRecommendation,
} from '../store/expert-pairs.store.js';
import { ExpertsStore, type Expert } from '../store/experts.store.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { ExpertRanking, wordsOfExpert, type RankedExpert } from './expert-ranking.js';

/** A pair as one viewer may see it. */
export interface SeenExpert extends RankedExpert {
  readonly exclusions: readonly ExpertExclusion[];
}

const pairOf = (key: string): ExpertPairIds => {
  const [needId = '', expertId = ''] = key.split(':');
  return { needId, expertId };
};

const NO_WORDS: ListingWords = { leading: [], all: [] };

/** Reads of pairs of needs and experts; everything that many rows need is loaded for all of them at once. */
@Injectable()
export class ExpertMatchesQueries {
  constructor(
    private readonly ranking: ExpertRanking,
    private readonly words: Ranking,
    private readonly listings: ListingsStore,
    private readonly experts: ExpertsStore,
    private readonly pairs: ExpertPairsStore,
  ) {}

  /** Experts for the needs whose matches the actor may see. */
  async ofNeeds(actor: Actor, ids: readonly string[]): Promise<Map<string, SeenExpert[]>> {
    const known = await this.listings.byIds(ids.filter(isUuid));
    const needs = [...known.values()].filter((one) => one.kind === 'NEED' && maySeeMatches(actor, one));
    return shownTo(actor, await this.ranking.forNeeds(needs));
  }

  /** Needs for the actor's own profile. */
  async ofExperts(actor: Actor, ids: readonly string[]): Promise<Map<string, SeenExpert[]>> {
    const known = await this.experts.byIds(ids.filter(isUuid));
    const own = [...known.values()].filter(
      ({ personId, facts }) => actor.kind === 'person' && personId === actorId(actor) && facts.listed,
    );
    return shownTo(actor, await this.ranking.forExperts(own));
  }

  /** One pair with what keeps it apart; undefined where the actor may not see it. */
  async pair(actor: Actor, ids: ExpertPairIds): Promise<SeenExpert | undefined> {
    const sides = await this.sides(actor, ids);
    if (sides?.need.facts.kind !== 'NEED') return undefined;
    const { need, expert } = sides;
    const assessed = await this.ranking.assess(need, expert);
    return {
      ...assessed,
      exclusions: shownExpertExclusions(assessed.exclusions, sides.need.facts, mayKnowOwner(actor, need)),
    };
  }

  /** Need and expert, where the actor may see the pair. */
  async sides(
    actor: Actor,
    { needId, expertId }: ExpertPairIds,
  ): Promise<{ readonly need: Listing; readonly expert: Expert } | undefined> {
    if (!isUuid(needId) || !isUuid(expertId)) return undefined;
    const [needs, experts] = await Promise.all([
      this.listings.byIds([needId]),
      this.experts.byIds([expertId]),
    ]);
    const [need, expert] = [needs.get(needId), experts.get(expertId)];
    if (need?.kind !== 'NEED' || expert === undefined) return undefined;
    const { listed, divisionCode } = expert.facts;
    const place = { personId: expert.personId, divisionCode, listed };
    return maySeeExpertPair(actor, need, place) ? { need, expert } : undefined;
  }

  /** What the actor's organisations, and the actor as an expert, were told. */
  recommendations(actor: Actor, args: PageArgs): Promise<Connection<ExpertRecommendation>> {
    const personId = actor.kind === 'person' ? actor.personId : '';
    return this.pairs.page(organisationsOf(actor), personId, args);
  }

  /** The actor's own verdicts by pair key. */
  async feedback(actor: Actor, keys: readonly string[]): Promise<Map<string, ExpertFeedback>> {
    if (actor.kind !== 'person') return new Map();
    const found = await this.pairs.feedbackOf(actor.personId, keys.map(pairOf));
    return new Map(found.map((feedback) => [expertPairKey(feedback), feedback]));
  }

  /** Shared words by pair key. */
  async sharedTerms(keys: readonly string[]): Promise<Map<string, string[]>> {
    const pairs = keys.map((key) => ({ key, ...pairOf(key) }));
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

/** That an expert is bound to an anonymous need's owner is nothing to anybody but those who may know the owner. */
const shownTo = (
  actor: Actor,
  lists: ReadonlyMap<string, readonly RankedExpert[]>,
): Map<string, SeenExpert[]> =>
  new Map(
    [...lists].map(([id, pairs]) => [
      id,
      pairs
        .filter(({ ownNeed }) => ownNeed === null || !mayKnowOwner(actor, ownNeed))
        .map((pair) => ({ ...pair, exclusions: [] })),
    ]),
  );
