import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinTestServer } from '../../libs/testing/jest/global-setup.mjs';
import { build } from '../../scripts/lib/build.mjs';
import { startServer } from '../../scripts/lib/server.mjs';

/**
 * Before the first journey: a seeded demo city of its own behind JIHUI_BASE_URL, on the built server and portal.
 * @returns what ends it after the last one.
 */
export default async function startDemoCity(): Promise<() => Promise<void>> {
  await build();
  const given = process.env['TEST_DATABASE_URL'];
  const postgres =
    given === undefined ? await joinTestServer() : { url: given, leave: async () => undefined };
  const name = `jihui_test_browser_${process.pid}`;
  await asAdmin(postgres.url, `create database ${name} template template0`);
  const databaseUrl = new URL(postgres.url);
  databaseUrl.pathname = `/${name}`;
  const stateDir = await mkdtemp(join(tmpdir(), 'jihui-browser-'));
  const server = await startServer({ databaseUrl: databaseUrl.href, stateDir, env: { JIHUI_MODE: 'demo' } });
  process.env['JIHUI_BASE_URL'] = server.url;
  process.env['JIHUI_STATE_DIR'] = stateDir;
  process.env['JIHUI_DATABASE_URL'] = databaseUrl.href;
  return async () => {
    await server.stop();
    await asAdmin(postgres.url, `drop database if exists ${name} with (force)`);
    await postgres.leave();
    await rm(stateDir, { recursive: true, force: true });
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
