/**
 * An immutable part of an inverted index: for each term the documents that hold it, ascending, with
 * how often. Segments are built from a batch of documents and merged as they grow in number.
 */
export interface Segment {
  /** Term ids, ascending; `starts[i]` to `starts[i + 1]` are the postings of `terms[i]`. */
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
  /** Document numbers inside the segment. */
  readonly documents: Uint16Array;
  /** Occurrences, at most 255. */
  readonly counts: Uint8Array;
  /** Units of each document. */
  readonly lengths: Uint32Array;
}

const MAX_COUNT = 255;

/** Most documents that one call of {@link buildSegment} takes. */
export const MAX_BATCH = 2 ** 13;

/**
 * Builds a segment of documents given as their term ids, repetitions kept; they are numbered in their order.
 * @throws RangeError over {@link MAX_BATCH} documents.
 */
export function buildSegment(batch: readonly (readonly number[])[]): Segment {
  if (batch.length > MAX_BATCH) throw new RangeError(`more than ${MAX_BATCH} documents in one batch`);
  const occurrences = batch.reduce((sum, document) => sum + document.length, 0);
  // Term and document packed into one exact double (40 + 13 bits): sorting is native, and equal neighbours count.
  const packed = new Float64Array(occurrences);
  let at = 0;
  batch.forEach((document, number) => {
    for (const term of document) packed[at++] = term * MAX_BATCH + number;
  });
  packed.sort();
  const documents = new Uint16Array(occurrences);
  const counts = new Uint8Array(occurrences);
  const terms: number[] = [];
  const starts: number[] = [];
  let posting = -1;
  for (let index = 0; index < occurrences; index += 1) {
    const key = packed[index] as number;
    if (index > 0 && key === packed[index - 1]) {
      counts[posting] = Math.min((counts[posting] as number) + 1, MAX_COUNT);
      continue;
    }
    posting += 1;
    const term = Math.floor(key / MAX_BATCH);
    if (terms.at(-1) !== term) {
      terms.push(term);
      starts.push(posting);
    }
    documents[posting] = key - term * MAX_BATCH;
    counts[posting] = 1;
  }
  starts.push(posting + 1);
  return {
    terms: Uint32Array.from(terms),
    starts: Uint32Array.from(starts),
    documents: documents.slice(0, posting + 1),
    counts: counts.slice(0, posting + 1),
    lengths: Uint32Array.from(batch, (document) => document.length),
  };
}

/** New numbers of a segment's documents after a merge; -1 for those that are gone. */
export type Renumbering = Int32Array;

/** Most documents of one segment: their numbers are kept in two bytes, which are most of an index. */
export const MOST_DOCUMENTS = 2 ** 16;

/**
 * One segment out of two; what is numbered -1 is left out. New numbers must keep the order.
 * @throws RangeError over {@link MOST_DOCUMENTS} documents.
 */
export function mergeSegments(
  left: Segment,
  right: Segment,
  leftNumbers: Renumbering,
  rightNumbers: Renumbering,
  size: number,
): Segment {
  if (size > MOST_DOCUMENTS) throw new RangeError(`more than ${MOST_DOCUMENTS} documents in one segment`);
  const capacity = left.documents.length + right.documents.length;
  const documents = new Uint16Array(capacity);
  const counts = new Uint8Array(capacity);
  const terms: number[] = [];
  const starts: number[] = [];
  let at = 0;
  const copy = (segment: Segment, index: number, numbers: Renumbering): void => {
    const end = segment.starts[index + 1] as number;
    for (let posting = segment.starts[index] as number; posting < end; posting += 1) {
      const number = numbers[segment.documents[posting] as number] as number;
      if (number < 0) continue;
      documents[at] = number;
      counts[at] = segment.counts[posting] as number;
      at += 1;
    }
  };
  for (let l = 0, r = 0; l < left.terms.length || r < right.terms.length;) {
    const leftTerm = left.terms[l] ?? Infinity;
    const rightTerm = right.terms[r] ?? Infinity;
    const start = at;
    if (leftTerm <= rightTerm) copy(left, l++, leftNumbers);
    if (rightTerm <= leftTerm) copy(right, r++, rightNumbers);
    if (at === start) continue;
    terms.push(Math.min(leftTerm, rightTerm));
    starts.push(start);
  }
  starts.push(at);
  const lengths = new Uint32Array(size);
  renumber(left.lengths, leftNumbers, lengths);
  renumber(right.lengths, rightNumbers, lengths);
  return {
    terms: Uint32Array.from(terms),
    starts: Uint32Array.from(starts),
    documents: documents.slice(0, at),
    counts: counts.slice(0, at),
    lengths,
  };
}

function renumber(from: Uint32Array, numbers: Renumbering, into: Uint32Array): void {
  numbers.forEach((number, old) => {
    if (number >= 0) into[number] = from[old] as number;
  });
}

/** Index of the term in the segment, -1 where no document holds it. */
export function findTerm(segment: Segment, term: number): number {
  let low = 0;
  let high = segment.terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = segment.terms[middle] as number;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
