import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ofDatabase } from '../config/away.js';
import { StartError } from '../config/reasons.js';
import { MIGRATION_LOCK } from '../db/migrate.js';
import {
  FORMAT,
  writeManifest,
  type KeptFile,
  type KeptSequence,
  type KeptTable,
  type Manifest,
} from './manifest.js';
import { copied, Seal, stateFiles } from './state-files.js';
import { migrationsOf, sequencesOf, tablesOf, type Table } from './tables.js';

/** What is kept, and of what. */
export interface Source {
  readonly databaseUrl: string;
  /** The state folder: uploads, keys, signed heads of the audit. */
  readonly dataDir: string;
  readonly queue: Manifest['queue'];
}

/** @param share between 0 and 1 */
export type OnProgress = (share: number, what: string) => void;

/** Signed heads are copied before the snapshot alone: newer ones would call its audit chains cut. */
const HEADS = 'audit/';
/** What a bid was replaced by removes its bytes at once: they are copied before the snapshot, and again after it. */
const BIDS = 'bids/';

/**
 * Writes the whole platform into a new folder while it goes on working: every table as it stood at one instant (one
 * repeatable-read snapshot), then the files of the state folder: what a row of the snapshot names is there by then. Nobody
 * waits for it but a migration. The folder is there only when it is whole.
 * @throws {StartError} when the folder is there already
 */
export async function backUp(source: Source, into: string, onProgress: OnProgress): Promise<Manifest> {
  const folder = resolve(into);
  if (await stat(folder).catch(() => undefined))
    throw new StartError(`${folder} 已存在：请写一个新的目录名 (the folder exists)`);
  if (!relative(source.dataDir, folder).startsWith('..'))
    throw new StartError(`${folder} 在状态目录之内：备份会包含它自己，请写到别处 (within the state folder)`);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    const manifest = await written(source, partial, onProgress);
    await writeManifest(partial, manifest);
    await rename(partial, folder);
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function written(source: Source, folder: string, onProgress: OnProgress): Promise<Manifest> {
  const all = await stateFiles(source.dataDir);
  const early = await keptFiles(
    source,
    folder,
    all.filter((path) => path.startsWith(HEADS) || path.startsWith(BIDS)),
  );
  const client = new Client({ connectionString: source.databaseUrl });
  // A connection that is cut fails the query that waits on it; without a listener it would end the process first.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK]);
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ at: Date; server: string }>(
      `select now() as at, current_setting('server_version') as server`,
    );
    const [at] = rows;
    if (at === undefined) throw new Error('the database tells no time');
    const migrations = await migrationsOf(client);
    const tables = await keptTables(client, folder, onProgress);
    const sequences = await keptSequences(client);
    await client.query('commit');
    const now = await stateFiles(source.dataDir);
    const files = await keptFiles(
      source,
      folder,
      now.filter((path) => !path.startsWith(HEADS)),
    );
    return {
      format: FORMAT,
      takenAt: at.at.toISOString(),
      server: at.server,
      queue: source.queue,
      migrations,
      tables,
      sequences,
      files: [...new Map([...early, ...files].map((file) => [file.path, file])).values()],
    };
  } catch (error) {
    throw ofDatabase(error);
  } finally {
    await client.end();
  }
}

async function keptTables(client: Client, folder: string, onProgress: OnProgress): Promise<KeptTable[]> {
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  const tables = await tablesOf(client);
  const total = tables.reduce((sum, { size }) => sum + size, 0) || 1;
  const kept: KeptTable[] = [];
  let done = 0;
  for (const table of tables) {
    onProgress(done / total, table.name);
    kept.push(await keptTable(client, folder, table));
    done += table.size;
  }
  return kept;
}

async function keptTable(client: Client, folder: string, { name, columns }: Table): Promise<KeptTable> {
  const path = join('tables', `${name.replaceAll('"', '')}.copy.gz`);
  const rows = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
  const seal = new Seal();
  const file = createWriteStream(join(folder, path), { mode: 0o600, flush: true });
  await pipeline(rows, createGzip({ level: 3 }), seal, file);
  return { name, columns, rows: rows.rowCount, ...seal.of(path) };
}

/** Read after the tables: a sequence never stands behind what was numbered from it. */
async function keptSequences(client: Client): Promise<KeptSequence[]> {
  const kept: KeptSequence[] = [];
  for (const name of await sequencesOf(client)) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value as last, is_called as called from ${name}`,
    );
    kept.push(...rows.map((row) => ({ name, ...row })));
  }
  return kept;
}

/** One that goes meanwhile (an upload that is given up) is left out. */
async function keptFiles({ dataDir }: Source, folder: string, paths: readonly string[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const path of paths) {
    const name = join('state', path);
    const file = await copied(join(dataDir, path), join(folder, name), name).catch(gone);
    if (file !== undefined) kept.push(file);
  }
  return kept;
}

function gone(error: unknown): undefined {
  if ((error as { code?: string }).code === 'ENOENT') return undefined;
  throw error;
}
