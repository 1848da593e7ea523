import type { TestApp } from '@jihui/testing';
import { Corpora } from '../src/corpora.js';
import { matchingDomain } from '../src/index.js';
import { Ranking } from '../src/ranking.js';
import { ListingsStore, type Listing } from '../src/store/listings.store.js';
import { Training } from '../src/training/training.js';
import { ablation, LISTING_SIGNALS, type Shared } from './ablation.js';
import { BigramBm25 } from './bm25.js';
import { bootstrap } from './bootstrap.js';
import { aucOf, line, ndcgOf, figuresOf, summary, type Outcome } from './figures.js';
import { fill } from './market.js';
import { folderIn, readSet, type Task } from './set.js';
import { inWorld } from './world.js';

interface Measured {
  readonly product: readonly Outcome[];
  readonly bm25: readonly Outcome[];
}

/**
 * `npm run eval -- match --data DIR`: needs against results, by the product's own import, training and ranking, beside
 * BM25 on bigrams in the same run. Nothing is set for the folder: the vectors are trained by the job that trains a
 * deployment's, from what the task lets be indexed and the needs' own words, never from a judgement.
 */
export async function evaluate(words: readonly string[]): Promise<object> {
  const measured: Measured[] = [];
  for (const task of await readSet(folderIn(words)))
    measured.push(await inWorld([matchingDomain], (world) => measure(world, task)));
  const product = measured.flatMap((one) => one.product);
  const bm25 = measured.flatMap((one) => one.bm25);
  compare('all', { product, bm25 });
  return { ...summary(product), bm25: figuresOf(bm25) };
}

async function measure(world: TestApp, task: Task): Promise<Measured> {
  const market = await fill(world, task);
  const version = await world.get(Training).run();
  await world.get(Corpora).adopted();
  console.log(
    `${task.type}: ${task.documents.length} documents, ${task.queries.length} queries; ` +
      (version === undefined
        ? 'too little to train vectors'
        : `vectors from ${version.sources.ownPairs} pairs in ${version.seconds.toFixed(0)} s`),
  );
  const needs = await world.get(ListingsStore).byIds([...market.needs.values()]);
  const original = new Map([...market.results].map(([id, uuid]) => [uuid, id]));
  const hits: Shared[][] = [];
  for (const query of task.queries) {
    const need = needs.get(market.needs.get(query.id) ?? '');
    if (need === undefined) throw new Error(`the need ${query.id} was not imported`);
    const pool = [...query.judged.keys()].flatMap((id) => market.results.get(id) ?? []);
    const found = await (query.pool ? world.get(Ranking).among(need, pool) : listOf(world, need));
    hits.push(found.map((hit) => ({ ...hit, id: original.get(hit.id) ?? '' })));
  }
  const bm25 = new BigramBm25(
    task.documents.map(({ id, fields }) => ({ id, text: Object.values(fields).join('\n') })),
  );
  const measured = {
    product: task.queries.map((query, at) => ({
      ...query,
      ranked: (hits[at] ?? []).map(({ id, fused }) => ({ id, score: fused })),
    })),
    bm25: task.queries.map((query) => ({
      ...query,
      ranked: bm25.rank(`${query.title}\n${query.content}`, query.pool ? query.judged.keys() : undefined),
    })),
  };
  compare(task.type, measured);
  const found = task.queries.map((query, at) => ({ ...query, hits: hits[at] ?? [] }));
  for (const part of ablation(found, LISTING_SIGNALS)) console.log(part);
  return measured;
}

/** The need's own list, as its owner would see it. */
async function listOf(world: TestApp, need: Listing): Promise<Shared[]> {
  const ranked = (await world.get(Ranking).rank([need])).get(need.id) ?? [];
  return ranked.map(({ resultId, fused, shares }) => ({ id: resultId, fused, shares }));
}

function compare(name: string, { product, bm25 }: Measured): void {
  console.log(line(`${name}: product`, figuresOf(product)));
  console.log(line(`${name}: BM25 on bigrams`, figuresOf(bm25)));
  const ndcgs = bootstrap(product.map(ndcgOf), bm25.map(ndcgOf));
  console.log(`  ${name}: nDCG@10 above BM25 ${ndcgs.mean} (95 % ${ndcgs.low} to ${ndcgs.high})`);
  const both = product
    .map((outcome, at) => [aucOf(outcome), bm25[at] === undefined ? undefined : aucOf(bm25[at])] as const)
    .filter((pair): pair is readonly [number, number] => pair[0] !== undefined && pair[1] !== undefined);
  if (both.length === 0) return;
  const aucs = bootstrap(
    both.map(([ours]) => ours),
    both.map(([, theirs]) => theirs),
  );
  console.log(`  ${name}: AUC above BM25 ${aucs.mean} (95 % ${aucs.low} to ${aucs.high})`);
}
