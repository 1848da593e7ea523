import { findTerm, type Segment } from './segment.js';

/** One signal: a kind of unit with the saturation of its counts and the power of its rarity. */
export interface Signal {
  readonly name: 'singles' | 'pairs';
  readonly k1: number;
  readonly b: number;
  readonly idfPower: number;
}
export const SINGLES: Signal = { name: 'singles', k1: 1.2, b: 0.4, idfPower: 2 };
export const PAIRS: Signal = { name: 'pairs', k1: 1.2, b: 0.75, idfPower: 1.5 };

/** Documents and both segments of one batch or merge. */
export interface Part {
  readonly ids: readonly string[];
  readonly alive: Uint8Array;
  live: number;
  readonly singles: Segment;
  readonly pairs: Segment;
}

/** Below this average length (single units) texts are bare titles, where single characters lead. */
const TITLES = 20;
/** From this average length on pairs lead. */
const TEXTS = 40;

/**
 * Weights of the two signals by the average length of the documents: single characters are the best
 * signal on bare titles, pairs on longer text (the figures stand in the README).
 */
export function signalWeights(averageLength: number): { readonly singles: number; readonly pairs: number } {
  const share = Math.min(1, Math.max(0, (averageLength - TITLES) / (TEXTS - TITLES)));
  return { singles: 1 - 0.5 * share, pairs: 0.5 + 0.5 * share };
}

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

/** Adds what the term is worth to each document that holds it: counts saturate, long documents are discounted. */
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
  const { documents, counts, lengths, starts } = segment;
  const { k1, b } = signal;
  const fixed = k1 * (1 - b);
  const perUnit = (k1 * b) / average;
  const end = starts[index + 1] as number;
  for (let posting = starts[index] as number; posting < end; posting += 1) {
    const document = documents[posting] as number;
    const count = counts[posting] as number;
    const discount = fixed + perUnit * (lengths[document] as number);
    scores[document] = (scores[document] as number) + (value * count * (k1 + 1)) / (count + discount);
  }
}

/** Standard deviation; 1 where all are equal, so that one may divide by it. */
export function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) || 1;
}
