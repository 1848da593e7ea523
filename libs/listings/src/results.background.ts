import { Injectable } from '@nestjs/common';
import { Work } from '@jihui/platform';
import { resultActionTowards, resultStateByDeals } from './core/deal-stage.js';
import type { ResultAction } from './core/result.lifecycle.js';
import type { Result } from './core/result.js';
import { ListingBackground } from './listing.background.js';
import { ResultWriter } from './result.writer.js';
import { DealsStore } from './store/deals.store.js';
import { ResultsStore } from './store/results.store.js';
import { resultTraits } from './traits.js';

/** What happens to results without anybody asking. */
@Injectable()
export class ResultsBackground extends ListingBackground<Result, ResultAction> {
  constructor(
    work: Work,
    store: ResultsStore,
    writer: ResultWriter,
    private readonly deals: DealsStore,
  ) {
    super(resultTraits, work, store, writer);
  }

  protected async towardsDeals({ id, state }: Result): Promise<ResultAction | undefined> {
    return resultActionTowards(state, resultStateByDeals(await this.deals.ofResult(id)));
  }
}
