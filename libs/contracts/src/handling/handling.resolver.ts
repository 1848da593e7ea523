import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type {
  DeclareRelationInput,
  EndRelationInput,
  QueryServiceRatingsArgs,
  RateServiceInput,
} from '../contracts.types.gen.js';
import { decisionIn } from '../core/lifecycle.js';
import { seesFindings } from '../core/sight.js';
import { HandlingService, mayRate } from './handling.service.js';

/** 好差评 and 回避声明. */
@Resolver('Contract')
export class HandlingResolver {
  constructor(
    private readonly service: HandlingService,
    private readonly queries: ContractsQueries,
  ) {}

  @ResolveField()
  rating(@Parent() view: ContractView, @Context() context: GraphContext) {
    if (!seesFindings(view.sight)) return null;
    return this.ratingOf(context, view.id);
  }

  @ResolveField()
  async mayRate(@Parent() view: ContractView, @Context() context: GraphContext): Promise<boolean> {
    if (!mayRate(context.actor, view.contract)) return false;
    return (await this.ratingOf(context, view.id))?.decision !== decisionIn(view.state);
  }

  @Query()
  serviceRatings(@Args() { from, to }: QueryServiceRatingsArgs) {
    return this.service.ratingFigures(from, to);
  }

  @Query()
  myDeclaredRelations(@CurrentActor() actor: Actor) {
    return this.service.relations(actor);
  }

  @Mutation()
  async rateService(@CurrentActor() actor: Actor, @Args('input') input: RateServiceInput) {
    const { id } = await this.service.rate(actor, input);
    return { contract: await this.queries.fresh(actor, id), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async declareRelation(@CurrentActor() actor: Actor, @Args('input') input: DeclareRelationInput) {
    await this.service.declare(actor, input);
    return { relations: await this.service.relations(actor), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async endRelation(@CurrentActor() actor: Actor, @Args('input') input: EndRelationInput) {
    await this.service.endRelation(actor, input);
    return { relations: await this.service.relations(actor), clientMutationId: input.clientMutationId };
  }

  private ratingOf(context: GraphContext, id: string) {
    return context.load('contracts.ratings', (ids) => this.service.ratingsOf(ids), id);
  }
}
