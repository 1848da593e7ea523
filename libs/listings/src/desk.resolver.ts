import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs } from '@jihui/platform';
import { DeskQueries } from './desk.queries.js';
import type { QueryListingsToReviewArgs } from './listings.types.gen.js';

@Resolver()
export class DeskResolver {
  constructor(private readonly desk: DeskQueries) {}

  @Query()
  listingsToReview(@CurrentActor() actor: Actor, @Args() args: QueryListingsToReviewArgs) {
    return this.desk.toReview(actor, args, pageArgs(args));
  }

  @Query()
  listingStatistics() {
    return this.desk.statistics();
  }
}
