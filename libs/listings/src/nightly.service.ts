import { Injectable, Logger } from '@nestjs/common';
import { addDays, daysBetween, legalDayOf, type LegalDay } from '@jihui/kernel';
import { Parameters } from '@jihui/platform';
import { NeedsBackground } from './needs.background.js';
import { PARAMETERS } from './parameters.js';
import { ResultsBackground } from './results.background.js';
import { ResultsStore } from './store/results.store.js';

/** Listings closed or reminded in one look; the night goes on until none is left. */
const BATCH = 200;

/** Closes what is past its term, takes lapsed patents off the market, reminds owners before the end. */
@Injectable()
export class NightlyService {
  private readonly log = new Logger('ListingsNightly');

  constructor(
    private readonly results: ResultsBackground,
    private readonly needs: NeedsBackground,
    private readonly resultRows: ResultsStore,
    private readonly parameters: Parameters,
  ) {}

  async run(now: Date): Promise<void> {
    const today = legalDayOf(now);
    const first = (await this.parameters.int(PARAMETERS.FIRST_REMINDER, today)).value;
    const last = (await this.parameters.int(PARAMETERS.LAST_REMINDER, today)).value;
    const expired = '有效期已满，请续期或修订后重新提交';
    for (const listings of [this.results, this.needs])
      await this.all(
        (limit) => listings.store.expiredBy(today, limit),
        (id) => listings.nightly(id, 'expire', expired),
      );
    await this.all(
      (limit) => this.resultRows.lapsedBy(today, limit),
      (id) => this.results.nightly(id, 'lapse', '所列专利已失效或期限已满，请修订知识产权信息后重新提交'),
    );
    for (const days of [last, first]) await this.remind(today, days);
  }

  private async remind(today: LegalDay, days: number): Promise<void> {
    const by = addDays(today, days);
    const text = `将于 ${daysBetween(today, by)} 天内到期，请及时续期`;
    for (const listings of [this.results, this.needs])
      await this.all(
        (limit) => listings.store.toRemind(by, days, limit),
        (id) => listings.nightly(id, 'remind', text, days),
      );
  }

  /** One after another, in batches; one that fails is logged and left for the next night. */
  private async all(
    find: (limit: number) => Promise<string[]>,
    act: (id: string) => Promise<void>,
  ): Promise<void> {
    const failed = new Set<string>();
    for (;;) {
      const ids = (await find(BATCH + failed.size)).filter((id) => !failed.has(id));
      if (ids.length === 0) return;
      for (const id of ids)
        await act(id).catch((error: unknown) => {
          failed.add(id);
          this.log.warn(`${id}: ${String(error)}`);
        });
    }
  }
}
