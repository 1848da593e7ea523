import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { declaredParameters, migrate, type Domain } from '@jihui/platform';

export interface TestDatabase {
  /** Connection string of this test file's own database. */
  readonly url: string;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
}

export type Migrated = Pick<Domain, 'name' | 'migrations'>;

/**
 * A new database with the schemas of these domains, copied from a template that is migrated once for as long as no
 * migration changes. For `beforeAll`; call `drop` in `afterAll`.
 */
export async function testDatabase(domains: readonly Migrated[]): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `jihui_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (client) => {
    // Held until the connection ends, so that nobody drops the template meanwhile.
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await templateOf(client, server, domains);
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  return {
    url: urlOf(server, name),
    drop: () =>
      asAdmin(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** An empty database without any schema, for tests of migrating itself. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `jihui_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  const run = (statement: string): Promise<void> =>
    asAdmin(server, async (client) => {
      await client.query(statement);
    });
  await run(`create database ${name} template template0`);
  return { url: urlOf(server, name), drop: () => run(`drop database if exists ${name} with (force)`) };
}

/** The server on which test databases are made: the embedded one unless TEST_DATABASE_URL or DATABASE_URL says. */
export function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined)
    throw new Error('TEST_DATABASE_URL is not set: run Jest with the root jest.config.mjs');
  return url;
}

export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

export async function asAdmin<T>(url: string, task: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

/** Spells TEST: one process at a time makes a template, the others wait and find it. */
const TEMPLATE_LOCK = 0x54455354;

async function templateOf(client: pg.Client, server: string, domains: readonly Migrated[]): Promise<string> {
  const family = `jihui_template_${hash(domains.map((domain) => domain.name).join(' '))}`;
  const template = `${family}_${hash(...sourcesOf(domains))}`;
  const known = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [`${family}_`],
  );
  if (known.rows.some((row) => row.name === template)) return template;
  // What is left of older migrations, or of a run that was killed while it migrated.
  for (const { name } of known.rows) await client.query(`drop database ${name} with (force)`);
  await client.query(`create database ${template}_new template template0`);
  await migrate(urlOf(server, `${template}_new`), domains);
  await client.query(`alter database ${template}_new rename to ${template}`);
  return template;
}

const hash = (...texts: readonly string[]): string => {
  const digest = createHash('sha256');
  for (const text of texts) digest.update(text).update('\0');
  return digest.digest('hex').slice(0, 12);
};

/** The text of everything that decides what a migrated database holds. */
function sourcesOf(domains: readonly Migrated[]): string[] {
  const libs = fileURLToPath(new URL('../../', import.meta.url));
  const platform = ['db', 'law', 'audit'].flatMap((folder) => sourceFiles(`${libs}platform/src/${folder}`));
  const own = domains.flatMap((domain) => sourceFiles(`${libs}${domain.name}/src`));
  return [...platform, ...own]
    .map((file) => [file.slice(libs.length), readFileSync(file, 'utf8')] as const)
    .filter(([file, text]) => file.startsWith('platform/') || decidesContents(file, text))
    .flat()
    .concat(domains.flatMap((domain) => domain.migrations.map(String)))
    .concat(JSON.stringify(parametersOf(domains)));
}

const parametersOf = (domains: readonly Migrated[]): unknown[] =>
  declaredParameters().filter(({ name }) => domains.some((domain) => name.startsWith(`${domain.name}.`)));

const decidesContents = (file: string, text: string): boolean =>
  file.includes('/store/migrations/') || text.includes('registerParameters(');

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
