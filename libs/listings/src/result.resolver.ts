import {
  Args,
  Context,
  Info,
  Mutation,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { notFound, type Actor } from '@jihui/kernel';
import {
  asksBeyond,
  Audit,
  BusinessClock,
  CurrentActor,
  GraphContext,
  isUuid,
  pageArgs,
} from '@jihui/platform';
import type { IpRight } from './core/types.js';
import { ExtrasQueries } from './extras.queries.js';
import type {
  AmendResultInput,
  ApproveResultByUnitInput,
  ListingActionInput,
  ListingReasonInput,
  QueryMyResultsArgs,
  QueryResultsArgs,
  SaveResultDraftInput,
} from './listings.types.gen.js';
import { lapsedToday, missingInResult, nowOf, resultActions, timelineOf } from './reading.js';
import { RESULT_CARD_FIELDS, type ResultView } from './result.view.js';
import { ResultsQueries } from './results.queries.js';
import { ResultsService, type Changed } from './results.service.js';

const NODE = ['edges', 'node'];

@Resolver('Result')
export class ResultResolver {
  constructor(
    private readonly service: ResultsService,
    private readonly queries: ResultsQueries,
    private readonly extras: ExtrasQueries,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
  ) {}

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

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context.actor, context, id, true);
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
  attachments(@Parent() view: ResultView, @Context() context: GraphContext) {
    return this.extras.attachments(view, context);
  }

  @ResolveField()
  myNda(@CurrentActor() actor: Actor, @Parent() view: ResultView, @Context() context: GraphContext) {
    return this.extras.myNda(view, actor, context);
  }

  @ResolveField()
  async registeredContracts(@Parent() { id }: ResultView, @Context() context: GraphContext) {
    return (await this.extras.outcome(id, context)).registered;
  }

  @ResolveField()
  async signedDeals(@Parent() { id }: ResultView, @Context() context: GraphContext) {
    return (await this.extras.outcome(id, context)).signed;
  }

  @ResolveField()
  async missing(@CurrentActor() actor: Actor, @Parent() view: ResultView, @Context() context: GraphContext) {
    return missingInResult(view, actor, await nowOf(context, this.clock));
  }

  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() view: ResultView,
    @Context() context: GraphContext,
  ) {
    return resultActions(view, actor, await nowOf(context, this.clock));
  }

  @ResolveField()
  timeline(@Parent() view: ResultView, @Context() context: GraphContext) {
    return timelineOf(view, 'Result', context, this.audit);
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

  private async answer(
    actor: Actor,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const result = (await this.queries.byIds(actor, [id])).get(id);
    if (result === undefined) throw notFound('成果');
    return { result, clientMutationId };
  }

  /** @param whole whether more than the card is asked for */
  private load(
    actor: Actor,
    context: GraphContext,
    id: string,
    whole: boolean,
  ): Promise<ResultView | undefined> {
    if (!isUuid(id)) return Promise.resolve(undefined);
    const name = whole ? 'listings.result' : 'listings.result.card';
    return context.load(name, (ids) => this.queries.byIds(actor, ids, whole), id);
  }
}
