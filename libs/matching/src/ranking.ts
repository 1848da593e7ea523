import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { legalDayOf, type LegalDay } from '@jihui/kernel';
import { BusinessClock, City, segment } from '@jihui/platform';
import { exclusionsOf, isOwnPair, shownExclusions, type Exclusion } from './core/exclusions.js';
import { NO_VERDICTS, type Facts, type NeedFacts, type ResultFacts } from './core/listing.js';
import type { Names } from './core/parts.js';
import { scorePair, type Score } from './core/score.js';
import { sharedTerms, type ListingWords } from './core/terms.js';
import { prepareQuery } from './core/text/query.js';
import type { TextHit } from './core/text/text-index.js';
import { modelVersion, type Settings } from './core/weights.js';
import { Corpora, textOf, type Corpus } from './corpora.js';
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
  readonly modelVersion: string;
  /** Whether a broker added the pair by hand. */
  readonly manual: boolean;
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
    const corpus = await this.corpora.fresh(kind === 'NEED' ? 'RESULT' : 'NEED');
    const manual = await this.pairs.manualOf(
      kind,
      subjects.map((subject) => subject.id),
    );
    const added = new Map(subjects.map((subject) => [subject.id, new Set<string>()]));
    for (const { needId, resultId } of manual)
      added.get(kind === 'NEED' ? needId : resultId)?.add(kind === 'NEED' ? resultId : needId);

    const hits = new Map<string, TextHit[]>();
    for (const subject of subjects) {
      if (hits.size > 0) await breathe();
      hits.set(subject.id, this.search(subject, corpus, [...(added.get(subject.id) ?? [])], moment));
    }
    const found = [...new Set([...hits.values()].flat().map((hit) => hit.id))];
    const available = await this.listings.available(found);
    const verdicts = await this.pairs.verdictsOn(kind === 'NEED' ? 'RESULT' : 'NEED', found);
    return new Map(
      subjects.map((subject) => {
        const chosen = added.get(subject.id) ?? new Set();
        const scored = (hits.get(subject.id) ?? [])
          .filter((hit) => available.has(hit.id) && this.isAdmitted(subject, corpus, hit.id, moment))
          .flatMap((hit) => {
            const counterpart = corpus.facts.get(hit.id);
            if (counterpart === undefined) return [];
            const pair = {
              ...sides(subject.facts, counterpart),
              ratio: hit.ratio,
              verdicts: verdicts.get(hit.id) ?? NO_VERDICTS,
            };
            return [this.ranked(pair, hit.fused, chosen.has(hit.id), moment)];
          })
          .filter((pair) => pair.manual || pair.score.exact >= moment.settings.listScore)
          .sort(byRank);
        return [subject.id, scored.slice(0, LIST_LENGTH)];
      }),
    );
  }

  /** One pair by itself, as the need's list would score it, with everything that excludes it. */
  async assess(need: Listing, result: Listing): Promise<RankedPair & { exclusions: Exclusion[] }> {
    const moment = await this.moment();
    const corpus = await this.corpora.fresh('RESULT');
    const facts = sides(need.facts, result.facts);
    const hit = this.search(need, corpus, [result.id], moment).find(({ id }) => id === result.id);
    const verdicts = (await this.pairs.verdictsOn('RESULT', [result.id])).get(result.id) ?? NO_VERDICTS;
    const manual = (await this.pairs.manualOn([{ needId: need.id, resultId: result.id }])).length > 0;
    return {
      ...this.ranked({ ...facts, ratio: hit?.ratio ?? 0, verdicts }, hit?.fused ?? 0, manual, moment),
      exclusions: exclusionsOf(
        facts.need,
        facts.result,
        moment.today,
        moment.settings.priceCeilingBasisPoints,
      ),
    };
  }

  /** The words that both texts hold, the most telling first. */
  shared(need: Listing, result: Listing, words: (listing: Listing) => ListingWords = wordsOf): string[] {
    return sharedTerms(words(need), words(result), this.corpora.boilerplate, (word) =>
      this.corpora.rarity(word),
    );
  }

  async settings(): Promise<Settings> {
    return (await this.moment()).settings;
  }

  /** Candidates of the subject; those to include are scored whether or not they are admitted. */
  private search(subject: Listing, corpus: Corpus, include: readonly string[], moment: Moment): TextHit[] {
    const admit = (id: string): boolean => this.isAdmitted(subject, corpus, id, moment);
    return corpus.index.search(this.query(subject), { limit: CANDIDATES, admit, include });
  }

  private isAdmitted(subject: Listing, corpus: Corpus, id: string, { today, settings }: Moment): boolean {
    const counterpart = corpus.facts.get(id);
    if (counterpart === undefined) return false;
    // A draft's owner sees what it would be matched with: only the counterpart must be online.
    const { need, result } = sides({ ...subject.facts, online: true }, counterpart);
    // Of an anonymous need its owner's own results stay in the list: one that was left out would name the owner.
    return (
      shownExclusions(exclusionsOf(need, result, today, settings.priceCeilingBasisPoints), need, false)
        .length === 0
    );
  }

  private query(subject: Listing): ReturnType<typeof prepareQuery> {
    const content = `${subject.keywords.join(' ')}\n${subject.body}`;
    return prepareQuery({ title: subject.title, content }, this.corpora.boilerplate);
  }

  private ranked(
    pair: Parameters<typeof scorePair>[0],
    fused: number,
    manual: boolean,
    { settings, today }: Moment,
  ): RankedPair {
    return {
      needId: pair.need.id,
      resultId: pair.result.id,
      score: scorePair(pair, settings, this.names, today),
      fused,
      modelVersion: modelVersion(settings.weights),
      manual,
      ownNeed: isOwnPair(pair.need, pair.result) ? pair.need : null,
    };
  }

  private async moment(): Promise<Moment> {
    const today = legalDayOf(await this.clock.now());
    return { today, settings: await this.reader.on(today) };
  }
}

/** The two facts as need and result, whichever is the subject. */
function sides(left: Facts, right: Facts): { need: NeedFacts; result: ResultFacts } {
  if (left.kind === 'NEED' && right.kind === 'RESULT') return { need: left, result: right };
  if (left.kind === 'RESULT' && right.kind === 'NEED') return { need: right, result: left };
  throw new Error(`two listings of the kind ${left.kind}`);
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
