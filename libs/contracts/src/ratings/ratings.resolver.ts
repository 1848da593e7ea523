import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { legalDayOf } from '@jihui/kernel';
import { GraphContext, pageArgs } from '@jihui/platform';
import { ContractsQueries } from '../contracts.queries.js';
import type { QueryRatingRowsArgs } from '../contracts.types.gen.js';
import { firstOfMonth, MONTHS } from '../core/workload/steps.js';
import { RatingsStore, type RatingRow } from '../store/ratings.store.js';

/** 好差评 as the bureau reads it: by month, and the ratings behind each number. */
@Resolver('RatingRow')
export class RatingsResolver {
  constructor(
    private readonly store: RatingsStore,
    private readonly contracts: ContractsQueries,
  ) {}

  @Query()
  async ratingMonths(@Context() context: GraphContext) {
    const today = legalDayOf(await this.contracts.now(context));
    return this.store.months(context.actor, firstOfMonth(today, MONTHS - 1));
  }

  @Query()
  ratingRows(@Context() context: GraphContext, @Args() args: QueryRatingRowsArgs) {
    return this.store.rows(context.actor, args.filter ?? {}, pageArgs(args));
  }

  @ResolveField()
  contract(@Parent() { contractId }: RatingRow, @Context() context: GraphContext) {
    return this.contracts.one(context, contractId);
  }
}
