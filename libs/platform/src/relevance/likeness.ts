import { unitsOf } from './units.js';

/** Independent hashes; that many numbers stand for a text. */
const HASHES = 16;
/** So many equal numbers: about nine tenths of the pairs are shared. */
const COPIES = 13;
const MULTIPLIERS = Int32Array.from({ length: HASHES }, (_, at) => Math.imul(at + 1, 0x9e37_79b1) | 1);

/** A text in sixteen numbers: two texts have as many in common as their pairs of characters overlap (minhash). */
export function printOf(text: string): Int32Array {
  const print = new Int32Array(HASHES).fill(0x7fff_ffff);
  for (const unit of unitsOf(text).pairs) {
    const base = mixed(typeof unit === 'number' ? unit : hashOf(unit));
    for (let at = 0; at < HASHES; at += 1) {
      const hash = mixed(Math.imul(base, MULTIPLIERS[at] as number) + at);
      if (hash < (print[at] as number)) print[at] = hash;
    }
  }
  return print;
}

/** Whether two texts are copies but for a few words. */
export function areCopies(left: Int32Array, right: Int32Array): boolean {
  let equal = 0;
  for (let at = 0; at < HASHES; at += 1) if (left[at] === right[at]) equal += 1;
  return left.length === HASHES && equal >= COPIES;
}

/** Numbers that are compared together: of copies at least one such run is equal, since three numbers differ at most. */
const RUN = 4;

/** For each text the place of the first that it is a copy of: its own, where it is the first. */
export function groupsOf(prints: readonly Int32Array[]): number[] {
  const firsts = new Map<number, number[]>();
  return prints.map((print, place) => {
    const runs = runsOf(print);
    const alike = runs.flatMap((run) => firsts.get(run) ?? []);
    const known = alike.filter((first) => areCopies(prints[first] as Int32Array, print));
    if (known.length > 0) return Math.min(...known);
    for (const run of runs) firsts.set(run, [...(firsts.get(run) ?? []), place]);
    return place;
  });
}

/** One number for each run of the print. */
function runsOf(print: Int32Array): number[] {
  const runs: number[] = [];
  for (let start = 0; start < print.length; start += RUN) {
    let run = start;
    for (let at = start; at < start + RUN; at += 1) run = mixed(run ^ (print[at] as number));
    runs.push(run);
  }
  return runs;
}

function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9_f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9_f3b);
  return hash ^ (hash >>> 16);
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash, 31) + word.charCodeAt(at);
  return hash | 0;
}
