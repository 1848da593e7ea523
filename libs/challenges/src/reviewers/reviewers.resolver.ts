import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import { CreditService } from './credit.service.js';
import { FeesService } from './fees.service.js';
import { ReviewersQueries } from './reviewers.queries.js';

/** 评审费、评审信用. */
@Resolver()
export class ReviewersResolver {
  constructor(
    private readonly queries: ReviewersQueries,
    private readonly fees: FeesService,
    private readonly credit: CreditService,
  ) {}

  @Query()
  reviewFeeSheets(@CurrentActor() actor: Actor, @Args() args: Types.QueryReviewFeeSheetsArgs) {
    return this.queries.sheets(actor, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  reviewCreditEvents(@CurrentActor() actor: Actor, @Args() args: Types.QueryReviewCreditEventsArgs) {
    return this.queries.events(actor, args.filter ?? {}, pageArgs(args));
  }

  @Mutation()
  async payReviewFees(@CurrentActor() actor: Actor, @Args('input') input: Types.PayReviewFeesInput) {
    const { id } = await this.fees.pay(actor, input);
    return { sheet: await this.queries.sheet(actor, id), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async liftReviewCreditEvent(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.LiftReviewCreditEventInput,
  ) {
    const { id } = await this.credit.lift(actor, input);
    return { event: await this.queries.event(actor, id), clientMutationId: input.clientMutationId };
  }
}
