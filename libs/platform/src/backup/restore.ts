import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ofDatabase } from '../config/away.js';
import { StartError } from '../config/reasons.js';
import { migrate, migrationNameOf, type Migrated } from '../db/migrate.js';
import { platformMigrations } from '../db/platform-migrations.js';
import type { OnProgress, Source } from './backup.js';
import { readManifest, type KeptTable, type Manifest } from './manifest.js';
import { copied, isWhole, stateFiles } from './state-files.js';
import { schemasOf, tablesOf } from './tables.js';

/** Where a backup goes. */
export type Target = Pick<Source, 'databaseUrl' | 'dataDir'>;

/**
 * Puts a backup into an empty database and an empty state folder. First every file is held against the manifest; then
 * the tables are made by the migrations that had run when it was taken, and filled in one transaction: what fails leaves
 * the database as empty as it was. Last come the migrations that are newer.
 * @throws {StartError} naming what is damaged, not empty, or not known to this program
 */
export async function restore(
  target: Target,
  domains: readonly Migrated[],
  from: string,
  onProgress: OnProgress,
): Promise<Manifest> {
  const manifest = await readManifest(from);
  await checkWhole(from, manifest, onProgress);
  await checkState(target.dataDir);
  const client = new Client({ connectionString: target.databaseUrl });
  client.on('error', () => undefined);
  let before: readonly string[] | undefined;
  try {
    await client.connect();
    await checkEmpty(client);
    before = await schemasOf(client);
    const platform = ranThen('platform', platformMigrations, manifest);
    await migrate(target.databaseUrl, asThen(domains, manifest), () => undefined, platform);
    await load(client, target, from, manifest, onProgress);
    await client.query('analyze');
  } catch (error) {
    // With its connection goes what was under way, and with it every lock.
    await client.end();
    // The tables that the migrations made go too, or the next try would find a database that is not empty.
    if (before !== undefined) await emptied(target.databaseUrl, before).catch(() => undefined);
    throw ofDatabase(error);
  }
  await client.end();
  await migrate(target.databaseUrl, domains);
  return manifest;
}

async function checkWhole(
  folder: string,
  { tables, files }: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  const all = [...tables, ...files];
  const damaged: string[] = [];
  for (const [index, file] of all.entries()) {
    onProgress(index / all.length, `核对 ${file.path} (checking)`);
    if (!(await isWhole(folder, file))) damaged.push(file.path);
  }
  if (damaged.length > 0)
    throw new StartError(
      `备份有 ${damaged.length} 个文件缺失或已改动：${damaged.slice(0, 5).join('、')} (damaged files)；未写入任何数据`,
    );
}

async function checkState(dataDir: string): Promise<void> {
  const [present] = await stateFiles(dataDir);
  if (present !== undefined)
    throw new StartError(
      `${dataDir} 不是空的（有 ${present}）：请把 JIHUI_STATE_DIR 设为新目录 (the state folder is not empty)`,
    );
}

async function checkEmpty(client: Client): Promise<void> {
  const [present] = await tablesOf(client);
  if (present !== undefined)
    throw new StartError(
      `数据库不是空的（有表 ${present.name}）：请恢复到新建的数据库 (the database is not empty)`,
    );
}

/** Removes the schemas that were made since; what others had there without a table stays. */
async function emptied(databaseUrl: string, before: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const made = (await schemasOf(client)).filter((schema) => !before.includes(schema));
    for (const schema of made) await client.query(`drop schema ${schema} cascade`);
  } finally {
    await client.end();
  }
}

/** The domains with the migrations that had run. */
function asThen(domains: readonly Migrated[], manifest: Manifest): readonly Migrated[] {
  const known = new Set(['platform', ...domains.map(({ name }) => name)]);
  const unknown = Object.keys(manifest.migrations).filter((schema) => !known.has(schema));
  if (unknown.length > 0)
    throw new StartError(`备份中有本程序没有的领域：${unknown.join('、')} (domains this program has not)`);
  return domains
    .filter(({ name }) => manifest.migrations[name] !== undefined)
    .map(({ name, migrations }) => ({ name, migrations: ranThen(name, migrations, manifest) }));
}

function ranThen(schema: string, migrations: readonly unknown[], manifest: Manifest): readonly unknown[] {
  const ran = new Set(manifest.migrations[schema]);
  const known = migrations.filter((migration) => ran.has(migrationNameOf(migration)));
  if (known.length < ran.size)
    throw new StartError(
      `备份来自更新的版本：${schema} 有本程序没有的迁移，请先升级 (the backup is of a newer version)`,
    );
  return known;
}

async function load(
  client: Client,
  { dataDir }: Target,
  from: string,
  manifest: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  const { tables, sequences, files } = manifest;
  checkSame(tables, await tablesOf(client));
  await client.query('begin');
  // Triggers keep what depends on a row, or refuse to change it: here both stand in the backup already.
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0) || 1;
  let done = 0;
  for (const table of tables) {
    onProgress(done / total, table.name);
    await loadTable(client, from, table);
    done += table.bytes;
  }
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
  for (const { name, last, called } of sequences)
    await client.query('select setval($1::regclass, $2, $3)', [name, last, called]);
  try {
    for (const { path } of files) await copied(join(from, path), inState(dataDir, path), path);
    await client.query('commit');
  } catch (error) {
    for (const { path } of files) await rm(inState(dataDir, path), { force: true });
    throw error;
  }
}

const inState = (dataDir: string, path: string): string => join(dataDir, relative('state', path));

/** What the migrations made is what the backup was taken of. */
function checkSame(
  kept: readonly KeptTable[],
  made: readonly { name: string; columns: readonly string[] }[],
): void {
  const shape = (tables: readonly { name: string; columns: readonly string[] }[]): Set<string> =>
    new Set(tables.map(({ name, columns }) => `${name} (${[...columns].sort().join(', ')})`));
  const [then, now] = [shape(kept), shape(made)];
  const odd = [...then].filter((one) => !now.has(one)).concat([...now].filter((one) => !then.has(one)));
  if (odd.length > 0)
    throw new StartError(
      `表结构与备份不一致：${odd.slice(0, 3).join('；')} (the tables differ from the backup’s)`,
    );
}

async function loadTable(client: Client, from: string, table: KeptTable): Promise<void> {
  const rows = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
  await pipeline(createReadStream(join(from, table.path)), createGunzip(), rows);
  if (rows.rowCount !== table.rows)
    throw new StartError(`${table.name} 应有 ${table.rows} 行，读入 ${rows.rowCount} 行 (rows are missing)`);
}
