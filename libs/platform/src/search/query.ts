import { spelt } from './lexemes.js';
import { bigrams, isHan, normaliseForSearch, normaliseNumber, segment } from './words.js';

/** What every engine answers alike: a tree over exact lexemes, numbers and phrases. */
export type Term =
  | { readonly is: 'word'; readonly lexeme: string; readonly prefix: boolean }
  | { readonly is: 'number'; readonly number: string }
  | { readonly is: 'phrase'; readonly text: string }
  | { readonly is: 'all' | 'any'; readonly of: readonly Term[] }
  | { readonly is: 'not'; readonly of: Term };

/** A piece of what somebody typed. */
export interface Part {
  readonly text: string;
  readonly quoted: boolean;
  readonly excluded: boolean;
  /** Whether somebody may still be typing it: it is found by its beginning. */
  readonly open: boolean;
}

/** What is known of words besides the query itself. */
export interface Lexicon {
  /** Sets of texts that mean the same, normalised. */
  readonly synonyms: readonly (readonly string[])[];
  /** Words that are not looked for, normalised. */
  readonly stopWords: ReadonlySet<string>;
  /** What a misspelt Latin word may have been meant to be. */
  readonly corrections: ReadonlyMap<string, readonly string[]>;
}
export const EMPTY_LEXICON: Lexicon = { synonyms: [], stopWords: new Set(), corrections: new Map() };

/** A word by which a document may be found that does not hold all of them. */
export interface TellingWord {
  readonly text: string;
  /** The word, what it may have been meant to be, or a name that is spelt so. */
  readonly term: Term;
}

export interface Compiled {
  /** All of it; null when there is nothing to look for. */
  readonly strict: Term | null;
  /** Its words, single characters left out where there are others: each finds what does not hold all. */
  readonly words: readonly TellingWord[];
  /** The single characters among them, where there are others: some name a thing (磷, 铜), most say nothing. */
  readonly characters: readonly TellingWord[];
  /** Pairs of characters that are no words: a word that the dictionary does not know is found by them. */
  readonly pairs: readonly TellingWord[];
  /** What may not stand in a document. */
  readonly unwanted: readonly Term[];
  /** What is marked in the texts found. */
  readonly marks: readonly string[];
}

/** What a person types into a search box; the rest of a pasted page is not read. */
const MAX_QUERY = 400;
const MAX_PARTS = 24;
/** Quoted text in straight, curly or corner quotes, or what stands between blanks; a minus before it excludes. */
const PART = /(-?)(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|([^\s"“「]+))/gu;
const MEANINGFUL = /[\p{L}\p{N}]/u;

/** The pieces of a query, normalised. */
export function partsOf(input: string): Part[] {
  const text = normaliseForSearch([...input.slice(0, MAX_QUERY * 2)].slice(0, MAX_QUERY).join(''));
  const parts: Part[] = [];
  for (const match of text.matchAll(PART)) {
    const quoted = match[2] ?? match[3] ?? match[4];
    const piece = (quoted ?? match[5] ?? '').trim();
    const open = match.index + match[0].length === text.length;
    if (MEANINGFUL.test(piece) && parts.length < MAX_PARTS)
      parts.push({ text: piece, quoted: quoted !== undefined, excluded: match[1] === '-', open });
  }
  return parts;
}

const NUMBER = /^(?:[A-Z]{0,4}\d[\dA-Z]{3,}|(?=(?:[A-Z]*\d){6})[\dA-Z]{18})$/;

/** A patent number, a credit code, a code of ours, or a piece of one; undefined for words. */
export function numberIn(text: string): string | undefined {
  const number = /\p{Script=Han}/u.test(text) ? '' : normaliseNumber(text);
  return NUMBER.test(number) ? number : undefined;
}

const word = (lexeme: string, prefix = false): Term => ({ is: 'word', lexeme, prefix });
const all = (of: readonly Term[]): Term => (of.length === 1 && of[0] ? of[0] : { is: 'all', of });
const any = (of: readonly Term[]): Term => (of.length === 1 && of[0] ? of[0] : { is: 'any', of });
const unique = (words: readonly string[]): string[] => [...new Set(words)];
const isOneHan = (text: string): boolean => isHan(text) && [...text].length === 1;
const LETTERS = /^[a-z]+$/;
/** Fewer letters begin the spelling of nearly every name. */
const MIN_SPELLING = 3;

/** Latin letters may be a word, the beginning of one, a misspelt one, or a name's spelling or initials. */
function wordTerm(lexeme: string, open: boolean, lexicon: Lexicon): Term {
  if (isHan(lexeme)) return word(lexeme, open || isOneHan(lexeme));
  const ways = [word(lexeme, open && lexeme.length > 1)];
  for (const meant of lexicon.corrections.get(lexeme) ?? []) ways.push(word(meant));
  if (LETTERS.test(lexeme) && lexeme.length >= MIN_SPELLING) ways.push(word(spelt(lexeme), true));
  return any(ways);
}

/** The words of a text that are looked for: all but stop words and their pieces, unless there is nothing else. */
function tellingWords(text: string, lexicon: Lexicon): string[] {
  const words = unique(segment(text));
  const stopped = [...lexicon.stopWords].filter((stop) => text.includes(stop));
  const telling = words.filter((one) => !stopped.some((stop) => stop.includes(one)));
  return telling.length > 0 ? telling : words;
}

/** A piece between blanks: all its words, or all its pairs where the dictionary cuts query and text differently. */
function chunk(text: string, open: boolean, lexicon: Lexicon): Term | undefined {
  const words = tellingWords(text, lexicon);
  if (words.length === 0) return undefined;
  const last = words.at(-1);
  const terms = words.map((one) => wordTerm(one, open && one === last, lexicon));
  const dropped = segment(text).length > 0 && words.length < unique(segment(text)).length;
  const pairs = dropped ? [] : unique(bigrams(text));
  if (pairs.length === 0) return all(terms);
  const rest = terms.filter((_, index) => !isHan(words[index] ?? ''));
  const byPairs = [...pairs.map((pair) => word(pair)), ...rest];
  const same = pairs.length === 1 && words.length === 1 && words[0] === pairs[0];
  return same ? all(terms) : any([all(terms), all(byPairs)]);
}

/** The text with each synonym in it replaced by the others of its set. */
function rephrased(text: string, { synonyms }: Lexicon): string[] {
  const found: string[] = [];
  for (const set of synonyms)
    for (const one of set) {
      if (text !== one && !(isHan(one) && text.includes(one))) continue;
      for (const other of set) if (other !== one) found.push(text.replace(one, other));
    }
  return unique(found);
}

function wordsPart({ text, open }: Part, lexicon: Lexicon): Term | undefined {
  const ways = [chunk(text, open, lexicon)];
  for (const other of rephrased(text, lexicon)) {
    const pieces = other.split(/\s+/u).map((piece) => chunk(piece, false, lexicon));
    const found = pieces.filter((piece) => piece !== undefined);
    if (found.length > 0) ways.push(all(found));
  }
  const number = numberIn(text);
  if (number !== undefined) ways.push({ is: 'number', number });
  const known = ways.filter((way) => way !== undefined);
  return known.length === 0 ? undefined : any(known);
}

const partTerm = (part: Part, lexicon: Lexicon): Term | undefined =>
  part.quoted ? { is: 'phrase', text: part.text } : wordsPart(part, lexicon);

/** The tree of a query, strict and loose. */
export function compile(parts: readonly Part[], lexicon: Lexicon): Compiled {
  const wanted = parts.filter(({ excluded }) => !excluded);
  const unwanted = parts
    .filter(({ excluded }) => excluded)
    .flatMap((part): Term[] => {
      const term = partTerm({ ...part, open: false }, EMPTY_LEXICON);
      return term === undefined ? [] : [{ is: 'not', of: term }];
    });
  const terms = wanted.map((part) => partTerm(part, lexicon)).filter((term) => term !== undefined);
  const whole = wanted.map(({ text }) => text).join(' ');
  const ways = terms.length === 0 ? [] : [all(terms)];
  const number = wanted.length > 1 ? numberIn(whole) : undefined;
  if (number !== undefined) ways.push({ is: 'number', number });
  if (wanted.length > 1)
    for (const other of rephrased(whole, lexicon)) {
      const term = wordsPart({ text: other, quoted: false, excluded: false, open: false }, EMPTY_LEXICON);
      if (term !== undefined) ways.push(term);
    }
  const wantedTerm = ways.length === 0 ? [] : [any(ways)];
  const strict = [...wantedTerm, ...unwanted];
  const { words, characters } = tellingOnes(wanted, lexicon);
  const pairs = unique(wanted.flatMap(({ text }) => bigrams(text))).filter((pair) => !words.includes(pair));
  const telling = (text: string): TellingWord => ({ text, term: wordTerm(text, false, lexicon) });
  return {
    strict: strict.length === 0 ? null : all(strict),
    words: words.map(telling),
    characters: characters.map(telling),
    pairs: pairs.map(telling),
    unwanted,
    marks: marksOf(wanted, lexicon),
  };
}

/** One character says too little beside words: most would find half of everything. */
function tellingOnes(
  parts: readonly Part[],
  lexicon: Lexicon,
): { readonly words: string[]; readonly characters: string[] } {
  const all = unique(parts.flatMap(({ text }) => tellingWords(text, lexicon)));
  const words = all.filter((one) => !isOneHan(one));
  return words.length > 0 ? { words, characters: all.filter(isOneHan) } : { words: all, characters: [] };
}

function marksOf(parts: readonly Part[], lexicon: Lexicon): string[] {
  return unique(
    parts.flatMap(({ text, quoted }) => {
      if (quoted) return [text];
      const words = tellingWords(text, lexicon);
      const meant = words.flatMap((one) => lexicon.corrections.get(one) ?? []);
      const number = numberIn(text);
      return [...words, ...bigrams(text), ...meant, ...rephrased(text, lexicon), ...(number ? [number] : [])];
    }),
  );
}

/** The lexemes by which what is found is ranked: everything that is looked for, and nothing that is excluded. */
export function lexemesIn(term: Term): { readonly lexeme: string; readonly prefix: boolean }[] {
  switch (term.is) {
    case 'word':
      return [term];
    case 'phrase':
      return unique([...segment(term.text), ...bigrams(term.text)]).map((lexeme) => ({
        lexeme,
        prefix: false,
      }));
    case 'all':
    case 'any':
      return term.of.flatMap(lexemesIn);
    case 'number':
    case 'not':
      return [];
  }
}

/** The numbers that are looked for. */
export const numbersIn = (term: Term): string[] =>
  term.is === 'number'
    ? [term.number]
    : term.is === 'all' || term.is === 'any'
      ? term.of.flatMap(numbersIn)
      : [];
