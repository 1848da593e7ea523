import { eachUnit, type Unit } from './units.js';

/** How often the wanted units stand in a text, and how many units it has in all. */
export interface Counted {
  readonly singles: ReadonlyMap<Unit, number>;
  readonly pairs: ReadonlyMap<Unit, number>;
  readonly lengths: { readonly singles: number; readonly pairs: number };
}

/**
 * Counts a few units in many texts, as `unitsOf` would give them: nothing is kept of the others, which are nearly all, and
 * a table tells at once that a character is none of the wanted.
 */
export class UnitCounter {
  private readonly singles: ReadonlySet<Unit>;
  private readonly pairs: ReadonlySet<Unit>;
  /** Of each Han character by its number: whether it is wanted alone (1), or ends a wanted pair (2). */
  private readonly table = new Uint8Array(2 ** 15);

  constructor(singles: Iterable<Unit>, pairs: Iterable<Unit>) {
    this.singles = new Set(singles);
    this.pairs = new Set(pairs);
    for (const unit of this.singles) if (typeof unit === 'number') this.flag(unit, 1);
    for (const unit of this.pairs) if (typeof unit === 'number') this.flag(unit & (2 ** 15 - 1), 2);
  }

  /** @param text normalised already */
  count(text: string): Counted {
    const singles = new Map<Unit, number>();
    const pairs = new Map<Unit, number>();
    const lengths = { singles: 0, pairs: 0 };
    eachUnit(
      text,
      (single) => {
        lengths.singles += 1;
        const isWanted =
          typeof single === 'number' ? (this.table[single] ?? 0) & 1 : this.singles.has(single);
        if (isWanted) singles.set(single, (singles.get(single) ?? 0) + 1);
      },
      (pair) => {
        lengths.pairs += 1;
        if (typeof pair === 'number' && ((this.table[pair & (2 ** 15 - 1)] ?? 0) & 2) === 0) return;
        if (this.pairs.has(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      },
    );
    return { singles, pairs, lengths };
  }

  private flag(character: number, bit: number): void {
    this.table[character] = (this.table[character] ?? 0) | bit;
  }
}
