import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { isUuid } from '@jihui/platform';
import {
  shownPatentExclusions,
  type PatentExclusion,
  type PatentFacts,
  type PatentPairIds,
} from '../core/patent.js';
import { mayKnowOwner, maySeeListing, maySeeMatches, type ListingPlace } from '../core/policy.js';
import type { ListingWords } from '../core/terms.js';
import { Ranking, wordsOf } from '../ranking.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { PatentsStore, type Patent } from '../store/patents.store.js';
import { PatentRanking, wordsOfPatent, type RankedPatent } from './patent-ranking.js';

/** A pair as one viewer may see it. */
export interface SeenPatent extends RankedPatent {
  readonly exclusions: readonly PatentExclusion[];
}

const NO_WORDS: ListingWords = { leading: [], all: [] };

/** Reads of pairs of needs and patents; everything that many rows need is loaded for all of them at once. */
@Injectable()
export class PatentMatchesQueries {
  constructor(
    private readonly ranking: PatentRanking,
    private readonly words: Ranking,
    private readonly listings: ListingsStore,
    private readonly patents: PatentsStore,
  ) {}

  /** Patents for the needs whose matches the actor may see. */
  async ofNeeds(actor: Actor, ids: readonly string[]): Promise<Map<string, SeenPatent[]>> {
    const known = await this.listings.byIds(ids.filter(isUuid));
    const needs = [...known.values()].filter((one) => one.kind === 'NEED' && maySeeMatches(actor, one));
    return shownTo(actor, await this.ranking.forNeeds(needs));
  }

  /** Needs for the published patents whose matches the actor may see. */
  async ofPatents(actor: Actor, ids: readonly string[]): Promise<Map<string, SeenPatent[]>> {
    const known = await this.patents.byIds(ids.filter(isUuid));
    const seen = [...known.values()].filter(
      ({ facts }) => facts.listed && maySeeMatches(actor, placeOf(facts)),
    );
    return shownTo(actor, await this.ranking.forPatents(seen));
  }

  /** One pair with what keeps it apart; undefined where the actor may not see both, or neither side's matches. */
  async pair(actor: Actor, ids: PatentPairIds): Promise<SeenPatent | undefined> {
    const sides = await this.sides(actor, ids);
    if (sides?.need.facts.kind !== 'NEED') return undefined;
    const { need, patent } = sides;
    const assessed = await this.ranking.assess(need, patent);
    return {
      ...assessed,
      exclusions: shownPatentExclusions(assessed.exclusions, sides.need.facts, mayKnowOwner(actor, need)),
    };
  }

  private async sides(
    actor: Actor,
    { needId, patentId }: PatentPairIds,
  ): Promise<{ readonly need: Listing; readonly patent: Patent } | undefined> {
    if (!isUuid(needId) || !isUuid(patentId)) return undefined;
    const [needs, patents] = await Promise.all([
      this.listings.byIds([needId]),
      this.patents.byIds([patentId]),
    ]);
    const [need, patent] = [needs.get(needId), patents.get(patentId)];
    if (need?.kind !== 'NEED' || patent?.facts.listed !== true) return undefined;
    if (!maySeeListing(actor, need)) return undefined;
    return maySeeMatches(actor, need) || maySeeMatches(actor, placeOf(patent.facts))
      ? { need, patent }
      : undefined;
  }

  /** Shared words by pair key. */
  async sharedTerms(keys: readonly string[]): Promise<Map<string, string[]>> {
    const pairs = keys.map((key) => {
      const [needId = '', patentId = ''] = key.split(':');
      return { key, needId, patentId };
    });
    const [needs, patents] = await Promise.all([
      this.listings.byIds([...new Set(pairs.map(({ needId }) => needId))]),
      this.patents.byIds([...new Set(pairs.map(({ patentId }) => patentId))]),
    ]);
    const ofNeeds = new Map([...needs].map(([id, need]) => [id, wordsOf(need)]));
    const ofPatents = new Map([...patents].map(([id, patent]) => [id, wordsOfPatent(patent)]));
    const shared = await this.words.shared(
      pairs.map(
        ({ needId, patentId }) =>
          [ofNeeds.get(needId) ?? NO_WORDS, ofPatents.get(patentId) ?? NO_WORDS] as const,
      ),
    );
    return new Map(pairs.map(({ key }, at) => [key, shared[at] ?? []]));
  }
}

/** A published patent is to its needs what an online result is. */
const placeOf = ({ ownerId, divisionCode, listed }: PatentFacts): ListingPlace => ({
  ownerId,
  divisionCode,
  online: listed,
});

/** That an anonymous need and a patent have one owner is nothing to anybody but those who may know the owner. */
const shownTo = (
  actor: Actor,
  lists: ReadonlyMap<string, readonly RankedPatent[]>,
): Map<string, SeenPatent[]> =>
  new Map(
    [...lists].map(([id, pairs]) => [
      id,
      pairs
        .filter(({ ownNeed }) => ownNeed === null || !mayKnowOwner(actor, ownNeed))
        .map((pair) => ({ ...pair, exclusions: [] })),
    ]),
  );
