/**
 * A unit of text: a Han character or a pair of neighbouring ones as a small integer, a Latin word
 * or a number as a string. Integers keep the dictionaries of the index small and fast.
 */
export type Unit = number | string;

export interface Units {
  /** Single Han characters, and words whole. */
  readonly singles: readonly Unit[];
  /** Pairs of neighbouring Han characters across blanks and punctuation, and words whole. */
  readonly pairs: readonly Unit[];
}

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;
const PAIR_BITS = 15;

/** Ends a run of Han characters, so that no pair is made across it: what removed words leave. A private-use character. */
export const BREAK = '\uE000';

const WORD = /[a-z0-9]+(?:[.+#-][a-z0-9]+)*|(?:(?![\u3400-\u9fff\uE000])[\p{L}\p{N}])+/uy;

/** Compatibility forms unified, lower case: ＬＥＤ and led are the same. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Blanks and punctuation, which most characters that begin no word are. */
const isPlainSeparator = (code: number): boolean => code < 0x30 || (code >= 0x2000 && code < 0x3040);

/** The units of a text, repetitions kept. */
export function unitsOf(original: string): Units {
  const singles: Unit[] = [];
  const pairs: Unit[] = [];
  eachUnit(
    normalise(original),
    (single) => singles.push(single),
    (pair) => pairs.push(pair),
  );
  return { singles, pairs };
}

/** Tells each unit of a normalised text, in order. */
export function eachUnit(text: string, single: (unit: Unit) => void, pair: (unit: Unit) => void): void {
  let previous = -1;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_HAN && code <= LAST_HAN) {
      const han = code - FIRST_HAN;
      single(han);
      if (previous >= 0) pair((previous << PAIR_BITS) | han);
      previous = han;
      at += 1;
      continue;
    }
    const word = isPlainSeparator(code) ? undefined : wordAt(text, at);
    if (word === undefined) {
      if (text[at] === BREAK) previous = -1;
      at += 1;
      continue;
    }
    single(word);
    pair(word);
    previous = -1;
    at += word.length;
  }
}

function wordAt(text: string, at: number): string | undefined {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0];
}

/** How often each unit stands in the list. */
export function countUnits(units: readonly Unit[]): Map<Unit, number> {
  const counts = new Map<Unit, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
