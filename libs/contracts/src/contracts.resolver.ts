import {
  Args,
  Context,
  Mutation,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import { ApplicationsService } from './applications.service.js';
import type { ContractView } from './contract.view.js';
import { ContractsQueries } from './contracts.queries.js';
import type {
  QueryContractsArgs,
  QueryRegistrationQueueArgs,
  RemoveApplicationFileInput,
  SaveApplicationDraftInput,
  StartApplicationInput,
  SubmitApplicationInput,
  WithdrawApplicationInput,
} from './contracts.types.gen.js';

/** A contract, its fields, and what its applicant does with it. */
@Resolver('Contract')
export class ContractsResolver {
  constructor(
    private readonly queries: ContractsQueries,
    private readonly applications: ApplicationsService,
  ) {}

  @Query()
  contract(@Context() context: GraphContext, @Args('id') id: string) {
    return this.queries.one(context, id);
  }

  @Query()
  contracts(@CurrentActor() actor: Actor, @Args() args: QueryContractsArgs) {
    return this.queries.list(actor, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  registrationQueue(@Context() context: GraphContext, @Args() args: QueryRegistrationQueueArgs) {
    return this.queries.queue(context, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  registrationQueueCounts(@Context() context: GraphContext) {
    return this.queries.queueCounts(context);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.queries.one(context, id);
  }

  @ResolveField()
  async files(@Parent() view: ContractView, @Context() context: GraphContext) {
    const files = await this.queries.files(context, view);
    return files.map((file) => ({ ...file, url: `/files/contracts/${file.id}`, view }));
  }

  @ResolveField()
  ruleSet(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.ruleSet(context, view);
  }

  @ResolveField()
  reviews(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.reviews(context, view);
  }

  @ResolveField()
  deadline(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.deadline(context, view);
  }

  @ResolveField()
  firstReviewerName(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.reviewerName(context, view, 'first');
  }

  @ResolveField()
  secondReviewerName(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.reviewerName(context, view, 'second');
  }

  @ResolveField()
  claimedByName(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.holderName(context, view);
  }

  @ResolveField()
  availableActions(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.availableActions(context, view);
  }

  @ResolveField()
  timeline(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.timeline(context, view);
  }

  @ResolveField()
  textViews(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.textViews(context, view);
  }

  @Mutation()
  startApplication(@CurrentActor() actor: Actor, @Args('input') input: StartApplicationInput) {
    return this.queries.answer(actor, input, this.applications.start(actor, input));
  }

  @Mutation()
  saveApplicationDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveApplicationDraftInput) {
    return this.queries.answer(actor, input, this.applications.save(actor, input));
  }

  @Mutation()
  removeApplicationFile(@CurrentActor() actor: Actor, @Args('input') input: RemoveApplicationFileInput) {
    return this.queries.answer(actor, input, this.applications.removeFile(actor, input));
  }

  @Mutation()
  submitApplication(@CurrentActor() actor: Actor, @Args('input') input: SubmitApplicationInput) {
    return this.queries.answer(actor, input, this.applications.submit(actor, input));
  }

  @Mutation()
  withdrawApplication(@CurrentActor() actor: Actor, @Args('input') input: WithdrawApplicationInput) {
    return this.queries.answer(actor, input, this.applications.withdraw(actor, input));
  }
}

/** What this domain adds to a deal. */
@Resolver('Deal')
export class DealContractResolver {
  constructor(private readonly queries: ContractsQueries) {}

  @ResolveField()
  contract(@Parent() deal: { readonly id: string }, @Context() context: GraphContext) {
    return this.queries.ofDeal(context, deal.id);
  }
}
