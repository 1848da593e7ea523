import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import { CallsQueries } from '../calls/calls.queries.js';
import type { Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { PoolService } from '../reviews/pool.service.js';
import { QualificationQueries } from './qualification.queries.js';
import { QualificationService } from './qualification.service.js';

interface Input {
  readonly clientMutationId: string;
}

/** 资格审查. */
@Resolver()
export class QualificationResolver {
  constructor(
    private readonly calls: CallsQueries,
    private readonly queries: QualificationQueries,
    private readonly service: QualificationService,
    private readonly pool: PoolService,
  ) {}

  @Query()
  bidChecks(@CurrentActor() actor: Actor, @Args('callId') callId: string) {
    return this.queries.checks(actor, callId);
  }

  @Query()
  recusableExperts(@CurrentActor() actor: Actor, @Args('callId') callId: string, @Args('text') text: string) {
    return this.pool.named(actor, callId, text);
  }

  @Mutation()
  decideBidQualification(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.DecideBidQualificationInput,
  ) {
    return this.checks(actor, input, this.service.decide(actor, input));
  }

  @Mutation()
  askReviewRecusals(@CurrentActor() actor: Actor, @Args('input') input: Types.AskReviewRecusalsInput) {
    return this.checks(actor, input, this.service.askRecusals(actor, input));
  }

  @Mutation()
  async publishBidQualification(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    const { id } = await this.service.publish(actor, input);
    return { call: await this.calls.one(actor, id), clientMutationId: input.clientMutationId };
  }

  private async checks(actor: Actor, { clientMutationId }: Input, done: Promise<Changed>) {
    const { id } = await done;
    return {
      call: await this.calls.one(actor, id),
      checks: await this.queries.checks(actor, id),
      clientMutationId,
    };
  }
}
