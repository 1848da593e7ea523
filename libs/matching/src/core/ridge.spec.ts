import { learn, scored, type Group } from './ridge.js';

/** A fixed sequence of numbers between −1 and 1. */
function sequence(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

const groupsBy = (weights: readonly number[], count: number, noise = 0): Group[] => {
  const next = sequence();
  return Array.from({ length: count }, () => {
    // What a whole group has in common says nothing.
    const common = 5 * next();
    return Array.from({ length: 8 }, () => {
      const features = weights.map(() => next());
      return { features, grade: scored(features, weights) + common + noise * next() };
    });
  });
};
const shares = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.round((100 * weight) / sum));
};

describe('weights learnt from judgements', () => {
  it('are those by which the groups were judged, whatever they were before', () => {
    expect(shares(learn(groupsBy([3, 1, 0], 60), [1, 1, 1]))).toEqual([75, 25, 0]);
  });

  it('stay near those of before where judgements are little more than noise', () => {
    const learnt = shares(learn(groupsBy([1, 1, 1], 12, 30), [1, 1, 1]));
    for (const share of learnt) expect(Math.abs(share - 33)).toBeLessThan(20);
  });

  it('do not depend on the unit in which a feature is measured', () => {
    const groups = groupsBy([2, 1], 40, 1);
    const inThousandths = groups.map((group) =>
      group.map(({ features: [first = 0, second = 0], grade }) => ({
        features: [first * 1000, second],
        grade,
      })),
    );
    const [plain, scaled] = [learn(groups, [1, 1]), learn(inThousandths, [0.001, 1])];
    expect(shares([(scaled[0] ?? 0) * 1000, scaled[1] ?? 0])).toEqual(shares(plain));
  });

  it('are those of before with no groups, with groups judged alike, and against judgements that contradict them', () => {
    expect(learn([], [2, 1])).toEqual([2, 1]);
    const alike = groupsBy([1, 1], 20).map((group) => group.map((sample) => ({ ...sample, grade: 1 })));
    expect(learn(alike, [2, 1])).toEqual([2, 1]);
    expect(learn(groupsBy([-1, -1], 40), [2, 1])).toEqual([2, 1]);
  });

  it('keep a feature that never varies as it was', () => {
    const groups = groupsBy([1, 1], 40).map((group) =>
      group.map(({ features: [first = 0], grade }) => ({ features: [first, 4], grade })),
    );
    const [first = 0, second = 0] = learn(groups, [1, 1]);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(0);
  });
});
