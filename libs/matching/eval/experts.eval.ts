import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { matchingDomain } from '../src/index.js';
import { Corpora } from '../src/corpora.js';
import { askedBy, ExpertRanking } from '../src/experts/expert-ranking.js';
import { ListingsStore } from '../src/store/listings.store.js';
import { Training } from '../src/training/training.js';
import { ablation, EXPERT_SIGNALS } from './ablation.js';
import { BigramBm25 } from './bm25.js';
import { bootstrap } from './bootstrap.js';
import { figuresOf, line, ndcgOf, summary, type Outcome } from './figures.js';
import { fill, fillBank } from './market.js';
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
 * `npm run eval -- experts --data DIR`: proposals against experts of the bank. People enter by the event by which the
 * bank tells of them, their works as results by the product's import, proposals as needs; the job that trains a
 * deployment's vectors trains on them, and the lists are those of the needs' pages.
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
    const people = experts.map((expert) => ({ ...expert, personId: randomUUID() }));
    const bank = await fillBank(world, people);
    const { needs } = await fill(world, taskOf(people, proposals));
    await world.get(Training).run();
    const known = new Map([...bank].map(([id, expertId]) => [expertId, id]));
    const judged = proposals.filter(({ id }) => judgements.has(id));
    const listings = await world.get(ListingsStore).byIds([...needs.values()]);
    const ranking = world.get(ExpertRanking);
    const corpora = world.get(Corpora);
    // A version is taken up beside the searches that go on: the first of them would be answered without it.
    await corpora.fresh('EXPERT');
    await corpora.adopted();
    const bm25 = new BigramBm25(
      experts.map(({ id, papers }) => ({ id, text: papers.map(textOf).join('\n') })),
    );
    const queries = [];
    for (const { id, title, abstract } of judged) {
      const need = listings.get(needs.get(id) ?? '');
      if (need === undefined) throw new Error(`the proposal ${id} is not known as a need`);
      const listed = (await ranking.forNeeds([need])).get(need.id) ?? [];
      const hits = await corpora.searchExperts({ ...askedBy(need), limit: MOST_FOUND });
      queries.push({
        ...{ type: 'expert', judged: judgements.get(id) ?? new Map<string, number>(), pool: false },
        listed: listed.map(({ expertId }, at) => ({ id: known.get(expertId) ?? '', score: -at })),
        hits: hits.map(({ id: found, ...hit }) => ({ ...hit, id: known.get(found) ?? '' })),
        theirs: bm25.rank(`${title}\n${abstract}`).slice(0, MOST_FOUND),
      });
    }
    const product: Outcome[] = queries.map(({ listed, ...query }) => ({ ...query, ranked: listed }));
    const baseline: Outcome[] = queries.map(({ theirs, ...query }) => ({ ...query, ranked: theirs }));
    console.log(
      `${experts.length} experts, ${queries.length} proposals, version ${corpora.modelNumber ?? 'none'}`,
    );
    console.log(line('product', figuresOf(product)));
    console.log(line('BM25 on bigrams', figuresOf(baseline)));
    const above = bootstrap(product.map(ndcgOf), baseline.map(ndcgOf));
    console.log(`  nDCG@10 above BM25 ${above.mean} (95 % ${above.low} to ${above.high})`);
    for (const part of ablation(queries, EXPERT_SIGNALS)) console.log(part);
    return { ...summary(product), bm25: figuresOf(baseline) };
  });
}

/** The works as documents of whoever wrote them, the proposals as needs. */
const taskOf = (
  people: readonly (Expert & { readonly personId: string })[],
  proposals: readonly Proposal[],
): Task => ({
  type: 'works',
  documents: people.flatMap(({ id, personId, papers }) =>
    papers.map(({ title, keywords, abstract }, at) => ({
      id: `${id} ${at}`,
      by: personId,
      fields: { title, abstract, keywords: keywords.join(' ') },
    })),
  ),
  queries: proposals.map(({ id, title, abstract }) => ({
    ...{ id, type: 'expert', title, content: abstract },
    ...{ judged: new Map<string, number>(), pool: false },
  })),
});
