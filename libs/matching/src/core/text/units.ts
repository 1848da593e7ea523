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

const TOKEN = /[\u3400-\u9fff]|\uE000|[a-z0-9]+(?:[.+#-][a-z0-9]+)*|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu;

/** Compatibility forms unified, lower case: ＬＥＤ and led are the same. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The units of a text, repetitions kept. */
export function unitsOf(text: string): Units {
  const singles: Unit[] = [];
  const pairs: Unit[] = [];
  let previous = -1;
  for (const [token] of normalise(text).matchAll(TOKEN)) {
    const code = token.charCodeAt(0);
    if (code >= FIRST_HAN && code <= LAST_HAN) {
      const han = code - FIRST_HAN;
      singles.push(han);
      if (previous >= 0) pairs.push((previous << PAIR_BITS) | han);
      previous = han;
      continue;
    }
    previous = -1;
    if (token === BREAK) continue;
    singles.push(token);
    pairs.push(token);
  }
  return { singles, pairs };
}

/** How often each unit stands in the list. */
export function countUnits(units: readonly Unit[]): Map<Unit, number> {
  const counts = new Map<Unit, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
