import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { KeptFile } from './manifest.js';

/**
 * What stands in the state folder and is made anew, or is kept another way; `demo` is the whole place of `npm run demo`,
 * `exports` what organisations exported of what is kept itself.
 */
const LEFT_OUT = new Set([
  'postgres',
  'demo',
  'exports',
  'logs',
  'cache',
  'test-pg',
  'server.log',
  'install.lock',
]);

/** Every file of the state folder that a backup keeps, as a path from it; an absent folder has none. */
export async function stateFiles(dataDir: string, under = ''): Promise<readonly string[]> {
  const entries = await readdir(join(dataDir, under), { withFileTypes: true }).catch(absent);
  const found = entries
    .filter(({ name }) => under !== '' || !LEFT_OUT.has(name))
    .map(async (entry): Promise<readonly string[]> => {
      const path = join(under, entry.name);
      if (entry.isDirectory()) return stateFiles(dataDir, path);
      return entry.isFile() ? [path] : [];
    });
  return (await Promise.all(found)).flat().sort();
}

function absent(error: unknown): [] {
  if ((error as { code?: string }).code === 'ENOENT') return [];
  throw error;
}

/** Counts and hashes what passes. */
export class Seal extends Transform {
  private readonly hash = createHash('sha256');
  private length = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.length += chunk.length;
    done(null, chunk);
  }

  /** Once all has passed. */
  of(path: string): KeptFile {
    return { path, bytes: this.length, sha256: this.hash.digest('hex') };
  }
}

/**
 * Copies one file, readable by its owner alone, flushed to the disk.
 * @param path how the copy is called in the answer
 */
export async function copied(from: string, to: string, path: string): Promise<KeptFile> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const seal = new Seal();
  await pipeline(createReadStream(from), seal, createWriteStream(to, { mode: 0o600, flush: true }));
  return seal.of(path);
}

/** Whether the file is still as it was written. */
export async function isWhole(folder: string, kept: KeptFile): Promise<boolean> {
  const seal = new Seal();
  try {
    await pipeline(createReadStream(join(folder, kept.path)), seal.resume());
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
  const { bytes, sha256 } = seal.of(kept.path);
  return bytes === kept.bytes && sha256 === kept.sha256;
}
