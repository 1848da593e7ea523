import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import { DomainError, say } from '@jihui/kernel';
import { Config } from '../config/config.js';
import { isUuid, uuidv7 } from '../db/identifiers.js';

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  /** Sniffed from the bytes, never taken from the sender. */
  readonly type: string;
}

/** Largest file accepted. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** Nobody sends one file for so long: what lies apart or half-written since then, its process has left. */
const STRANDED_MS = 86_400_000;

/** Bytes by their hash on the local disk. Who may read them is for the domain that holds the row. */
@Injectable()
export class Files {
  constructor(private readonly config: Config) {}

  /**
   * Streams the bytes to disk; nothing is kept when it fails.
   * @param options.apart an id under which they lie until {@link takeIn}: what is never handed in is then removed by
   * {@link forget}, which no other file of the same bytes notices
   * @throws DomainError FILE.TOO_LARGE over the limit, FILE.EMPTY without a byte.
   */
  async put(
    source: Readable,
    options: { readonly limit?: number; readonly apart?: string } = {},
  ): Promise<StoredFile> {
    const limit = options.limit ?? MAX_FILE_BYTES;
    const incoming = join(this.root, 'incoming');
    await mkdir(incoming, { recursive: true });
    const part = join(incoming, uuidv7());
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        if (size > limit)
          done(
            new DomainError(
              'FILE.TOO_LARGE',
              say`文件超过 ${Math.floor(limit / 1024 / 1024)} MB，请压缩或拆分后上传`,
            ),
          );
        else done(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(part, { flags: 'wx' }));
      if (size === 0) throw new DomainError('FILE.EMPTY', '文件是空的，请重新选择');
      const sha256 = hash.digest('hex');
      const type = (await fileTypeFromFile(part))?.mime ?? (await guessText(part));
      const place = options.apart === undefined ? this.pathOf(sha256) : this.apartOf(options.apart);
      await mkdir(dirname(place), { recursive: true });
      await rename(part, place);
      return { sha256, size, type };
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /**
   * What was put apart is from now on a file like any other. Nothing is removed, so that a transaction that is rolled back
   * has lost nothing: {@link forget} once it has committed.
   */
  async takeIn(apart: string, sha256: string): Promise<void> {
    if (await this.exists(sha256)) return;
    const part = join(this.root, 'incoming', uuidv7());
    const place = this.pathOf(sha256);
    await mkdir(dirname(place), { recursive: true });
    try {
      await copyFile(this.apartOf(apart), part);
      await rename(part, place);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Removes what was put apart, whether it was taken in or is not wanted. */
  async forget(apart: readonly string[]): Promise<void> {
    for (const id of apart) await rm(this.apartOf(id), { force: true });
  }

  /**
   * What a process left that was killed while it took a file: parts of files, which are removed, and whole ones that lie
   * apart. Told by the disk's own times, a day old.
   * @returns ids under which files lie apart: those that no row names belong to nobody
   */
  async stranded(): Promise<readonly string[]> {
    for (const part of await this.rested('incoming'))
      await rm(join(this.root, 'incoming', part), { force: true });
    return (await this.rested('apart')).filter(isUuid);
  }

  private async rested(folder: string): Promise<readonly string[]> {
    const until = Date.now() - STRANDED_MS;
    const rested: string[] = [];
    for (const name of await readdir(join(this.root, folder)).catch(noFolder)) {
      const found = await stat(join(this.root, folder, name)).catch(() => undefined);
      if (found !== undefined && found.mtimeMs < until) rested.push(name);
    }
    return rested;
  }

  open(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256));
  }

  readAll(sha256: string): Promise<Buffer> {
    return readFile(this.pathOf(sha256));
  }

  async exists(sha256: string): Promise<boolean> {
    return stat(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  /** Where the bytes lie, for readers that need a path (spreadsheets are read by random access). */
  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  private apartOf(id: string): string {
    if (!isUuid(id)) throw new Error('not an id');
    return join(this.root, 'apart', id);
  }

  private get root(): string {
    return join(this.config.dataDir, 'files');
  }
}

/** Nothing has ever been put there. */
function noFolder(error: unknown): readonly string[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}

/** Plain text has no signature: it is text when its first bytes are UTF-8 without control characters. */
async function guessText(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: 4_095 })) chunks.push(chunk as Buffer);
  const head = Buffer.concat(chunks);
  const binary = head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return binary ? 'application/octet-stream' : 'text/plain';
}
