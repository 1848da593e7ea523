import { likenessOf, NEAR_DUPLICATE, printsOf, SHARED_PRINTS } from '../src/core/text/likeness.js';
import { normalOf } from '../src/core/text/normal.js';
import { seededPairs, type Pair } from './pairs.js';
import type { Half } from './texts.js';

export interface DuplicateFigures {
  readonly pairs: number;
  readonly recall: number;
  readonly precision: number;
  /** `likeness how` of each pair that was judged wrongly. */
  readonly misses: readonly string[];
}

function likeness({ first, second }: Pair): number {
  const a = normalOf(first);
  const b = normalOf(second);
  const prints = new Set(printsOf(a));
  const shared = printsOf(b).filter((print) => prints.has(print)).length;
  return shared < SHARED_PRINTS ? 0 : likenessOf(a, b);
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

export function measureDuplicates(half: Half, count: number, seed: number): DuplicateFigures {
  const judged = seededPairs(half, count, seed).map((pair) => ({ ...pair, likeness: likeness(pair) }));
  const said = judged.filter((pair) => pair.likeness >= NEAR_DUPLICATE);
  const right = said.filter(({ duplicate }) => duplicate).length;
  return {
    pairs: judged.length,
    recall: round(right / judged.filter(({ duplicate }) => duplicate).length),
    precision: round(said.length === 0 ? 0 : right / said.length),
    misses: judged
      .filter((pair) => pair.duplicate !== pair.likeness >= NEAR_DUPLICATE)
      .map((pair) => `${pair.duplicate ? 'missed' : 'wrong'} ${round(pair.likeness)}: ${pair.how}`),
  };
}
