import { Best } from './best.js';
import { buildSegment, MAX_BATCH, mergeSegments, type Segment } from './segment.js';
import {
  addPostings,
  deviation,
  holders,
  PAIRS,
  signalWeights,
  SINGLES,
  type Part,
  type Signal,
} from './signals.js';
import { unitsOf, type Unit } from './units.js';
import type { PreparedQuery, WeightedUnit } from './query.js';

export interface IndexedText {
  readonly id: string;
  readonly text: string;
}

export interface TextHit {
  readonly id: string;
  /** Fused score: orders the hits of one query, means nothing across queries. */
  readonly fused: number;
  /** Fused score over that of an ideal answer to the query's title, 0–1. */
  readonly ratio: number;
}

export interface TextSearch {
  /** How many are taken from each signal before they are fused. */
  readonly limit: number;
  /** Whether the document may be an answer at all; called only for those that score. */
  readonly admit?: (id: string) => boolean;
  /** Documents that are scored in any case. */
  readonly include?: readonly string[];
}

/**
 * Documents that hold none of the terms, thought beside the real ones: in a small market, or one with many
 * copies of one text, a word that half of the listings share still says something.
 */
const BACKGROUND = 1_000;
/** Of a long query the units worth most: the others are common, which makes them dear to look up and tells little. */
const MAX_UNITS = 128;
/** Parts are not merged beyond this many documents: merging blocks, and a few dozen parts cost a search nothing. */
const LARGEST_PART = 2 ** 14;
const NOTHING = buildSegment([]);
const EMPTY: Part = { ids: [], alive: new Uint8Array(0), live: 0, singles: NOTHING, pairs: NOTHING };

/** An inverted index in memory over short Chinese texts, changed by batches and searched at once. */
export class TextIndex {
  private parts: Part[] = [];
  private readonly places = new Map<string, { part: Part; number: number }>();
  private readonly terms = { singles: new Map<Unit, number>(), pairs: new Map<Unit, number>() };
  private readonly units = { singles: 0, pairs: 0 };

  get size(): number {
    return this.places.size;
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  /** Adds documents, replacing those already there. The last of equal ids counts. */
  put(documents: readonly IndexedText[]): void {
    const latest = [...new Map(documents.map((document) => [document.id, document])).values()];
    this.remove(latest.map((document) => document.id));
    for (let at = 0; at < latest.length; at += MAX_BATCH) this.append(latest.slice(at, at + MAX_BATCH));
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const place = this.places.get(id);
      if (place === undefined) continue;
      this.places.delete(id);
      place.part.alive[place.number] = 0;
      place.part.live -= 1;
      this.units.singles -= place.part.singles.lengths[place.number] ?? 0;
      this.units.pairs -= place.part.pairs.lengths[place.number] ?? 0;
    }
  }

  /** The best documents by both signals fused, best first; ties by id. */
  search(query: PreparedQuery, options: TextSearch): TextHit[] {
    if (this.size === 0) return [];
    const singles = this.score(SINGLES, query.singles);
    const pairs = this.score(PAIRS, query.pairs);
    const candidates = this.candidates([singles.scores, pairs.scores], options);
    const weights = signalWeights(this.units.singles / this.size);
    const perSingle =
      weights.singles / deviation(candidates.map(({ part, number }) => at(singles.scores, part, number)));
    const perPair =
      weights.pairs / deviation(candidates.map(({ part, number }) => at(pairs.scores, part, number)));
    const ideal = singles.ideal * perSingle + pairs.ideal * perPair;
    return candidates
      .map(({ part, number }) => {
        const fused = at(singles.scores, part, number) * perSingle + at(pairs.scores, part, number) * perPair;
        const id = this.parts[part]?.ids[number] ?? '';
        return { id, fused, ratio: ideal > 0 ? Math.min(1, fused / ideal) : 0 };
      })
      .sort((a, b) => b.fused - a.fused || (a.id < b.id ? -1 : 1));
  }

  /** How rare a text is: the sum of the rarity of its pairs, or of its one character. */
  rarity(text: string): number {
    const { singles, pairs } = unitsOf(text);
    const [name, units] = pairs.length > 0 ? (['pairs', pairs] as const) : (['singles', singles] as const);
    return units.reduce<number>((sum, unit) => sum + this.idf(name, this.terms[name].get(unit)), 0);
  }

  private append(batch: readonly IndexedText[]): void {
    const units = batch.map((document) => unitsOf(document.text));
    const segment = (name: 'singles' | 'pairs'): Segment =>
      buildSegment(units.map((document) => this.termsOf(name, document[name])));
    const part: Part = {
      ids: batch.map((document) => document.id),
      alive: new Uint8Array(batch.length).fill(1),
      live: batch.length,
      singles: segment('singles'),
      pairs: segment('pairs'),
    };
    part.ids.forEach((id, number) => this.places.set(id, { part, number }));
    this.parts.push(part);
    this.tidy();
  }

  /** The ids of the units' terms, new ones added to the dictionary. */
  private termsOf(name: 'singles' | 'pairs', units: readonly Unit[]): number[] {
    const dictionary = this.terms[name];
    this.units[name] += units.length;
    return units.map((unit) => {
      const known = dictionary.get(unit);
      if (known !== undefined) return known;
      const term = dictionary.size;
      dictionary.set(unit, term);
      return term;
    });
  }

  /** Merges while the last part is not much smaller than the one before: few parts, cheap additions. */
  private tidy(): void {
    this.parts = this.parts
      .filter((part) => part.live > 0)
      .map((part) => (part.live * 2 < part.ids.length ? this.merge(part, EMPTY) : part));
    for (let left = this.parts.at(-2), right = this.parts.at(-1); left && right;) {
      if (left.live > 3 * right.live || left.live + right.live > LARGEST_PART) return;
      this.parts.splice(-2, 2, this.merge(left, right));
      left = this.parts.at(-2);
      right = this.parts.at(-1);
    }
  }

  private merge(left: Part, right: Part): Part {
    const ids: string[] = [];
    const renumber = (part: Part): Int32Array =>
      Int32Array.from(part.ids, (id, number) => (part.alive[number] === 1 ? ids.push(id) - 1 : -1));
    const leftNumbers = renumber(left);
    const rightNumbers = renumber(right);
    const merged: Part = {
      ids,
      alive: new Uint8Array(ids.length).fill(1),
      live: ids.length,
      singles: mergeSegments(left.singles, right.singles, leftNumbers, rightNumbers, ids.length),
      pairs: mergeSegments(left.pairs, right.pairs, leftNumbers, rightNumbers, ids.length),
    };
    ids.forEach((id, number) => this.places.set(id, { part: merged, number }));
    return merged;
  }

  private score(signal: Signal, units: readonly WeightedUnit[]): { scores: Float32Array[]; ideal: number } {
    const scores = this.parts.map((part) => new Float32Array(part.ids.length));
    const average = this.units[signal.name] / this.size || 1;
    const valued = units
      .map(({ unit, weight, inTitle }) => {
        const term = this.terms[signal.name].get(unit);
        return { term, inTitle, value: weight * this.idf(signal.name, term) ** signal.idfPower };
      })
      .sort((a, b) => b.value - a.value);
    const ideal = valued.reduce((sum, { inTitle, value }) => sum + (inTitle ? value : 0), 0);
    for (const { term, value } of valued.slice(0, MAX_UNITS)) {
      if (term === undefined) continue;
      this.parts.forEach((part, index) => {
        addPostings(part[signal.name], term, value, signal, average, scores[index] as Float32Array);
      });
    }
    return { scores, ideal };
  }

  private idf(name: 'singles' | 'pairs', term: number | undefined): number {
    const holding =
      term === undefined ? 0 : this.parts.reduce((sum, part) => sum + holders(part, name, term), 0);
    // A term that no document holds is taken for one that a single document holds.
    const frequency = Math.max(1, holding);
    return Math.log(1 + (this.size + BACKGROUND - frequency + 0.5) / (frequency + 0.5));
  }

  private candidates(
    signals: readonly (readonly Float32Array[])[],
    options: TextSearch,
  ): { part: number; number: number }[] {
    const taken = new Map<string, { part: number; number: number }>();
    const take = (part: number, number: number): unknown => taken.set(`${part}:${number}`, { part, number });
    const admit = options.admit ?? (() => true);
    for (const scores of signals) {
      const starts = offsets(this.parts);
      const best = new Best(options.limit);
      this.parts.forEach((part, index) => {
        const own = scores[index] as Float32Array;
        const start = starts[index] as number;
        for (let number = 0; number < own.length; number += 1) {
          const score = own[number] as number;
          if (score <= best.threshold || part.alive[number] === 0) continue;
          if (admit(part.ids[number] as string)) best.offer(start + number, score);
        }
      });
      for (const position of best.taken()) {
        const index = starts.findLastIndex((start) => start <= position);
        take(index, position - (starts[index] as number));
      }
    }
    for (const id of options.include ?? []) {
      const place = this.places.get(id);
      if (place !== undefined) take(this.parts.indexOf(place.part), place.number);
    }
    return [...taken.values()];
  }
}

const at = (scores: readonly Float32Array[], part: number, number: number): number =>
  scores[part]?.[number] ?? 0;

const offsets = (parts: readonly Part[]): number[] => {
  let next = 0;
  return parts.map((part) => {
    const start = next;
    next += part.ids.length;
    return start;
  });
};
