import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { DomainError } from '@jihui/kernel';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { tooLarge, Unreadable } from './unreadable.js';

/** A workbook has some dozens of parts; thousands are made to tire a reader. */
const MAX_PARTS = 5_000;

/** Names of parts are the same in small and capital letters, and some programs write them either way (ECMA-376-2, 9.1.1). */
const keyOf = (name: string): string => name.toLowerCase();

/** The parts of a workbook's archive, by their names. */
export class Parts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Unreadable for what is no archive, or has too many parts. */
  static async open(path: string): Promise<Parts> {
    const zip = await promisify(yauzl.open)(path, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
    }).catch(() => {
      throw new Unreadable();
    });
    try {
      return new Parts(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /**
   * The bytes of a part, unpacked. They are counted as they come, since a directory may lie about sizes: a few
   * kilobytes can hold gigabytes.
   * @throws Unreadable for a part that is missing or encrypted, or unpacks to more than the limit in bytes.
   */
  async *read(name: string, limit: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined || entry.isEncrypted()) throw new Unreadable();
    let size = 0;
    try {
      const stream = await promisify(this.zip.openReadStream.bind(this.zip))(entry);
      for await (const chunk of stream as Readable & AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > limit) throw tooLarge();
        yield chunk;
      }
    } catch (error) {
      throw isDamage(error) ? new Unreadable() : error;
    }
  }

  close(): void {
    this.zip.close();
  }
}

/** What yauzl and zlib say of an archive that was cut or altered; what the system says is none of it. */
const isDamage = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && !(error instanceof DomainError) && !('syscall' in error);

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(keyOf(entry.fileName), entry);
      if (entries.size > MAX_PARTS) reject(tooLarge());
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new Unreadable()));
    zip.readEntry();
  });
}
