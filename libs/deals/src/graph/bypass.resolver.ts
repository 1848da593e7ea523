import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { hasRole, notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { CurrentActor, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { BrokersQueries, type AlertNode, type IntroductionNode } from '../brokers.queries.js';
import type { CloseBypassAlertInput } from '../deals.types.gen.js';
import { RegistryService } from '../registry.service.js';
import { reference, type Reference } from './loaders.js';

interface AlertPage {
  readonly states?: ('OPEN' | 'CLOSED')[];
  readonly text?: string;
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** 绕单提醒. */
@Resolver('BypassAlert')
export class BypassAlertResolver {
  constructor(
    private readonly queries: BrokersQueries,
    private readonly service: RegistryService,
  ) {}

  @Query('bypassAlerts')
  alerts(@CurrentActor() actor: Actor, @Args() args: AlertPage): Promise<Connection<AlertNode>> {
    return this.queries.alerts(actor, args.states ?? null, args.text ?? null, pageArgs(args));
  }

  @Mutation('closeBypassAlert')
  async closeBypassAlert(
    @CurrentActor() actor: Actor,
    @Args('input') input: CloseBypassAlertInput,
  ): Promise<unknown> {
    const { id } = await this.service.closeBypassAlert(actor, input);
    const alert = await this.queries.alert(id);
    if (alert === undefined) throw notFound('该提醒');
    return { alert, clientMutationId: input.clientMutationId };
  }

  @ResolveField()
  broker(@Parent() { brokerId }: AlertNode): Reference {
    return reference('Organisation', brokerId);
  }

  @ResolveField()
  async introduction(
    @Parent() { introductionId }: AlertNode,
    @Context() ctx: GraphContext,
  ): Promise<IntroductionNode> {
    const found = await ctx.load(
      'deals.introduction',
      (ids) => this.queries.introductionsByIds(ids),
      introductionId,
    );
    if (found === undefined) throw notFound('该引荐证明');
    return found;
  }

  /** Offered to the bureau, to which the list is shown for its scope alone. */
  @ResolveField()
  availableActions(
    @CurrentActor() actor: Actor,
    @Parent() alert: AlertNode,
  ): readonly AvailableAction<string>[] {
    if (alert.state === 'CLOSED' || hasRole(actor, alert.brokerId, 'BROKER')) return [];
    return [{ action: 'closeBypassAlert', enabled: true, reason: null, violations: [] }];
  }
}
