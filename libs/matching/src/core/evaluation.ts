import type { RankingFigures } from './comparison.js';
import type { ModelState } from './model.js';

/** How one version did. */
export interface EvaluatedVersion {
  /** Null for the lexical signals alone, with the weights that the deployment set. */
  readonly number: number | null;
  /** As it was then; null without a version. */
  readonly state: ModelState | null;
  readonly ndcg10: number | null;
  readonly auc: number | null;
}

/** How versions did on the feedback that was held out on that day. */
export interface Evaluation {
  readonly id: string;
  readonly at: Date;
  /** Needs and pairs that they were compared by. */
  readonly needs: number;
  readonly pairs: number;
  readonly versions: readonly EvaluatedVersion[];
}

/** Of a version among all: its number and state beside its figures. */
export const evaluated = (
  version: { readonly number: number; readonly state: ModelState } | null,
  { ndcg10, auc }: RankingFigures,
): EvaluatedVersion => ({ number: version?.number ?? null, state: version?.state ?? null, ndcg10, auc });

type Compared = Pick<Evaluation, 'needs' | 'pairs' | 'versions'>;

/** Whether it says what the last one did not: more feedback, another version, another figure. */
export function isNews(now: Compared, last: Compared | undefined): boolean {
  if (last === undefined) return true;
  const said = ({ needs, pairs, versions }: Compared): string =>
    JSON.stringify([
      needs,
      pairs,
      versions.map(({ number, state, ndcg10, auc }) => [number, state, ndcg10, auc]),
    ]);
  return said(now) !== said(last);
}
