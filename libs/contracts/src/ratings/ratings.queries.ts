import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import type { Connection, GraphContext, PageArgs } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import { firstOfMonth, MONTHS } from '../core/workload/steps.js';
import { RatingsStore, type RatingFilter, type RatingMonth, type RatingRow } from '../store/ratings.store.js';

/** Reads of 好差评 for the bureau. */
@Injectable()
export class RatingsQueries {
  constructor(
    private readonly store: RatingsStore,
    private readonly contracts: ContractsQueries,
  ) {}

  async months(context: GraphContext): Promise<readonly RatingMonth[]> {
    const today = legalDayOf(await this.contracts.now(context));
    return this.store.months(context.actor, firstOfMonth(today, MONTHS - 1));
  }

  rows(context: GraphContext, filter: RatingFilter, args: PageArgs): Promise<Connection<RatingRow>> {
    return this.store.rows(context.actor, filter, args);
  }

  contract(context: GraphContext, { contractId }: RatingRow): Promise<ContractView | null> {
    return this.contracts.one(context, contractId);
  }
}
