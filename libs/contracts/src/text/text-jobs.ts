import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Files, Work, type Tx } from '@jihui/platform';
import { analyse, READER_VERSION } from '../core/text/analyse.js';
import { readingOf, type ReadOutcome } from '../core/text/reading.js';
import { TextsStore } from '../store/texts.store.js';
import { TextReader } from './text-reader.js';

/** So many files a night are put into the queue again: reading goes on the next night. */
const BATCH = 500;

/** Reads the text of uploaded contracts, away from the request that brought them. */
@Injectable()
export class TextJobs {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly texts: TextsStore,
    private readonly reader: TextReader,
  ) {}

  /** Opens its own transaction after the reading, which may take a minute; done once, however often it is asked for. */
  async read(fileId: string): Promise<void> {
    const file = await this.texts.unread(fileId, READER_VERSION);
    if (file === undefined) return;
    const reading = readingOf(await this.outcomeOf(file.sha256), file.name);
    const { clauses, proposals } = analyse(reading);
    await this.work.run(
      { domain: 'contracts', name: 'readText', actor: system('contracts.readText') },
      async (tx) => {
        await this.texts.lockFile(fileId);
        if ((await this.texts.unread(fileId, READER_VERSION)) === undefined) return;
        await this.texts.keep(fileId, reading, clauses, proposals, {
          reader: READER_VERSION,
          readAt: tx.now,
        });
      },
    );
  }

  /** Asks for every reading that is missing or was made by older rules. */
  async readWaiting(tx: Tx): Promise<void> {
    for (const fileId of await this.texts.allUnread(READER_VERSION, BATCH))
      await tx.addJob('contracts.readText', { fileId });
  }

  /** A deal may name a file whose bytes never came to this platform. */
  private async outcomeOf(sha256: string): Promise<ReadOutcome> {
    if (!(await this.files.exists(sha256))) return { status: 'DAMAGED', detail: 'no bytes' };
    return this.reader.read(this.files.pathOf(sha256));
  }
}
