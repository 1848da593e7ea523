import { Injectable, Logger } from '@nestjs/common';
import { addDays, legalDayOf, system, type LegalDay } from '@jihui/kernel';
import { Work } from '@jihui/platform';
import { keyOf, warningsOf } from '../core/patents/warnings.js';
import { nextFeeDayOf } from '../store/patent.row.js';
import { PatentsStore, type Watched } from '../store/patents.store.js';
import { FeeBook, type FeeBookOfDay } from './fee-book.js';
import { PatentSearch } from './patent-search.js';
import { PatentWriter } from './patent-writer.js';

const BATCH = 200;
const JOB = system('discovery.watchPatents');

/** The night: terms that are over end, and holders are told what is due. */
@Injectable()
export class PatentWatchService {
  private readonly log = new Logger('PatentWatch');

  constructor(
    private readonly work: Work,
    private readonly patents: PatentsStore,
    private readonly writer: PatentWriter,
    private readonly search: PatentSearch,
    private readonly book: FeeBook,
  ) {}

  async run(now: Date): Promise<void> {
    const today = legalDayOf(now);
    const book = await this.book.on(today);
    const by = {
      fee: addDays(today, book.days.firstFee),
      filing: addDays(today, book.days.filing),
      expiry: addDays(today, book.days.expiry),
    };
    for (let after: string | null = null; ;) {
      const found: Watched[] = await this.patents.toWatch(by, after, BATCH);
      for (const one of found)
        await this.look(one, book, today).catch((error: unknown) =>
          this.log.warn(`${one.patent.id}: ${String(error)}`),
        );
      if (found.length < BATCH) return;
      after = found.at(-1)?.patent.id ?? null;
    }
  }

  /** Each in a transaction of its own; one that moved on meanwhile is judged as it is now. */
  private async look({ patent, warned }: Watched, book: FeeBookOfDay, today: LegalDay): Promise<void> {
    await this.work.run({ domain: 'discovery', name: 'watchPatent', actor: JOB }, async (tx) => {
      const before = await this.patents.lock(patent.id);
      if (before?.state !== 'GRANTED') return;
      if (before.content.expiresOn < today) {
        const said = { on: addDays(before.content.expiresOn, 1), reason: '专利权期限届满' };
        await this.writer.write(before, 'expire', JOB, tx, {}, said);
        return;
      }
      const due = warningsOf(before, book.rules, book.days, today);
      const news = due.filter((warning) => !warned.includes(keyOf(warning)));
      // A warning that is over is forgotten, so that the next year's is told again.
      await this.patents.markWarned(before.id, due.map(keyOf), nextFeeDayOf(before, today));
      await this.search.refresh([before.id]);
      if (news.length === 0) return;
      const text = news.map(({ message }) => message).join('；');
      await this.writer.tell(before, 'warn', tx, text);
      await tx.audit({ stream: `Patent:${before.id}`, action: 'warn', reason: text });
    });
  }
}
