import { Injectable } from '@nestjs/common';
import { system, type ReadOutcome } from '@jihui/kernel';
import { Files, READER_LIMITS, TextReader, Work, type ReaderLimits, type Tx } from '@jihui/platform';
import type { OpenedFile } from '../core/bids/bid.js';
import { blindFiles, contentsOf } from '../core/qualification/contents.js';
import { FILES_WAITING, fileFindings, type ReadFile } from '../core/qualification/file-naming.js';
import { BidsStore } from '../store/bids.store.js';
import { FactsStore } from '../store/facts.store.js';
import { ReviewsStore } from '../store/reviews.store.js';

/** Of one file. Names are searched for in the server itself, so it reads less than a registry does of a contract. */
const LIMITS: ReaderLimits = { ...READER_LIMITS, pages: 500, characters: 400_000, office: true };
/** Bytes; a larger file is said to be unread. */
const LARGEST = 128 * 1024 * 1024;

const reading = system('challenges.readBidFiles');

/** 附件中的名称: the files of opened bids are read for names, away from the opening; what is found stands with the check. */
@Injectable()
export class BidFilesService {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly bids: BidsStore,
    private readonly facts: FactsStore,
    private readonly store: ReviewsStore,
    private readonly reader: TextReader,
  ) {}

  /** Opens its own transaction after the reading, which may take minutes; done once, however often it is asked for. */
  async read(bidId: string): Promise<void> {
    const check = await this.store.check(bidId);
    const bid = await this.bids.openedOne(bidId);
    if (bid === undefined || check?.findings.some(({ code }) => code === FILES_WAITING.code) !== true) return;
    const files: ReadFile[] = [];
    for (const file of blindFiles(bid.form, bid.files ?? []))
      files.push({ name: file.name, outcome: await this.outcomeOf(file) });
    const leadName = (await this.facts.organisation(bid.organisationId))?.name ?? '';
    const findings = fileFindings(leadName, contentsOf(bid.form), files);
    await this.work.run({ domain: 'challenges', name: 'readBidFiles', actor: reading }, async (tx) => {
      if (!(await this.store.addFileFindings(bidId, findings))) return;
      const after = { files: files.length, findings: findings.length };
      await tx.audit({ stream: `Bid:${bidId}`, action: 'readBidFiles', after });
    });
  }

  /** Asks anew for readings that were lost on their way. */
  async readWaiting(tx: Tx): Promise<void> {
    for (const bidId of await this.store.waitingForFiles())
      await tx.addJob('challenges.readBidFiles', { bidId });
  }

  private async outcomeOf({ sha256, size }: OpenedFile): Promise<ReadOutcome> {
    if (!(await this.files.exists(sha256))) return { status: 'MISSING' };
    if (size > LARGEST) return { status: 'TOO_LARGE' };
    return this.reader.read(this.files.pathOf(sha256), LIMITS);
  }
}
