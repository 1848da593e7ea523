import { Best } from './best.js';
import { MOST_DOCUMENTS } from './segment.js';
import type { Part } from './signals.js';

/** A document by its part and its number in it. */
export interface Candidate {
  readonly part: number;
  readonly number: number;
}
/** Each once, in the order in which they were found. */
export type Candidates = Map<number, Candidate>;

const take = (into: Candidates, part: number, number: number): void => {
  into.set(part * MOST_DOCUMENTS + number, { part, number });
};

/** Those of the ids that the index holds. */
export function inPool(
  parts: readonly Part[],
  ids: readonly string[],
  places: ReadonlyMap<string, { readonly part: Part; readonly number: number }>,
): Candidates {
  const found: Candidates = new Map();
  if (ids.length === 0) return found;
  const numberOf = new Map(parts.map((part, index) => [part, index]));
  for (const id of ids) {
    const place = places.get(id);
    if (place !== undefined) take(found, numberOf.get(place.part) ?? -1, place.number);
  }
  return found;
}

/** Beside as many as are wanted: most of the best are admitted, and to ask costs more than to score. */
const SPARE = 64;

/** Adds the living documents with the best scores that are admitted; scores of each part. */
export function bestOf(
  parts: readonly Part[],
  scores: readonly Float32Array[],
  limit: number,
  admit: ((id: string) => boolean) | undefined,
  into: Candidates,
): void {
  const starts = offsets(parts);
  const placeOf = (position: number): Candidate => {
    const part = starts.findLastIndex((start) => start <= position);
    return { part, number: position - (starts[part] as number) };
  };
  const isAdmitted = ({ part, number }: Candidate): boolean =>
    admit === undefined || admit(parts[part]?.ids[number] ?? '');
  for (let looked = limit + (admit === undefined ? 0 : SPARE); ; looked *= 4) {
    const best = highest(parts, scores, starts, looked);
    const admitted = best.map(placeOf).filter(isAdmitted);
    if (admitted.length < limit && best.length === looked) continue;
    for (const { part, number } of admitted.slice(0, limit)) take(into, part, number);
    return;
  }
}

/** Positions of the living documents with the best scores, best first. */
function highest(
  parts: readonly Part[],
  scores: readonly Float32Array[],
  starts: readonly number[],
  limit: number,
): readonly number[] {
  const best = new Best(limit);
  parts.forEach((part, index) => {
    const own = scores[index] as Float32Array;
    const start = starts[index] as number;
    for (let number = 0; number < own.length; number += 1) {
      const score = own[number] as number;
      if (score > best.threshold && part.alive[number] === 1) best.offer(start + number, score);
    }
  });
  return best.ranked();
}

const offsets = (parts: readonly Part[]): number[] => {
  let next = 0;
  return parts.map((part) => {
    const start = next;
    next += part.ids.length;
    return start;
  });
};
