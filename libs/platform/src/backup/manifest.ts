import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../config/reasons.js';

/** Raised when a backup is written in another way, so that an older program refuses it. */
export const FORMAT = 1;
const FILE = 'manifest.json';

/** A file of the backup, as it must be found again. */
export interface KeptFile {
  /** From the backup's own folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface KeptTable extends KeptFile {
  /** Schema and name, quoted where SQL asks for it; parents stand before what refers to them. */
  readonly name: string;
  /** Quoted; none that the database computes. */
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface KeptSequence {
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

/** What a backup holds: all that is needed to tell whether it is whole, and to load it. */
export interface Manifest {
  readonly format: number;
  /** When the snapshot was taken, by the database's clock. */
  readonly takenAt: string;
  readonly server: string;
  /** Where jobs waited: those in Redis are not in the backup. */
  readonly queue: 'postgres' | 'redis';
  /** Migrations that had run, by schema. */
  readonly migrations: Readonly<Record<string, readonly string[]>>;
  readonly tables: readonly KeptTable[];
  readonly sequences: readonly KeptSequence[];
  /** What stood in the state folder: uploads, keys, signed heads of the audit. */
  readonly files: readonly KeptFile[];
}

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, FILE), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });

/** @throws {StartError} when the folder is no backup, or one that this program does not know */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) throw new StartError(`${folder} 不是完整的备份：没有 ${FILE} (not a backup)`);
  const manifest = parsed(text);
  if (manifest?.format === undefined)
    throw new StartError(`${join(folder, FILE)} 已损坏 (the manifest is damaged)`);
  if (manifest.format !== FORMAT)
    throw new StartError(`备份的格式为 ${manifest.format}，本程序只认 ${FORMAT} (another format of backup)`);
  return manifest;
}

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}
