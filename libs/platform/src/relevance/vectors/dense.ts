import type { Part } from '../signals.js';
import type { Segment } from '../segment.js';
import type { Unit } from '../units.js';
import { LARGEST, pairKey, type VectorModel } from './model.js';

/** The unit of each term, by kind. */
export interface UnitsOfTerms {
  readonly singles: readonly Unit[];
  readonly pairs: readonly Unit[];
}

/** The vectors of all documents of a part as bytes, made of its postings: no text is needed. */
export function encodePart(part: Part, model: VectorModel, units: UnitsOfTerms): Int8Array {
  const { dimensions, units: kind } = model.parameters;
  const count = part.ids.length;
  const sums = new Float32Array(count * dimensions);
  addSegment(sums, part.singles, model, (term) => units.singles[term]);
  if (kind === 'both') addSegment(sums, part.pairs, model, (term) => pairUnit(units.pairs[term]));
  const bytes = new Int8Array(sums.length);
  for (let document = 0; document < count; document += 1) {
    const [start, end] = [document * dimensions, (document + 1) * dimensions];
    let square = 0;
    for (let at = start; at < end; at += 1) square += (sums[at] as number) ** 2;
    const scale = square > 0 ? LARGEST / Math.sqrt(square) : 0;
    for (let at = start; at < end; at += 1) bytes[at] = Math.round((sums[at] as number) * scale);
  }
  return bytes;
}

/** Words stand among the single units already. */
const pairUnit = (unit: Unit | undefined): Unit | undefined =>
  typeof unit === 'number' ? pairKey(unit) : undefined;

function addSegment(
  sums: Float32Array,
  segment: Segment,
  { rows, vectors, parameters: { dimensions } }: VectorModel,
  unitOf: (term: number) => Unit | undefined,
): void {
  segment.terms.forEach((term, index) => {
    const unit = unitOf(term);
    const row = unit === undefined ? undefined : rows.get(unit);
    if (row === undefined) return;
    const from = row * dimensions;
    const end = segment.starts[index + 1] as number;
    for (let posting = segment.starts[index] as number; posting < end; posting += 1) {
      const to = (segment.documents[posting] as number) * dimensions;
      for (let at = 0; at < dimensions; at += 1)
        sums[to + at] = (sums[to + at] as number) + (vectors[from + at] as number);
    }
  });
}

/** Vectors of a merged part: those of the documents that are left, under their new numbers. */
export function mergeVectors(
  sides: readonly { readonly vectors: Int8Array | undefined; readonly numbers: Int32Array }[],
  size: number,
  dimensions: number,
): Int8Array {
  const merged = new Int8Array(size * dimensions);
  for (const { vectors, numbers } of sides)
    numbers.forEach((number, old) => {
      if (number < 0 || vectors === undefined) return;
      merged.set(vectors.subarray(old * dimensions, (old + 1) * dimensions), number * dimensions);
    });
  return merged;
}

/** A vector as bytes of length 1; undefined where all is zero. */
export function bytesOf(vector: readonly number[]): Int8Array | undefined {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? Int8Array.from(vector, (value) => Math.round((value / length) * LARGEST)) : undefined;
}

/** The direction between vectors of `bytesOf`, those of another length than the first left out; null for none. */
export function meanOf(vectors: readonly Int8Array[]): Int8Array | null {
  const [first] = vectors;
  if (first === undefined) return null;
  const sum = new Array<number>(first.length).fill(0);
  for (const vector of vectors)
    if (vector.length === first.length)
      vector.forEach((value, at) => {
        sum[at] = (sum[at] ?? 0) + value;
      });
  return bytesOf(sum) ?? null;
}

/** Cosine of two vectors of `bytesOf`, equally long. */
export function cosineOfBytes(one: Int8Array, other: Int8Array): number {
  let [sum, first, second] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] as number, other[at] as number];
    sum += a * b;
    first += a * a;
    second += b * b;
  }
  return first > 0 && second > 0 ? sum / Math.sqrt(first * second) : 0;
}

/** Cosine of the query's vector (of length 1) and a document's bytes. */
export function cosine(query: Float32Array, vectors: Int8Array, document: number): number {
  const count = query.length;
  const start = document * count;
  let first = 0;
  let second = 0;
  for (let at = 0; at < count; at += 2) {
    first += (query[at] as number) * (vectors[start + at] as number);
    second += (query[at + 1] as number) * (vectors[start + at + 1] as number);
  }
  return (first + second) / LARGEST;
}
