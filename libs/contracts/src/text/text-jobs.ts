import { Injectable } from '@nestjs/common';
import { system, type ReadOutcome } from '@jihui/kernel';
import { Files, TextReader, Work, type Tx } from '@jihui/platform';
import { analyse, READER_VERSION, type Analysis } from '../core/text/analyse.js';
import { likenessOf, NEAR_DUPLICATE, SHARED_PRINTS } from '../core/text/likeness.js';
import { readingOf } from '../core/text/reading.js';
import { LikenessStore } from '../store/likeness.store.js';
import { TextsStore, type FileToRead } from '../store/texts.store.js';

/** So many files a night are put into the queue again: reading goes on the next night. */
const BATCH = 500;

/** Reads the text of uploaded contracts, away from the request that brought them. */
@Injectable()
export class TextJobs {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly texts: TextsStore,
    private readonly likeness: LikenessStore,
    private readonly reader: TextReader,
  ) {}

  /** Opens its own transaction after the reading, which may take a minute; done once, however often it is asked for. */
  async read(fileId: string): Promise<void> {
    const file = await this.texts.unread(fileId, READER_VERSION);
    if (file === undefined) return;
    const reading = readingOf(await this.outcomeOf(file.sha256), file.name);
    const analysis = analyse(reading);
    await this.work.run(
      { domain: 'contracts', name: 'readText', actor: system('contracts.readText') },
      async (tx) => {
        await this.texts.lockFile(fileId);
        if ((await this.texts.unread(fileId, READER_VERSION)) === undefined) return;
        await this.texts.keep(fileId, reading, analysis, { reader: READER_VERSION, readAt: tx.now });
        await this.compare(file, analysis);
      },
    );
  }

  /** Asks for every reading that is missing or was made by older rules. */
  async readWaiting(tx: Tx): Promise<void> {
    for (const fileId of await this.texts.allUnread(READER_VERSION, BATCH))
      await tx.addJob('contracts.readText', { fileId });
  }

  /** Looks for texts of other contracts, at whichever registry, that are nearly the same. */
  private async compare(file: FileToRead, { normal, prints }: Analysis): Promise<void> {
    await this.likeness.oneAfterTheOther();
    await this.likeness.keepPrints(file.id, normal, prints);
    const of = { fileId: file.id, contractId: file.contractId };
    const candidates = await this.likeness.candidates(of, prints, SHARED_PRINTS);
    const likened = candidates.map((candidate) => ({
      fileId: candidate.fileId,
      likeness: likenessOf(normal, candidate.normal),
    }));
    await this.likeness.keep(
      file.id,
      likened
        .filter(({ likeness }) => likeness >= NEAR_DUPLICATE)
        .map(({ fileId, likeness }) => ({ fileId, basisPoints: Math.round(likeness * 10_000) })),
    );
  }

  /** A deal may name a file whose bytes never came to this platform. */
  private async outcomeOf(sha256: string): Promise<ReadOutcome> {
    if (!(await this.files.exists(sha256))) return { status: 'MISSING' };
    return this.reader.read(this.files.pathOf(sha256));
  }
}
