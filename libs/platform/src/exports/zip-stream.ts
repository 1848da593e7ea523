import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';

/** What stands in an archive under that path. */
export interface ZippedPart {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** An archive that is read while it is written: its parts go from disk to the reader, and memory does not grow with them. */
export class ZipStream {
  private readonly out = new PassThrough();
  private readonly zip = new Zip((error, chunk, last) => {
    if (error) this.out.destroy(error);
    else this.out.write(chunk);
    if (last) this.out.end();
  });

  private constructor() {}

  /**
   * The archive that the parts added by `write` make up, one after the other.
   * @returns its bytes; what fails while they are written breaks the stream off
   */
  static of(write: (zip: ZipStream) => Promise<void>): Readable {
    const stream = new ZipStream();
    void write(stream).then(
      () => stream.zip.end(),
      (error: unknown) => stream.out.destroy(error as Error),
    );
    return stream.out;
  }

  /**
   * Adds a part, as fast as the reader takes it.
   * @param at stands as its time, so that the same parts give the same bytes
   * @throws where the reader has gone away
   */
  async add(
    path: string,
    at: Date,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<ZippedPart> {
    const part = new ZipPassThrough(path);
    part.mtime = at;
    this.zip.add(part);
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      hash.update(chunk);
      part.push(chunk);
      if (this.out.destroyed) throw new Error('the reader went away');
      if (this.out.writableNeedDrain) await Promise.race([once(this.out, 'drain'), once(this.out, 'close')]);
    }
    part.push(new Uint8Array(0), true);
    return { path, size, sha256: hash.digest('hex') };
  }
}
