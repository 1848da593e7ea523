import fc from 'fast-check';
import {
  PERFORMANCE_CRITERIA,
  performanceFaults,
  performanceOf,
  type PerformancePoints,
} from './performance.js';

const WEIGHTS = { TARGETS: 4_000, MONEY: 2_000, BENEFIT: 2_500, MANAGEMENT: 1_500 };
const given = (share: number): readonly PerformancePoints[] =>
  PERFORMANCE_CRITERIA.map((criterion) => ({
    ...{ criterion, points: Math.floor(WEIGHTS[criterion] * share), note: '依据验收材料' },
  }));
const codes = (points: readonly PerformancePoints[], weights = WEIGHTS) =>
  performanceFaults(points, weights).map(({ path, code }) => `${path} ${code}`);

describe('绩效评价', () => {
  it('gives each criterion points once, within its most, with a ground', () => {
    const [first, ...rest] = given(0.5);
    expect(codes(given(1))).toEqual([]);
    expect(codes(rest)).toEqual(['performance CHALLENGES.SHEET']);
    expect(codes([first!, first!, ...rest])).toEqual(['performance CHALLENGES.SHEET']);
    expect(codes([{ ...first!, points: 4_001 }, ...rest])).toEqual(['performance.0.points CHALLENGES.SHEET']);
    expect(codes([{ ...first!, points: -1, note: '' }, ...rest])).toEqual([
      'performance.0.points CHALLENGES.SHEET',
      'performance.0.note REQUIRED',
    ]);
    expect(codes(given(0.5), { ...WEIGHTS, MONEY: 2_001 })).toEqual(['performance CHALLENGES.SHEET']);
  });

  it('lies between nothing and a hundred points whenever nothing is wrong', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const points = given(share);
        expect(codes(points)).toEqual([]);
        expect(performanceOf(points)).toBeGreaterThanOrEqual(0);
        expect(performanceOf(points)).toBeLessThanOrEqual(10_000);
      }),
    );
    expect(performanceOf(given(1))).toBe(10_000);
  });
});
