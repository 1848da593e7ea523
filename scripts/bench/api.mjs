/**
 * Reads over HTTP at 100,000 listings beside the same answers by a hand-written Fastify with pg (scripts/bench/api/by-hand.mjs)
 * in the same run: processor time a request of server and database together, whatever else the machine does, as the
 * median of three rounds in which both are asked in turn after a warm-up, for a visitor and for whoever signed in; the
 * guards are all on. Then a mixed load of reads and saved drafts, and what the gateway adds before four services.
 * A ratio is the hand-written's time over ours: 1 is as cheap as by hand.
 *   JIHUI_DATA_DIR=… npm run bench -- api [--listings 100000] [--seconds 300] [--rounds 3]
 * The records are put together as in `bench -- import`, from results*.jsonl in JIHUI_DATA_DIR where that is set.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Person } from '../demo/person.mjs';
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { inRoot } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { run as runProgram } from '../lib/run.mjs';
import { startServer } from '../lib/server.mjs';
import { throughGateway } from './api/gateway.mjs';
import { ask, median, ofDatabase, ofProcess, rounded, send, settled } from './api/load.mjs';
import { mixedLoad } from './api/mixed.mjs';
import { requestsOf } from './api/requests.mjs';
import { openDatabase } from './database.mjs';
import { writeResults } from './results-file.mjs';

export const summary =
  '十万条信息时的接口，与手写程序相比 (reads and writes over HTTP beside a hand-written server)';

const WARM_SECONDS = 4;
const ROUND_SECONDS = 3;
const PASSWORD = 'Jihui-demo-2026';

export async function run(given) {
  const { values } = parseArgs({
    args: given,
    options: { listings: { type: 'string' }, seconds: { type: 'string' }, rounds: { type: 'string' } },
  });
  const listings = Number(values.listings ?? 100_000);
  await install();
  await build({ portal: false });
  const database = await openDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const running = [];
  try {
    await fill(database, client, listings);
    const ours = await startServer({
      databaseUrl: database.url,
      stateDir: database.stateDir,
      env: { JIHUI_MODE: 'test', ROLES: 'graph' },
    });
    running.push(ours);
    const byHand = await startByHand(database.url);
    running.push(byHand);
    const person = await new Person(ours.url, 'researcher').signIn('researcher@demo.jihui.cn', PASSWORD);
    const { rows } = await client.query(
      `select id from listings.search where kind = 'RESULT' order by id limit 500`,
    );
    await settled([ours.pid]);
    const asked = requestsOf({ ours, byHand, cookie: person.cookie, ids: rows.map(({ id }) => id) });
    const reads = await compare(asked, { ours, byHand, client, rounds: Number(values.rounds ?? 3) });
    const mixed = await mixedLoad({ ours, person, asked, client, seconds: Number(values.seconds ?? 300) });
    await ours.stop();
    running.splice(running.indexOf(ours), 1);
    const gateway = await throughGateway({ database, ids: rows.map(({ id }) => id) });
    return { listings, ...reads, mixed, gateway };
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    await client.end();
    await database.close();
  }
}

/** Demo city, then the file of results by the command that people run; the hand-written search has a table of its own. */
async function fill({ url, stateDir }, client, listings) {
  const file = path.join(stateDir, 'results.jsonl');
  await writeResults(file, listings);
  const env = { DATABASE_URL: url, JIHUI_STATE_DIR: stateDir, LOG_LEVEL: 'error' };
  for (const command of [['seed'], ['import', 'results', file]]) {
    const { code, output } = await runProgram(process.execPath, [inRoot('scripts/jihui.mjs'), ...command], {
      env,
    });
    if (code !== 0) throw new Error(`jihui ${command[0]}: ${output.slice(-2_000)}`);
  }
  await client.query(`
    create schema bench;
    create table bench.search as select s.id, d.tsv, s.cluster, s.tech_field, s.trl_band, s.price_mode, s.division_code,
      s.owner_kind, s.cooperation_modes
      from listings.search s join platform.search_document d on d.id = s.id and d.type = 'result' and d.face = 0
      where s.kind = 'RESULT' and s.listed;
    create index on bench.search using gin (tsv)`);
  await client.query('vacuum analyze');
}

async function startByHand(databaseUrl) {
  const port = await freePort();
  const child = fork(inRoot('scripts/bench/api/by-hand.mjs'), [], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('the hand-written server ended'))),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

async function compare(asked, { ours, byHand, client, rounds }) {
  for (const operations of Object.values(asked))
    for (const [name, pair] of Object.entries(operations)) await sameAnswer(name, pair);
  // A large program is compiled as it is used: both have been in use for a while before anything is measured.
  for (const operations of Object.values(asked))
    for (const pair of Object.values(operations))
      for (const side of ['ours', 'byHand']) await ask(pair[side], WARM_SECONDS, { check });
  const told = { ratio: {}, cpuMs: {} };
  for (const [who, operations] of Object.entries(asked)) {
    told.ratio[who] = {};
    told.cpuMs[who] = {};
    for (const [name, pair] of Object.entries(operations)) {
      const taken = { ours: [], byHand: [] };
      for (const side of ['ours', 'byHand']) await ask(pair[side], WARM_SECONDS, { check });
      for (let round = 0; round < rounds; round += 1)
        for (const side of ['ours', 'byHand'])
          taken[side].push(await cost(pair[side], side === 'ours' ? ours : byHand, client));
      const of = (side, part) => median(taken[side].map((one) => one[part]));
      const total = (side) => median(taken[side].map((one) => one.server + one.database));
      told.ratio[who][name] = rounded(total('byHand') / total('ours'));
      told.cpuMs[who][name] = {
        ours: rounded(total('ours'), 3),
        byHand: rounded(total('byHand'), 3),
        bare: rounded(of('byHand', 'database'), 3),
      };
      console.log(
        `${who.padEnd(10)}${name.padEnd(9)}${told.ratio[who][name].toFixed(2)}   ` +
          `ours node ${of('ours', 'server').toFixed(3)} + pg ${of('ours', 'database').toFixed(3)}, ` +
          `by hand ${of('byHand', 'server').toFixed(3)} + ${of('byHand', 'database').toFixed(3)} ms; ` +
          `${Math.round(of('ours', 'rate'))} and ${Math.round(of('byHand', 'rate'))}/s, p50 ${of('ours', 'p50').toFixed(1)} and ${of('byHand', 'p50').toFixed(1)} ms`,
      );
    }
  }
  return told;
}

/** Milliseconds of the processor for one request. */
async function cost(next, { pid }, client) {
  const [before, database] = [ofProcess(pid), await ofDatabase(client)];
  const { requests, seconds, times } = await ask(next, ROUND_SECONDS, { check });
  return {
    server: (ofProcess(pid) - before) / requests,
    database: (await database()) / requests,
    rate: requests / seconds,
    p50: median(times),
  };
}

function check({ status, body }) {
  if (status !== 200 || body.startsWith('{"errors"'))
    throw new Error(`HTTP ${status}: ${body.slice(0, 300)}`);
}

/** Both sides tell the same things, or they would not be compared. */
async function sameAnswer(name, { ours, byHand, same }) {
  const [mine, theirs] = await Promise.all([send(ours()), send(byHand())]);
  check(mine);
  check(theirs);
  const [told, expected] = same(JSON.parse(mine.body).data, JSON.parse(theirs.body));
  if (JSON.stringify(told) !== JSON.stringify(expected))
    throw new Error(
      `${name}: ${JSON.stringify(told).slice(0, 400)} is not ${JSON.stringify(expected).slice(0, 400)}`,
    );
}
