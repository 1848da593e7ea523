import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import { resultActionTowards, resultStateByDeals } from './core/deal-stage.js';
import { resultMachine } from './core/perform.js';
import { ResultWriter } from './result.writer.js';
import { DealsStore } from './store/deals.store.js';
import { ResultsStore } from './store/results.store.js';

/** What happens to results without anybody asking: the night, and the deals about them. */
@Injectable()
export class ResultsBackground {
  constructor(
    private readonly work: Work,
    private readonly results: ResultsStore,
    private readonly deals: DealsStore,
    private readonly writer: ResultWriter,
  ) {}

  /** A step of the nightly job; nothing when the result moved on meanwhile. */
  async nightly(
    id: string,
    action: 'expire' | 'lapse' | 'remind',
    reason: string,
    days: number | null = null,
  ): Promise<void> {
    const actor = system('listings.expire');
    await this.work.run({ domain: 'listings', name: action, actor }, async (tx) => {
      const before = await this.results.lock(id);
      if (before === undefined || resultMachine.lifecycle.next(before.state, action) === undefined) return;
      await this.writer.write(
        before,
        action,
        actor,
        tx,
        reason,
        action === 'remind' ? {} : { stateReason: reason },
      );
      if (action === 'remind') await this.results.markReminded(id, days);
    });
  }

  /** Brings the result where its deals want it. Runs in the transaction of the event's handler. */
  async followDeals(id: string, tx: Tx): Promise<void> {
    const before = await this.results.lock(id);
    if (before === undefined) return;
    const action = resultActionTowards(before.state, resultStateByDeals(await this.deals.ofResult(id)));
    if (action !== undefined)
      await this.writer.write(before, action, system('listings.followDeal'), tx, null, {});
  }
}
