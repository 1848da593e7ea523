import { Args, Context, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '@jihui/kernel';
import { asksBeyond, Audit, BusinessClock, CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import { ExtrasQueries } from './extras.queries.js';
import { ListingFields, NODE } from './listing.fields.js';
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
import { missingInNeed, needActions } from './reading.js';
import { needTraits } from './traits.js';

const READING = {
  ...needTraits,
  name: 'need',
  missing: missingInNeed,
  actions: needActions,
} as const;

@Resolver('Need')
export class NeedResolver extends ListingFields<NeedView> {
  constructor(
    private readonly service: NeedsService,
    private readonly queries: NeedsQueries,
    extras: ExtrasQueries,
    audit: Audit,
    clock: BusinessClock,
  ) {
    super(READING, queries, extras, audit, clock);
  }

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
}
