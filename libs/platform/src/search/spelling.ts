/** Fewer letters are meant as they stand. */
export const MIN_MISSPELT = 4;
/** From so many letters on, two of them may be wrong. */
const LONG = 8;

export const mayBeMisspelt = (word: string): boolean => /^[a-z]+$/.test(word) && word.length >= MIN_MISSPELT;
const allowed = (word: string): number => (word.length >= LONG ? 2 : 1);

/** Letters added, left out, changed, or two neighbours swapped, to get from one word to the other. */
export function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? (beforeLast[j - 2] ?? 0) + 1
          : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return last[to.length] ?? 0;
}

/** Those of the words that it may have been meant to be, the nearest and then the commonest first. */
export function meantBy(word: string, known: readonly { word: string; documents: number }[]): string[] {
  return known
    .map((one) => ({ ...one, far: distance(word, one.word) }))
    .filter(({ far }) => far > 0 && far <= allowed(word))
    .sort((a, b) => a.far - b.far || b.documents - a.documents || a.word.localeCompare(b.word))
    .slice(0, 3)
    .map((one) => one.word);
}
