import { findTerm, type Segment } from './segment.js';

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

/** Living documents of the part that hold the term. */
export function holders(part: Part, name: 'singles' | 'pairs', term: number): number {
  const segment = part[name];
  const index = findTerm(segment, term);
  if (index < 0) return 0;
  const start = segment.starts[index] as number;
  const end = segment.starts[index + 1] as number;
  if (part.live === part.ids.length) return end - start;
  let count = 0;
  for (let posting = start; posting < end; posting += 1)
    count += part.alive[segment.documents[posting] as number] as number;
  return count;
}

/** What the term is worth to a document that holds it: counts saturate, long documents are discounted. */
type Worth = (posting: number, document: number) => number;

function worthOf(
  { counts, lengths }: Segment,
  value: number,
  { saturation }: Signal,
  average: number,
): Worth {
  if (saturation === null)
    return (_posting, document) => value / Math.sqrt(Math.sqrt(lengths[document] as number));
  const { k1, b } = saturation;
  const fixed = k1 * (1 - b);
  const perUnit = (k1 * b) / average;
  return (posting, document) => {
    const count = counts[posting] as number;
    return (value * count * (k1 + 1)) / (count + fixed + perUnit * (lengths[document] as number));
  };
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

/** Adds what the term is worth to each document that holds it. */
export function addPostings(
  segment: Segment,
  term: number,
  value: number,
  signal: Signal,
  average: number,
  scores: Float32Array,
): void {
  const index = findTerm(segment, term);
  if (index < 0) return;
  const { documents, starts } = segment;
  const worth = worthOf(segment, value, signal, average);
  const end = starts[index + 1] as number;
  for (let posting = starts[index] as number; posting < end; posting += 1) {
    const document = documents[posting] as number;
    scores[document] = (scores[document] as number) + worth(posting, document);
  }
}

/** The same for these documents alone, ascending: much less to do where they are few. */
export function addPostingsOf(
  chosen: readonly number[],
  segment: Segment,
  term: number,
  value: number,
  signal: Signal,
  average: number,
  scores: Float32Array,
): void {
  const index = findTerm(segment, term);
  if (index < 0) return;
  const { documents, starts } = segment;
  const worth = worthOf(segment, value, signal, average);
  const end = starts[index + 1] as number;
  let posting = starts[index] as number;
  for (const document of chosen) {
    posting = firstAtLeast(documents, document, posting, end);
    if (posting === end) return;
    if (documents[posting] === document)
      scores[document] = (scores[document] as number) + worth(posting, document);
  }
}

function firstAtLeast(documents: Uint32Array, wanted: number, from: number, end: number): number {
  let low = from;
  let high = end;
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
