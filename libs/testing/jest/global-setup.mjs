import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startEmbeddedPostgres } from '../../../scripts/lib/postgres/embedded.mjs';

/** A test database may be lost with the machine's power: that is what it is fast for. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
  // Each database that a test drops has all of them looked through.
  shared_buffers: '128MB',
};

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

/** So many databases may take a queue of their own in one run. */
const QUEUES = 4096;

/** JIHUI_QUEUE=redis: one Redis for the run, in which each database of PostgreSQL has a database for its queue. */
async function startRedis() {
  const folder = mkdtempSync(path.join(tmpdir(), 'jihui-redis-'));
  const port = await freePort();
  const words = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--databases',
    QUEUES,
  ];
  const server = spawn('redis-server', [...words.map(String), '--dir', folder], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on('error', () => undefined);
  await Promise.race([redis.ping(), ended, pause(20_000)]);
  redis.disconnect();
  if (server.exitCode !== null) throw new Error('redis-server did not start');
  process.once('exit', () => server.kill());
  return {
    url,
    leave: async () => {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Jest: once before the first file that needs a database. scripts/test.mjs sets TEST_DATABASE_URL for all suites. */
export default async function globalSetup() {
  // Names what is made once a run: libs/testing/src/world.ts.
  process.env.JIHUI_TEST_RUN = randomBytes(4).toString('hex');
  if (process.env.JIHUI_QUEUE === 'redis') {
    globalThis.jihuiTestRedis = await startRedis();
    process.env.TEST_REDIS_URL = globalThis.jihuiTestRedis.url;
  }
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
