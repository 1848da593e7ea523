import { ndcg, pairAuc, recall, reciprocalRank, type Judgements } from '@jihui/platform';

/** What one query gave; a document that is not ranked counts as last. */
export interface Outcome {
  readonly type: string;
  readonly judged: Judgements;
  readonly pool: boolean;
  /** Best first. */
  readonly ranked: readonly { readonly id: string; readonly score: number }[];
}

export interface Figures {
  readonly ndcg10: number;
  readonly recall10: number;
  readonly recall50: number;
  readonly mrr: number;
  /** Share of pairs in the right order; only where pools were judged. */
  readonly auc?: number;
}

export const ndcgOf = ({ ranked, judged }: Outcome): number =>
  ndcg(
    ranked.map(({ id }) => id),
    judged,
  );

export const aucOf = ({ ranked, judged, pool }: Outcome): number | undefined =>
  pool ? pairAuc(new Map(ranked.map(({ id, score }) => [id, score])), judged) : undefined;

/** Means over the queries. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const over = (measure: (ids: string[], judged: Judgements) => number): number =>
    mean(
      outcomes.map(({ ranked, judged }) =>
        measure(
          ranked.map(({ id }) => id),
          judged,
        ),
      ),
    );
  const aucs = outcomes.map(aucOf).filter((auc) => auc !== undefined);
  return {
    ndcg10: over((ids, judged) => ndcg(ids, judged)),
    recall10: over((ids, judged) => recall(ids, judged, 10)),
    recall50: over((ids, judged) => recall(ids, judged, 50)),
    mrr: over(reciprocalRank),
    ...(aucs.length > 0 ? { auc: mean(aucs) } : {}),
  };
}

/** Over all queries, and by type: what an evaluation answers. */
export function summary(outcomes: readonly Outcome[]): Figures & { types: Record<string, Figures> } {
  const types = [...new Set(outcomes.map(({ type }) => type))];
  return {
    ...figuresOf(outcomes),
    types: Object.fromEntries(
      types.map((type) => [type, figuresOf(outcomes.filter((outcome) => outcome.type === type))]),
    ),
  };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : round(values.reduce((sum, value) => sum + value, 0) / values.length);
export const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** One line a person reads. */
export const line = (name: string, { ndcg10, recall10, recall50, mrr, auc }: Figures): string =>
  `  ${name.padEnd(28)} nDCG@10 ${ndcg10.toFixed(4)}  R@10 ${recall10.toFixed(4)}  R@50 ${recall50.toFixed(4)}  MRR ${mrr.toFixed(4)}` +
  (auc === undefined ? '' : `  AUC ${auc.toFixed(4)}`);
