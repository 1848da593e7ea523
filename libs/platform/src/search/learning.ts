import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Change } from './meili/index-writer.js';
import { isHan, normaliseForSearch, segment } from './words.js';

/** Longer ones are codes, not words. */
const MAX_WORD = 32;
const MAX_TERM = 8;
/** Cutting this many documents takes some ten milliseconds: then requests are let in. */
const PIECE = 10;

/** A document and the words it holds, each once. */
export interface Worded {
  readonly change: Change;
  readonly words: readonly string[];
}

/**
 * Chinese words are taken from what is weighty (titles, keywords), Latin ones from everywhere; none from names, which
 * somebody who leaves must be able to take along.
 */
export async function cutWords(changes: readonly Change[]): Promise<Worded[]> {
  const cut: Worded[] = [];
  for (const change of changes) {
    if (cut.length % PIECE === PIECE - 1) await letOthersRun();
    cut.push({ change, words: wordsOf(change) });
  }
  return cut;
}

/** How many documents hold each word; what is already counted counts no more, but may bring new words. */
export function countWords(
  worded: readonly Worded[],
  isFresh: (change: Change) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { change, words } of worded) {
    const step = isFresh(change) ? 1 : 0;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + step);
  }
  return counts;
}

function wordsOf({ faces }: Change): string[] {
  const words = faces
    .flatMap(({ fields }) => fields)
    .filter(({ kind }) => kind !== 'name')
    .flatMap(({ text, weight }) =>
      weight === 'A' || weight === 'B'
        ? [...segment(text), ...wholeTerms(text)]
        : segment(text).filter((word) => !isHan(word)),
    );
  return [...new Set(words)].filter((word) => word.length > 1 && word.length <= MAX_WORD);
}

/** Keywords as they stand: terms that the dictionary would cut apart. */
const wholeTerms = (text: string): string[] =>
  normaliseForSearch(text)
    .split(/\s+/u)
    .filter((term) => isHan(term) && term.length <= MAX_TERM);
