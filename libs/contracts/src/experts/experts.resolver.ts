import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type { SaveExpertPanelInput } from '../contracts.types.gen.js';
import { ExpertsService } from './experts.service.js';

/** 评审专家 of a contract. */
@Resolver('Contract')
export class ExpertsResolver {
  constructor(
    private readonly service: ExpertsService,
    private readonly queries: ContractsQueries,
  ) {}

  @ResolveField()
  experts(@Parent() view: ContractView) {
    return view.sight === 'REGISTRY' ? view.contract.experts : [];
  }

  @ResolveField()
  expertMinimum(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.expertMinimum(context, view);
  }

  @Mutation()
  async saveExpertPanel(@CurrentActor() actor: Actor, @Args('input') input: SaveExpertPanelInput) {
    const { id } = await this.service.save(actor, input);
    return { contract: await this.queries.fresh(actor, id), clientMutationId: input.clientMutationId };
  }
}
