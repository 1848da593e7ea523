import { bigrams, normaliseForSearch, segment } from './words.js';

/** PostgreSQL's weights: A counts 1.0, B 0.4, C 0.2, D 0.1 in ts_rank. */
export type Weight = 'A' | 'B' | 'C' | 'D';
export type WeightedText = { readonly [weight in Weight]?: string };

const WEIGHTS: readonly Weight[] = ['A', 'B', 'C', 'D'];
/** PostgreSQL counts positions no further. */
const MAX_POSITION = 16_383;
/** More occurrences of one word move ts_rank hardly at all and cost space. */
const MAX_OCCURRENCES = 4;
/** PostgreSQL refuses a longer lexeme. */
const MAX_LEXEME = 200;
/** What a person types into a search box; the rest of a pasted page is not read. */
const MAX_QUERY = 200;

const quote = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, (special) => special + special)}'`;

/**
 * The text of a tsvector with positions and weights, to be cast: `${literal}::tsvector`.
 * Titles and keywords (A, B) hold their bigrams as well; longer text its words alone, since there
 * bigrams would treble the index.
 */
export function tsvectorLiteral(fields: WeightedText): string {
  const places = new Map<string, string[]>();
  let position = 0;
  const place = (lexeme: string, at: number, weight: Weight): void => {
    if (lexeme.length > MAX_LEXEME) return;
    const known = places.get(lexeme);
    if (known === undefined) places.set(lexeme, [`${at}${weight}`]);
    else if (known.length < MAX_OCCURRENCES) known.push(`${at}${weight}`);
  };
  for (const weight of WEIGHTS) {
    const text = fields[weight] ?? '';
    const words = segment(text);
    for (const word of words) place(word, (position = Math.min(position + 1, MAX_POSITION)), weight);
    if (weight !== 'A' && weight !== 'B') continue;
    const cut = new Set(words);
    for (const pair of bigrams(text)) if (!cut.has(pair)) place(pair, position, weight);
  }
  return [...places].map(([lexeme, at]) => `${quote(lexeme)}:${at.join(',')}`).join(' ');
}

const ONE_HAN = /^\p{Script=Han}$/u;

/** One Han character stands for whatever begins with it: the dictionary rarely leaves it alone. */
const term = (word: string): string => (ONE_HAN.test(word) ? `${quote(word)}:*` : quote(word));

const all = (words: readonly string[]): string => words.map(term).join(' & ');

function chunkQuery(chunk: string): string | undefined {
  const words = [...new Set(segment(chunk))];
  if (words.length === 0) return undefined;
  const pairs = [...new Set(bigrams(chunk))];
  const rest = words.filter((word) => !/^\p{Script=Han}+$/u.test(word));
  const byWords = all(words);
  const byPairs = all([...pairs, ...rest]);
  return pairs.length === 0 || byPairs === byWords ? `(${byWords})` : `((${byWords}) | (${byPairs}))`;
}

/**
 * The text of a tsquery for what somebody typed, to be cast: `${text}::tsquery`; null when it holds
 * no word. Parts set apart by blanks must all match, each by its words or by its bigrams.
 * @param mode `loose` takes whatever holds any of the words: for when `strict` finds nothing.
 */
export function tsqueryFrom(input: string, mode: 'strict' | 'loose' = 'strict'): string | null {
  const text = normaliseForSearch([...input].slice(0, MAX_QUERY).join(''));
  if (mode === 'loose') {
    const words = [...new Set([...segment(text), ...bigrams(text)])];
    // One character says too little beside words: it would find half of everything.
    const telling = words.filter((word) => !ONE_HAN.test(word));
    const chosen = telling.length > 0 ? telling : words;
    return chosen.length === 0 ? null : chosen.map(term).join(' | ');
  }
  const chunks = text
    .split(/\s+/u)
    .map(chunkQuery)
    .filter((chunk): chunk is string => chunk !== undefined);
  return chunks.length === 0 ? null : chunks.join(' & ');
}
