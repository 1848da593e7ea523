import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import type { Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsService } from './reviews.service.js';
import { SeatsQueries } from './seats.queries.js';
import { SeatsService, type SeatChanged } from './seats.service.js';

interface Input {
  readonly clientMutationId: string;
}

/** 评审席位: what an expert does with an invitation and in the panel, and what the bureau does about absence and conflict. */
@Resolver()
export class SeatsResolver {
  constructor(
    private readonly queries: SeatsQueries,
    private readonly reviewed: ReviewsQueries,
    private readonly seats: SeatsService,
    private readonly reviews: ReviewsService,
  ) {}

  @Query()
  reviewSeats(@CurrentActor() actor: Actor) {
    return this.queries.mine(actor);
  }

  @Mutation()
  acceptReviewSeat(@CurrentActor() actor: Actor, @Args('input') input: Types.ReviewSeatInput) {
    return this.mine(actor, input, this.seats.accept(actor, input));
  }

  @Mutation()
  declineReviewSeat(@CurrentActor() actor: Actor, @Args('input') input: Types.DeclineReviewSeatInput) {
    return this.mine(actor, input, this.seats.decline(actor, input));
  }

  @Mutation()
  recuseFromBid(@CurrentActor() actor: Actor, @Args('input') input: Types.RecuseFromBidInput) {
    return this.mine(actor, input, this.seats.recuse(actor, 'recuseFromBid', input));
  }

  @Mutation()
  declareReviewerAbsent(@CurrentActor() actor: Actor, @Args('input') input: Types.LeaveReviewSeatInput) {
    return this.review(actor, input, this.seats.declareAbsent(actor, input));
  }

  @Mutation()
  recordReviewConflict(@CurrentActor() actor: Actor, @Args('input') input: Types.RecordReviewConflictInput) {
    return this.review(actor, input, this.seats.recordConflict(actor, input));
  }

  @Mutation()
  saveReviewSheet(@CurrentActor() actor: Actor, @Args('input') input: Types.SaveReviewSheetInput) {
    return this.mine(actor, input, this.reviews.save(actor, input));
  }

  @Mutation()
  handInReviewSheets(@CurrentActor() actor: Actor, @Args('input') input: Types.HandInReviewSheetsInput) {
    return this.mine(actor, input, this.reviews.handIn(actor, input));
  }

  @Mutation()
  voteOnTiedBids(@CurrentActor() actor: Actor, @Args('input') input: Types.VoteOnTiedBidsInput) {
    return this.mine(actor, input, this.reviews.vote(actor, input));
  }

  @Mutation()
  writePanelOpinion(@CurrentActor() actor: Actor, @Args('input') input: Types.WritePanelOpinionInput) {
    return this.mine(actor, input, this.reviews.opine(actor, input));
  }

  @Mutation()
  signReviewMinutes(@CurrentActor() actor: Actor, @Args('input') input: Types.SignReviewMinutesInput) {
    return this.mine(actor, input, this.reviews.sign(actor, input));
  }

  private async mine(actor: Actor, { clientMutationId }: Input, done: Promise<Changed>) {
    await done;
    return { seats: await this.queries.mine(actor), clientMutationId };
  }

  private async review(actor: Actor, { clientMutationId }: Input, done: Promise<SeatChanged>) {
    const { callId } = await done;
    return { review: await this.reviewed.review(actor, callId), clientMutationId };
  }
}
