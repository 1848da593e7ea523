import { CONTRACT_LANGUAGE } from './contract-language.js';
import { CONTRACT_WORDS } from './contract-words.js';

/**
 * How like two contracts are in what is their own. Contracts made from one template share most of their words and
 * are different contracts; a contract filed again with other parties, amounts, dates and order of clauses shares few
 * of its sentences letter for letter and is the same. So only what stands out from the language of contracts counts,
 * and a stretch of text counts as found again when enough of its pieces are, wherever they stand.
 */

/** Characters a piece. */
const PIECE = 4;
/** Pieces to either side of one that say whether its stretch is found again. */
const AROUND = 8;
const FOUND_AGAIN = 0.4;
/** Less of its own than this, and a text says too little to be compared. */
const LEAST_OWN = 4;

/** Pairs of characters that belong to no technology: of contracts' words, or with a word of grammar in them. */
const COMMON: ReadonlySet<string> = new Set([
  ...pairsOf(CONTRACT_LANGUAGE, 2),
  ...CONTRACT_WORDS.trim()
    .split(/\s+/)
    .flatMap((word) => pairsOf(word, 1)),
]);
const GRAMMAR: ReadonlySet<string> = new Set(
  '的其并及和与或于对为由在是等所该此应须可均各双方一向将至自从以被',
);

function pairsOf(text: string, step: number): readonly string[] {
  const pairs: string[] = [];
  for (let at = 0; at + 2 <= text.length; at += step) pairs.push(text.slice(at, at + 2));
  return pairs;
}

const isRare = (pair: string): boolean =>
  !COMMON.has(pair) && !GRAMMAR.has(pair[0] ?? '') && !GRAMMAR.has(pair[1] ?? '');

/** Pairs to either side that say whether the sentence speaks of technology or of the contract. */
const SENTENCE = 10;
/** Below this share of rare pairs a stretch is the contract's language; so much above it, wholly its own. */
const LEAST_RARE = 0.35;
const WHOLLY_RARE = 0.35;

/** 32 bits of a piece (FNV-1a), signed as PostgreSQL's int is. */
function hashOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + PIECE; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // The low bits of FNV are weak; prints are chosen by size.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) | 0;
}

interface Pieces {
  readonly hashes: Int32Array;
  /** How much of each piece is the text's own: 0 for the language of contracts, 1 for a technology's words. */
  readonly own: Float32Array;
}

function piecesOf(normal: string): Pieces {
  const count = Math.max(0, normal.length - PIECE + 1);
  const pairs = Math.max(0, normal.length - 1);
  // rare[n]: rare pairs among the first n.
  const rare = new Int32Array(pairs + 1);
  for (let at = 0; at < pairs; at += 1)
    rare[at + 1] = (rare[at] ?? 0) + (isRare(normal.slice(at, at + 2)) ? 1 : 0);
  const shareOfRare = (from: number, to: number): number =>
    ((rare[to] ?? 0) - (rare[from] ?? 0)) / (to - from);
  const hashes = new Int32Array(count);
  const own = new Float32Array(count);
  for (let at = 0; at < count; at += 1) {
    hashes[at] = hashOf(normal, at);
    const around = shareOfRare(Math.max(0, at - SENTENCE), Math.min(pairs, at + SENTENCE + 1));
    const technical = Math.min(1, Math.max(0, (around - LEAST_RARE) / WHOLLY_RARE));
    own[at] = shareOfRare(at, at + PIECE - 1) ** 4 * technical;
  }
  return { hashes, own };
}

/** Which share of what is the first text's own is found again in the other. */
function foundAgain({ hashes, own }: Pieces, other: ReadonlySet<number>): number {
  const count = hashes.length;
  const sums = new Int32Array(count + 1);
  for (let at = 0; at < count; at += 1) sums[at + 1] = (sums[at] ?? 0) + (other.has(hashes[at] ?? 0) ? 1 : 0);
  let whole = 0;
  let found = 0;
  for (let at = 0; at < count; at += 1) {
    const from = Math.max(0, at - AROUND);
    const to = Math.min(count, at + AROUND + 1);
    const weight = own[at] ?? 0;
    whole += weight;
    if ((sums[to] ?? 0) - (sums[from] ?? 0) >= FOUND_AGAIN * (to - from)) found += weight;
  }
  return whole === 0 ? 0 : found / whole;
}

const ownOf = ({ own }: Pieces): number => own.reduce((sum, weight) => sum + weight, 0);

/**
 * 0–1: the greater share of either text's own content that stands in the other as well, so that an added annex or
 * a part filed by itself does not hide it. 0 where one of them has too little of its own.
 */
export function likenessOf(first: string, second: string): number {
  const a = piecesOf(first);
  const b = piecesOf(second);
  if (ownOf(a) < LEAST_OWN || ownOf(b) < LEAST_OWN) return 0;
  return Math.max(foundAgain(a, new Set(b.hashes)), foundAgain(b, new Set(a.hashes)));
}

/** From here on two texts are near-duplicates; measured in eval/ (`npm run eval -- contracts`). */
export const NEAR_DUPLICATE = 0.84;

/** Texts are compared when the index finds so many prints in both. */
export const SHARED_PRINTS = 2;

/** One in so many pieces of a text's own is kept to find it by; of a short text all that it has. */
const SAMPLE = 8;
const LEAST_PRINTS = 64;
const OWN_ENOUGH = 0.2;
const MOST_PRINTS = 512;
const LOWEST = -(2 ** 31);
const SAMPLED = LOWEST + 2 ** 32 / SAMPLE;

/**
 * Prints by which texts that may be alike are found through an index: a sample of a text's own pieces, the lowest by
 * their hash, so that the same piece is chosen in every text.
 */
export function printsOf(normal: string): readonly number[] {
  const { hashes, own } = piecesOf(normal);
  const all = [...new Set(hashes.filter((_, at) => (own[at] ?? 0) >= OWN_ENOUGH))].toSorted((a, b) => a - b);
  return all.filter((hash, at) => at < LEAST_PRINTS || (hash < SAMPLED && at < MOST_PRINTS));
}
