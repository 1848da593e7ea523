import { Injectable } from '@nestjs/common';
import { legalDayOf, type LegalDay } from '@jihui/kernel';
import { BusinessClock, City, segment } from '@jihui/platform';
import type { NeedFacts } from '../core/listing.js';
import type { Names } from '../core/notes.js';
import {
  isOpenToAll,
  patentExclusions,
  patentModelVersion,
  scorePatent,
  type PatentExclusion,
} from '../core/patent.js';
import type { Score } from '../core/score.js';
import type { ListingWords } from '../core/terms.js';
import { Corpora } from '../corpora.js';
import { isAdmittedPatent } from '../engine/patent-corpus.js';
import { SettingsReader } from '../settings.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import type { Patent } from '../store/patents.store.js';

/** A patent for a need, or a need for a patent, scored. */
export interface RankedPatent {
  readonly needId: string;
  readonly patentId: string;
  readonly score: Score;
  /** Decides between equal scores of one list. */
  readonly fused: number;
  readonly modelVersion: string;
  /** 开放许可 today: anybody may take a licence on the announced terms. */
  readonly openToAll: boolean;
  /** The need, where both are one owner's: only of an anonymous one, and hidden from who knows that. */
  readonly ownNeed: NeedFacts | null;
}

/** Taken before filters; twice what a list holds. */
const CANDIDATES = 100;
export const PATENTS_LISTED = 50;

/** Finds and scores patents for needs and needs for patents. */
@Injectable()
export class PatentRanking {
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

  /** The best patents of others for each need. */
  async forNeeds(needs: readonly Listing[]): Promise<Map<string, RankedPatent[]>> {
    if (needs.length === 0) return new Map();
    await this.corpora.fresh('PATENT');
    const { today, least } = await this.moment();
    const lists = new Map<string, RankedPatent[]>();
    for (const need of needs) {
      const { facts } = need;
      if (facts.kind !== 'NEED') continue;
      const hits = await this.corpora.searchPatents({
        ...asked(need, today),
        ...{ need: facts, limit: CANDIDATES, include: [] },
      });
      const ranked = hits.map((hit) => this.ranked(facts, hit.facts, hit, today));
      lists.set(need.id, ofScore(ranked, least));
    }
    return lists;
  }

  /** The best needs of others for each patent. */
  async forPatents(patents: readonly Patent[]): Promise<Map<string, RankedPatent[]>> {
    if (patents.length === 0) return new Map();
    await this.corpora.fresh('NEED');
    const { today, least } = await this.moment();
    const found = await this.needsFound(patents);
    const online = await this.listings.available(found.flatMap(({ hits }) => hits.map(({ id }) => id)));
    return new Map(
      found.map(({ patent, hits }) => {
        const ranked = hits
          .filter((hit) => online.has(hit.id) && isAdmittedPatent(hit.need, patent.facts, today))
          .map((hit) => this.ranked(hit.need, patent.facts, hit, today));
        return [patent.id, ofScore(ranked, least)];
      }),
    );
  }

  /** By text, one after the other: the engine answers one question at a time. */
  private async needsFound(patents: readonly Patent[]) {
    const found = [];
    for (const patent of patents) {
      const { title, keywords, summary } = patent;
      const content = `${keywords.join(' ')}\n${summary}`;
      const hits = await this.corpora.searchNeedsFor({ title, content, limit: CANDIDATES });
      found.push({ patent, hits });
    }
    return found;
  }

  /** One pair by itself, as the need's list would score it, with everything that excludes it. */
  async assess(
    need: Listing,
    patent: Patent,
  ): Promise<RankedPatent & { readonly exclusions: readonly PatentExclusion[] }> {
    const { facts } = need;
    if (facts.kind !== 'NEED') throw new Error('a result has no patents to be matched with');
    await this.corpora.fresh('PATENT');
    const { today } = await this.moment();
    // Scored among what the list is taken from, as the list scores it.
    const hits = await this.corpora.searchPatents({
      ...asked(need, today),
      ...{ need: facts, limit: CANDIDATES, include: [patent.id] },
    });
    const hit = hits.find(({ id }) => id === patent.id) ?? { fused: 0, ratio: 0 };
    return {
      ...this.ranked(facts, patent.facts, hit, today),
      exclusions: patentExclusions(facts, patent.facts, today),
    };
  }

  private ranked(
    need: NeedFacts,
    patent: Patent['facts'],
    { fused, ratio }: { readonly fused: number; readonly ratio: number },
    today: LegalDay,
  ): RankedPatent {
    return {
      needId: need.id,
      patentId: patent.id,
      score: scorePatent(need, patent, ratio, this.names, today),
      fused,
      modelVersion: patentModelVersion(this.corpora.modelNumber),
      openToAll: isOpenToAll(patent, today),
      ownNeed: need.ownerId === patent.ownerId ? need : null,
    };
  }

  private async moment(): Promise<{ readonly today: LegalDay; readonly least: number }> {
    const today = legalDayOf(await this.clock.now());
    return { today, least: (await this.reader.on(today)).listScore };
  }
}

const asked = ({ title, keywords, body }: Listing, today: LegalDay) => ({
  title,
  content: `${keywords.join(' ')}\n${body}`,
  today,
});

const ofScore = (ranked: readonly RankedPatent[], least: number): RankedPatent[] =>
  ranked
    .filter(({ score }) => score.exact >= least)
    .sort(byRank)
    .slice(0, PATENTS_LISTED);

/** By score, of which an open licence is a part; by text, and by id, so that the order is the same every time. */
function byRank(a: RankedPatent, b: RankedPatent): number {
  const difference = b.score.exact - a.score.exact || b.fused - a.fused;
  if (difference !== 0) return difference;
  return `${a.needId}${a.patentId}` < `${b.needId}${b.patentId}` ? -1 : 1;
}

/** The words of a patent: what is published of it. */
export const wordsOfPatent = ({ title, keywords, summary }: Patent): ListingWords => ({
  leading: segment(`${title}\n${keywords.join(' ')}`),
  all: segment(`${title}\n${keywords.join(' ')}\n${summary}`),
});
