import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type { SaveOpinionTemplateInput } from '../contracts.types.gen.js';
import { PLACES, type OpinionTemplate } from '../core/templates/template.js';
import { TemplatesService } from './templates.service.js';

/** 审查意见模板. */
@Resolver('OpinionTemplate')
export class TemplatesResolver {
  constructor(private readonly service: TemplatesService) {}

  @Query()
  opinionTemplates(@CurrentActor() actor: Actor) {
    return this.service.list(actor);
  }

  @Query()
  opinionPlaces(): readonly string[] {
    return Object.keys(PLACES);
  }

  @ResolveField()
  timeline(@Parent() { id }: OpinionTemplate, @Context() context: GraphContext) {
    return this.service.timeline(context, id);
  }

  @ResolveField()
  availableActions(@Parent() template: OpinionTemplate, @CurrentActor() actor: Actor) {
    return this.service.actionsOn(actor, template);
  }

  @Mutation()
  async saveOpinionTemplate(@CurrentActor() actor: Actor, @Args('input') input: SaveOpinionTemplateInput) {
    return { template: await this.service.save(actor, input), clientMutationId: input.clientMutationId };
  }
}

/** What the desk offers with a contract: opinions, and grounds with their articles. */
@Resolver('Contract')
export class DeskTextsResolver {
  constructor(
    private readonly service: TemplatesService,
    private readonly queries: ContractsQueries,
  ) {}

  @ResolveField()
  opinionTemplates(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.service.filled(context, view);
  }

  @ResolveField()
  groundsOffered(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.groundsOffered(context, view);
  }

  @ResolveField()
  refusalGrounds(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.refusalGrounds(context, view);
  }
}
