import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import type { Changed } from './call-desk.js';
import { CallsQueries } from './calls.queries.js';
import { DemandsService } from './demands.service.js';
import { PlansService } from './plans.service.js';
import { WindowsService } from './windows.service.js';

/** The verbs of a call, each with its service's method. */
@Resolver()
export class CallMutationsResolver {
  constructor(
    private readonly queries: CallsQueries,
    private readonly demands: DemandsService,
    private readonly plans: PlansService,
    private readonly windows: WindowsService,
  ) {}

  @Mutation()
  startCall(@CurrentActor() actor: Actor, @Args('input') input: Types.StartCallInput) {
    return this.told(actor, input, this.demands.start(actor, input));
  }

  @Mutation()
  saveCall(@CurrentActor() actor: Actor, @Args('input') input: Types.SaveCallInput) {
    return this.told(actor, input, this.demands.save(actor, input));
  }

  @Mutation()
  submitCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    return this.told(actor, input, this.demands.submit(actor, input));
  }

  @Mutation()
  withdrawCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.demands.withdraw(actor, input));
  }

  @Mutation()
  recommendCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallOpinionInput) {
    return this.told(actor, input, this.demands.recommend(actor, input));
  }

  @Mutation()
  returnCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.demands.return(actor, input));
  }

  @Mutation()
  declineCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.demands.decline(actor, input));
  }

  @Mutation()
  passCallFormCheck(@CurrentActor() actor: Actor, @Args('input') input: Types.CallOpinionInput) {
    return this.told(actor, input, this.demands.passFormCheck(actor, input));
  }

  @Mutation()
  recordCallArgument(@CurrentActor() actor: Actor, @Args('input') input: Types.RecordCallArgumentInput) {
    return this.told(actor, input, this.demands.recordArgument(actor, input));
  }

  @Mutation()
  planCall(@CurrentActor() actor: Actor, @Args('input') input: Types.PlanCallInput) {
    return this.told(actor, input, this.plans.plan(actor, input));
  }

  @Mutation()
  approveCall(@CurrentActor() actor: Actor, @Args('input') input: Types.ApproveCallInput) {
    return this.told(actor, input, this.plans.approve(actor, input));
  }

  @Mutation()
  startCallNotice(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    return this.told(actor, input, this.windows.startNotice(actor, input));
  }

  @Mutation()
  completeCallNotice(@CurrentActor() actor: Actor, @Args('input') input: Types.CallActionInput) {
    return this.told(actor, input, this.windows.completeNotice(actor, input));
  }

  @Mutation()
  publishCall(@CurrentActor() actor: Actor, @Args('input') input: Types.PublishCallInput) {
    return this.told(actor, input, this.windows.publish(actor, input));
  }

  @Mutation()
  extendCallBidding(@CurrentActor() actor: Actor, @Args('input') input: Types.ExtendCallBiddingInput) {
    return this.told(actor, input, this.windows.extend(actor, input));
  }

  @Mutation()
  failCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.windows.fail(actor, input));
  }

  @Mutation()
  relistCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.windows.relist(actor, input));
  }

  @Mutation()
  suspendCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.windows.suspend(actor, input));
  }

  @Mutation()
  resumeCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.windows.resume(actor, input));
  }

  @Mutation()
  terminateCall(@CurrentActor() actor: Actor, @Args('input') input: Types.CallReasonInput) {
    return this.told(actor, input, this.windows.terminate(actor, input));
  }

  /** The call as the actor sees it after the act. */
  private async told(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    done: Promise<Changed>,
  ) {
    const { id } = await done;
    return { call: await this.queries.one(actor, id), clientMutationId };
  }
}
