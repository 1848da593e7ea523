import type { Candidate } from './candidates.js';
import type { Segment } from './segment.js';
import { addPostings, addPostingsOf, discounts, type Chosen, type Part, type Signal } from './signals.js';

/** Where the postings of one unit are in the segment of each part; -1 where no document of the part holds it. */
export type Places = readonly number[];

/** A unit of the query: where it is in the index, and what it is worth. */
export interface ValuedUnit {
  readonly places: Places;
  readonly inTitle: boolean;
  readonly value: number;
}

/** Of a long query the units worth most find the candidates: the others are common, which makes them dear to look up. */
const SCANNED_UNITS = 128;

/** One lexical signal over one query. */
export class Lexical {
  /** What an ideal answer to the query's title would have. */
  readonly ideal: number;
  /** Of each document, by part. */
  readonly scores: readonly Float32Array[];
  /** Units that are not scored yet, the dearest first. */
  private readonly waiting: ValuedUnit[];
  private readonly segments: readonly Segment[];
  private readonly discounts: readonly Float64Array[];

  constructor(
    parts: readonly Part[],
    private readonly signal: Signal,
    average: number,
    units: readonly ValuedUnit[],
  ) {
    const titled = units.filter(({ inTitle }) => inTitle);
    const whole = titled.reduce((sum, { value }) => sum + value, 0);
    this.ideal = signal.saturation === null ? whole / Math.max(1, titled.length) ** 0.25 : whole;
    this.waiting = units
      .filter(({ places }) => places.some((place) => place >= 0))
      .sort((a, b) => b.value - a.value);
    this.segments = parts.map((part) => part[signal.name]);
    this.discounts = this.segments.map((segment) => discounts(segment, signal, average));
    this.scores = parts.map((part) => new Float32Array(part.ids.length));
  }

  of({ part, number }: Candidate): number {
    return this.scores[part]?.[number] ?? 0;
  }

  /** Scores every document by the dearest units. */
  scan(): void {
    const units = this.waiting.splice(0, SCANNED_UNITS);
    this.segments.forEach((segment, part) => {
      const [scores, discount] = [this.scores[part] as Float32Array, this.discounts[part] as Float64Array];
      for (const { places, value } of units) {
        const place = places[part] as number;
        if (place >= 0) addPostings(segment, { place, value }, this.signal, discount, scores);
      }
    });
  }

  /** Scores the candidates by the units that are left. */
  complete(candidates: Iterable<Candidate>): void {
    const chosen = this.scores.map(({ length }) => ({
      numbers: [] as number[],
      marks: new Uint8Array(length),
    }));
    for (const { part, number } of candidates) {
      const { numbers, marks } = chosen[part] as Chosen & { numbers: number[] };
      numbers.push(number);
      marks[number] = 1;
    }
    this.segments.forEach((segment, part) => {
      const [scores, discount] = [this.scores[part] as Float32Array, this.discounts[part] as Float64Array];
      const own = chosen[part] as Chosen & { numbers: number[] };
      if (own.numbers.length === 0) return;
      own.numbers.sort((a, b) => a - b);
      for (const { places, value } of this.waiting) {
        const place = places[part] as number;
        if (place >= 0) addPostingsOf(own, segment, { place, value }, this.signal, discount, scores);
      }
    });
    this.waiting.length = 0;
  }
}
