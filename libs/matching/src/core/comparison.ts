import type { PairOutcome } from './outcome.js';

/** One held-out need with what people said of its results. */
export interface JudgedNeed {
  readonly needId: string;
  readonly grades: ReadonlyMap<string, number>;
}

/** How a ranker does on held-out feedback. */
export interface RankingFigures {
  /** Needs with results of different grades: the others tell nothing of an order. */
  readonly needs: number;
  readonly pairs: number;
  /** 0–1, gain 2^grade − 1; null without a need. */
  readonly ndcg10: number | null;
  /** Share of pairs of differently judged results in the right order; null without a need. */
  readonly auc: number | null;
}

/** A registered contract says the most for a pair; a refusal and a useless recommendation say nothing for it. */
const GRADES: Readonly<Record<PairOutcome | 'USEFUL' | 'NOT_USEFUL', number>> = {
  CONTRACTED: 4,
  SIGNED: 3,
  ACCEPTED: 2,
  USEFUL: 1,
  NOT_USEFUL: 0,
  REJECTED: 0,
};

export interface SaidOfPair {
  readonly needId: string;
  readonly resultId: string;
  readonly kind: PairOutcome | 'USEFUL' | 'NOT_USEFUL';
}

/** Needs whose results were judged differently, each pair by the best that was said of it. */
export function judgedNeeds(said: readonly SaidOfPair[]): JudgedNeed[] {
  const needs = new Map<string, Map<string, number>>();
  for (const { needId, resultId, kind } of said) {
    const grades = needs.get(needId) ?? new Map<string, number>();
    grades.set(resultId, Math.max(grades.get(resultId) ?? 0, GRADES[kind]));
    needs.set(needId, grades);
  }
  return [...needs]
    .filter(([, grades]) => new Set(grades.values()).size > 1)
    .map(([needId, grades]) => ({ needId, grades }));
}
