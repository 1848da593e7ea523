import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '@jihui/kernel';
import { asksBeyond, Audit, BusinessClock, CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import type { IpRight } from './core/types.js';
import { ExtrasQueries } from './extras.queries.js';
import { ListingFields, NODE } from './listing.fields.js';
import type {
  AmendResultInput,
  ApproveResultByUnitInput,
  ListingActionInput,
  ListingReasonInput,
  QueryMyResultsArgs,
  QueryResultsArgs,
  SaveResultDraftInput,
} from './listings.types.gen.js';
import { lapsedToday, missingInResult, nowOf, resultActions } from './reading.js';
import { RESULT_CARD_FIELDS, type ResultView } from './result.view.js';
import { ResultsQueries } from './results.queries.js';
import { ResultsService } from './results.service.js';
import { resultTraits } from './traits.js';

const READING = {
  ...resultTraits,
  name: 'result',
  missing: missingInResult,
  actions: resultActions,
} as const;

@Resolver('Result')
export class ResultResolver extends ListingFields<ResultView> {
  constructor(
    private readonly service: ResultsService,
    private readonly queries: ResultsQueries,
    extras: ExtrasQueries,
    audit: Audit,
    clock: BusinessClock,
  ) {
    super(READING, queries, extras, audit, clock);
  }

  @Query()
  async result(
    @CurrentActor() actor: Actor,
    @Context() context: GraphContext,
    @Args('id') id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await this.load(actor, context, id, asksBeyond(info, [], RESULT_CARD_FIELDS))) ?? null;
  }

  @Query()
  results(@CurrentActor() actor: Actor, @Args() args: QueryResultsArgs, @Info() info: GraphQLResolveInfo) {
    return this.queries.list(
      actor,
      { ...args, whole: asksBeyond(info, NODE, RESULT_CARD_FIELDS) },
      pageArgs(args),
    );
  }

  @Query()
  myResults(
    @CurrentActor() actor: Actor,
    @Args() args: QueryMyResultsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.queries.mine(
      actor,
      { ...args, whole: asksBeyond(info, NODE, RESULT_CARD_FIELDS) },
      pageArgs(args),
    );
  }

  @ResolveField()
  async ipRights(
    @Parent() view: ResultView & { ipRights?: readonly IpRight[] | null },
    @Context() context: GraphContext,
  ) {
    if (view.ipRights == null || view.ipRights.length === 0) return view.ipRights;
    const now = await nowOf(context, this.clock);
    return view.ipRights.map((right) => ({ ...right, lapsed: lapsedToday(right, now) }));
  }

  @ResolveField()
  async registeredContracts(@Parent() { id }: ResultView, @Context() context: GraphContext) {
    return (await this.extras.outcome(id, context)).registered;
  }

  @ResolveField()
  async signedDeals(@Parent() { id }: ResultView, @Context() context: GraphContext) {
    return (await this.extras.outcome(id, context)).signed;
  }

  @Mutation()
  saveResultDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveResultDraftInput) {
    return this.answer(actor, input, this.service.saveDraft(actor, input));
  }

  @Mutation()
  submitResult(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.submit(actor, input));
  }

  @Mutation()
  recallResult(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.recall(actor, input));
  }

  @Mutation()
  discardResult(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.discard(actor, input));
  }

  @Mutation()
  approveResultByUnit(@CurrentActor() actor: Actor, @Args('input') input: ApproveResultByUnitInput) {
    return this.answer(actor, input, this.service.approveByUnit(actor, input));
  }

  @Mutation()
  returnResult(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.return(actor, input));
  }

  @Mutation()
  publishResult(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.publish(actor, input));
  }

  @Mutation()
  amendResult(@CurrentActor() actor: Actor, @Args('input') input: AmendResultInput) {
    return this.answer(actor, input, this.service.amend(actor, input));
  }

  @Mutation()
  reviseResult(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.revise(actor, input));
  }

  @Mutation()
  withdrawResult(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.withdraw(actor, input));
  }

  @Mutation()
  relistResult(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.relist(actor, input));
  }

  @Mutation()
  renewResult(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.renew(actor, input));
  }

  @Mutation()
  takeDownResult(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.takeDown(actor, input));
  }

  @Mutation()
  reinstateResult(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.reinstate(actor, input));
  }
}
