import { labelledTexts } from './texts.js';
import { normalOf } from '../src/core/text/normal.js';

/** A pair of characters in so many contracts of different technologies belongs to the language of contracts. */
const CONTRACTS = 3;

/** Pairs of characters that contracts have in common, from the development half alone. */
export function contractLanguage(): string {
  const counts = new Map<string, number>();
  for (const { text } of labelledTexts('development')) {
    const normal = normalOf(text);
    const pairs = new Set(Array.from({ length: normal.length - 1 }, (_, at) => normal.slice(at, at + 2)));
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= CONTRACTS)
    .map(([pair]) => pair)
    .toSorted()
    .join('');
}
