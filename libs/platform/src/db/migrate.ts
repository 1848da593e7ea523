import { Client } from 'pg';
import { runMigrations } from 'bullmq';
import { declaredParameters, unitOf } from '../law/parameters.js';
import { declaredHolidays } from '../law/holidays.js';
import type { Domain } from '../domain.js';
import { migrationDataSource } from './data-source.js';
import { platformMigrations } from './platform-migrations.js';

/** Spells JIHU: one migrator at a time, however many processes start. */
const MIGRATION_LOCK = 0x4a494855;

/**
 * Brings every schema to its newest version, the platform's first, and adds parameters and
 * holidays that are declared and not yet there. Safe to call from several processes at once.
 * @param onProgress is told each schema and how many migrations ran.
 */
export async function migrate(
  url: string,
  domains: readonly Pick<Domain, 'name' | 'migrations'>[],
  onProgress: (schema: string, applied: number) => void = () => undefined,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateSchema(client, url, 'platform', platformMigrations, onProgress);
    for (const domain of domains)
      await migrateSchema(client, url, domain.name, domain.migrations, onProgress);
    await declare(client);
    await runMigrations(client, 'bullmq');
  } finally {
    await client.end();
  }
}

async function migrateSchema(
  client: Client,
  url: string,
  schema: string,
  migrations: readonly unknown[],
  onProgress: (schema: string, applied: number) => void,
): Promise<void> {
  await client.query(`create schema if not exists ${schema}`);
  const dataSource = await migrationDataSource(url, schema, migrations).initialize();
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
    `insert into platform.parameter (name, value, effective_from, source)
     select * from jsonb_to_recordset($1::jsonb) as declared
       (name text, value bigint, "effectiveFrom" date, source text)
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
