/** npm run jihui -- <command>: finds or starts the embedded database unless DATABASE_URL is set, and runs apps/cli. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { cliWords } from './lib/cli.mjs';
import { runMain } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { ROOT } from './lib/paths.mjs';
import { startEmbeddedPostgres } from './lib/postgres/embedded.mjs';

/** What is done without any server, on a machine that may have none. */
const OFFLINE = ['verify-certificate', 'verify-draw', 'verify-bids', 'verify-diligence', 'seal'];

runMain(async () => {
  const words = process.argv.slice(2);
  await install();
  await build({ portal: false });
  const asksForHelp = words.length === 0 || words.some((word) => ['--help', '-h', 'help'].includes(word));
  const needsNothing = asksForHelp || OFFLINE.includes(words[0]);
  const postgres = needsNothing || process.env.DATABASE_URL ? undefined : await database();
  try {
    process.exitCode = await cli(words, postgres?.url ?? process.env.DATABASE_URL);
  } finally {
    await postgres?.stop();
  }
});

function database() {
  const state = path.resolve(ROOT, process.env.JIHUI_STATE_DIR || '.data');
  return startEmbeddedPostgres({ dataDir: path.join(state, 'postgres') });
}

/** Files are named from where the person stands; settings such as CITY_FILE from the checkout. */
function cli(words, databaseUrl) {
  const child = spawn(process.execPath, [...cliWords, ...words], {
    env: { ...process.env, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
    stdio: 'inherit',
  });
  // Ctrl-C reaches the command itself; we wait for its end to stop the database.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
