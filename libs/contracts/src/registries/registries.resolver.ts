import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type {
  EndStandInInput,
  NameDeputyInput,
  SaveRegistrationOfficeInput,
} from '../contracts.types.gen.js';
import type { RegistryEntry } from '../core/registries/registry.js';
import { RegistriesQueries } from './registries.queries.js';
import { RegistriesService } from './registries.service.js';

/** 登记机构 and 代理. */
@Resolver('RegistrationOffice')
export class RegistriesResolver {
  constructor(
    private readonly queries: RegistriesQueries,
    private readonly service: RegistriesService,
  ) {}

  @Query()
  registrationOffices(@Context() context: GraphContext) {
    return this.queries.all(context);
  }

  @ResolveField()
  registrars(@Parent() { id }: RegistryEntry, @Context() context: GraphContext) {
    return this.queries.registrars(context, id);
  }

  @ResolveField()
  standIns(@Parent() { id }: RegistryEntry, @Context() context: GraphContext) {
    return this.queries.standIns(context, id);
  }

  @ResolveField()
  timeline(@Parent() { id }: RegistryEntry, @Context() context: GraphContext) {
    return this.queries.timeline(context, id);
  }

  @ResolveField()
  availableActions(@Parent() office: RegistryEntry, @CurrentActor() actor: Actor) {
    return this.queries.actionsOn(actor, office);
  }

  @Mutation()
  saveRegistrationOffice(
    @Context() context: GraphContext,
    @Args('input') input: SaveRegistrationOfficeInput,
  ) {
    return this.answer(context, input, this.service.save(context.actor, input));
  }

  @Mutation()
  nameDeputy(@Context() context: GraphContext, @Args('input') input: NameDeputyInput) {
    return this.answer(context, input, this.service.nameDeputy(context.actor, input));
  }

  @Mutation()
  endStandIn(@Context() context: GraphContext, @Args('input') input: EndStandInInput) {
    return this.answer(context, input, this.service.endStandIn(context.actor, input));
  }

  private async answer(
    context: GraphContext,
    input: { readonly clientMutationId: string },
    done: Promise<{ id: string }>,
  ) {
    const { id } = await done;
    return { office: await this.queries.one(context, id), clientMutationId: input.clientMutationId };
  }
}

/** What 代理 adds to a contract. */
@Resolver('Contract')
export class ContractDeputyResolver {
  constructor(private readonly queries: ContractsQueries) {}

  @ResolveField()
  claimedByDeputyName(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.deputyName(context, view);
  }
}
