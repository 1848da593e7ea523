import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GraphContext, pageArgs } from '@jihui/platform';
import type { QueryRatingRowsArgs } from '../contracts.types.gen.js';
import { RatingsQueries } from './ratings.queries.js';

type Row = Parameters<RatingsQueries['contract']>[1];

/** 好差评 as the bureau reads it: by month, and the ratings behind each number. */
@Resolver('RatingRow')
export class RatingsResolver {
  constructor(private readonly queries: RatingsQueries) {}

  @Query()
  ratingMonths(@Context() context: GraphContext) {
    return this.queries.months(context);
  }

  @Query()
  ratingRows(@Context() context: GraphContext, @Args() args: QueryRatingRowsArgs) {
    return this.queries.rows(context, args.filter ?? {}, pageArgs(args));
  }

  @ResolveField()
  contract(@Parent() row: Row, @Context() context: GraphContext) {
    return this.queries.contract(context, row);
  }
}
