import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CAUSES, parted, settingsAfter, type Refusal } from './refusals.js';
import { DEFAULTS, PART_NAMES } from './weights.js';

const refusal = (counterpartId: string, ...causes: Refusal['causes']): Refusal => ({ counterpartId, causes });

describe('settings after refusals', () => {
  it('are the same where no cause was named', () => {
    expect(settingsAfter(DEFAULTS, [])).toBe(DEFAULTS);
    expect(settingsAfter(DEFAULTS, [refusal('a')])).toBe(DEFAULTS);
  });

  it('weigh a cause more for each counterpart refused for it, once for two people who refuse the same', () => {
    const { weights } = settingsAfter(DEFAULTS, [
      refusal('a', 'PRICE'),
      refusal('a', 'PRICE'),
      refusal('b', 'PLACE'),
    ]);
    expect(weights).toEqual({ ...DEFAULTS.weights, PRICE: 15, PLACE: 7.5 });
    expect(settingsAfter(DEFAULTS, [refusal('a', 'PRICE'), refusal('b', 'PRICE')]).weights.PRICE).toBe(20);
  });

  it('never weigh a part less, nor beyond two and a half times', () => {
    const refusals = fc.array(
      fc.record({
        counterpartId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        causes: fc.subarray([...CAUSES]),
      }),
    );
    fc.assert(
      fc.property(refusals, (list) => {
        const { weights } = settingsAfter(DEFAULTS, list);
        for (const name of PART_NAMES) {
          expect(weights[name]).toBeGreaterThanOrEqual(DEFAULTS.weights[name]);
          expect(weights[name]).toBeLessThanOrEqual(DEFAULTS.weights[name] * 2.5);
        }
      }),
    );
  });
});

describe('a list with what was refused last', () => {
  interface Item {
    readonly id: string;
    readonly copyOf: string | null;
  }
  const last = (ranked: readonly Item[], ...ids: string[]): string[] => {
    const { wanted, refused } = parted(
      ranked,
      ({ id }) => id,
      ({ copyOf }) => copyOf,
      ids.map((id) => refusal(id)),
    );
    return [...wanted, ...refused].map(({ id }) => id);
  };

  it('takes near-copies of it along', () => {
    const ranked = [
      { id: 'a', copyOf: 'a' },
      { id: 'b', copyOf: 'b' },
      { id: 'c', copyOf: 'a' },
      { id: 'd', copyOf: null },
      { id: 'e', copyOf: null },
    ];
    expect(last(ranked, 'c')).toEqual(['b', 'd', 'e', 'a', 'c']);
    expect(last(ranked, 'd')).toEqual(['a', 'b', 'c', 'e', 'd']);
    expect(last(ranked)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leaves nothing out, and keeps the order of those that have nothing to do with it', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const items = fc.uniqueArray(fc.record({ id: names, copyOf: fc.option(fc.constantFrom('x', 'y')) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(items, fc.array(names), (ranked, refused) => {
        const list = last(ranked, ...refused);
        expect([...list].sort()).toEqual(ranked.map(({ id }) => id).sort());
        const others = ranked.filter(({ id, copyOf }) => copyOf === null && !refused.includes(id));
        expect(list.filter((id) => others.some((other) => other.id === id))).toEqual(
          others.map(({ id }) => id),
        );
      }),
    );
  });
});
