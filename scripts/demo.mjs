/**
 * npm run demo: the main job by HTTP GraphQL on a fresh demo database: import, publish, match, deal, disclosure,
 * signature, registration, certificate, and its verification without a server. Exits non-zero on any failure.
 */
import { createRequire } from 'node:module';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoInput } from './demo/input.mjs';
import { build } from './lib/build.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { withLock } from './lib/processes.mjs';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './lib/postgres/embedded.mjs';
import { step as longStep } from './lib/progress.mjs';
import { startServer } from './lib/server.mjs';

runMain(async () => {
  // Read before anything else: a folder that is not there should not cost a minute.
  const input = demoInput();
  await install();
  await build();
  // One at a time: a second demo would sweep the first one's database away.
  await withLock(inRoot('.data/demo.lock'), () => demo(input));
});

async function demo(input) {
  const began = Date.now();
  const state = inRoot('.data/demo');
  const dataDir = path.join(state, 'postgres');
  // A demo that was killed leaves its database, running.
  await removeEmbeddedPostgres(dataDir);
  rmSync(state, { recursive: true, force: true });
  const postgres = await startEmbeddedPostgres({ dataDir, hurry: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => {
      postgres.abandon();
      process.exit(130);
    });
  try {
    await act(postgres.url, state, input);
    await removeEmbeddedPostgres(dataDir);
    rmSync(state, { recursive: true, force: true });
    console.log(`\n演示完成，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒。`);
  } catch (error) {
    await postgres.stop();
    console.error(`\n服务器的记录留在 ${path.join(state, 'server.log')} (the server's log is kept there)`);
    throw number === 0
      ? error
      : new Failure(`演示在第 ${number} 步之后失败 (failed)：${error.message}`, { cause: error });
  }
}

/** The play with a server, then the certificate without one. */
async function act(databaseUrl, stateDir, input) {
  const server = await longStep('启动演示服务器，写入演示城市 (starting a server with a demo city)', () =>
    startServer({ databaseUrl, stateDir, env: { JIHUI_MODE: 'demo' } }),
  );
  const outcome = await play(server.url, databaseUrl, input).finally(server.stop);
  const { verifyOffline } = await import('./demo/certificate.mjs');
  await verifyOffline({ ...outcome, step });
}

let number = 0;
/** One line a step: its number, who, what, the id of what it made, and the time. */
function step(who, what, id) {
  const label = who === '' ? '    ' : `${String((number += 1)).padStart(2)}. ${who}：`;
  console.log(`${label}${what}${id ? `  [${id}]` : ''}  ${new Date().toISOString()}`);
}

/** The play itself. @returns what is left when the server is gone */
async function play(url, databaseUrl, input) {
  // Loaded only now: they need what `install` brought.
  const { publishedKeys } = await import('./demo/certificate.mjs');
  const { importAll } = await import('./demo/imports.mjs');
  const { runMainJob } = await import('./demo/main-job.mjs');
  const { accounts } = JSON.parse(readFileSync(inRoot('config/demo/identity.json'), 'utf8'));
  await importAll({ url, accounts, step, imports: input.imports });
  const passDays = (days) => moveClock(databaseUrl, days);
  const outcome = await runMainJob({ url, accounts, step, input, passDays });
  return { ...outcome, keys: await publishedKeys(url) };
}

/** Business time of the demo database; the server refuses a moved clock in production. */
async function moveClock(databaseUrl, days) {
  const pg = createRequire(pathToFileURL(inRoot('package.json')))('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into platform.clock_offset ("offset") values (make_interval(days => $1))
     on conflict (single) do update set "offset" = platform.clock_offset."offset" + excluded."offset"`,
    [days],
  );
  await client.end();
}
