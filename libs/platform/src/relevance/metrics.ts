/** Grades of the documents judged for one query; what is missing is grade 0. */
export type Judgements = ReadonlyMap<string, number>;

const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, rank) => sum + gain(grade) / Math.log2(rank + 2), 0);

/** Normalised discounted cumulative gain of the first `depth`, gain 2^grade − 1; 0–1. */
export function ndcg(ranked: readonly string[], judged: Judgements, depth = 10): number {
  const best = discounted([...judged.values()].sort((a, b) => b - a).slice(0, depth));
  return best === 0 ? 0 : discounted(ranked.slice(0, depth).map((id) => judged.get(id) ?? 0)) / best;
}

/** Share of the documents judged relevant that stand among the first `depth`. */
export function recall(ranked: readonly string[], judged: Judgements, depth: number): number {
  const relevant = [...judged].filter(([, grade]) => grade > 0).map(([id]) => id);
  const found = new Set(ranked.slice(0, depth));
  return relevant.length === 0 ? 0 : relevant.filter((id) => found.has(id)).length / relevant.length;
}

/** 1 / rank of the first relevant document, 0 where there is none. */
export function reciprocalRank(ranked: readonly string[], judged: Judgements): number {
  const rank = ranked.findIndex((id) => (judged.get(id) ?? 0) > 0);
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/**
 * Share of the pairs of differently graded documents of a judged pool that are in the right order;
 * a tie counts half. Undefined where all have one grade.
 */
export function pairAuc(scores: ReadonlyMap<string, number>, pool: Judgements): number | undefined {
  const judged = [...pool].map(([id, grade]) => ({ grade, score: scores.get(id) ?? 0 }));
  let pairs = 0;
  let right = 0;
  for (const better of judged)
    for (const worse of judged) {
      if (better.grade <= worse.grade) continue;
      pairs += 1;
      right += better.score > worse.score ? 1 : better.score === worse.score ? 0.5 : 0;
    }
  return pairs === 0 ? undefined : right / pairs;
}
