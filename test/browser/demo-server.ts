import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinTestServer } from '../../libs/testing/jest/global-setup.mjs';
import { build } from '../../scripts/lib/build.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startServer, type RunningServer } from '../../scripts/lib/server.mjs';
import { TestIssuer } from '../../libs/testing/src/issuer.js';
import { announceCities, CITIES, type City } from './cities.js';

/** A city's data: its database, and its folder of files, mail and keys. */
interface Place {
  readonly databaseUrl: string;
  readonly stateDir: string;
}

/**
 * Before the first test: the demo city is seeded once, copied, and each copy served by the built server and portal, with an
 * issuer of identities beside it.
 * @returns what ends them after the last one.
 */
export default async function startDemoCities(): Promise<() => Promise<void>> {
  await build();
  const given = process.env['TEST_DATABASE_URL'];
  const postgres =
    given === undefined ? await joinTestServer() : { url: given, leave: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'jihui-browser-'));
  const databaseOf = (name: string): string => `jihui_test_browser_${process.pid}_${name}`;
  const placeOf = (name: string): Place => {
    const url = new URL(postgres.url);
    url.pathname = `/${databaseOf(name)}`;
    return { databaseUrl: url.href, stateDir: join(folder, name) };
  };
  const [first = 'journeys', ...others] = CITIES;
  await asAdmin(postgres.url, `create database ${databaseOf(first)} template template0`);
  // PostgreSQL copies no database in which somebody works.
  await (await serve(placeOf(first))).stop();
  for (const name of others) {
    await asAdmin(
      postgres.url,
      `create database ${databaseOf(name)} template ${databaseOf(first)} strategy file_copy`,
    );
    await cp(placeOf(first).stateDir, placeOf(name).stateDir, { recursive: true });
  }
  const servers = await Promise.all(CITIES.map((name) => serveWithIssuer(placeOf(name))));
  const cities = CITIES.map((name, index): [string, City] => [
    name,
    { url: servers[index]?.url ?? '', ...placeOf(name) },
  ]);
  announceCities(Object.fromEntries(cities));
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
    for (const name of CITIES)
      await asAdmin(postgres.url, `drop database if exists ${databaseOf(name)} with (force)`);
    await postgres.leave();
    await rm(folder, { recursive: true, force: true });
  };
}

const serve = (
  { databaseUrl, stateDir }: Place,
  port?: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> =>
  startServer({
    databaseUrl,
    stateDir,
    env: { JIHUI_MODE: 'demo', ...settings },
    ...(port === undefined ? {} : { port }),
  });

/** A city that takes the word of an issuer of its own. */
async function serveWithIssuer(place: Place): Promise<Pick<RunningServer, 'url' | 'stop'>> {
  const port = await freePort();
  const issuer = await TestIssuer.open(`http://127.0.0.1:${port}/sign-in/return`, true);
  const { url, stop } = await serve(place, port, issuer.settings('山西政务服务'));
  return { url, stop: () => Promise.all([stop(), issuer.close()]) };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
