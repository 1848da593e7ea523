import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import { CallsQueries } from '../calls/calls.queries.js';
import type { Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { AwardsService } from './awards.service.js';
import { DrawsQueries } from './draws.queries.js';
import { DrawsService } from './draws.service.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsService } from './reviews.service.js';

interface Input {
  readonly clientMutationId: string;
}

/** 专家抽取、评审、审议, as the bureau and the custodians carry them on. */
@Resolver()
export class ReviewsResolver {
  constructor(
    private readonly calls: CallsQueries,
    private readonly queries: ReviewsQueries,
    private readonly drawn: DrawsQueries,
    private readonly draws: DrawsService,
    private readonly reviews: ReviewsService,
    private readonly awards: AwardsService,
  ) {}

  @Query()
  expertDraw(@CurrentActor() actor: Actor, @Args('callId') callId: string) {
    return this.drawn.draw(actor, callId);
  }

  @Query()
  callReview(@CurrentActor() actor: Actor, @Args('callId') callId: string) {
    return this.queries.review(actor, callId);
  }

  @Mutation()
  drawReviewExperts(@CurrentActor() actor: Actor, @Args('input') input: Types.DrawReviewExpertsInput) {
    return this.call(actor, input, this.draws.begin(actor, input));
  }

  @Mutation()
  redrawReviewExperts(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.call(actor, input, this.draws.redraw(actor, input));
  }

  @Mutation()
  commitDrawSeed(@CurrentActor() actor: Actor, @Args('input') input: Types.CommitDrawSeedInput) {
    return this.draw(actor, input, this.draws.commit(actor, input));
  }

  @Mutation()
  revealDrawSeed(@CurrentActor() actor: Actor, @Args('input') input: Types.RevealDrawSeedInput) {
    return this.draw(actor, input, this.draws.reveal(actor, input));
  }

  @Mutation()
  releaseDrawShare(@CurrentActor() actor: Actor, @Args('input') input: Types.ReleaseDrawShareInput) {
    return this.draw(actor, input, this.draws.release(actor, input));
  }

  @Mutation()
  startCallReview(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    return this.call(actor, input, this.reviews.start(actor, input));
  }

  @Mutation()
  advanceCallReview(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    return this.call(actor, input, this.reviews.advance(actor, input));
  }

  @Mutation()
  concludeCallReview(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    return this.call(actor, input, this.awards.conclude(actor, input));
  }

  @Mutation()
  reopenCallReview(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.call(actor, input, this.awards.reopen(actor, input));
  }

  @Mutation()
  recordCallSiteCheck(@CurrentActor() actor: Actor, @Args('input') input: Types.RecordCallSiteCheckInput) {
    return this.call(actor, input, this.awards.checkSite(actor, input));
  }

  @Mutation()
  deliberateCall(@CurrentActor() actor: Actor, @Args('input') input: Types.DeliberateCallInput) {
    return this.call(actor, input, this.awards.deliberate(actor, input));
  }

  @Mutation()
  completeCallAward(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    return this.call(actor, input, this.awards.complete(actor, input));
  }

  private async call(actor: Actor, { clientMutationId }: Input, done: Promise<Changed>) {
    const { id } = await done;
    return { call: await this.calls.one(actor, id), clientMutationId };
  }

  private async draw(actor: Actor, { clientMutationId }: Input, done: Promise<Changed>) {
    const { id } = await done;
    return { draw: await this.drawn.draw(actor, id), clientMutationId };
  }
}
