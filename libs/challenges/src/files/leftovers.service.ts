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

/**
 * What was sent and never handed in: files of records and of reports, and sealed bids that no bid became. No other domain
 * puts files apart, so what lies there without a row of these is nobody's.
 */
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
        () => this.removeStranded(),
      ],
      (removal) => this.desk.run(system('challenges.removeLeftovers'), 'removeLeftovers', {}, removal),
    );
  }

  /** What a process left that was killed between storing a file and writing its row, or between handing in and clearing up. */
  private async removeStranded(): Promise<void> {
    const ids = await this.files.stranded();
    const wanted = new Set([...(await this.records.waiting(ids)), ...(await this.reports.waiting(ids))]);
    await this.files.forget(ids.filter((id) => !wanted.has(id)));
  }

  private async removeBids(before: Date): Promise<void> {
    for (const id of await this.bids.removeLeft(before)) await this.sealed.remove(id);
  }
}
