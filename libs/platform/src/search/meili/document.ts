import type { SearchField, Weight } from '../document.js';
import { lexemesOf } from '../lexemes.js';
import { normaliseForSearch } from '../words.js';

/**
 * Lexemes are handed over as words of plain letters, two letters a byte: so the engine neither cuts Chinese its own way
 * nor takes words that sound alike for the same (meilisearch#4935, #4075).
 */
export function encoded(lexeme: string): string {
  let word = 'w';
  for (const byte of Buffer.from(lexeme, 'utf8'))
    word += String.fromCharCode(97 + (byte >> 4), 97 + (byte & 15));
  return word;
}

/** The engine drops longer words. */
const MAX_WORD = 240;
/** Every document holds this word, so that ranking by words never loses one that the filter found. */
export const EVERY = 'every';

const CHARACTER = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

/** A text as single characters and words of other scripts, in order: phrases are looked for in it. */
export const characterRun = (text: string): string =>
  [...normaliseForSearch(text).matchAll(CHARACTER)].map(([piece]) => `r${encoded(piece)}`).join(' ');

/** The pieces of a number from each place on: any piece of the number begins one of them. */
export const suffixesOf = (numbers: string): string[] => [
  ...new Set(
    numbers
      .split(' ')
      .flatMap((number) =>
        Array.from({ length: Math.max(0, number.length - 3) }, (_, at) => number.slice(at)),
      ),
  ),
];

/** A row of the search tables: one face of a document. */
export interface FaceRow {
  readonly type: string;
  readonly id: string;
  readonly face: number;
  readonly revision: string;
  readonly listed: boolean;
  readonly visible_to: readonly string[];
  readonly hidden_from: readonly string[];
  readonly vals: object;
  readonly sorts: object;
  readonly numbers: string;
  readonly fields: readonly SearchField[];
}

export const keyOf = (type: string, id: string, face: number): string => `${type}-${id}-${face}`;

/** The face as Meilisearch holds it. */
export function meiliDocument(row: FaceRow): object {
  const placed = lexemesOf(row.fields);
  const words = (weight: Weight): string =>
    placed
      .filter((one) => one.weight === weight)
      .map(({ lexeme }) => encoded(lexeme))
      .filter((word) => word.length <= MAX_WORD)
      .join(' ');
  return {
    key: keyOf(row.type, row.id, row.face),
    type: row.type,
    id: row.id,
    face: row.face,
    revision: Number(row.revision),
    listed: row.listed,
    visibleTo: row.visible_to,
    hiddenFrom: row.hidden_from,
    vals: row.vals,
    sorts: row.sorts,
    numbers: suffixesOf(row.numbers),
    terms: [...new Set(placed.map(({ lexeme }) => lexeme))],
    a: words('A'),
    b: words('B'),
    c: words('C'),
    d: words('D'),
    run: row.fields
      .filter(({ kind }) => kind !== 'number')
      .map(({ text }) => characterRun(text))
      .join(' . '),
    every: EVERY,
  };
}
