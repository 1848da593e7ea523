/**
 * Search with a filter, counts and facets, as the results page asks for it, beside the same word asked of the text index
 * alone (`count(*)` over what the index finds, by a prepared statement) in the same run. The documents are put together
 * from the bundled demo results, or those of JIHUI_DATA_DIR (results*.jsonl, a paper's abstract for its summary and key
 * points): each takes its title, keywords, summary and key points from four of them, so that words are as frequent as
 * there (with the 26 bundled ones every word stands in thousands of documents), and goes in through the product's own index.
 * Beside the time on the clock stands the processor time of the server and of its database, which a busy machine hardly changes.
 *   npm run bench -- search [documents] [plans]      10,000 when left out; `plans` prints EXPLAIN (ANALYZE, BUFFERS)
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { ROOT, inRoot } from '../lib/paths.mjs';
import { openDatabase } from './database.mjs';
import { processorTime } from './processor.mjs';

export const summary = '检索要多久，与单问索引相比 (search beside the bare text index)';

const BATCH = 500;
const ROUNDS = 3;
const QUERIES = 60;
const FACETS = [
  { name: 'clusters' },
  { name: 'techFields' },
  { name: 'cooperationModes', many: true },
  { name: 'divisions', filteredBy: 'areas' },
];
const VISITOR = ['anyone'];

export async function run([documents = '10000', plans]) {
  await install();
  await build({ portal: false });
  const database = await openDatabase();
  const { app, platform } = await open(database);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const told = results();
    const began = performance.now();
    await fill(app, platform, told, Number(documents));
    const buildSeconds = Math.round((performance.now() - began) / 1000);
    await client.query('vacuum analyze platform.search_document, platform.search_text, platform.search_word');
    if (plans === 'plans') await explain(client, app, platform, told);
    return { documents: Number(documents), buildSeconds, ...(await measure(app, platform, client, told)) };
  } finally {
    await client.end();
    await app.close();
    await database.close();
  }
}

async function open({ url, stateDir }) {
  const platform = await import('@jihui/platform');
  const { loadDomains } = await import('@jihui/registry');
  const config = platform.loadConfig(
    {
      JIHUI_MODE: 'test',
      JIHUI_STATE_DIR: stateDir,
      DATABASE_URL: url,
      ROLES: 'portal',
      LOG_LEVEL: 'error',
      ...(process.env.MEILI_URL && { MEILI_URL: process.env.MEILI_URL, MEILI_INDEX: `bench_${Date.now()}` }),
    },
    ROOT,
  );
  const domains = await loadDomains(['listings']);
  await platform.migrate(url, domains);
  return { app: await platform.createApplication({ config, domains }), platform };
}

function results() {
  const folder = process.env.JIHUI_DATA_DIR;
  const given = folder ? readdirSync(folder).filter((name) => /^results.*\.jsonl$/.test(name)) : [];
  const files =
    given.length > 0
      ? given.sort().map((name) => path.join(folder, name))
      : [inRoot('config/demo/results.jsonl')];
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ title, keywords, summary, keyPoints, abstract }) => ({
      title,
      keywords,
      summary: summary ?? abstract,
      keyPoints: keyPoints ?? abstract,
    }));
}

async function fill(app, { Db, SearchIndex, startTokeniser }, told, count) {
  const { SearchFeeder } = await import(inRoot('libs/platform/dist/search/feeder.js'));
  const [db, index] = [app.get(Db, { strict: false }), app.get(SearchIndex, { strict: false })];
  const tokeniser = startTokeniser();
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const batch = Array.from({ length: size }, (_, at) => documentOf(told, from + at));
    await db.transaction(() => index.put(batch, tokeniser));
    if (from % 10_000 === 0) console.log(`${from + size} / ${count}`);
  }
  await tokeniser.close();
  await app.get(SearchFeeder, { strict: false }).drain();
}

/** The n-th document: a result's title with the texts of three others. */
function documentOf(told, n) {
  const one = (step) => told[(n * step + Math.floor(n / told.length)) % told.length];
  const [titled, worded, summed, pointed] = [one(1), one(5), one(3), one(7)];
  const field = (name, weight, text, kind) => ({ name, weight, text: text ?? '', ...(kind && { kind }) });
  const division = ['140902', '140981', '140921', '140922'][n % 4];
  return {
    type: 'result',
    id: randomUUID(),
    version: 1,
    listed: true,
    belongsTo: null,
    values: {
      clusters: `8-${(n % 8) + 1}`,
      techFields: String((n % 11) + 1).padStart(2, '0'),
      cooperationModes: n % 3 === 0 ? ['TRANSFER', 'LICENCE'] : ['TRANSFER'],
      divisions: division,
      areas: [division, '140900', '140000'],
    },
    sorts: { newest: n },
    faces: [
      {
        visibleTo: VISITOR,
        fields: [
          field('title', 'A', titled.title),
          field('keywords', 'B', (worded.keywords ?? []).join(' ')),
          field('code', 'D', `CG2026${String(n).padStart(6, '0')}`, 'number'),
          field('summary', 'C', summed.summary),
          field('text', 'D', pointed.keyPoints?.slice(0, 800)),
        ],
      },
    ],
  };
}

/** What people type: keywords, alone, two at once, and the beginning of a title; half of them within a cluster. */
function questions(told, segment) {
  return Array.from({ length: QUERIES }, (_, n) => {
    const { title, keywords = [] } = told[(n * 13) % told.length];
    const [first = title, second = ''] = keywords;
    const text = [first, `${first} ${second}`.trim(), title.slice(0, 8)][n % 3];
    const word = segment(first).sort((a, b) => b.length - a.length)[0] ?? '';
    return { text, word, filters: n % 2 === 0 ? {} : { clusters: [`8-${(n % 8) + 1}`] } };
  }).filter(({ word }) => word !== '');
}

const bare = (word) => ({
  name: 'bare',
  text: 'select count(*) from platform.search_document where tsv @@ $1::tsquery',
  values: [`'${word.replaceAll("'", "''")}'`],
});

async function measure(app, platform, client, told) {
  const search = app.get(platform.Search, { strict: false });
  const ask = async ({ text, filters }) => {
    const answer = await search.ask({ types: ['result'], text, viewer: VISITOR, filters, facets: FACETS });
    const [{ hits }] = await Promise.all([
      answer.page(platform.pageArgs({ first: 20 })),
      answer.count(),
      answer.facets(),
    ]);
    await answer.highlights(hits);
  };
  const asked = questions(told, platform.segment);
  const taken = { search: [], bare: [], processor: [] };
  let processor = { ms: () => NaN };
  // The first round warms up; each question is asked both ways in turn, so that what else the machine does meets both.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const question of asked) {
      const before = processor.ms();
      const own = await ms(() => ask(question));
      const spent = processor.ms() - before;
      const index = await ms(() => client.query(bare(question.word)));
      if (round > 0) {
        taken.search.push(own);
        taken.processor.push(spent);
        taken.bare.push(index);
      }
    }
    // Now every connection is open.
    if (round === 0) processor = await processorTime(client);
  }
  const [own, index] = [percentiles(taken.search), percentiles(taken.bare)];
  return {
    search: own,
    processor: percentiles(taken.processor),
    bare: index,
    ratio: { p50: rounded(own.p50 / index.p50), p95: rounded(own.p95 / index.p95) },
  };
}

async function ms(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function percentiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
const rounded = (value) => Math.round(value * 100) / 100;

/** The statements of one search, as the database carries them out. */
async function explain(client, app, platform, told) {
  const db = app.get(platform.Db, { strict: false });
  const statements = [];
  const query = db.query.bind(db);
  db.query = (statement) => {
    statements.push(statement);
    return query(statement);
  };
  const [{ text, filters }] = questions(told, platform.segment).slice(1);
  const answer = await app
    .get(platform.Search, { strict: false })
    .ask({ types: ['result'], text, viewer: VISITOR, filters, facets: FACETS });
  await answer.page(platform.pageArgs({ first: 20 }));
  await answer.count();
  await answer.facets();
  db.query = query;
  for (const statement of statements) {
    const { text: words, values } = statement.toQuery();
    const { rows } = await client.query(`explain (analyze, buffers) ${words}`, values);
    console.log(`\n${words.trim()}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`);
  }
}
