import type { SearchField, Weight } from './document.js';
import { spellings } from './pinyin.js';
import { bigrams, characters, segment } from './words.js';

/** PostgreSQL refuses a longer lexeme; no engine needs one. */
const MAX_LEXEME = 200;
/** Stands before the spelling of a name, so that it is no word of the text. */
const SPELT = '~';
export const spelt = (letters: string): string => `${SPELT}${letters}`;
export const isSpelt = (lexeme: string): boolean => lexeme.startsWith(SPELT);

/** What a face is found by, in the order of its fields. */
export interface Placed {
  readonly lexeme: string;
  readonly weight: Weight;
  /** False for what stands beside the words: pairs, single characters and spellings, which take no place of their own. */
  readonly isWord: boolean;
}

const BY_WEIGHT = (a: SearchField, b: SearchField): number => a.weight.localeCompare(b.weight);

/**
 * The lexemes of a face. Titles and keywords (A, B) give their pairs and single characters as well; longer text its
 * words alone, since there pairs would treble the index.
 */
export function lexemesOf(fields: readonly SearchField[]): Placed[] {
  const placed: Placed[] = [];
  for (const { text, weight, kind } of [...fields].sort(BY_WEIGHT)) {
    if (kind === 'number') continue;
    const words = segment(text);
    for (const lexeme of words) placed.push({ lexeme, weight, isWord: true });
    const beside = kind === 'name' ? spellings(text).map(spelt) : [];
    if (weight === 'A' || weight === 'B') {
      const cut = new Set(words);
      beside.push(...[...bigrams(text), ...characters(text)].filter((piece) => !cut.has(piece)));
    }
    for (const lexeme of beside) placed.push({ lexeme, weight, isWord: false });
  }
  return placed.filter(({ lexeme }) => lexeme.length <= MAX_LEXEME);
}
