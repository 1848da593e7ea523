import { unitsOf, type Unit, type Units } from '../units.js';
import type { TrainingParameters } from './parameters.js';

/** One vector a unit, as bytes with one scale for all; a text's vector is the sum of those of its distinct units. */
export interface VectorModel {
  readonly parameters: TrainingParameters;
  readonly rows: ReadonlyMap<Unit, number>;
  /** `rows.size` × `dimensions`. */
  readonly vectors: Int8Array;
}

/** What a byte of 1 is. */
export const LARGEST = 127;

/** The distinct units that the model looks at. */
export function modelUnits(units: Units, kind: TrainingParameters['units']): Set<Unit> {
  return new Set(kind === 'singles' ? units.singles : [...units.singles, ...pairsOnly(units)]);
}

/** Words stand in both lists; a pair is a number no single character reaches. */
const pairsOnly = (units: Units): Unit[] =>
  units.pairs.filter((unit) => typeof unit === 'number').map(pairKey);
/** Keeps pairs apart from single characters, whose numbers overlap. */
export const pairKey = (pair: Unit): Unit => (typeof pair === 'number' ? -1 - pair : pair);

/** Vectors as bytes: each keeps its length relative to the longest component of all. */
export function quantised(vectors: Float32Array, dimensions: number): Int8Array {
  // A few long vectors would leave the others no digits: what lies above the 99.99th percentile is cut.
  const magnitudes = vectors.map(Math.abs).sort();
  const top = magnitudes[Math.floor((magnitudes.length - 1) * 0.9999)] ?? 0;
  const scale = top > 0 ? LARGEST / top : 1;
  if (vectors.length % dimensions !== 0) throw new RangeError('vectors of unequal length');
  return Int8Array.from(vectors, (value) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value * scale))));
}

/** The text's vector, of length 1; undefined where the model knows none of its units. */
export function encode(model: VectorModel, text: string): Float32Array | undefined {
  return sumOf(model, modelUnits(unitsOf(text), model.parameters.units));
}

function sumOf({ rows, vectors, parameters }: VectorModel, units: Iterable<Unit>): Float32Array | undefined {
  const { dimensions } = parameters;
  const sum = new Float32Array(dimensions);
  for (const unit of units) {
    const row = rows.get(unit);
    if (row === undefined) continue;
    const start = row * dimensions;
    for (let at = 0; at < dimensions; at += 1)
      sum[at] = (sum[at] as number) + (vectors[start + at] as number);
  }
  return normalised(sum);
}

/** Of length 1; undefined where all is zero. */
export function normalised(vector: Float32Array): Float32Array | undefined {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return undefined;
  const length = Math.sqrt(square);
  return vector.map((value) => value / length);
}

/** Share of a need's vector that its title has; the rest is its content's. */
const TITLE_SHARE = 0.7;

/**
 * The vector of what is looked for.
 * @param titleShare what is the title's of it, 0–1: of a need more than half.
 */
export function encodeQuery(
  model: VectorModel,
  title: string,
  content: string,
  titleShare = TITLE_SHARE,
): Float32Array | undefined {
  const [first, second] = [encode(model, title), encode(model, content)];
  if (first === undefined || second === undefined) return first ?? second;
  return normalised(first.map((value, at) => titleShare * value + (1 - titleShare) * (second[at] as number)));
}
