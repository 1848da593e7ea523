import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../scripts/lib/postgres/embedded.mjs';

/** A test database may be lost with the machine's power: that is what it is fast for. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' };

/** Starts, or joins, the PostgreSQL that all test runs of this checkout share; `leave` ends it after the last one. */
export async function joinTestServer(onProgress) {
  const dataDir = path.resolve(import.meta.dirname, '../../../.data/test-pg');
  const server = await startEmbeddedPostgres({ dataDir, settings: SETTINGS, hurry: true, onProgress });
  if (server.first) await dropLeftovers(server.url);
  return { url: server.url, leave: server.stop, abandon: server.abandon };
}

/** Databases of a run that was killed, or of the run of that name. */
export async function dropLeftovers(url, run = '') {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
    `jihui_test_${run}`,
  ]);
  for (const { datname } of rows)
    await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
  await client.end();
}

/** Jest: once before the first file that needs a database. scripts/test.mjs sets TEST_DATABASE_URL for all suites. */
export default async function globalSetup() {
  // Names what is made once a run: libs/testing/src/world.ts.
  process.env.JIHUI_TEST_RUN = randomBytes(4).toString('hex');
  if (process.env.TEST_DATABASE_URL) return;
  if (process.env.DATABASE_URL) {
    process.env.TEST_DATABASE_URL = process.env.DATABASE_URL;
    return;
  }
  const server = await joinTestServer();
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.jihuiTestServer = server;
  process.once('exit', server.abandon);
}
