/**
 * Search with a filter, counts and facets, as the results page asks for it, beside the same word asked of the text index
 * alone (`count(*)` over what the index finds, by a prepared statement) in the same run: on PostgreSQL, and on Meilisearch
 * where MEILI_URL names one or its program is installed. The documents are put together from the bundled demo results, or
 * those of JIHUI_DATA_DIR (results*.jsonl, a paper's abstract for its summary and key points): each takes its title,
 * keywords, summary and key points from four of them, so that words are as frequent as there (with the 26 bundled ones
 * every word stands in thousands of documents), and goes in through the product's own index.
 * Beside the time on the clock stands the processor time of the server and of its database, which a busy machine hardly
 * changes; `answers` says which engine answered how often, since the product goes to PostgreSQL where another one fails.
 *   npm run bench -- search [documents …] [--engine postgres|meilisearch] [plans]
 *     10,000 and 100,000, and both engines, when left out; `plans` prints EXPLAIN (ANALYZE, BUFFERS)
 */
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { Failure } from '../lib/failure.mjs';
import { install } from '../lib/install.mjs';
import { ROOT, inRoot } from '../lib/paths.mjs';
import { openDatabase } from './database.mjs';
import { megabytesOf } from './memory.mjs';
import { processorTime } from './processor.mjs';
import { FACETS, VISITOR, documentOf, questions, results } from './search/documents.mjs';

export const summary = '检索要多久，与单问索引相比 (search beside the bare text index, on both engines)';

const SIZES = [10_000, 100_000];
const ENGINES = ['postgres', 'meilisearch'];
const BATCH = 500;
const ROUNDS = 3;

export async function run(words) {
  const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const at = words.indexOf('--engine');
  const engines = at < 0 ? ENGINES : [words[at + 1]];
  const unknown = engines.find((engine) => !ENGINES.includes(engine));
  if (unknown !== undefined || (at >= 0 && engines.length !== 1))
    throw new Failure(`没有名为 ${unknown} 的引擎 (no such engine; there are ${ENGINES.join(', ')})`);
  await install();
  await build({ portal: false });
  const measured = {};
  for (const engine of engines) {
    const figures = await measureEngine(
      engine,
      (sizes.length > 0 ? sizes : SIZES).sort((a, b) => a - b),
      words.includes('plans'),
    );
    if (figures === undefined && at >= 0)
      throw new Failure(
        '没有 Meilisearch：设置 MEILI_URL，或安装其程序 (no Meilisearch: set MEILI_URL, or install it)',
      );
    if (figures !== undefined) measured[engine] = figures;
    else console.log('Meilisearch is not measured: neither MEILI_URL is set nor is its program installed');
  }
  return measured;
}

/** Size by size in one database, each measured by a server that has just started; undefined where there is no such engine. */
async function measureEngine(engine, sizes, plans) {
  const part = engine === 'meilisearch' ? await meilisearch() : null;
  if (part === undefined) return undefined;
  const database = await openDatabase();
  const index = `bench_${Date.now()}`;
  const told = results();
  try {
    const measured = {};
    let present = 0;
    for (const size of sizes) {
      const began = performance.now();
      await within({ database, part, index }, async (world) => {
        if (present === 0) await world.get('Reindex').run();
        await fill(world, told, present, size);
        await world.client.query(
          'vacuum analyze platform.search_document, platform.search_text, platform.search_word',
        );
      });
      const buildSeconds = Math.round((performance.now() - began) / 1000);
      const documents = size - present;
      present = size;
      measured[size] = await within({ database, part, index }, async (world) => {
        if (plans) await explain(world, told);
        const figures = await measure(world, told, engine);
        return {
          build: { documents, seconds: buildSeconds },
          ...figures,
          memoryMb: await memoryOf(world, part),
          diskMb: await diskOf(world, part, index),
        };
      });
      console.log(engine, size, JSON.stringify(measured[size]));
    }
    return { ...measured, growth: growthOf(measured, sizes) };
  } finally {
    await part?.client?.remove(index);
    await part?.stop();
    await database.close();
  }
}

/** How much longer and larger from each size to the next. */
const growthOf = (measured, sizes) =>
  Object.fromEntries(
    sizes.slice(1).map((size, at) => {
      const [small, large] = [measured[sizes[at]], measured[size]];
      const times = (figure) => rounded(figure(large) / figure(small));
      return [
        `${sizes[at]} to ${size}`,
        {
          p50: times(({ search }) => search.p50),
          p95: times(({ search }) => search.p95),
          processorP95: times(({ processor }) => processor.p95),
          diskMb: times(({ diskMb }) => diskMb.database + (diskMb.engine ?? 0)),
        },
      ];
    }),
  );

/** @returns undefined where there is none */
async function meilisearch() {
  const { pathOf, startMeilisearch } = await import('@jihui/testing');
  if (!process.env.MEILI_URL && pathOf('meilisearch') === undefined) return undefined;
  const part = await startMeilisearch();
  const { MeiliClient } = await import(inRoot('libs/platform/dist/search/meili/client.js'));
  const client = new MeiliClient(part.url);
  return {
    ...part,
    client: {
      stats: () => client.get('/stats'),
      remove: (index) => client.change('DELETE', `/indexes/${index}`).catch(() => undefined),
    },
  };
}

/** A server of its own on the database, and a connection beside it. */
async function within({ database, part, index }, work) {
  const platform = await import('@jihui/platform');
  const { loadDomains } = await import('@jihui/registry');
  const { Engines } = await import(inRoot('libs/platform/dist/search/engines.js'));
  const { SearchFeeder } = await import(inRoot('libs/platform/dist/search/feeder.js'));
  const settings = {
    JIHUI_MODE: 'test',
    JIHUI_STATE_DIR: database.stateDir,
    DATABASE_URL: database.url,
    // Nothing but what is measured runs beside it.
    ROLES: 'portal',
    LOG_LEVEL: 'error',
    ...(part && { MEILI_URL: part.url, MEILI_INDEX: index }),
  };
  const domains = await loadDomains(['listings']);
  await platform.migrate(database.url, domains);
  const app = await platform.createApplication({ config: platform.loadConfig(settings, ROOT), domains });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const known = { ...platform, Engines, SearchFeeder };
  try {
    return await work({ platform, client, get: (name) => app.get(known[name], { strict: false }) });
  } finally {
    await client.end();
    await app.close();
  }
}

async function fill({ platform, get }, told, from, to) {
  const [db, index] = [get('Db'), get('SearchIndex')];
  const tokeniser = platform.startTokeniser();
  for (let at = from; at < to; at += BATCH) {
    const size = Math.min(BATCH, to - at);
    const batch = Array.from({ length: size }, (_, n) => documentOf(told, at + n));
    await db.transaction(() => index.put(batch, tokeniser));
    if (at % 10_000 === 0) {
      // What another engine must hear goes as it comes: what waits is no part of what is measured.
      await get('SearchFeeder').drain();
      console.log(`${at + size} / ${to}`);
    }
  }
  await tokeniser.close();
  await get('SearchFeeder').drain();
}

const bare = (word) => ({
  name: 'bare',
  text: 'select count(*) from platform.search_document where tsv @@ $1::tsquery',
  values: [`'${word.replaceAll("'", "''")}'`],
});

async function measure({ platform, client, get }, told, engine) {
  const answers = answering(get('Engines'));
  const search = get('Search');
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
  if (!(answers[engine] > 0)) throw new Error(`${engine} answered nothing: ${JSON.stringify(answers)}`);
  const [own, index] = [percentiles(taken.search), percentiles(taken.bare)];
  return {
    search: own,
    processor: percentiles(taken.processor),
    bare: index,
    ratio: { p50: rounded(own.p50 / index.p50), p95: rounded(own.p95 / index.p95) },
    answers,
  };
}

/** How often each engine answers from now on. */
function answering(engines) {
  const answers = {};
  const ask = engines.ask.bind(engines);
  engines.ask = (question) =>
    ask(async (engine) => {
      const answer = await question(engine);
      answers[engine.name] = (answers[engine.name] ?? 0) + 1;
      return answer;
    });
  return answers;
}

/** What the server, the database with all its processes and, where it was started here, the engine hold. */
async function memoryOf({ client }, part) {
  const { rows } = await client.query('select pid from pg_stat_activity');
  return {
    server: Math.round(process.memoryUsage().rss / 2 ** 20),
    database: megabytesOf(rows.map(({ pid }) => pid)),
    ...(part && { engine: part.pid === undefined ? null : megabytesOf([part.pid]) }),
  };
}

async function diskOf({ client }, part) {
  const { rows } = await client.query(`
    select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'platform' and c.relkind = 'r' and c.relname like 'search%'`);
  return {
    database: Math.round(Number(rows[0].bytes) / 2 ** 20),
    ...(part && { engine: Math.round((await part.client.stats()).usedDatabaseSize / 2 ** 20) }),
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
async function explain({ platform, client, get }, told) {
  const db = get('Db');
  const statements = [];
  const query = db.query.bind(db);
  db.query = (statement) => {
    statements.push(statement);
    return query(statement);
  };
  const [{ text, filters }] = questions(told, platform.segment).slice(1);
  const answer = await get('Search').ask({
    types: ['result'],
    text,
    viewer: VISITOR,
    filters,
    facets: FACETS,
  });
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
