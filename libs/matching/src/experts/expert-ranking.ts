import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import { BusinessClock, City, segment } from '@jihui/platform';
import { expertExclusions, expertModelVersion, isOwnExpert, scoreExpert } from '../core/expert.js';
import type { NeedFacts } from '../core/listing.js';
import type { Names } from '../core/notes.js';
import type { Score } from '../core/score.js';
import type { ListingWords } from '../core/terms.js';
import { Corpora } from '../corpora.js';
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
  /** The need, where the expert works for its owner: only of an anonymous one, and hidden from who knows that. */
  readonly ownNeed: NeedFacts | null;
}

/** Taken before filters; twice what a list holds. */
const CANDIDATES = 100;
/** What a list of experts or of needs holds. */
export const EXPERTS_LISTED = 50;

/** Finds and scores experts for needs and needs for experts. */
@Injectable()
export class ExpertRanking {
  private readonly names: Names;

  constructor(
    private readonly corpora: Corpora,
    private readonly listings: ListingsStore,
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
    const lists = new Map<string, RankedExpert[]>();
    for (const need of needs) {
      const { facts } = need;
      if (facts.kind !== 'NEED') continue;
      const hits = await this.corpora.searchExperts({ ...askedBy(need), limit: CANDIDATES });
      const ranked = hits.map((hit) => this.ranked(facts, hit.facts, hit));
      lists.set(
        need.id,
        listOf(
          ranked,
          hits.map((hit) => admitted(facts, hit.facts)),
          least,
        ),
      );
    }
    return lists;
  }

  /** The best needs for each expert. */
  async forExperts(experts: readonly Expert[]): Promise<Map<string, RankedExpert[]>> {
    if (experts.length === 0) return new Map();
    await this.corpora.fresh('NEED');
    const least = await this.leastScore();
    const lists = new Map<string, RankedExpert[]>();
    for (const expert of experts) {
      const hits = await this.corpora.searchNeedsFor({ ...workOf(expert), limit: CANDIDATES });
      const online = await this.listings.available(hits.map(({ id }) => id));
      const ranked = hits.map((hit) => this.ranked(hit.need, expert.facts, hit));
      const fits = hits.map((hit) => online.has(hit.id) && admitted(hit.need, expert.facts));
      lists.set(expert.id, listOf(ranked, fits, least));
    }
    return lists;
  }

  /** Score below which a pair is not listed, as for listings. */
  private async leastScore(): Promise<number> {
    return (await this.reader.on(legalDayOf(await this.clock.now()))).listScore;
  }

  private ranked(
    need: NeedFacts,
    expert: Expert['facts'],
    {
      fused,
      ratio,
      shares,
    }: { readonly fused: number; readonly ratio: number; readonly shares: readonly number[] },
  ): RankedExpert {
    return {
      needId: need.id,
      expertId: expert.id,
      score: scoreExpert(need, expert, ratio, this.names),
      fused,
      shares,
      modelVersion: expertModelVersion(this.corpora.modelNumber),
      ownNeed: isOwnExpert(need, expert) ? need : null,
    };
  }
}

/** A draft's owner sees whom it would find. Of an anonymous need the owner's own people stay: leaving them out would name it. */
function admitted(need: NeedFacts, expert: Expert['facts']): boolean {
  const hindrances = expertExclusions({ ...need, online: true }, expert);
  return hindrances.every(({ code }) => code === 'OWN_EXPERT' && need.anonymous);
}

/** Two people who did the same are two people: near-copies are not thinned out here. */
const listOf = (ranked: readonly RankedExpert[], fits: readonly boolean[], least: number): RankedExpert[] =>
  ranked
    .filter((pair, at) => fits[at] === true && pair.score.exact >= least)
    .sort(byRank)
    .slice(0, EXPERTS_LISTED);

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
