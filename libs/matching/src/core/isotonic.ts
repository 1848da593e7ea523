/** From a score on so many things were found good: rises with the score. */
export type Step = readonly [score: number, probability: number];

/**
 * Isotonic regression (pool adjacent violators): the rising steps nearest to what was seen. Each step stands at the mean
 * score of what it was made of.
 */
export function isotonic(seen: readonly { readonly score: number; readonly good: boolean }[]): Step[] {
  const blocks: { score: number; good: number; count: number }[] = [];
  for (const { score, good } of [...seen].sort((a, b) => a.score - b.score)) {
    blocks.push({ score, good: good ? 1 : 0, count: 1 });
    for (let last = blocks.at(-1), before = blocks.at(-2); last && before;) {
      // A tie of scores is one place, whatever was said there.
      const isRising = before.good * last.count < last.good * before.count;
      if (isRising && before.score / before.count < last.score / last.count) break;
      blocks.splice(-2, 2, {
        score: before.score + last.score,
        good: before.good + last.good,
        count: before.count + last.count,
      });
      last = blocks.at(-1);
      before = blocks.at(-2);
    }
  }
  return blocks.map(({ score, good, count }) => [score / count, good / count]);
}

/** Between two steps in proportion; beyond the first and the last as there. Null without a step. */
export function probabilityAt(steps: readonly Step[], score: number): number | null {
  const upper = steps.findIndex(([at]) => score < at);
  const [right, left] = [steps[upper], steps[upper < 0 ? steps.length - 1 : upper - 1]];
  if (left === undefined) return right?.[1] ?? null;
  if (right === undefined) return left[1];
  return left[1] + ((score - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
}
