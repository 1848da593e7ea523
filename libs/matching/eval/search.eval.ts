import { anonymous, system } from '@jihui/kernel';
import { documentOfTexts } from '@jihui/listings';
import {
  City,
  Search,
  SearchIndex,
  Settling,
  uuidv7,
  viewerOf,
  Work,
  type SearchDocument,
} from '@jihui/platform';
import type { TestApp } from '@jihui/testing';
import { Engines } from '../../platform/src/search/engines.js';
import { matchingDomain } from '../src/index.js';
import { BigramBm25 } from './bm25.js';
import { bootstrap } from './bootstrap.js';
import { figuresOf, line, ndcgOf, summary, type Outcome } from './figures.js';
import { folderIn, readSet, type Task } from './set.js';
import { inWorld } from './world.js';

const BATCH = 500;
const MOST_FOUND = 100;
const TYPE = 'result';
/** How long nothing at all may get done before the evaluation gives up, in milliseconds. */
const TELLING_MS = 900_000;

interface Measured {
  readonly product: readonly Outcome[];
  readonly bm25: readonly Outcome[];
}

/**
 * `npm run eval -- search --data DIR [--engine postgres|meilisearch]`: queries against documents through the product's
 * search port, indexing and ranking included, beside BM25 on bigrams in the same run. Meilisearch is that of MEILI_URL.
 */
export async function evaluate(words: readonly string[]): Promise<object> {
  const engine = words.includes('--engine') ? words[words.indexOf('--engine') + 1] : 'postgres';
  const url = process.env['MEILI_URL'];
  if (engine === 'meilisearch' && !url)
    throw new Error('MEILI_URL is not set: there is no Meilisearch to ask');
  const settings = engine === 'meilisearch' ? { MEILI_URL: url ?? '' } : { MEILI_URL: '' };
  const measured: Measured[] = [];
  for (const task of await readSet(folderIn(words)))
    measured.push(await inWorld([matchingDomain], (world) => measure(world, task, engine), settings));
  const product = measured.flatMap((one) => one.product);
  const bm25 = measured.flatMap((one) => one.bm25);
  return { engine, ...summary(product), bm25: figuresOf(bm25) };
}

async function measure(world: TestApp, task: Task, engine: string | undefined): Promise<Measured> {
  const ids = new Map(task.documents.map(({ id }) => [id, uuidv7()]));
  const original = new Map([...ids].map(([id, uuid]) => [uuid, id]));
  const city = world.get(City);
  const documents = task.documents.map(({ id, fields }) => documentOf(ids.get(id) ?? '', fields, city));
  for (let at = 0; at < documents.length; at += BATCH)
    await world
      .get(Work)
      .run({ domain: 'matching', name: 'index', actor: system('evaluation') }, () =>
        world.get(SearchIndex).put(documents.slice(at, at + BATCH)),
      );
  // What another engine must hear, and the words that documents hold, follow by jobs. An index that is made meanwhile lets
  // nothing else be told until it stands, and ten thousand documents take some minutes.
  await world.get(Settling).settled(TELLING_MS);
  await expectEngine(world, engine);
  const product: Outcome[] = [];
  const times: number[] = [];
  for (const query of task.queries) {
    const began = performance.now();
    const answer = await world
      .get(Search)
      .ask({ types: [TYPE], text: query.title, viewer: viewerOf(anonymous) });
    const page = await answer.page({ limit: MOST_FOUND, backward: false, cursor: null });
    times.push(performance.now() - began);
    const ranked = page.hits.map(({ id }, rank) => ({ id: original.get(id) ?? '', score: -rank }));
    product.push({ ...query, ranked });
  }
  await expectEngine(world, engine);
  const index = new BigramBm25(
    task.documents.map(({ id, fields }) => ({ id, text: Object.values(fields).join('\n') })),
  );
  const bm25 = task.queries.map((query) => ({
    ...query,
    ranked: index.rank(query.title).slice(0, MOST_FOUND),
  }));
  times.sort((a, b) => a - b);
  console.log(
    `${task.type}: ${task.documents.length} documents, ${task.queries.length} queries, ` +
      `median ${(times[times.length >> 1] ?? 0).toFixed(1)} ms`,
  );
  console.log(line('product', figuresOf(product)));
  console.log(line('BM25 on bigrams', figuresOf(bm25)));
  const above = bootstrap(product.map(ndcgOf), bm25.map(ndcgOf));
  console.log(`  nDCG@10 above BM25 ${above.mean} (95 % ${above.low} to ${above.high})`);
  return { product, bm25 };
}

/** PostgreSQL answers where another engine is away: its figures would stand under the other's name. */
async function expectEngine(world: TestApp, engine: string | undefined): Promise<void> {
  const answering = await world.get(Engines).ask(({ name }) => Promise.resolve(name));
  if (answering !== engine) throw new Error(`${answering} answers in place of ${engine ?? 'an engine'}`);
}

/** A set's document as a result of the market: its fields are the title, the keywords, the summary and the text of one. */
function documentOf(id: string, fields: Readonly<Record<string, string>>, city: City): SearchDocument {
  const { title = '', keywords = '', abstract = '', text = '', ...others } = fields;
  const summary = [abstract, text].filter(Boolean).join('\n');
  return documentOfTexts({ id, title, keywords, summary, keyPoints: Object.values(others).join('\n') }, city);
}
