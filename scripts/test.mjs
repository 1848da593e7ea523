/**
 * npm test: every suite, with one embedded PostgreSQL for all.
 *   node scripts/test.mjs            db, e2e, and beside the browser core and architecture
 *   node scripts/test.mjs core db    only these
 *   node scripts/test.mjs split      test/e2e once more, asked of a gateway before services and workers
 *   node scripts/test.mjs redis      every end-to-end suite once more, with the queues on Redis
 *   node scripts/test.mjs --full     what is long, split and redis as well
 * A test that needs a program which is not installed is named and counted as skipped; with JIHUI_NO_SKIP=1 it fails.
 * The last line is `N passed, N failed` or `N passed, N failed, N skipped`.
 */
import { build } from './lib/build.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { step } from './lib/progress.mjs';
import { runBrowser, runJest } from './lib/test-suites.mjs';

const SUITES = ['core', 'db', 'e2e', 'architecture', 'browser'];
const LONG_SUITES = ['long', 'split', 'redis'];
/** No database: they run while the cities of the browser are seeded, which leaves a processor idle for most of a minute. */
const NEEDS_NOTHING = ['core', 'architecture'];
/** No registry and no Debian package ships these: Meilisearch, and the schemas of OCDS (OCDS_SCHEMA_DIR names their folder). */
const NEVER_INSTALLED = ['meilisearch', 'ocds-schema'];
const isNeverInstalled = (text) => NEVER_INSTALLED.some((part) => text.toLowerCase().includes(part));

runMain(async () => {
  const words = process.argv.slice(2);
  const full = words.includes('--full');
  // What has a long and a short form asks for it there.
  if (full) process.env.JIHUI_FULL = '1';
  const named = words.filter((word) => !word.startsWith('-'));
  const known = [...SUITES, ...LONG_SUITES];
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Failure(`no suite ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  const suites = named.length > 0 ? named : full ? known : SUITES;

  await install();
  await build({ portal: suites.includes('browser') });
  const server = await testServer(suites);
  const outcomes = [];
  try {
    const beside = suites.includes('browser') ? suites.filter((suite) => NEEDS_NOTHING.includes(suite)) : [];
    for (const suite of suites.filter((one) => !beside.includes(one) && one !== 'browser'))
      outcomes.push(await runSuite(suite, server));
    if (suites.includes('browser')) {
      const both = [runSuite('browser', server), runOneByOne(beside)];
      outcomes.push(...(await Promise.all(both)).flat());
    }
  } finally {
    await server.leave();
  }
  conclude(outcomes);
});

/** TEST_DATABASE_URL or DATABASE_URL where set; else the embedded server, shared with other runs of this checkout. */
async function testServer(suites) {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const needed = suites.some((suite) => suite !== 'core' && suite !== 'architecture');
  if (given || !needed) return { url: given, leave: async () => undefined };
  const { joinTestServer } = await import(inRoot('libs/testing/jest/global-setup.mjs'));
  const server = await step('启动测试数据库 (starting the test PostgreSQL)', joinTestServer);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      server.abandon();
      process.exit(130);
    });
  return server;
}

/** @returns {Promise<import('./lib/test-suites.mjs').Outcome[]>} */
async function runOneByOne(suites) {
  const outcomes = [];
  for (const suite of suites) outcomes.push(await runSuite(suite, {}, 1));
  return outcomes;
}

async function runSuite(suite, server, workers = 2) {
  const env = server.url ? { TEST_DATABASE_URL: server.url } : {};
  console.log(`\n── ${suite} ──`);
  const began = Date.now();
  const outcome = suite === 'browser' ? await runBrowser(env) : await runJest(suite, env, workers);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${suite}: ${line([outcome])} (${seconds} s)`);
  return outcome;
}

function conclude(outcomes) {
  const mayNotSkip = process.env.JIHUI_NO_SKIP === '1';
  const isRefused = (title) => mayNotSkip && !isNeverInstalled(title);
  console.log('');
  for (const part of new Set(outcomes.flatMap((outcome) => outcome.missing)))
    console.log(`skipped for want of ${part}${isNeverInstalled(part) ? ' (no package ships it)' : ''}`);
  const counted = outcomes.map((outcome) => {
    const refused = outcome.skipped.filter(isRefused);
    for (const title of refused) console.log(`✗ may not be skipped: ${title}`);
    const skipped = outcome.skipped.filter((title) => !isRefused(title));
    return { ...outcome, failed: outcome.failed + refused.length, skipped };
  });
  console.log(line(counted));
  if (counted.some((outcome) => outcome.failed > 0)) process.exitCode = 1;
}

function line(outcomes) {
  const sum = (of) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const skipped = sum((outcome) => outcome.skipped.length);
  const text = `${sum((outcome) => outcome.passed)} passed, ${sum((outcome) => outcome.failed)} failed`;
  return skipped > 0 ? `${text}, ${skipped} skipped` : text;
}
