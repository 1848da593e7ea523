import { NotForEngine, type EngineQuery } from '../engine.js';
import { lexemesIn, type Term } from '../query.js';
import { characterRun, encoded, EVERY } from './document.js';

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
const group = (pieces: readonly string[], word: 'AND' | 'OR'): string =>
  pieces.length === 1 ? (pieces[0] ?? '') : `(${pieces.join(` ${word} `)})`;

/** What the tree asks, as a filter: unlike the words of a query, filters know no limit of ten and lose nothing. */
function filterOf(term: Term): string {
  switch (term.is) {
    case 'word':
      return term.prefix ? `terms STARTS WITH ${quote(term.lexeme)}` : `terms = ${quote(term.lexeme)}`;
    case 'number':
      return `numbers STARTS WITH ${quote(term.number)}`;
    case 'phrase':
      // Where it stands alone or is excluded the query's own syntax finds it; among other ways nothing there does.
      throw new NotForEngine('a phrase as one of several ways');
    case 'not':
      return `NOT (${filterOf(term.of)})`;
    case 'all':
      return group(term.of.map(filterOf), 'AND');
    case 'any':
      return group(term.of.map(filterOf), 'OR');
  }
}

/** The pieces that must all hold, and the phrases among them, which the query's own syntax finds exactly. */
function split(term: Term): { readonly pieces: Term[]; readonly phrases: Term[] } {
  if (term.is === 'all') {
    const parts = term.of.map(split);
    return {
      pieces: parts.flatMap(({ pieces }) => pieces),
      phrases: parts.flatMap(({ phrases }) => phrases),
    };
  }
  const isPhrase = term.is === 'phrase' || (term.is === 'not' && term.of.is === 'phrase');
  return isPhrase ? { pieces: [], phrases: [term] } : { pieces: [term], phrases: [] };
}

/** The engine reads no more parts of a query. */
const MAX_PARTS = 10;
/** Of a longer phrase it takes every three neighbours for the whole, wherever they stand. */
const MAX_PIECES = 3;

const textOf = (phrase: Term): string =>
  phrase.is === 'phrase' ? phrase.text : phrase.is === 'not' ? textOf(phrase.of) : '';

/**
 * The query's words: phrases first, which must stand; then what ranks, which may be missing.
 * @throws NotForEngine where a phrase would not be found as it stands
 */
export function words(term: Term | null): string {
  if (term === null) return '';
  const { phrases } = split(term);
  const runs = phrases.map((phrase) => ({ phrase, run: characterRun(textOf(phrase)) }));
  if (runs.length > MAX_PARTS - 2) throw new NotForEngine('too many phrases');
  if (runs.some(({ run }) => run.split(' ').length > MAX_PIECES)) throw new NotForEngine('a long phrase');
  const quoted = runs.map(({ phrase, run }) => `${phrase.is === 'not' ? '-' : ''}"${run}"`);
  const ranking = [...new Set(lexemesIn(term).map(({ lexeme }) => encoded(lexeme)))];
  return [...quoted, EVERY, ...ranking.slice(0, MAX_PARTS - 1 - quoted.length)].join(' ');
}

/**
 * More take the engine longer than it is waited for, and whoever pastes a page of different characters would have it taken
 * for gone: 128 take it about a tenth of a second, 800 took three.
 */
const MAX_CONDITIONS = 128;

function conditionsIn(term: Term): number {
  if (term.is === 'not') return conditionsIn(term.of);
  return term.is === 'all' || term.is === 'any'
    ? term.of.reduce((sum, one) => sum + conditionsIn(one), 0)
    : 1;
}

/**
 * Types, visibility, filters and words of a query, each a condition that must hold.
 * @throws NotForEngine where the words are too many
 */
export function filters(
  { types, viewer, term, filters: asked, ids }: EngineQuery,
  without?: string,
): string[] {
  if (term !== null && conditionsIn(term) > MAX_CONDITIONS) throw new NotForEngine('too many words');
  const anyOf = (attribute: string, values: readonly string[]): string =>
    `${attribute} IN [${values.map(quote).join(', ')}]`;
  return [
    anyOf('type', types),
    'listed = true',
    ...(viewer === null ? ['face = 0'] : [anyOf('visibleTo', viewer), `NOT ${anyOf('hiddenFrom', viewer)}`]),
    ...Object.entries(asked)
      .filter(([name, values]) => name !== without && values.length > 0)
      .map(([name, values]) => anyOf(`vals.${name}`, values)),
    ...(ids === null ? [] : [anyOf('id', ids)]),
    ...(term === null ? [] : split(term).pieces.map(filterOf)),
  ];
}
