import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import type {
  AnswerRewardObjectionInput,
  ConfirmRewardInput,
  DiscardRewardInput,
  DiscloseRewardInput,
  ObjectToRewardInput,
  QueryRewardsArgs,
  RecallRewardInput,
  RecordRewardPaymentInput,
  SaveRewardInput,
  CorrectRewardPaymentInput,
  StartOwnUseRewardInput,
  StartRewardInput,
  VoidRewardPaymentInput,
} from '../contracts.types.gen.js';
import { RewardPlansService } from './reward-plans.service.js';
import { RewardStepsService } from './reward-steps.service.js';
import type { RewardView } from './reward.view.js';
import { RewardsQueries } from './rewards.queries.js';

/** 奖励台账. */
@Resolver('Reward')
export class RewardsResolver {
  constructor(
    private readonly queries: RewardsQueries,
    private readonly plans: RewardPlansService,
    private readonly steps: RewardStepsService,
  ) {}

  @Query()
  reward(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.queries.one(actor, id);
  }

  @Query()
  rewards(@CurrentActor() actor: Actor, @Args() args: QueryRewardsArgs) {
    return this.queries.list(actor, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  rewardCandidates(@CurrentActor() actor: Actor, @Args('rewardId') rewardId: string) {
    return this.queries.candidates(actor, rewardId);
  }

  @ResolveField()
  contract(@Parent() view: RewardView, @Context() context: GraphContext) {
    return this.queries.contract(context, view);
  }

  @ResolveField()
  objections(@Parent() view: RewardView, @Context() context: GraphContext) {
    return this.queries.objections(context, view);
  }

  @ResolveField()
  missing(@Parent() view: RewardView, @Context() context: GraphContext) {
    return this.queries.missing(context, view);
  }

  @ResolveField()
  availableActions(@Parent() view: RewardView, @Context() context: GraphContext) {
    return this.queries.availableActions(context, view);
  }

  @ResolveField()
  timeline(@Parent() view: RewardView, @Context() context: GraphContext) {
    return this.queries.timeline(context, view);
  }

  @Mutation()
  async startReward(@CurrentActor() actor: Actor, @Args('input') input: StartRewardInput) {
    return this.told(actor, input, await this.plans.start(actor, input));
  }

  @Mutation()
  async startOwnUseReward(@CurrentActor() actor: Actor, @Args('input') input: StartOwnUseRewardInput) {
    return this.told(actor, input, await this.plans.startOwnUse(actor, input));
  }

  @Mutation()
  async saveReward(@CurrentActor() actor: Actor, @Args('input') input: SaveRewardInput) {
    const people = input.people.map(({ personId, ...person }) => ({ ...person, personId: personId ?? null }));
    const draft = {
      ...input,
      resultTitle: input.resultTitle ?? '',
      producedOn: input.producedOn ?? null,
      receivedOn: input.receivedOn ?? null,
      people,
    };
    return this.told(actor, input, await this.plans.save(actor, draft));
  }

  @Mutation()
  async discardReward(@CurrentActor() actor: Actor, @Args('input') input: DiscardRewardInput) {
    return this.told(actor, input, await this.plans.discard(actor, input));
  }

  @Mutation()
  async discloseReward(@CurrentActor() actor: Actor, @Args('input') input: DiscloseRewardInput) {
    return this.told(actor, input, await this.plans.disclose(actor, input));
  }

  @Mutation()
  async objectToReward(@CurrentActor() actor: Actor, @Args('input') input: ObjectToRewardInput) {
    return this.told(actor, input, await this.steps.object(actor, input));
  }

  @Mutation()
  async answerRewardObjection(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerRewardObjectionInput,
  ) {
    return this.told(actor, input, await this.steps.answer(actor, input));
  }

  @Mutation()
  async recallReward(@CurrentActor() actor: Actor, @Args('input') input: RecallRewardInput) {
    return this.told(actor, input, await this.plans.recall(actor, input));
  }

  @Mutation()
  async confirmReward(@CurrentActor() actor: Actor, @Args('input') input: ConfirmRewardInput) {
    return this.told(actor, input, await this.plans.confirm(actor, input));
  }

  @Mutation()
  async recordRewardPayment(@CurrentActor() actor: Actor, @Args('input') input: RecordRewardPaymentInput) {
    return this.told(actor, input, await this.steps.pay(actor, input));
  }

  @Mutation()
  async voidRewardPayment(@CurrentActor() actor: Actor, @Args('input') input: VoidRewardPaymentInput) {
    return this.told(actor, input, await this.steps.voidPayment(actor, input));
  }

  @Mutation()
  async correctRewardPayment(@CurrentActor() actor: Actor, @Args('input') input: CorrectRewardPaymentInput) {
    return this.told(actor, input, await this.steps.correct(actor, input));
  }

  /** The plan as the actor sees it after the act. */
  private async told(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    { id }: { readonly id: string },
  ) {
    return { reward: await this.queries.one(actor, id), clientMutationId };
  }
}
