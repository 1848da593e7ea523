import { Injectable } from '@nestjs/common';
import { Work } from '@jihui/platform';
import { needActionTowards, needStateByDeals } from './core/deal-stage.js';
import type { NeedAction } from './core/need.lifecycle.js';
import type { Need } from './core/need.js';
import { ListingBackground } from './listing.background.js';
import { NeedWriter } from './need.writer.js';
import { DealsStore } from './store/deals.store.js';
import { NeedsStore } from './store/needs.store.js';
import { needTraits } from './traits.js';

/** What happens to needs without anybody asking. */
@Injectable()
export class NeedsBackground extends ListingBackground<Need, NeedAction> {
  constructor(
    work: Work,
    store: NeedsStore,
    writer: NeedWriter,
    private readonly deals: DealsStore,
  ) {
    super(needTraits, work, store, writer);
  }

  protected async towardsDeals({ id, state }: Need): Promise<NeedAction | undefined> {
    return needActionTowards(state, needStateByDeals(await this.deals.ofNeed(id)));
  }
}
