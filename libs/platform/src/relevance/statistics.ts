import { unitsOf, type Unit } from './units.js';

/** How common units are, and how long texts are: of an index itself, or of a larger market that it is a part of. */
export interface CorpusStatistics {
  readonly documents: number;
  /** Units of an average document. */
  average(name: 'singles' | 'pairs'): number;
  /** Documents that hold the unit. */
  holding(name: 'singles' | 'pairs', unit: Unit): number;
}

/** Counted from texts; a sample of a large market says nearly the same as all of it. */
export class TextStatistics implements CorpusStatistics {
  documents = 0;
  private readonly units = { singles: 0, pairs: 0 };
  private readonly counts = { singles: new Map<Unit, number>(), pairs: new Map<Unit, number>() };

  add(text: string): void {
    this.documents += 1;
    const units = unitsOf(text);
    for (const name of ['singles', 'pairs'] as const) {
      this.units[name] += units[name].length;
      for (const unit of new Set(units[name]))
        this.counts[name].set(unit, (this.counts[name].get(unit) ?? 0) + 1);
    }
  }

  average(name: 'singles' | 'pairs'): number {
    return this.units[name] / Math.max(1, this.documents);
  }

  holding(name: 'singles' | 'pairs', unit: Unit): number {
    return this.counts[name].get(unit) ?? 0;
  }
}
