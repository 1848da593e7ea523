import type { Segment } from './segment.js';

/** One lexical signal: a kind of unit with the saturation of its counts and the power of its rarity. */
export interface Signal {
  readonly name: 'singles' | 'pairs';
  readonly idfPower: number;
  /** How a document's counts are taken; null: a unit is there or not, and the length counts by its fourth root. */
  readonly saturation: { readonly k1: number; readonly b: number } | null;
}

interface Lexical {
  readonly singles: Signal;
  readonly pairs: Signal;
}

/** On bare titles a unit stands once: presence and rarity tell all, and long titles are hardly discounted. */
const ON_TITLES: Lexical = {
  singles: { name: 'singles', idfPower: 2, saturation: null },
  pairs: { name: 'pairs', idfPower: 2, saturation: null },
};
const ON_TEXTS: Lexical = {
  singles: { name: 'singles', idfPower: 2, saturation: { k1: 1.2, b: 0.4 } },
  pairs: { name: 'pairs', idfPower: 1.5, saturation: { k1: 1.2, b: 0.75 } },
};

/** Documents and both segments of one batch or merge. */
export interface Part {
  readonly ids: readonly string[];
  readonly alive: Uint8Array;
  live: number;
  readonly singles: Segment;
  readonly pairs: Segment;
  /** Vectors of the documents as bytes, one list for each model in use. */
  vectors: readonly Int8Array[];
}

/** Up to this average length (single units) texts are bare titles, where single characters lead. */
const TITLES = 24;
/** From this average length on pairs lead. */
const TEXTS = 40;

/** The lexical signals for documents of that average length. */
export const lexicalSignals = (averageLength: number): Lexical =>
  averageLength <= TITLES ? ON_TITLES : ON_TEXTS;

/**
 * Weights of the lexical signals by the average length of the documents: single characters are the best signal on
 * bare titles, pairs on longer text (the figures stand in docs/matching.md).
 */
export function signalWeights(averageLength: number): { readonly singles: number; readonly pairs: number } {
  const share = Math.min(1, Math.max(0, (averageLength - TITLES) / (TEXTS - TITLES)));
  return { singles: 1 - 0.5 * share, pairs: 0.5 + 0.5 * share };
}

/** Weights of the models' vectors beside the lexical signals, in the order of the models: be, be_own. */
export const vectorWeights = (averageLength: number): readonly number[] =>
  averageLength <= TITLES ? [1, 0.5] : [0.5, 0.5];

/** Of vectors from elsewhere, beside the fixed weights of the others: as much as the best of the own. */
export const EMBEDDING_WEIGHT = 1;

/**
 * Weights where people are looked for by their works: the words as on long text, since a profile is long; the pairs of titles
 * and keywords once more as much, since they say what somebody works on and the rest how; the vectors, which compare each
 * work by itself, half as much as on short text, where the words say less.
 */
export const PROFILE_WEIGHTS = { singles: 0.5, pairs: 1, headings: 1, vectors: [0.5, 0.25] } as const;

/** Living documents of the part that hold the term at that place of the segment; -1 for one that none holds. */
export function holders({ alive, live, ids }: Part, { starts, documents }: Segment, place: number): number {
  if (place < 0) return 0;
  const start = starts[place] as number;
  const end = starts[place + 1] as number;
  if (live === ids.length) return end - start;
  let count = 0;
  for (let posting = start; posting < end; posting += 1)
    count += alive[documents[posting] as number] as number;
  return count;
}

/** By how much each document's length discounts what it holds, for {@link worthOf}. */
export function discounts({ lengths }: Segment, { saturation }: Signal, average: number): Float64Array {
  const found = new Float64Array(lengths.length);
  for (let document = 0; document < found.length; document += 1) {
    const length = lengths[document] as number;
    found[document] =
      saturation === null
        ? 1 / Math.sqrt(Math.sqrt(length))
        : saturation.k1 * (1 - saturation.b) + ((saturation.k1 * saturation.b) / average) * length;
  }
  return found;
}

/** What a term is worth to a document that holds it so often: counts saturate, long documents are discounted. */
type Worth = (count: number, discount: number) => number;

function worthOf(value: number, { saturation }: Signal): Worth {
  if (saturation === null) return (_count, discount) => value * discount;
  const most = value * (saturation.k1 + 1);
  return (count, discount) => (most * count) / (count + discount);
}

/** The same of a document that holds a term so often and is so long, outside any segment. */
export function worthOfCount(
  count: number,
  length: number,
  value: number,
  { saturation }: Signal,
  average: number,
): number {
  if (saturation === null) return value / length ** 0.25;
  const { k1, b } = saturation;
  return (value * count * (k1 + 1)) / (count + k1 * (1 - b) + ((k1 * b) / average) * length);
}

/** A term of the query in one part: where its postings are, and what it is worth. */
export interface Term {
  readonly place: number;
  readonly value: number;
}

/** Adds what the term is worth to each document that holds it. */
export function addPostings(
  { documents, starts, counts }: Segment,
  { place, value }: Term,
  signal: Signal,
  discount: Float64Array,
  scores: Float32Array,
): void {
  const worth = worthOf(value, signal);
  const end = starts[place + 1] as number;
  for (let posting = starts[place] as number; posting < end; posting += 1) {
    const document = documents[posting] as number;
    scores[document] =
      (scores[document] as number) + worth(counts[posting] as number, discount[document] as number);
  }
}

/** A document among so many postings is found sooner by going through them all than by looking for each. */
const SHORT = 8;

/** The same for these documents alone, ascending: much less to do where they are few. */
export function addPostingsOf(
  chosen: Chosen,
  { documents, starts, counts }: Segment,
  { place, value }: Term,
  signal: Signal,
  discount: Float64Array,
  scores: Float32Array,
): void {
  const worth = worthOf(value, signal);
  const add = (posting: number, document: number): void => {
    scores[document] =
      (scores[document] as number) + worth(counts[posting] as number, discount[document] as number);
  };
  const end = starts[place + 1] as number;
  let posting = starts[place] as number;
  if (end - posting < SHORT * chosen.numbers.length) {
    for (; posting < end; posting += 1) {
      const document = documents[posting] as number;
      if (chosen.marks[document] === 1) add(posting, document);
    }
    return;
  }
  for (const document of chosen.numbers) {
    posting = firstAtLeast(documents, document, posting, end);
    if (posting === end) return;
    if (documents[posting] === document) add(posting, document);
  }
}

/** Some documents of a part: their numbers, ascending, and a mark at each. */
export interface Chosen {
  readonly numbers: readonly number[];
  readonly marks: Uint8Array;
}

/** The first of the ascending numbers that is not below the wanted one, looked for in steps that double: it is near. */
function firstAtLeast(documents: Uint16Array, wanted: number, from: number, end: number): number {
  let low = from;
  let high = from;
  for (let step = 1; high < end && (documents[high] as number) < wanted; step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, end);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the largest value: where all differ by less, they differ by the rounding of their sums, or might as well. */
const ROUNDING = 1e-3;

/**
 * Standard deviation; 1 where all are equal but for rounding, so that one may divide by it: otherwise equal scores, summed
 * in another order, would be torn apart.
 */
export function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const found = Math.sqrt(variance);
  return found > largest * ROUNDING ? found : 1;
}
