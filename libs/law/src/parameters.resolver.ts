import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { legalDayOf, type Actor, type AvailableAction } from '@jihui/kernel';
import {
  BusinessClock,
  CurrentActor,
  GraphContext,
  isUuid,
  pageArgs,
  type ParameterDefinition,
  type ParameterEntry,
} from '@jihui/platform';
import { mayKeep } from './core/errors.js';
import { inForceOn, standingOf, type Standing } from './core/parameter.js';
import type {
  EnterParameterVersionInput,
  QueryLawParametersArgs,
  WithdrawParameterVersionInput,
} from './law.types.gen.js';
import { actionsOn, daysOf, ParametersService } from './parameters.service.js';

/** One version among all of its parameter, as it stands today. */
type VersionView = ParameterEntry & { readonly standing: Standing };

const personOf = (id: string | null) =>
  id !== null && isUuid(id) ? { __typename: 'Person' as const, id } : null;

@Resolver('LawParameter')
export class LawParameterResolver {
  constructor(
    private readonly service: ParametersService,
    private readonly clock: BusinessClock,
  ) {}

  @ResolveField()
  id(@Parent() parameter: ParameterDefinition): string {
    return parameter.name;
  }

  @ResolveField()
  domain(@Parent() parameter: ParameterDefinition): string {
    return parameter.name.split('.')[0] ?? '';
  }

  @ResolveField()
  async versions(
    @Parent() parameter: ParameterDefinition,
    @Context() context: GraphContext,
  ): Promise<readonly VersionView[]> {
    const entries = await this.service.entries(context, parameter.name);
    const today = await this.today(context);
    const days = entries.map(daysOf);
    return entries.map((entry) => ({ ...entry, standing: standingOf(daysOf(entry), days, today) }));
  }

  @ResolveField()
  async current(
    @Parent() parameter: ParameterDefinition,
    @Context() context: GraphContext,
  ): Promise<VersionView | null> {
    const entries = await this.service.entries(context, parameter.name);
    const id = inForceOn(entries.map(daysOf), await this.today(context))?.id;
    const entry = entries.find((each) => each.id === id);
    return entry ? { ...entry, standing: 'IN_FORCE' } : null;
  }

  @ResolveField()
  timeline(@Parent() parameter: ParameterDefinition, @Context() context: GraphContext) {
    return this.service.timeline(context, parameter.name);
  }

  @ResolveField()
  availableActions(@CurrentActor() actor: Actor): readonly AvailableAction<string>[] {
    return actionsOn(actor);
  }

  /** One day a request. */
  private async today(context: GraphContext): Promise<string> {
    const day = await context.load('law.today', async () => [legalDayOf(await this.clock.now())], 'day');
    if (day === undefined) throw new Error('the day was not read');
    return day;
  }
}

@Resolver('LawParameterVersion')
export class LawParameterVersionResolver {
  @ResolveField()
  enteredBy(@Parent() version: VersionView) {
    return personOf(version.enteredBy);
  }

  @ResolveField()
  withdrawnBy(@Parent() version: VersionView) {
    return personOf(version.withdrawnBy);
  }

  @ResolveField()
  availableActions(
    @Parent() version: VersionView,
    @CurrentActor() actor: Actor,
  ): readonly AvailableAction<string>[] {
    return version.standing === 'FUTURE' && mayKeep(actor).allowed
      ? [{ action: 'withdraw', enabled: true, reason: null, violations: [] }]
      : [];
  }
}

@Resolver()
export class ParametersResolver {
  constructor(private readonly service: ParametersService) {}

  @Query()
  lawParameters(@CurrentActor() actor: Actor, @Args() args: QueryLawParametersArgs) {
    return this.service.list(actor, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  lawParameter(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.service.one(actor, id);
  }

  @Mutation()
  enterParameterVersion(@CurrentActor() actor: Actor, @Args('input') input: EnterParameterVersionInput) {
    return this.answer(actor, input, this.service.enter(actor, input));
  }

  @Mutation()
  withdrawParameterVersion(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawParameterVersionInput,
  ) {
    return this.answer(actor, input, this.service.withdraw(actor, input));
  }

  private async answer(
    actor: Actor,
    input: { readonly clientMutationId: string },
    done: Promise<{ name: string }>,
  ) {
    const { name } = await done;
    return { parameter: await this.service.one(actor, name), clientMutationId: input.clientMutationId };
  }
}
