import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import { BusinessClock, City, meanOf, segment } from '@jihui/platform';
import { spread } from '../core/diversity.js';
import {
  EXPERT_WEIGHTS,
  expertExclusions,
  expertModelVersion,
  isBoundExpert,
  scoreExpert,
  shownExpertExclusions,
  type ExpertExclusion,
  type ExpertWeights,
} from '../core/expert.js';
import type { NeedFacts } from '../core/listing.js';
import type { Names } from '../core/notes.js';
import { parted, weightsAfter, type Refusal } from '../core/refusals.js';
import type { Score } from '../core/score.js';
import type { ListingWords } from '../core/terms.js';
import { Corpora } from '../corpora.js';
import { ExpertPairsStore } from '../store/expert-pairs.store.js';
import type { Expert } from '../store/experts.store.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { SettingsReader } from '../settings.js';

/** An expert for a need, or a need for an expert, scored. */
export interface RankedExpert {
  readonly needId: string;
  readonly expertId: string;
  readonly score: Score;
  /** Decides between equal scores of one list. */
  readonly fused: number;
  /** What each signal of the texts gave to it. */
  readonly shares: readonly number[];
  readonly modelVersion: string;
  /** Whether the asking side refused it. */
  readonly refused: boolean;
  /** The need, where the expert is bound to its owner: only of an anonymous one, and hidden from who knows that. */
  readonly ownNeed: NeedFacts | null;
}

/** Taken before filters; twice what a list holds. */
const CANDIDATES = 100;
/** What a list of experts or of needs holds. */
export const EXPERTS_LISTED = 50;
/** People of one unit who may stand side by side: a list of ten from one team is no choice. */
const OF_ONE_UNIT = 3;
const NOBODY: ReadonlySet<string> = new Set();

/** Finds and scores experts for needs and needs for experts. */
@Injectable()
export class ExpertRanking {
  private readonly names: Names;

  constructor(
    private readonly corpora: Corpora,
    private readonly listings: ListingsStore,
    private readonly pairs: ExpertPairsStore,
    private readonly reader: SettingsReader,
    private readonly clock: BusinessClock,
    city: City,
  ) {
    this.names = {
      cluster: (code) => city.clusterName(code) ?? code,
      division: (code) => city.divisionName(code) ?? '同一地区',
    };
  }

  /** The best experts for each need. */
  async forNeeds(needs: readonly Listing[]): Promise<Map<string, RankedExpert[]>> {
    if (needs.length === 0) return new Map();
    await this.corpora.fresh('EXPERT');
    const least = await this.leastScore();
    const refusals = await this.pairs.refusedByOwners(needs);
    const declined = await this.pairs.declined(needs.map(({ id }) => id));
    const lists = new Map<string, RankedExpert[]>();
    for (const need of needs) {
      const { facts } = need;
      if (facts.kind !== 'NEED') continue;
      const refused = refusals.get(need.id) ?? [];
      const weights = weightsAfter(EXPERT_WEIGHTS, refused);
      const away = declined.get(need.id) ?? NOBODY;
      const asked = { ...askedBy(need), embedding: this.corpora.embeddingOf(need) };
      const hits = await this.corpora.searchExperts({ ...asked, limit: CANDIDATES });
      const by = { weights, embeddedBy: this.corpora.embeddedBy(need) };
      const ranked = hits
        .filter((hit) => admitted(facts, hit.facts, away.has(hit.id)))
        .map((hit) => ({ ...this.ranked(facts, hit.facts, hit, by), unit: unitOf(hit.facts) }));
      const list = spread(ofScore(ranked, least), ({ unit }) => unit, OF_ONE_UNIT);
      lists.set(
        need.id,
        shortened(list, ({ expertId }) => expertId, refused),
      );
    }
    return lists;
  }

  /** The best needs for each expert. */
  async forExperts(experts: readonly Expert[]): Promise<Map<string, RankedExpert[]>> {
    if (experts.length === 0) return new Map();
    await this.corpora.fresh('NEED');
    const least = await this.leastScore();
    const refusals = await this.pairs.refusedByExperts(experts.map(({ id }) => id));
    const found = await this.needsFound(experts);
    const online = await this.listings.available(found.flatMap(({ hits }) => hits.map(({ id }) => id)));
    return new Map(
      found.map(({ expert, hits, embeddedBy }) => {
        const refused = refusals.get(expert.id) ?? [];
        const by = { weights: weightsAfter(EXPERT_WEIGHTS, refused), embeddedBy };
        const ranked = hits
          .filter((hit) => online.has(hit.id) && admitted(hit.need, expert.facts))
          .map((hit) => this.ranked(hit.need, expert.facts, hit, by));
        return [expert.id, shortened(ofScore(ranked, least), ({ needId }) => needId, refused)];
      }),
    );
  }

  /** By text, one after the other: the engine answers one question at a time. */
  private async needsFound(experts: readonly Expert[]) {
    const found = [];
    for (const expert of experts) {
      const embedding = meanOf(this.corpora.embeddingsOf(expert));
      const hits = await this.corpora.searchNeedsFor({ ...workOf(expert), embedding, limit: CANDIDATES });
      found.push({ expert, hits, embeddedBy: embedding === null ? null : this.corpora.embeddingModel });
    }
    return found;
  }

  /** One pair by itself, as the need's list would score it, with everything that excludes it. */
  async assess(need: Listing, expert: Expert): Promise<RankedExpert & { exclusions: ExpertExclusion[] }> {
    const { facts } = need;
    if (facts.kind !== 'NEED') throw new Error('a result has no experts');
    await this.corpora.fresh('EXPERT');
    const refused = (await this.pairs.refusedByOwners([need])).get(need.id) ?? [];
    const away = (await this.pairs.declined([need.id])).get(need.id) ?? NOBODY;
    const asked = { ...askedBy(need), embedding: this.corpora.embeddingOf(need) };
    const hits = await this.corpora.searchExperts({ ...asked, limit: 0, include: [expert.id] });
    const hit = hits[0] ?? NOT_FOUND_BY_TEXT;
    const by = {
      weights: weightsAfter(EXPERT_WEIGHTS, refused),
      embeddedBy: this.corpora.embeddedBy(need),
    };
    const pair = this.ranked(facts, expert.facts, hit, by);
    return { ...pair, exclusions: expertExclusions(facts, expert.facts, away.has(expert.id)) };
  }

  /** Score below which a pair is not listed, as for listings. */
  private async leastScore(): Promise<number> {
    return (await this.reader.on(legalDayOf(await this.clock.now()))).listScore;
  }

  private ranked(
    need: NeedFacts,
    expert: Expert['facts'],
    { fused, ratio, shares }: TextFound,
    { weights, embeddedBy }: ScoredBy,
  ): RankedExpert {
    return {
      needId: need.id,
      expertId: expert.id,
      score: scoreExpert(need, expert, ratio, this.names, weights),
      fused,
      shares,
      modelVersion: expertModelVersion(this.corpora.modelNumber, embeddedBy, weights),
      refused: false,
      ownNeed: isBoundExpert(need, expert) ? need : null,
    };
  }
}

/** By what a pair is scored besides its texts. */
interface ScoredBy {
  readonly weights: ExpertWeights;
  /** The model outside whose vectors count; null where there are none. */
  readonly embeddedBy: string | null;
}

/** What the texts say of a pair. */
interface TextFound {
  readonly fused: number;
  readonly ratio: number;
  readonly shares: readonly number[];
}
/** Whoever may not be recommended is in no index. */
const NOT_FOUND_BY_TEXT: TextFound = { fused: 0, ratio: 0, shares: [] };

/** A draft's owner sees whom it would find. Of an anonymous need who is bound to its owner stays: leaving them out would name it. */
const admitted = (need: NeedFacts, expert: Expert['facts'], declined = false): boolean =>
  shownExpertExclusions(expertExclusions({ ...need, online: true }, expert, declined), need, false).length ===
  0;

const unitOf = ({ organisationIds }: Expert['facts']): string | null => organisationIds[0] ?? null;

const ofScore = <T extends RankedExpert>(ranked: readonly T[], least: number): T[] =>
  ranked.filter(({ score }) => score.exact >= least).sort(byRank);

/** What the asking side refused stands last, and says so. Two people who did the same are two people: no near-copies. */
function shortened(
  list: readonly RankedExpert[],
  idOf: (pair: RankedExpert) => string,
  refusals: readonly Refusal[],
): RankedExpert[] {
  const { wanted, refused } = parted(list, idOf, () => null, refusals);
  return [...wanted, ...refused.map((pair) => ({ ...pair, refused: true }))].slice(0, EXPERTS_LISTED);
}

/** By score, then by text; at last by id, so that the order is the same every time. */
function byRank(a: RankedExpert, b: RankedExpert): number {
  const difference = b.score.exact - a.score.exact || b.fused - a.fused;
  if (difference !== 0) return difference;
  return `${a.needId}${a.expertId}` < `${b.needId}${b.expertId}` ? -1 : 1;
}

/** What a need asks for. */
export const askedBy = ({ title, keywords, body }: Listing) => ({
  title,
  content: `${keywords.join(' ')}\n${body}`,
});

/** What an expert looks for needs by: the research first, then what was done. */
const workOf = ({ keywords, introduction, works }: Expert) => ({
  title: keywords.join(' '),
  content: [introduction, ...works.map(({ title }) => title)].join('\n'),
});

/** The words of an expert, of what is open to every signed-in person. */
export const wordsOfExpert = ({ keywords, introduction, works }: Expert): ListingWords => ({
  leading: segment([keywords.join(' '), ...works.map(({ title }) => title)].join('\n')),
  all: segment([keywords.join(' '), introduction, ...works.map(({ text }) => text)].join('\n')),
});
