import type { Candidate } from './candidates.js';
import { addPostings, addPostingsOf, type Part, type Signal } from './signals.js';

/** A unit of the query: its term in the index, where there is one, and what it is worth. */
export interface ValuedUnit {
  readonly term: number | undefined;
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
  private readonly waiting: { readonly term: number; readonly value: number }[];

  constructor(
    private readonly parts: readonly Part[],
    private readonly signal: Signal,
    private readonly average: number,
    units: readonly ValuedUnit[],
  ) {
    const titled = units.filter(({ inTitle }) => inTitle);
    const whole = titled.reduce((sum, { value }) => sum + value, 0);
    this.ideal = signal.saturation === null ? whole / Math.max(1, titled.length) ** 0.25 : whole;
    this.waiting = units
      .flatMap(({ term, value }) => (term === undefined ? [] : [{ term, value }]))
      .sort((a, b) => b.value - a.value);
    this.scores = parts.map((part) => new Float32Array(part.ids.length));
  }

  of({ part, number }: Candidate): number {
    return this.scores[part]?.[number] ?? 0;
  }

  /** Scores every document by the dearest units. */
  scan(): void {
    for (const { term, value } of this.waiting.splice(0, SCANNED_UNITS))
      this.parts.forEach((part, index) => {
        const scores = this.scores[index] as Float32Array;
        addPostings(part[this.signal.name], term, value, this.signal, this.average, scores);
      });
  }

  /** Scores the candidates by the units that are left. */
  complete(candidates: Iterable<Candidate>): void {
    const numbers = this.parts.map((): number[] => []);
    for (const { part, number } of candidates) numbers[part]?.push(number);
    this.parts.forEach((part, index) => {
      const chosen = (numbers[index] as number[]).sort((a, b) => a - b);
      const scores = this.scores[index] as Float32Array;
      if (chosen.length === 0) return;
      for (const { term, value } of this.waiting)
        addPostingsOf(chosen, part[this.signal.name], term, value, this.signal, this.average, scores);
    });
    this.waiting.length = 0;
  }
}
