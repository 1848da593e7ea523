import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config, isUuid } from '@jihui/platform';

/** Sealed bids on the local disk, one file an upload. They are encrypted before they come here. */
@Injectable()
export class SealedBytes {
  constructor(private readonly config: Config) {}

  /**
   * Writes a piece where the one before ended. One that breaks off leaves bytes that are not counted, and is written over
   * by the next.
   * @param last the whole is on the disk when this is done
   */
  async write(id: string, from: number, bytes: Buffer, last: boolean): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(this.pathOf(id), from === 0 ? 'w' : 'r+', 0o600);
    try {
      await file.write(bytes, 0, bytes.length, from);
      // What a machine loses that fails before the end shows by the commitment; a whole bid must be on the disk.
      if (last) await file.sync();
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
