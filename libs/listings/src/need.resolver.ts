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
import { ExtrasQueries } from './extras.queries.js';
import type {
  AmendNeedInput,
  ListingActionInput,
  ListingReasonInput,
  QueryMyNeedsArgs,
  QueryNeedsArgs,
  SaveNeedDraftInput,
} from './listings.types.gen.js';
import { NEED_CARD_FIELDS, type NeedView } from './need.view.js';
import { NeedsQueries } from './needs.queries.js';
import { NeedsService } from './needs.service.js';
import { missingInNeed, needActions, nowOf, timelineOf } from './reading.js';
import type { Changed } from './results.service.js';

const NODE = ['edges', 'node'];

@Resolver('Need')
export class NeedResolver {
  constructor(
    private readonly service: NeedsService,
    private readonly queries: NeedsQueries,
    private readonly extras: ExtrasQueries,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
  ) {}

  @Query()
  async need(
    @CurrentActor() actor: Actor,
    @Context() context: GraphContext,
    @Args('id') id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await this.load(actor, context, id, asksBeyond(info, [], NEED_CARD_FIELDS))) ?? null;
  }

  @Query()
  needs(@CurrentActor() actor: Actor, @Args() args: QueryNeedsArgs, @Info() info: GraphQLResolveInfo) {
    return this.queries.list(
      actor,
      { ...args, whole: asksBeyond(info, NODE, NEED_CARD_FIELDS) },
      pageArgs(args),
    );
  }

  @Query()
  myNeeds(@CurrentActor() actor: Actor, @Args() args: QueryMyNeedsArgs, @Info() info: GraphQLResolveInfo) {
    return this.queries.mine(
      actor,
      { ...args, whole: asksBeyond(info, NODE, NEED_CARD_FIELDS) },
      pageArgs(args),
    );
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context.actor, context, id, true);
  }

  @ResolveField()
  attachments(@Parent() view: NeedView, @Context() context: GraphContext) {
    return this.extras.attachments(view, context);
  }

  @ResolveField()
  myNda(@CurrentActor() actor: Actor, @Parent() view: NeedView, @Context() context: GraphContext) {
    return this.extras.myNda(view, actor, context);
  }

  @ResolveField()
  async missing(@CurrentActor() actor: Actor, @Parent() view: NeedView, @Context() context: GraphContext) {
    return missingInNeed(view, actor, await nowOf(context, this.clock));
  }

  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() view: NeedView,
    @Context() context: GraphContext,
  ) {
    return needActions(view, actor, await nowOf(context, this.clock));
  }

  @ResolveField()
  timeline(@Parent() view: NeedView, @Context() context: GraphContext) {
    return timelineOf(view, 'Need', context, this.audit);
  }

  @Mutation()
  saveNeedDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveNeedDraftInput) {
    return this.answer(actor, input, this.service.saveDraft(actor, input));
  }

  @Mutation()
  submitNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.submit(actor, input));
  }

  @Mutation()
  recallNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.recall(actor, input));
  }

  @Mutation()
  discardNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.discard(actor, input));
  }

  @Mutation()
  returnNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.return(actor, input));
  }

  @Mutation()
  publishNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.publish(actor, input));
  }

  @Mutation()
  amendNeed(@CurrentActor() actor: Actor, @Args('input') input: AmendNeedInput) {
    return this.answer(actor, input, this.service.amend(actor, input));
  }

  @Mutation()
  reviseNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.revise(actor, input));
  }

  @Mutation()
  closeNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.close(actor, input));
  }

  @Mutation()
  relistNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.relist(actor, input));
  }

  @Mutation()
  renewNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingActionInput) {
    return this.answer(actor, input, this.service.renew(actor, input));
  }

  @Mutation()
  solveNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.solve(actor, input));
  }

  @Mutation()
  convertNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.convert(actor, input));
  }

  @Mutation()
  takeDownNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.takeDown(actor, input));
  }

  @Mutation()
  reinstateNeed(@CurrentActor() actor: Actor, @Args('input') input: ListingReasonInput) {
    return this.answer(actor, input, this.service.reinstate(actor, input));
  }

  private async answer(
    actor: Actor,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const need = (await this.queries.byIds(actor, [id])).get(id);
    if (need === undefined) throw notFound('需求');
    return { need, clientMutationId };
  }

  /** @param whole whether more than the card is asked for */
  private load(
    actor: Actor,
    context: GraphContext,
    id: string,
    whole: boolean,
  ): Promise<NeedView | undefined> {
    if (!isUuid(id)) return Promise.resolve(undefined);
    const name = whole ? 'listings.need' : 'listings.need.card';
    return context.load(name, (ids) => this.queries.byIds(actor, ids, whole), id);
  }
}
