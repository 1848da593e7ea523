import { Injectable } from '@nestjs/common';
import { legalDayOf, type LegalDay } from '@jihui/kernel';
import { BusinessClock, City, segment } from '@jihui/platform';
import { spread } from './core/diversity.js';
import { exclusionsOf, isOwnPair, type Exclusion } from './core/exclusions.js';
import { NO_VERDICTS, sides, type NeedFacts } from './core/listing.js';
import { probabilityAt } from './core/isotonic.js';
import type { Names } from './core/notes.js';
import { parted, settingsAfter } from './core/refusals.js';
import { scorePair, type Score } from './core/score.js';
import { sharedTerms, sharedWords, type ListingWords } from './core/terms.js';
import { modelVersion, type Settings } from './core/weights.js';
import { Corpora, textOf } from './corpora.js';
import { isAdmitted, type EngineHit } from './engine/engine.js';
import { SettingsReader } from './settings.js';
import type { Listing } from './store/listings.store.js';
import { ListingsStore } from './store/listings.store.js';
import { PairsStore } from './store/pairs.store.js';

/** One counterpart of a subject, scored. */
export interface RankedPair {
  readonly needId: string;
  readonly resultId: string;
  readonly score: Score;
  /** The texts' fused score: decides between equal scores of one list. */
  readonly fused: number;
  /** What each signal of the texts gave to it. */
  readonly shares: readonly number[];
  /** The counterpart of which this one is a near-copy. */
  readonly copyOf: string | null;
  /** Share of pairs of such a score that people found useful or went further with; null before a version learnt it. */
  readonly probability: number | null;
  readonly modelVersion: string;
  /** Whether a broker added the pair by hand. */
  readonly manual: boolean;
  /** Whether the asking side refused it, or what it is a near-copy of. */
  readonly refused: boolean;
  /** The need, where result and need are one owner's: only of an anonymous one, and hidden from who knows that. */
  readonly ownNeed: NeedFacts | null;
}

/** Taken from each signal before fusing; about twice what a list holds after filters. */
const CANDIDATES = 200;
/** What a list of matches holds. */
export const LIST_LENGTH = 100;

interface Moment {
  readonly today: LegalDay;
  readonly settings: Settings;
  /** The model outside whose vectors count for the asking side; null for none. */
  readonly embeddedBy: string | null;
}

/** Finds and scores counterparts. */
@Injectable()
export class Ranking {
  private readonly names: Names;

  constructor(
    private readonly corpora: Corpora,
    private readonly listings: ListingsStore,
    private readonly pairs: PairsStore,
    private readonly reader: SettingsReader,
    private readonly clock: BusinessClock,
    city: City,
  ) {
    this.names = {
      cluster: (code) => city.clusterName(code) ?? code,
      division: (code) => city.divisionName(code) ?? '同一地区',
    };
  }

  /**
   * The best counterparts of each subject, all subjects of one kind, with those that brokers added first.
   * The number of statements does not depend on how many subjects there are.
   */
  async rank(subjects: readonly Listing[]): Promise<Map<string, RankedPair[]>> {
    const kind = subjects[0]?.kind;
    if (kind === undefined) return new Map();
    const moment = await this.moment();
    await this.corpora.fresh(kind === 'NEED' ? 'RESULT' : 'NEED');
    const manual = await this.pairs.manualOf(
      kind,
      subjects.map((subject) => subject.id),
    );
    const added = new Map(subjects.map((subject) => [subject.id, new Set<string>()]));
    for (const { needId, resultId } of manual)
      added.get(kind === 'NEED' ? needId : resultId)?.add(kind === 'NEED' ? resultId : needId);

    const hits = new Map<string, EngineHit[]>();
    for (const subject of subjects)
      hits.set(
        subject.id,
        await this.search(subject, CANDIDATES, [...(added.get(subject.id) ?? [])], moment),
      );
    const found = [...new Set([...hits.values()].flat().map((hit) => hit.id))];
    const available = await this.listings.available(found);
    const verdicts = await this.pairs.verdictsOn(kind === 'NEED' ? 'RESULT' : 'NEED', found);
    const refusals = await this.pairs.refusalsOf(kind, subjects);
    return new Map(
      subjects.map((subject) => {
        const chosen = added.get(subject.id) ?? new Set();
        const refused = refusals.get(subject.id) ?? [];
        const own = {
          ...moment,
          settings: settingsAfter(moment.settings, refused),
          embeddedBy: this.corpora.embeddedBy(subject),
        };
        const scored = (hits.get(subject.id) ?? [])
          .filter((hit) => available.has(hit.id) && isAdmitted(asked(subject, moment), hit.facts))
          .map((hit) => {
            const pair = {
              ...sides(subject.facts, hit.facts),
              ratio: hit.ratio,
              verdicts: verdicts.get(hit.id) ?? NO_VERDICTS,
            };
            return { ...this.ranked(pair, hit, chosen.has(hit.id), own), ratio: hit.ratio };
          });
        const isLong = textOf(subject).length >= LONG;
        const listed = worthListing(scored, moment.settings.listScore, isLong).sort(byRank);
        // What a broker chose stays where it is, unless it was refused itself.
        const groupOf = ({ manual, copyOf }: RankedPair): string | null => (manual ? null : copyOf);
        const counterpartOf = ({ needId, resultId }: RankedPair): string =>
          kind === 'NEED' ? resultId : needId;
        const list = parted(spread(listed, groupOf), counterpartOf, groupOf, refused);
        const last = list.refused.map((pair) => ({ ...pair, refused: true }));
        return [subject.id, [...list.wanted, ...last].slice(0, LIST_LENGTH)];
      }),
    );
  }

  /** One pair by itself, as the need's list would score it, with everything that excludes it. */
  async assess(need: Listing, result: Listing): Promise<RankedPair & { exclusions: Exclusion[] }> {
    const moment = await this.moment();
    await this.corpora.fresh('RESULT');
    const facts = sides(need.facts, result.facts);
    const refused = (await this.pairs.refusalsOf('NEED', [need])).get(need.id) ?? [];
    const own = {
      ...moment,
      settings: settingsAfter(moment.settings, refused),
      embeddedBy: this.corpora.embeddedBy(need),
    };
    const hits = await this.search(need, CANDIDATES, [result.id], moment);
    const hit = hits.find(({ id }) => id === result.id);
    const verdicts = (await this.pairs.verdictsOn('RESULT', [result.id])).get(result.id) ?? NO_VERDICTS;
    const manual = (await this.pairs.manualOn([{ needId: need.id, resultId: result.id }])).length > 0;
    return {
      ...this.ranked({ ...facts, ratio: hit?.ratio ?? 0, verdicts }, hit, manual, own),
      exclusions: exclusionsOf(
        facts.need,
        facts.result,
        moment.today,
        moment.settings.priceCeilingBasisPoints,
      ),
    };
  }

  /** These counterparts by their texts alone, best first: what is compared on judged pairs. */
  async among(subject: Listing, counterparts: readonly string[]): Promise<EngineHit[]> {
    await this.corpora.fresh(subject.kind === 'NEED' ? 'RESULT' : 'NEED');
    return this.search(subject, 0, counterparts, await this.moment());
  }

  /** The words that both texts of each pair hold, the most telling first. */
  async shared(pairs: readonly (readonly [need: ListingWords, result: ListingWords])[]): Promise<string[][]> {
    const { boilerplate } = this.corpora;
    const words = pairs.map(([need, result]) => sharedWords(need, result, boilerplate));
    const rarities = await this.corpora.rarities([...new Set(words.flat())]);
    return pairs.map(([need, result], at) =>
      sharedTerms(words[at] ?? [], [need, result], (word) => rarities.get(word) ?? 0),
    );
  }

  async settings(): Promise<Settings> {
    return (await this.moment()).settings;
  }

  /** Candidates of the subject; those to include are scored whether or not they are admitted. */
  private search(
    subject: Listing,
    limit: number,
    include: readonly string[],
    moment: Moment,
  ): Promise<EngineHit[]> {
    return this.corpora.search({
      ...asked(subject, moment),
      title: subject.title,
      embedding: this.corpora.embeddingOf(subject),
      content: `${subject.keywords.join(' ')}\n${subject.body}`,
      limit,
      include,
    });
  }

  private ranked(
    pair: Parameters<typeof scorePair>[0],
    hit: EngineHit | undefined,
    manual: boolean,
    { settings, today, embeddedBy }: Moment,
  ): RankedPair {
    const score = scorePair(pair, settings, this.names, today);
    return {
      needId: pair.need.id,
      resultId: pair.result.id,
      score,
      fused: hit?.fused ?? 0,
      shares: hit?.shares ?? [],
      copyOf: hit?.copyOf ?? null,
      probability: probabilityAt(this.corpora.ranker?.calibration ?? [], score.exact),
      modelVersion: modelVersion(settings.weights, this.corpora.modelNumber, {
        isLearnt: this.corpora.ranker !== null,
        embeddedBy,
      }),
      manual,
      refused: false,
      ownNeed: isOwnPair(pair.need, pair.result) ? pair.need : null,
    };
  }

  private async moment(): Promise<Moment> {
    const today = legalDayOf(await this.clock.now());
    const settings = await this.reader.on(today);
    // The deployment's weights serve until some are learnt.
    const weights = this.corpora.ranker?.weights ?? settings.weights;
    return { today, settings: { ...settings, weights }, embeddedBy: null };
  }
}

const asked = ({ facts }: Listing, { today, settings: { priceCeilingBasisPoints } }: Moment) => ({
  facts,
  today,
  priceCeilingBasisPoints,
});

/** Characters from which on a subject is told at length. */
const LONG = 30;
/** Of what scores too little this many are listed where nothing scores more … */
const BEST_OF_LOW = 10;
/** … and the texts have so much of the subject's in common. */
const LEAST_RATIO = 0.08;

/**
 * What is listed: all from the least score on, and what a broker chose. A subject that is told at length holds little of
 * itself in a short title: where nothing scores enough, the nearest by text stand in the list, since an empty one sends
 * its reader away from what may be the very thing. Of a short one such a share is a character or two, which says nothing.
 */
function worthListing<P extends RankedPair & { readonly ratio: number }>(
  scored: readonly P[],
  least: number,
  isLong: boolean,
): P[] {
  const enough = scored.filter(({ manual, score }) => manual || score.exact >= least);
  if (enough.length > 0 || !isLong) return enough;
  return scored
    .filter(({ ratio }) => ratio >= LEAST_RATIO)
    .sort((a, b) => b.fused - a.fused)
    .slice(0, BEST_OF_LOW);
}

/** Brokers' matches first, then by score, then by text; at last by id, so that the order is the same every time. */
function byRank(a: RankedPair, b: RankedPair): number {
  if (a.manual !== b.manual) return a.manual ? -1 : 1;
  const difference = b.score.exact - a.score.exact || b.fused - a.fused;
  if (difference !== 0) return difference;
  return `${a.needId}${a.resultId}` < `${b.needId}${b.resultId}` ? -1 : 1;
}

/** The words of a listing, of the text that is open to every signed-in person. */
export const wordsOf = (listing: Listing): ListingWords => ({
  leading: segment(`${listing.title}\n${listing.keywords.join(' ')}`),
  all: segment(textOf(listing)),
});
