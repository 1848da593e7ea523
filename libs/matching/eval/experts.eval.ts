import { join } from 'node:path';
import { prepareProfileQuery, ProfileIndex } from '@jihui/platform';
import { matchingDomain } from '../src/index.js';
import { ListingsStore } from '../src/store/listings.store.js';
import { ModelsStore } from '../src/store/models.store.js';
import { Training } from '../src/training/training.js';
import { ablation } from './ablation.js';
import { BigramBm25 } from './bm25.js';
import { bootstrap } from './bootstrap.js';
import { figuresOf, line, ndcgOf, summary, type Outcome } from './figures.js';
import { fill } from './market.js';
import { folderIn, readLines, type Task } from './set.js';
import { inWorld } from './world.js';

interface Paper {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly abstract: string;
}
interface Expert {
  readonly id: string;
  readonly papers: readonly Paper[];
}
interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

const textOf = ({ title, keywords, abstract }: Paper): string =>
  `${title}\n${keywords.join(' ')}\n${abstract}`;
const MOST_FOUND = 100;

/**
 * `npm run eval -- experts --data DIR`: proposals against experts. The experts' works go in as results by the product's
 * import, the job that trains a deployment's vectors trains on them, and experts are ranked by their works.
 */
export async function evaluate(words: readonly string[]): Promise<object> {
  const folder = folderIn(words);
  const [experts, proposals, graded] = await Promise.all([
    readLines<Expert>(join(folder, 'experts.jsonl')),
    readLines<Proposal>(join(folder, 'proposals.jsonl')),
    readLines<{ qid: string; expert: string; grade: number }>(join(folder, 'qrels.jsonl')),
  ]);
  const judgements = new Map<string, Map<string, number>>();
  for (const { qid, expert, grade } of graded)
    judgements.set(qid, (judgements.get(qid) ?? new Map<string, number>()).set(expert, grade));
  return inWorld([matchingDomain], async (world) => {
    await fill(world, worksOf(experts));
    await world.get(Training).run();
    const { model, words: boilerplate } = await world.get(ListingsStore).settings();
    const towers = model === null ? [] : await world.get(ModelsStore).towersOf(model.id);
    const index = new ProfileIndex(
      experts.map(({ id, papers }) => ({ id, works: papers.map(textOf) })),
      towers,
    );
    const bm25 = new BigramBm25(
      experts.map(({ id, papers }) => ({ id, text: papers.map(textOf).join('\n') })),
    );
    const queries = proposals.flatMap(({ id, title, abstract }) => {
      const judged = judgements.get(id);
      if (judged === undefined) return [];
      const query = prepareProfileQuery({ title, content: abstract }, new Set(boilerplate));
      const hits = index.search(query, MOST_FOUND);
      const theirs = bm25.rank(`${title}\n${abstract}`).slice(0, MOST_FOUND);
      return [{ type: 'expert', judged, pool: false, hits, theirs }];
    });
    const product: Outcome[] = queries.map(({ hits, ...query }) => ({
      ...query,
      ranked: hits.map(({ id, fused }) => ({ id, score: fused })),
    }));
    const baseline: Outcome[] = queries.map(({ theirs, ...query }) => ({ ...query, ranked: theirs }));
    console.log(`${experts.length} experts, ${queries.length} proposals, ${towers.length} models of vectors`);
    console.log(line('product', figuresOf(product)));
    console.log(line('BM25 on bigrams', figuresOf(baseline)));
    const above = bootstrap(product.map(ndcgOf), baseline.map(ndcgOf));
    console.log(`  nDCG@10 above BM25 ${above.mean} (95 % ${above.low} to ${above.high})`);
    for (const part of ablation(queries)) console.log(part);
    return { ...summary(product), bm25: figuresOf(baseline) };
  });
}

/** The works as documents; nobody is looked for yet. */
const worksOf = (experts: readonly Expert[]): Task => ({
  type: 'works',
  documents: experts.flatMap(({ id, papers }) =>
    papers.map(({ title, keywords, abstract }, at) => ({
      id: `${id} ${at}`,
      fields: { title, abstract, keywords: keywords.join(' ') },
    })),
  ),
  queries: [],
});
