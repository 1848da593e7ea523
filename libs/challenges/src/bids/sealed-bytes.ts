import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config, isUuid } from '@jihui/platform';

/** Sealed bids on the local disk, one file an upload. They are encrypted before they come here. */
@Injectable()
export class SealedBytes {
  constructor(private readonly config: Config) {}

  /**
   * Writes a piece where the one before ended. A piece that breaks off leaves bytes that are not counted, and is written
   * over by the next; the last one is on the disk when this is done.
   * @param limit bytes that may come now; what is beyond is refused by `tooLarge`
   * @param size bytes of the whole
   * @returns how many bytes came
   */
  async write(
    id: string,
    from: number,
    source: Readable,
    { limit, size }: { readonly limit: number; readonly size: number },
    tooLarge: () => Error,
  ): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(this.pathOf(id), from === 0 ? 'w' : 'r+', 0o600);
    try {
      let at = 0;
      // What is left unread is the server's to throw away: a request that is destroyed gets no answer.
      const pieces: AsyncIterable<Buffer> = source.iterator({ destroyOnReturn: false });
      for await (const chunk of pieces) {
        if (at + chunk.length > limit) throw tooLarge();
        await file.write(chunk, 0, chunk.length, from + at);
        at += chunk.length;
      }
      // What a machine loses that fails before the end shows by the commitment; a whole bid must be on the disk.
      if (from + at === size) await file.sync();
      return at;
    } finally {
      await file.close();
    }
  }

  read(id: string): ReadStream {
    return createReadStream(this.pathOf(id));
  }

  /** What was replaced is kept nowhere: only its commitment stands in the log. */
  remove(id: string): Promise<void> {
    return rm(this.pathOf(id), { force: true });
  }

  private pathOf(id: string): string {
    if (!isUuid(id)) throw new Error('not an upload');
    return join(this.folder, id);
  }

  private get folder(): string {
    return join(this.config.dataDir, 'bids');
  }
}
