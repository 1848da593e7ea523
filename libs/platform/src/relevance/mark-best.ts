import type { Part } from './signals.js';

/**
 * Marks the living documents with the best scores, whether or not they are admitted: those of `bestOf`, but for thousands
 * it is quicker to count how high the scores are than to keep the best in a heap.
 * @param marks 1 at each that is among them, by part
 */
export function markBest(
  parts: readonly Part[],
  scores: readonly Float32Array[],
  limit: number,
  marks: readonly Uint8Array[],
): void {
  const lowest = lastOf(parts, scores, limit);
  let equal = lowest.equal;
  parts.forEach(({ alive }, index) => {
    const own = scores[index] as Float32Array;
    const mark = marks[index] as Uint8Array;
    for (let number = 0; number < own.length; number += 1) {
      const score = own[number] as number;
      if (score < lowest.score || score <= 0 || alive[number] === 0) continue;
      if (score > lowest.score || equal-- > 0) mark[number] = 1;
    }
  });
}

/** Fine enough that few documents share a level with the last of the best. */
const LEVELS = 2 ** 12;

/** The score of the last of the best, and how many of that score are among them; 0 where there are fewer than that. */
function lastOf(
  parts: readonly Part[],
  scores: readonly Float32Array[],
  limit: number,
): { readonly score: number; readonly equal: number } {
  let highest = 0;
  for (const own of scores)
    for (let number = 0; number < own.length; number += 1)
      if ((own[number] as number) > highest) highest = own[number] as number;
  const scale = LEVELS / highest;
  const levels = new Uint32Array(LEVELS + 1);
  living(parts, scores, (score) => {
    const level = Math.floor(score * scale);
    levels[level] = (levels[level] as number) + 1;
  });
  let level = LEVELS;
  let above = 0;
  for (; level >= 0 && above + (levels[level] as number) < limit; level -= 1)
    above += levels[level] as number;
  if (level < 0) return { score: 0, equal: 0 };
  const same: number[] = [];
  living(parts, scores, (score) => {
    if (Math.floor(score * scale) === level) same.push(score);
  });
  same.sort((a, b) => b - a);
  const best = same.slice(0, limit - above);
  const score = best.at(-1) ?? 0;
  return { score, equal: best.length - best.indexOf(score) };
}

/** Each score of a living document that has one. */
function living(parts: readonly Part[], scores: readonly Float32Array[], see: (score: number) => void): void {
  parts.forEach((part, index) => {
    const own = scores[index] as Float32Array;
    for (let number = 0; number < own.length; number += 1) {
      const score = own[number] as number;
      if (score > 0 && part.alive[number] === 1) see(score);
    }
  });
}
