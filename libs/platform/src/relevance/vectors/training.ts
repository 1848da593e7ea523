import { unitsOf, type Unit } from '../units.js';
import { modelUnits, quantised, type VectorModel } from './model.js';
import type { TrainingParameters } from './parameters.js';
import { Sequence } from './sequence.js';

/** Two texts that speak of the same: a title and its abstract, a need and the result that its owner took. */
export interface TrainingPair {
  readonly left: string;
  readonly right: string;
}

/** What goes on while a model is trained; may throw to end it. */
export type Progress = (done: number, total: number) => void;

/** The first vectors are the shorter the more common the unit is. */
const COMMON = 1e-3;
const TINY = 1e-9;

/**
 * Trains a bag-of-units bi-encoder: texts of a pair come near each other, and apart from the others of their batch
 * (symmetric softmax over the batch, one step of Adagrad a unit). The same pairs and parameters give the same model.
 * Runs long: in a worker thread.
 */
export function train(
  pairs: readonly TrainingPair[],
  parameters: TrainingParameters,
  progress: Progress = () => undefined,
): VectorModel {
  const texts = new Texts(pairs, parameters);
  const trainer = new Trainer(texts, parameters);
  const order = Uint32Array.from(pairs, (_, at) => at);
  const steps = Math.ceil(pairs.length / parameters.batch);
  for (let epoch = 0; epoch < parameters.epochs; epoch += 1) {
    trainer.random.shuffle(order);
    for (let step = 0; step < steps; step += 1) {
      trainer.step(order.subarray(step * parameters.batch, (step + 1) * parameters.batch));
      progress(epoch * steps + step + 1, parameters.epochs * steps);
    }
  }
  return { parameters, rows: texts.rows, vectors: quantised(trainer.vectors, parameters.dimensions) };
}

/** The pairs as lists of rows, each text once, with equal texts under one number. */
class Texts {
  readonly rows = new Map<Unit, number>();
  /** How common each row's unit is: its share of all occurrences. */
  readonly shares: Float64Array;
  /** Text numbers of each pair. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  private readonly starts: Uint32Array;
  private readonly units: Uint32Array;

  constructor(pairs: readonly TrainingPair[], { units: kind, minimumCount }: TrainingParameters) {
    const numbers = new Map<string, number>();
    const bags: Set<Unit>[] = [];
    const numberOf = (text: string): number => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, bags.length);
      return bags.push(modelUnits(unitsOf(text), kind)) - 1;
    };
    this.left = Int32Array.from(pairs, (pair) => numberOf(pair.left));
    this.right = Int32Array.from(pairs, (pair) => numberOf(pair.right));
    const counts = new Map<Unit, number>();
    for (const bag of bags) for (const unit of bag) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    const kept = [...counts].filter(([, count]) => count >= minimumCount);
    const total = kept.reduce((sum, [, count]) => sum + count, 0);
    this.shares = Float64Array.from(kept, ([, count]) => count / total);
    kept.forEach(([unit], row) => this.rows.set(unit, row));
    this.starts = new Uint32Array(bags.length + 1);
    this.units = new Uint32Array(total);
    let at = 0;
    bags.forEach((bag, text) => {
      for (const unit of bag) {
        const row = this.rows.get(unit);
        if (row !== undefined) this.units[at++] = row;
      }
      this.starts[text + 1] = at;
    });
  }

  rowsOf(text: number): Uint32Array {
    return this.units.subarray(this.starts[text], this.starts[text + 1]);
  }
}

class Trainer {
  readonly random: Sequence;
  readonly vectors: Float32Array;
  /** Sum of the mean squared gradients of each row. */
  private readonly squares: Float32Array;
  private readonly gradients: Float32Array;
  /** The step in which a row was last touched. */
  private readonly touched: Int32Array;
  private readonly rows: number[] = [];
  private steps = 0;
  private readonly left: Side;
  private readonly right: Side;
  private readonly cosines: Float32Array;

  constructor(
    private readonly texts: Texts,
    private readonly parameters: TrainingParameters,
  ) {
    const { dimensions, batch, seed } = parameters;
    this.random = new Sequence(seed);
    this.vectors = new Float32Array(texts.rows.size * dimensions);
    texts.shares.forEach((share, row) => {
      const length = COMMON / (COMMON + share) / Math.sqrt(dimensions);
      for (let at = row * dimensions; at < (row + 1) * dimensions; at += 1)
        this.vectors[at] = this.random.normal() * length;
    });
    this.squares = new Float32Array(texts.rows.size);
    this.gradients = new Float32Array(this.vectors.length);
    this.touched = new Int32Array(texts.rows.size);
    this.left = new Side(batch, dimensions);
    this.right = new Side(batch, dimensions);
    this.cosines = new Float32Array(batch * batch);
  }

  /** One batch: pairs by their numbers. */
  step(pairs: Uint32Array): void {
    this.steps += 1;
    this.rows.length = 0;
    const left = Array.from(pairs, (pair) => this.texts.left[pair] as number);
    const right = Array.from(pairs, (pair) => this.texts.right[pair] as number);
    this.encode(this.left, left);
    this.encode(this.right, right);
    this.compare(left, right);
    pull(this.cosines, this.left, this.right, pairs.length, this.parameters);
    this.spread(this.left, left);
    this.spread(this.right, right);
    this.update();
  }

  private encode(side: Side, texts: readonly number[]): void {
    const { dimensions } = this.parameters;
    texts.forEach((text, number) => {
      const sum = side.vector(number);
      sum.fill(0);
      for (const row of this.texts.rowsOf(text)) add(sum, this.vectors, row * dimensions, dimensions);
      let square = 0;
      for (let at = 0; at < dimensions; at += 1) square += (sum[at] as number) ** 2;
      const length = Math.sqrt(square) + TINY;
      side.lengths[number] = length;
      for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] as number) / length;
    });
  }

  /** Turns cosines into the loss's slope by them: softmax by row and by column, less one for the pair itself. */
  private compare(left: readonly number[], right: readonly number[]): void {
    const { batch, dimensions, temperature } = this.parameters;
    const size = left.length;
    const scores = this.cosines;
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) {
        // Another pair of the same text is no counterexample.
        const same = i !== j && (left[i] === left[j] || right[i] === right[j]);
        scores[i * batch + j] = same
          ? 0
          : Math.exp((dot(this.left.vectors, i, this.right.vectors, j, dimensions) - 1) / temperature);
      }
    const byRow = new Float64Array(size);
    const byColumn = new Float64Array(size);
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) {
        const score = scores[i * batch + j] as number;
        byRow[i] = (byRow[i] as number) + score;
        byColumn[j] = (byColumn[j] as number) + score;
      }
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) {
        const score = scores[i * batch + j] as number;
        const share = score / (byRow[i] as number) + score / (byColumn[j] as number);
        scores[i * batch + j] = share - (i === j ? 2 : 0);
      }
  }

  /** From the texts' slopes to those of their units. */
  private spread(side: Side, texts: readonly number[]): void {
    const { dimensions } = this.parameters;
    texts.forEach((text, number) => {
      const slope = side.slope(number);
      const vector = side.vector(number);
      let along = 0;
      for (let at = 0; at < dimensions; at += 1) along += (slope[at] as number) * (vector[at] as number);
      const length = side.lengths[number] as number;
      for (let at = 0; at < dimensions; at += 1)
        slope[at] = ((slope[at] as number) - along * (vector[at] as number)) / length;
      for (const row of this.texts.rowsOf(text)) {
        if (this.touched[row] !== this.steps) {
          this.touched[row] = this.steps;
          this.rows.push(row);
        }
        accumulate(this.gradients, row * dimensions, slope, dimensions);
      }
    });
  }

  private update(): void {
    const { dimensions, rate } = this.parameters;
    for (const row of this.rows) {
      const start = row * dimensions;
      let square = 0;
      for (let at = start; at < start + dimensions; at += 1) square += (this.gradients[at] as number) ** 2;
      const sum = (this.squares[row] as number) + square / dimensions;
      this.squares[row] = sum;
      const pace = rate / (Math.sqrt(sum) + TINY);
      for (let at = start; at < start + dimensions; at += 1) {
        this.vectors[at] = (this.vectors[at] as number) - pace * (this.gradients[at] as number);
        this.gradients[at] = 0;
      }
    }
  }
}

/** One side of a batch: the texts' vectors of length 1, what they were divided by, and the loss's slope by them. */
class Side {
  readonly vectors: Float32Array;
  readonly slopes: Float32Array;
  readonly lengths: Float32Array;

  constructor(
    batch: number,
    private readonly dimensions: number,
  ) {
    this.vectors = new Float32Array(batch * dimensions);
    this.slopes = new Float32Array(batch * dimensions);
    this.lengths = new Float32Array(batch);
  }

  vector(number: number): Float32Array {
    return this.vectors.subarray(number * this.dimensions, (number + 1) * this.dimensions);
  }

  slope(number: number): Float32Array {
    return this.slopes.subarray(number * this.dimensions, (number + 1) * this.dimensions);
  }
}

/** The loss's slope by each text's vector: what the others of the batch push and its own partner pulls. */
function pull(
  weights: Float32Array,
  left: Side,
  right: Side,
  size: number,
  { batch, dimensions, temperature }: TrainingParameters,
): void {
  left.slopes.fill(0);
  right.slopes.fill(0);
  const scale = 1 / (2 * size * temperature);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const weight = (weights[i * batch + j] as number) * scale;
      // Far neighbours push with next to nothing; leaving them out halves the work.
      if (weight < 1e-7 && weight > -1e-7) continue;
      addScaled(left.slopes, i * dimensions, right.vectors, j * dimensions, weight, dimensions);
      addScaled(right.slopes, j * dimensions, left.vectors, i * dimensions, weight, dimensions);
    }
}

function add(into: Float32Array, from: Float32Array, start: number, count: number): void {
  for (let at = 0; at < count; at += 1) into[at] = (into[at] as number) + (from[start + at] as number);
}

function accumulate(into: Float32Array, start: number, from: Float32Array, count: number): void {
  for (let at = 0; at < count; at += 1)
    into[start + at] = (into[start + at] as number) + (from[at] as number);
}

function addScaled(
  into: Float32Array,
  start: number,
  from: Float32Array,
  first: number,
  scale: number,
  count: number,
): void {
  for (let at = 0; at < count; at += 1)
    into[start + at] = (into[start + at] as number) + scale * (from[first + at] as number);
}

function dot(a: Float32Array, i: number, b: Float32Array, j: number, count: number): number {
  const [left, right] = [i * count, j * count];
  let first = 0;
  let second = 0;
  for (let at = 0; at < count; at += 2) {
    first += (a[left + at] as number) * (b[right + at] as number);
    second += (a[left + at + 1] as number) * (b[right + at + 1] as number);
  }
  return first + second;
}
