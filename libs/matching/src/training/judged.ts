import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { legalDayOf, type LegalDay } from '@jihui/kernel';
import { BusinessClock, prepareQuery, TextIndex, type TextHit, type VectorModel } from '@jihui/platform';
import { judgedNeeds, type JudgedNeed } from '../core/comparison.js';
import { sides } from '../core/listing.js';
import type { Names } from '../core/notes.js';
import { scorePair, type Score } from '../core/score.js';
import { isHeldOut } from '../core/training-pairs.js';
import type { Settings, Weights } from '../core/weights.js';
import { textOf } from '../corpora.js';
import { SettingsReader } from '../settings.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { PairsStore } from '../store/pairs.store.js';

/** Of the newest feedback; a quarter of it is held out. */
const MOST_SAID = 20_000;
/** Results beside the judged ones: rarity and deviations are those of a market, not of what happened to be judged. */
const BESIDE = 2_000;
const BATCH = 500;
/** As many as a list takes from each signal. */
const CANDIDATES = 200;

/** Everything that versions are compared by or learn from, read once. */
export interface JudgedMaterial {
  readonly judged: readonly JudgedNeed[];
  readonly listings: ReadonlyMap<string, Listing>;
  readonly results: readonly Listing[];
  readonly boilerplate: ReadonlySet<string>;
  readonly settings: Settings;
  readonly today: LegalDay;
}

/** A judged result as a version scores it. */
export interface ScoredPair {
  readonly resultId: string;
  readonly grade: number;
  readonly hit: TextHit;
  readonly score: Score;
}

/** Nobody reads what is scored here. */
const NAMES: Names = { cluster: (code) => code, division: (code) => code };

/** What people said of pairs, and how a version scores these pairs. */
@Injectable()
export class Judged {
  constructor(
    private readonly listings: ListingsStore,
    private readonly pairs: PairsStore,
    private readonly reader: SettingsReader,
    private readonly clock: BusinessClock,
  ) {}

  /** @param part what versions learn from, or what was kept from them */
  async material(part: 'LEARNT' | 'HELD_OUT'): Promise<JudgedMaterial> {
    const { words } = await this.listings.settings();
    const today = legalDayOf(await this.clock.now());
    const said = (await this.pairs.said(MOST_SAID)).filter(
      ({ needId }) => isHeldOut(needId) === (part === 'HELD_OUT'),
    );
    const judged = judgedNeeds(said);
    const ids = [...new Set(judged.flatMap(({ needId, grades }) => [needId, ...grades.keys()]))];
    const listings = new Map<string, Listing>();
    for (let at = 0; at < ids.length; at += BATCH)
      for (const [id, listing] of await this.listings.byIds(ids.slice(at, at + BATCH)))
        listings.set(id, listing);
    const beside = judged.length === 0 ? [] : await this.listings.newest('RESULT', BESIDE);
    const results = [...listings.values(), ...beside].filter(({ kind }) => kind === 'RESULT');
    return {
      judged: judged.filter(({ needId }) => listings.has(needId)),
      listings,
      results: [...new Map(results.map((result) => [result.id, result])).values()],
      boilerplate: new Set(words),
      settings: await this.reader.on(today),
      today,
    };
  }

  /** The results of the material, with the vectors of a version. Lets others run between its steps. */
  async indexOf({ results }: JudgedMaterial, towers: readonly VectorModel[]): Promise<TextIndex> {
    const index = new TextIndex();
    for (let at = 0; at < results.length; at += BATCH) {
      index.put(results.slice(at, at + BATCH).map((result) => ({ id: result.id, text: textOf(result) })));
      await breathe();
    }
    for (const steps = index.adopt(towers); steps.next().done !== true;) await breathe();
    return index;
  }

  /**
   * The judged results of each need as they would be scored, beside the best of the market. What people said of a result
   * is no part of it: it would tell what is asked.
   */
  async scores(
    { judged, listings, boilerplate, settings, today }: JudgedMaterial,
    index: TextIndex,
    weights: { readonly signals?: readonly number[] | undefined; readonly parts?: Weights | undefined },
  ): Promise<ScoredPair[][]> {
    const own: Settings = { ...settings, weights: weights.parts ?? settings.weights };
    const scored: ScoredPair[][] = [];
    for (const { needId, grades } of judged) {
      const need = listings.get(needId);
      if (need === undefined) continue;
      const query = { title: need.title, content: `${need.keywords.join(' ')}\n${need.body}` };
      const hits = index.search(prepareQuery(query, boilerplate), {
        limit: CANDIDATES,
        include: [...grades.keys()],
        weights: weights.signals,
      });
      scored.push(
        hits.flatMap((hit) => {
          const [grade, result] = [grades.get(hit.id), listings.get(hit.id)];
          if (grade === undefined || result === undefined) return [];
          const pair = { ...sides(need.facts, result.facts), ratio: hit.ratio };
          return [{ resultId: hit.id, grade, hit, score: scorePair(pair, own, NAMES, today) }];
        }),
      );
      await breathe();
    }
    return scored;
  }
}
