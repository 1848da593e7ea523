/**
 * A large file through `jihui import results`, the command that people run: how long it takes, how much memory at the
 * most, how many events; then the same file again, which changes nothing. One row in a hundred is wrong, and is
 * reported while the others go in. Read against the time that the database alone needs for rows as large.
 *   npm run bench -- import [rows]      100,000 when left out
 */
import path from 'node:path';
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { inRoot } from '../lib/paths.mjs';
import { run as runProgram } from '../lib/run.mjs';
import { openDatabase } from './database.mjs';
import { writeResults } from './results-file.mjs';

export const summary = '导入十万行的时间、内存、事件 (import of 100,000 rows: time, memory, events)';

/** One row in so many is wrong. */
const WRONG = 100;

export async function run([rows = '100000']) {
  await install();
  await build({ portal: false });
  const database = await openDatabase();
  const file = path.join(database.stateDir, 'results.jsonl');
  const client = new pg.Client({ connectionString: database.url });
  try {
    await jihui(database, 'seed');
    await writeResults(file, Number(rows), { wrongEvery: WRONG });
    await client.connect();
    const before = await counts(client);
    const first = await jihui(database, 'import', 'results', file);
    const after = await counts(client);
    const again = await jihui(database, 'import', 'results', file);
    const bare = await copied(client);
    return {
      rows: Number(rows),
      created: after.results - before.results,
      events: after.events - before.events,
      seconds: Math.round(first.seconds),
      peakMb: first.peakMb,
      ratioToBareCopy: Number((first.seconds / bare).toFixed(1)),
      again: {
        created: (await counts(client)).results - after.results,
        events: (await counts(client)).events - after.events,
        seconds: Math.round(again.seconds),
        peakMb: again.peakMb,
      },
    };
  } finally {
    await client.end();
    await database.close();
  }
}

async function jihui({ url, stateDir }, ...words) {
  const began = performance.now();
  const { code, output } = await runProgram(process.execPath, [inRoot('scripts/jihui.mjs'), ...words], {
    env: { DATABASE_URL: url, JIHUI_STATE_DIR: stateDir, LOG_LEVEL: 'error' },
    show: 'stderr',
  });
  // 2: some rows are wrong, as they are meant to be.
  if (code !== 0 && code !== 2) throw new Error(`jihui ${words[0]}: ${output}`);
  const peak = /peak memory\) (\d+) MB/.exec(output);
  return { seconds: (performance.now() - began) / 1000, peakMb: peak === null ? null : Number(peak[1]) };
}

async function counts(client) {
  const { rows } = await client.query(`
    select (select count(*) from listings.result)::int as results, (select count(*) from listings.event)::int as events`);
  return rows[0];
}

/** Seconds for the same rows, written by one statement with the same indexes and the same durability. */
async function copied(client) {
  await client.query('create table public.bench_copy (like listings.result including indexes)');
  const began = performance.now();
  await client.query('insert into public.bench_copy select * from listings.result');
  return (performance.now() - began) / 1000;
}
