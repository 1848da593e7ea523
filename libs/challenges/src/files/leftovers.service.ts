import { Injectable } from '@nestjs/common';
import { legalDayOf, system } from '@jihui/kernel';
import { Files } from '@jihui/platform';
import { eachApart } from '../bids/each-apart.js';
import { SealedBytes } from '../bids/sealed-bytes.js';
import { CallDesk } from '../calls/call-desk.js';
import { BidsStore } from '../store/bids.store.js';
import { MisconductStore } from '../store/misconduct.store.js';
import { RecordFilesStore } from '../store/record-files.store.js';

const DAY_MS = 86_400_000;

/** What was sent and never handed in: files of records and of reports, and sealed bids that no bid became. */
@Injectable()
export class LeftoversService {
  constructor(
    private readonly desk: CallDesk,
    private readonly records: RecordFilesStore,
    private readonly reports: MisconductStore,
    private readonly bids: BidsStore,
    private readonly files: Files,
    private readonly sealed: SealedBytes,
  ) {}

  /**
   * Removes what is older than the parameter's days, each kind in its own transaction. The bytes go after the rows are
   * theirs to remove, which nobody can hand in any more, and before they are gone for good: what breaks off in between is
   * found again by the next run.
   */
  async remove(now: Date): Promise<void> {
    const { uploadDays } = await this.desk.rules(legalDayOf(now));
    const before = new Date(now.getTime() - uploadDays * DAY_MS);
    await eachApart(
      [
        async () => this.files.forget(await this.records.removeLeft(before)),
        async () => this.files.forget(await this.reports.removeLeft(before)),
        () => this.removeBids(before),
      ],
      (removal) => this.desk.run(system('challenges.removeLeftovers'), 'removeLeftovers', {}, removal),
    );
  }

  private async removeBids(before: Date): Promise<void> {
    for (const id of await this.bids.removeLeft(before)) await this.sealed.remove(id);
  }
}
