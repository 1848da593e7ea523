import { Injectable } from '@nestjs/common';
import { legalDayOf, system } from '@jihui/kernel';
import { eachApart } from '../bids/each-apart.js';
import { CallDesk } from '../calls/call-desk.js';
import { dueOf } from '../core/misconduct/report.js';
import { MisconductStore } from '../store/misconduct.store.js';
import { MisconductDesk } from './misconduct-desk.js';

/** 逾期提醒: reports whose deadline is over, to those who handle them. */
@Injectable()
export class MisconductWatchService {
  constructor(
    private readonly calls: CallDesk,
    private readonly desk: MisconductDesk,
    private readonly store: MisconductStore,
  ) {}

  /** Tells of each once a deadline, a report a transaction. */
  async alarm(now: Date): Promise<void> {
    await eachApart(await this.store.overdue(legalDayOf(now)), (id) => this.alarmOf(id));
  }

  private alarmOf(id: string): Promise<void> {
    return this.calls.run(system('challenges.watchMisconduct'), 'alarmMisconductReport', {}, async (tx) => {
      const report = await this.store.lock(id);
      const today = legalDayOf(tx.now);
      const due = report === undefined ? null : dueOf(report);
      // Decided or extended since it was looked for.
      if (report === undefined || due === null || due >= today) return;
      await this.desk.keep(tx, report, { alarmedOn: today }, 'alarmMisconductReport');
    });
  }
}
