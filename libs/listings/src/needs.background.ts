import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import { needActionTowards, needStateByDeals } from './core/deal-stage.js';
import { needMachine } from './core/perform.js';
import { NeedWriter } from './need.writer.js';
import { DealsStore } from './store/deals.store.js';
import { NeedsStore } from './store/needs.store.js';

/** What happens to needs without anybody asking: the night, and the deals about them. */
@Injectable()
export class NeedsBackground {
  constructor(
    private readonly work: Work,
    private readonly needs: NeedsStore,
    private readonly deals: DealsStore,
    private readonly writer: NeedWriter,
  ) {}

  /** A step of the nightly job; nothing when the need moved on meanwhile. */
  async nightly(
    id: string,
    action: 'expire' | 'remind',
    reason: string,
    days: number | null = null,
  ): Promise<void> {
    const actor = system('listings.expire');
    await this.work.run({ domain: 'listings', name: action, actor }, async (tx) => {
      const before = await this.needs.lock(id);
      if (before === undefined || needMachine.lifecycle.next(before.state, action) === undefined) return;
      await this.writer.write(
        before,
        action,
        actor,
        tx,
        reason,
        action === 'remind' ? {} : { stateReason: reason },
      );
      if (action === 'remind') await this.needs.markReminded(id, days);
    });
  }

  /** Brings the need where its deals want it. Runs in the transaction of the event's handler. */
  async followDeals(id: string, tx: Tx): Promise<void> {
    const before = await this.needs.lock(id);
    if (before === undefined) return;
    const action = needActionTowards(before.state, needStateByDeals(await this.deals.ofNeed(id)));
    if (action !== undefined)
      await this.writer.write(before, action, system('listings.followDeal'), tx, null, {});
  }
}
