import { Client } from 'pg';
import { ofDatabase } from '../config/away.js';
import { runMigrations } from 'bullmq';
import { declaredParameters, unitOf } from '../law/parameters.js';
import { declaredHolidays } from '../law/holidays.js';
import type { Domain } from '../domain.js';
import { migrationDataSource, opened } from './data-source.js';
import { platformMigrations } from './platform-migrations.js';

/** Spells JIHU: one migrator at a time, however many processes start. */
export const MIGRATION_LOCK = 0x4a494855;

/** A schema by its name, and what brings it to its newest version. */
export type Migrated = Pick<Domain, 'name' | 'migrations'>;

/**
 * Brings every schema to its newest version, the platform's first, and adds parameters and
 * holidays that are declared and not yet there. Safe to call from several processes at once.
 * @param onProgress is told each schema and how many migrations ran.
 * @param platform those of the platform's own schema: not all where a backup is of an older version.
 */
export async function migrate(
  url: string,
  domains: readonly Migrated[],
  onProgress: (schema: string, applied: number) => void = () => undefined,
  platform: readonly unknown[] = platformMigrations,
): Promise<void> {
  const client = new Client({ connectionString: url });
  // A connection that is cut fails the query that waits on it; without a listener it would end the process first.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const schemas = [{ name: 'platform', migrations: platform }, ...domains];
    const applied = await appliedTo(
      client,
      schemas.map(({ name }) => name),
    );
    for (const { name, migrations } of schemas)
      if (migrations.every((migration) => applied.has(`${name} ${migrationNameOf(migration)}`)))
        onProgress(name, 0);
      else await migrateSchema(client, url, name, migrations, onProgress);
    await declare(client);
    await runMigrations(client, 'bullmq');
  } catch (error) {
    throw ofDatabase(error);
  } finally {
    await client.end();
  }
}

/** What is there already is told by two statements, so that a start with nothing to do is quick. */
async function appliedTo(client: Client, schemas: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows: tables } = await client.query<{ schema: string }>(
    `select schemaname as schema from pg_tables where tablename = 'migration' and schemaname = any($1)`,
    [schemas],
  );
  if (tables.length === 0) return new Set();
  const all = tables.map(({ schema }) => `select '${schema} ' || name as name from ${schema}.migration`);
  const { rows } = await client.query<{ name: string }>(all.join(' union all '));
  return new Set(rows.map(({ name }) => name));
}

/** As TypeORM names it: by its property `name`, or else by its class. */
export function migrationNameOf(migration: unknown): string {
  const instance = new (migration as new () => { readonly name?: string })();
  return instance.name ?? instance.constructor.name;
}

async function migrateSchema(
  client: Client,
  url: string,
  schema: string,
  migrations: readonly unknown[],
  onProgress: (schema: string, applied: number) => void,
): Promise<void> {
  await client.query(`create schema if not exists ${schema}`);
  const dataSource = await opened(migrationDataSource(url, schema, migrations));
  try {
    const applied = await dataSource.runMigrations();
    onProgress(schema, applied.length);
  } finally {
    await dataSource.destroy();
  }
}

async function declare(client: Client): Promise<void> {
  const parameters = declaredParameters();
  await client.query(
    `insert into platform.parameter_definition (name, title, unit, minimum, maximum, choices)
     select * from jsonb_to_recordset($1::jsonb) as declared
       (name text, title text, unit text, minimum bigint, maximum bigint, choices jsonb)
     on conflict (name) do update set title = excluded.title, unit = excluded.unit, minimum = excluded.minimum,
       maximum = excluded.maximum, choices = excluded.choices`,
    [
      JSON.stringify(
        parameters.map((parameter) => ({
          name: parameter.name,
          title: parameter.title,
          unit: unitOf(parameter),
          minimum: parameter.min ?? 0,
          maximum: parameter.max ?? 1e15,
          choices: parameter.choices ?? [],
        })),
      ),
    ],
  );
  await client.query(
    `insert into platform.parameter (name, value, effective_from, effective_to, source)
     select * from jsonb_to_recordset($1::jsonb) as declared
       (name text, value bigint, "effectiveFrom" date, "effectiveTo" date, source text)
     where not exists (select from platform.parameter p where p.name = declared.name)`,
    [
      JSON.stringify(
        parameters.flatMap(({ name, later, ...first }) =>
          [first, ...(later ?? [])].map((version) => ({ ...version, name })),
        ),
      ),
    ],
  );
  const holidays = declaredHolidays();
  await client.query(
    `insert into platform.holiday (day, works, name, source)
     select * from unnest($1::date[], $2::boolean[], $3::text[], $4::text[]) on conflict (day) do nothing`,
    [
      holidays.map((h) => h.day),
      holidays.map((h) => h.works),
      holidays.map((h) => h.name),
      holidays.map((h) => h.source),
    ],
  );
}
