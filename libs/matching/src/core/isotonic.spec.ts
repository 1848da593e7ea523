import fc from 'fast-check';
import { isotonic, probabilityAt } from './isotonic.js';

const seen = fc.array(fc.record({ score: fc.integer({ min: 0, max: 100 }), good: fc.boolean() }), {
  maxLength: 60,
});

describe('isotonic calibration', () => {
  it('pools what falls, and says how many of such a score were found good', () => {
    const of = (...said: readonly (readonly [number, boolean])[]) =>
      isotonic(said.map(([score, good]) => ({ score, good })));
    expect(of([10, false], [20, true], [30, false], [40, true])).toEqual([
      [10, 0],
      [25, 0.5],
      [40, 1],
    ]);
    expect(of([10, true], [10, false])).toEqual([[10, 0.5]]);
    expect(of([10, true], [20, false])).toEqual([[15, 0.5]]);
  });

  it('rises with the score, and is on average what was seen', () => {
    fc.assert(
      fc.property(seen, (said) => {
        const steps = isotonic(said);
        for (const [at, step] of steps.entries()) {
          const before = steps[at - 1];
          if (before === undefined) continue;
          expect(step[0]).toBeGreaterThan(before[0]);
          expect(step[1]).toBeGreaterThan(before[1]);
        }
        for (let score = 0; score < 100; score += 1)
          expect(probabilityAt(steps, score) ?? 0).toBeLessThanOrEqual(probabilityAt(steps, score + 1) ?? 1);
      }),
    );
  });

  it('goes from step to step in proportion, and says nothing where nothing was seen', () => {
    const steps = [
      [20, 0.2],
      [40, 0.6],
    ] as const;
    expect([0, 20, 30, 40, 90].map((score) => probabilityAt(steps, score))).toEqual([
      0.2, 0.2, 0.4, 0.6, 0.6,
    ]);
    expect(probabilityAt([], 50)).toBeNull();
  });
});
