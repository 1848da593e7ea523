/**
 * Matching at 10,000 and 100,000 results (1,000,000 on demand: `npm run bench -- match 1000000`): one need against all of
 * them, with vectors, in the engine's own thread, as the need's page asks for its list (candidates, filters, verdicts,
 * parts of the score, near-copies apart); 5,000 needs one after the other; build time, memory, how all of it grows, and how
 * long the server's event loop was kept.
 *
 * The generator resamples the records in JIHUI_DATA_DIR (results-*.jsonl, projects-*.jsonl): a result is the first half of
 * one paper's title, keywords and abstract with the second half of another's, so that every text is new and its words are
 * as common as in real ones; a need is a project's title with 600 characters of abstracts. The sequence is fixed. A first
 * thousand trains the vectors, as a young market's nightly job would; the rest come in afterwards.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { Failure } from '../lib/failure.mjs';
import { install } from '../lib/install.mjs';
import { inRoot, ROOT } from '../lib/paths.mjs';
import { startEmbeddedPostgres } from '../lib/postgres/embedded.mjs';
import { processorTime } from './processor.mjs';

export const summary = '匹配：一条需求对一万、十万项成果 (one need against 10,000 and 100,000 results)';

const SIZES = [10_000, 100_000];
const TRAINED = 1_000;
const ALL_NEEDS = 5_000;
const WARM_UP = 20;
const BATCH = 500;

export async function run(words) {
  const folder = process.env.JIHUI_DATA_DIR;
  if (!folder)
    throw new Failure('JIHUI_DATA_DIR 没有设置 (set it to a folder of results-*.jsonl and projects-*.jsonl)');
  const sizes = words.length > 0 ? words.map(Number) : SIZES;
  await install();
  await build({ portal: false });
  const world = await open();
  try {
    const generator = generatorOf(folder);
    await world.add(generator.results(TRAINED));
    const version = await world.training.run();
    const measured = {};
    let present = TRAINED;
    for (const size of sizes) {
      await world.add(generator.results(size - present));
      present = size;
      measured[size] = await measure(world, generator);
      console.log(size, JSON.stringify(measured[size]));
    }
    return { trainedSeconds: rounded(version?.seconds ?? 0), ...measured, growth: growthOf(measured, sizes) };
  } finally {
    await world.close();
  }
}

/** How many times as much each size takes as the one before. */
const growthOf = (measured, sizes) =>
  Object.fromEntries(
    sizes.slice(1).map((size, at) => {
      const [small, large] = [measured[sizes[at]], measured[size]];
      const times = (name) => rounded(large[name] / small[name]);
      const figures = {
        build: times('buildSeconds'),
        p50: times('p50Ms'),
        p95: times('p95Ms'),
        memory: times('rssMb'),
      };
      return [`${sizes[at]} to ${size}`, figures];
    }),
  );

async function measure(world, generator) {
  const { Corpora } = await domain('corpora.js');
  const { Ranking } = await domain('ranking.js');
  const { PairsStore } = await domain('store/pairs.store.js');
  const { SettingsReader } = await domain('settings.js');
  const { BusinessClock, City } = await import('@jihui/platform');
  const { ListingsStore } = await domain('store/listings.store.js');
  const { ExpertsStore } = await domain('store/experts.store.js');
  const { PatentsStore } = await domain('store/patents.store.js');
  const { ModelsStore } = await domain('store/models.store.js');
  const stores = [ListingsStore, ExpertsStore, PatentsStore, ModelsStore].map((store) => world.get(store));
  const corpora = new Corpora(...stores, { model: null });
  const asked = [ListingsStore, PairsStore, SettingsReader, BusinessClock, City].map((one) => world.get(one));
  const ranking = new Ranking(corpora, ...asked);
  const before = process.memoryUsage().rss;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const building = performance.now();
  await corpora.fresh('RESULT');
  await corpora.adopted();
  // Without the vectors everything would be quicker than it is.
  if (corpora.modelNumber === null) throw new Error('the version of the vectors was not taken up');
  const buildSeconds = (performance.now() - building) / 1_000;
  const buildDelay = delay.percentile(99) / 1e6;
  const needs = generator.needs(ALL_NEEDS);
  for (const need of needs.slice(0, WARM_UP)) await ranking.rank([need]);
  delay.reset();
  const processor = await processorTime();
  const [times, spent] = [[], []];
  let listed = 0;
  for (const need of needs) {
    const [began, before] = [performance.now(), processor.ms()];
    listed += (await ranking.rank([need])).get(need.id).length;
    times.push(performance.now() - began);
    spent.push(processor.ms() - before);
  }
  const inOrder = (values) => [...values].sort((a, b) => a - b);
  const at = (share, values = times) => rounded(inOrder(values)[Math.floor(values.length * share)]);
  const minutes = (values) => rounded(values.reduce((sum, time) => sum + time, 0) / 60_000);
  const figures = {
    buildSeconds: rounded(buildSeconds),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    processorMs: { p50: at(0.5, spent), p95: at(0.95, spent), p99: at(0.99, spent) },
    needs5000Minutes: minutes(times),
    needs5000ProcessorMinutes: minutes(spent),
    listed: Math.round(listed / needs.length),
    loopDelayP99Ms: rounded(delay.percentile(99) / 1e6),
    buildLoopDelayP99Ms: rounded(buildDelay),
    memoryMb: Math.round((process.memoryUsage().rss - before) / 2 ** 20),
    rssMb: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
  delay.disable();
  await corpora.stop();
  return figures;
}

const rounded = (value) => Number(value.toFixed(2));
const domain = (file) => import(inRoot('libs/matching/dist', file));

/** The matching domain alone, on a database of its own. */
async function open() {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'jihui-bench-'));
  const postgres = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => undefined }
    : await startEmbeddedPostgres({ dataDir: path.join(stateDir, 'postgres') });
  const name = `jihui_bench_${randomBytes(6).toString('hex')}`;
  await administer(postgres.url, `create database ${name} template template0`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const { createApplication, loadConfig, migrate, Work } = await import('@jihui/platform');
  const { loadDomains } = await import('@jihui/registry');
  const settings = { JIHUI_MODE: 'test', JIHUI_STATE_DIR: stateDir, DATABASE_URL: url.href, ROLES: 'portal' };
  const config = loadConfig({ ...settings, LOG_LEVEL: 'error', DATABASE_POOL: '4' }, ROOT);
  const domains = await loadDomains(['matching']);
  await migrate(url.href, domains);
  const app = await createApplication({ config, domains });
  const get = (token) => app.get(token, { strict: false });
  const { MatchingHandlers } = await domain('matching.handlers.js');
  const { Training } = await domain('training/training.js');
  const actor = { kind: 'system', name: 'bench' };
  return {
    get,
    training: get(Training),
    add: async (results) => {
      for (let at = 0; at < results.length; at += BATCH) {
        const payload = { results: results.slice(at, at + BATCH) };
        await get(Work).run({ domain: 'matching', name: 'import', actor }, (tx) =>
          get(MatchingHandlers).indexResults({ payload }, tx),
        );
      }
    },
    close: async () => {
      await app.close();
      await administer(postgres.url, `drop database ${name} with (force)`);
      await postgres.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

async function administer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function generatorOf(folder) {
  const [papers, projects] = [read(folder, 'results-'), read(folder, 'projects-')];
  let state = 20_261_123;
  const below = (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = (list) => list[below(list.length)];
  const first = (text) => text.slice(0, text.length / 2);
  const second = (text) => text.slice(text.length / 2);
  const result = () => {
    const [left, right] = [one(papers), one(papers)];
    return {
      ...COMMON,
      id: randomUUID(),
      title: `${first(left.title)}${second(right.title)}`,
      keywords: [...left.keywords.slice(0, 2), ...right.keywords.slice(0, 2)],
      summary: `${first(left.abstract)}${second(right.abstract)}`,
    };
  };
  const need = () => {
    const id = randomUUID();
    const place = { id, ownerId: randomUUID(), divisionCode: '140900', online: true };
    return {
      ...place,
      kind: 'NEED',
      version: 1,
      revision: 1,
      title: one(projects).title,
      keywords: [],
      body: `${one(papers).abstract}${one(papers).abstract}${one(papers).abstract}`.slice(0, 600),
      facts: {
        ...COMMON,
        ...place,
        kind: 'NEED',
        budgetMax: null,
        neededBy: null,
        needType: null,
        anonymous: false,
      },
      embedding: null,
    };
  };
  return {
    results: (count) => Array.from({ length: count }, result),
    needs: (count) => Array.from({ length: count }, need),
  };
}

const read = (folder, prefix) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line));

const COMMON = {
  version: 1,
  code: 'CG2026000001',
  keyPoints: '',
  ownerId: randomUUID(),
  ownerName: '某大学',
  createdBy: randomUUID(),
  divisionCode: '140900',
  cluster: null,
  techField: null,
  trl: null,
  cooperationModes: [],
  priceMode: 'NEGOTIABLE',
  priceMin: null,
  priceMax: null,
  ipRights: [],
  stateFunded: false,
  visibility: 'PUBLIC',
  state: 'ONLINE',
  online: true,
  expiresOn: null,
};
