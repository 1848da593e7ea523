import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@jihui/kernel';
import { Seal } from '../backup/state-files.js';
import { ZipStream } from './zip-stream.js';

/** What was written under that path. */
export interface ExportedPart {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Where the parts of an export go, one after the other, as they are read: memory does not grow with them. */
export interface Sink {
  add(path: string, source: Source): Promise<ExportedPart>;
}

/** What stands beside the place of an export as long as it is not whole. */
export const PARTIAL = '.partial';

/** Writes parts into a folder that appears under its name once `write` is done. */
export async function intoFolder<T>(folder: string, write: (sink: Sink) => Promise<T>): Promise<T> {
  const part = `${folder}${PARTIAL}`;
  await rm(part, { recursive: true, force: true });
  const written = await write({ add: (path, source) => intoFile(part, path, source) });
  await rename(part, folder);
  return written;
}

async function intoFile(folder: string, path: string, source: Source): Promise<ExportedPart> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  const seal = new Seal();
  await pipeline(Readable.from(source, { objectMode: false }), seal, createWriteStream(place));
  return seal.of(path);
}

/** An archive of this kind says its parts' places in 32 bits and their number in 16: what is beyond could not be read. */
const MOST = { bytes: 4_000_000_000, parts: 65_000 };

export const EXPORT_TOO_LARGE = 'EXPORT.TOO_LARGE';

/**
 * Writes parts into one archive (ZIP) at that place, readable by its owner alone.
 * @param at stands as the time of each part
 * @param most that an archive holds
 * @throws DomainError EXPORT.TOO_LARGE beyond it
 */
export async function intoArchive<T>(
  place: string,
  at: Date,
  write: (sink: Sink) => Promise<T>,
  most = MOST,
): Promise<{ readonly written: T } & Omit<ExportedPart, 'path'>> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  let written: T | undefined;
  // Nothing is waited for between the first write and its reader: what fails at once would be nobody's.
  const archive = ZipStream.of(async (zip) => {
    let { bytes: left, parts } = most;
    written = await write({
      add: async (path, source) => {
        parts -= 1;
        if (parts < 0) throw tooLarge();
        const part = await zip.add(
          path,
          at,
          within(source, (length) => (left -= length) >= 0),
        );
        return { path, sha256: part.sha256, bytes: part.size };
      },
    });
  });
  const seal = new Seal();
  await pipeline(archive, seal, createWriteStream(place, { mode: 0o600, flush: true }));
  const { sha256, bytes } = seal.of(place);
  return { written: written as T, sha256, bytes };
}

const tooLarge = (): DomainError =>
  new DomainError(EXPORT_TOO_LARGE, '资料超过一个压缩包所能容纳，请联系平台运维人员导出');

async function* within(
  source: Source,
  hasRoomFor: (length: number) => boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of source) {
    if (!hasRoomFor(chunk.length)) throw tooLarge();
    yield chunk;
  }
}
