import type { SearchField } from './document.js';
import { lexemesOf } from './lexemes.js';

/** PostgreSQL counts positions no further. */
const MAX_POSITION = 16_383;
/** More occurrences of one word move the rank hardly at all and cost space. */
const MAX_OCCURRENCES = 4;

export const quoteLexeme = (lexeme: string): string =>
  `'${lexeme.replace(/['\\]/g, (special) => special + special)}'`;

/** The text of a tsvector with positions and weights, to be cast: `${literal}::tsvector`. */
export function tsvectorLiteral(fields: readonly SearchField[]): string {
  const places = new Map<string, string[]>();
  let position = 1;
  for (const { lexeme, weight, isWord } of lexemesOf(fields)) {
    const known = places.get(lexeme) ?? [];
    if (known.length < MAX_OCCURRENCES) places.set(lexeme, [...known, `${position}${weight}`]);
    if (isWord) position = Math.min(position + 1, MAX_POSITION);
  }
  return [...places].map(([lexeme, at]) => `${quoteLexeme(lexeme)}:${at.join(',')}`).join(' ');
}
