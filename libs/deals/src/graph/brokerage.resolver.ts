import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { hasRole, notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { CurrentActor, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { BrokeragesService } from '../brokerages.service.js';
import { BrokersQueries, type IntroductionNode } from '../brokers.queries.js';
import { brokerageMachine, type Brokerage } from '../core/brokerage.js';
import { buyerHiddenFrom, joinedAgencies, readsRoom, roleOf, sidesOf } from '../core/sight.js';
import type { Deal } from '../core/types.js';
import { HIDDEN_NAME } from '../deal-snapshots.js';
import { DealsQueries } from '../deals.queries.js';
import type {
  BrokerageActionInput,
  EndBrokerageInput,
  IntroductionFilter,
  InviteBrokerInput,
} from '../deals.types.gen.js';
import { Loaders, reference, type Reference } from './loaders.js';

interface Page {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** An introduction as this viewer reads it. */
type ShownIntroduction = IntroductionNode & { readonly buyerHidden: boolean };

/** 经纪机构参与 and the verbs of it. */
@Resolver('Brokerage')
export class BrokerageResolver {
  constructor(
    private readonly queries: BrokersQueries,
    private readonly deals: DealsQueries,
    private readonly service: BrokeragesService,
    private readonly loaders: Loaders,
  ) {}

  private async payload(
    actor: Actor,
    { clientMutationId }: { clientMutationId: string },
    done: Promise<{ id: string; dealId: string }>,
  ): Promise<unknown> {
    const { id, dealId } = await done;
    const brokerage = await this.queries.brokerage(id);
    if (brokerage === undefined) throw notFound('该委托');
    return { brokerage, deal: await this.deals.deal(actor, dealId), clientMutationId };
  }

  @Mutation('inviteBroker')
  inviteBroker(@CurrentActor() actor: Actor, @Args('input') input: InviteBrokerInput): Promise<unknown> {
    return this.payload(actor, input, this.service.inviteBroker(actor, input));
  }

  @Mutation('acceptBrokerage')
  acceptBrokerage(
    @CurrentActor() actor: Actor,
    @Args('input') input: BrokerageActionInput,
  ): Promise<unknown> {
    return this.payload(actor, input, this.service.acceptBrokerage(actor, input));
  }

  @Mutation('declineBrokerage')
  declineBrokerage(@CurrentActor() actor: Actor, @Args('input') input: EndBrokerageInput): Promise<unknown> {
    return this.payload(actor, input, this.service.declineBrokerage(actor, input));
  }

  @Mutation('endBrokerage')
  endBrokerage(@CurrentActor() actor: Actor, @Args('input') input: EndBrokerageInput): Promise<unknown> {
    return this.payload(actor, input, this.service.endBrokerage(actor, input));
  }

  @Mutation('discloseDualAgency')
  discloseDualAgency(
    @CurrentActor() actor: Actor,
    @Args('input') input: BrokerageActionInput,
  ): Promise<unknown> {
    return this.payload(actor, input, this.service.discloseDualAgency(actor, input));
  }

  @Mutation('consentDualAgency')
  consentDualAgency(
    @CurrentActor() actor: Actor,
    @Args('input') input: BrokerageActionInput,
  ): Promise<unknown> {
    return this.payload(actor, input, this.service.consentDualAgency(actor, input));
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: Brokerage): Reference {
    return reference('Organisation', organisationId);
  }

  @ResolveField()
  name(@Parent() { organisationName }: Brokerage): string {
    return organisationName;
  }

  @ResolveField()
  person(@Parent() { personId }: Brokerage): Reference | null {
    return personId === null ? null : reference('Person', personId);
  }

  @ResolveField()
  async personName(@Parent() { personId }: Brokerage, @Context() ctx: GraphContext): Promise<string | null> {
    return personId === null ? null : this.loaders.personName(ctx, personId);
  }

  /** What the inviting side wrote is between it and the agency. */
  @ResolveField()
  async message(
    @CurrentActor() actor: Actor,
    @Parent() { dealId, message, invitedBy, organisationId }: Brokerage,
    @Context() ctx: GraphContext,
  ): Promise<string> {
    const deal = await this.loaders.deal(ctx, dealId);
    const inviting = deal !== null && invitedBy !== null && sidesOf(actor, deal).includes(invitedBy);
    return inviting || hasRole(actor, organisationId, 'BROKER') ? message : '';
  }

  @ResolveField()
  async endReason(
    @Parent() { dealId, endReason }: Brokerage,
    @Context() ctx: GraphContext,
  ): Promise<string | null> {
    const deal = await this.loaders.deal(ctx, dealId);
    return deal === null || !readsRoom(ctx.actor, deal) ? null : endReason;
  }

  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() brokerage: Brokerage,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    return brokerageMachine.availableActions(actor, brokerage, await this.loaders.now(ctx));
  }
}

/** 引荐证明. */
@Resolver('Introduction')
export class IntroductionResolver {
  constructor(
    private readonly queries: BrokersQueries,
    private readonly loaders: Loaders,
  ) {}

  @Query('introductions')
  introductions(
    @CurrentActor() actor: Actor,
    @Args() args: Page & { filter?: IntroductionFilter },
  ): Promise<Connection<unknown>> {
    return this.queries.introductions(actor, args.filter ?? {}, pageArgs(args));
  }

  @ResolveField()
  broker(@Parent() { brokerId }: IntroductionNode): Reference {
    return reference('Organisation', brokerId);
  }

  @ResolveField()
  personName(@Parent() { personId }: IntroductionNode, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.personName(ctx, personId);
  }

  @ResolveField()
  buyerName(@Parent() shown: ShownIntroduction): string {
    return (shown.buyerHidden ?? shown.hidden) ? HIDDEN_NAME : shown.buyerName;
  }

  @ResolveField()
  deal(@Parent() { dealId }: IntroductionNode, @Context() ctx: GraphContext): Promise<Deal | null> {
    return this.loaders.deal(ctx, dealId);
  }
}

/** What a deal shows of its brokers. */
@Resolver('Deal')
export class DealBrokersResolver {
  constructor(
    private readonly queries: BrokersQueries,
    private readonly loaders: Loaders,
  ) {}

  @ResolveField()
  brokerages(@Parent() { id }: Deal, @Context() ctx: GraphContext): Promise<readonly Brokerage[]> {
    return this.loaders.brokerages(ctx, id);
  }

  /** For the sides and the bureau all, for a broker its own. */
  @ResolveField()
  async introductions(
    @CurrentActor() actor: Actor,
    @Parent() deal: Deal,
    @Context() ctx: GraphContext,
  ): Promise<readonly ShownIntroduction[]> {
    const role = roleOf(actor, deal);
    if (role === null || role === 'INVITED_BROKER') return [];
    const all = await ctx.load('deals.introductions', (ids) => this.queries.introductionsOf(ids), deal.id);
    const own = joinedAgencies(actor, deal);
    const buyerHidden = buyerHiddenFrom(actor, deal);
    return (all ?? [])
      .filter(({ brokerId }) => role !== 'BROKER' || own.includes(brokerId))
      .map((introduction) => ({ ...introduction, buyerHidden }));
  }
}
