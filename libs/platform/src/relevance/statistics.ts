import { unitsOf, type Unit } from './units.js';

/** How common units are, and how long texts are: of an index itself, or of a larger market that it is a part of. */
export interface CorpusStatistics {
  readonly documents: number;
  /** Units of an average document. */
  average(name: 'singles' | 'pairs'): number;
  /** Documents that hold the unit. */
  holding(name: 'singles' | 'pairs', unit: Unit): number;
}

/**
 * Documents that hold none of the terms, thought beside the real ones: in a small market, or one with many
 * copies of one text, a word that half of the listings share still says something.
 */
const BACKGROUND = 1_000;

/**
 * How rare a unit is that so many documents hold; one that none holds is taken for one that a single document holds.
 * @param background documents thought beside the real ones
 */
export function rarityOf(documents: number, holding: number, background = BACKGROUND): number {
  const frequency = Math.max(1, holding);
  return Math.log(1 + (documents + background - frequency + 0.5) / (frequency + 0.5));
}

export const rarityIn = (market: CorpusStatistics, name: 'singles' | 'pairs', unit: Unit): number =>
  rarityOf(market.documents, market.holding(name, unit));

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
