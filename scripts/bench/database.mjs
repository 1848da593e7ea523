import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../lib/postgres/embedded.mjs';

/**
 * A new database with the server's own durability, on DATABASE_URL where set and on an embedded server otherwise, and
 * a folder beside it; `close` removes both.
 */
export async function openDatabase() {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'jihui-bench-'));
  const postgres = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => undefined }
    : await startEmbeddedPostgres({ dataDir: path.join(stateDir, 'postgres') });
  const name = `jihui_bench_${randomBytes(6).toString('hex')}`;
  await administer(postgres.url, `create database ${name} template template0`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    stateDir,
    close: async () => {
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
