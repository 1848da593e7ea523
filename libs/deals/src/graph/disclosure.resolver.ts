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
import { notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { CurrentActor, isUuid, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import {
  daysLeft,
  disclosureMachine,
  objectionMachine,
  type Disclosure,
  type Objection,
} from '../core/disclosure.js';
import type { Deal } from '../core/types.js';
import { DisclosuresQueries, type ObjectionList } from '../disclosures.queries.js';
import { DisclosuresService } from '../disclosures.service.js';
import type { DecideObjectionInput, DisclosureFilter, RaiseObjectionInput } from '../deals.types.gen.js';
import { Loaders, reference, type Reference } from './loaders.js';

interface Page {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

interface ObjectionPayload {
  readonly objection: Objection;
  readonly disclosure: Disclosure;
  readonly clientMutationId: string;
}

/** 协议定价公示: public, but for who objected. */
@Resolver('Disclosure')
export class DisclosureResolver {
  constructor(
    private readonly queries: DisclosuresQueries,
    private readonly service: DisclosuresService,
    private readonly loaders: Loaders,
  ) {}

  @Query('disclosures')
  disclosures(@Args() args: Page & { filter?: DisclosureFilter }): Promise<Connection<Disclosure>> {
    return this.queries.disclosures(args.filter ?? {}, pageArgs(args));
  }

  @Query('disclosure')
  async disclosure(@Args('id') id: string): Promise<Disclosure | null> {
    return (await this.queries.byIds([id])).get(id) ?? null;
  }

  @Query('disclosureRule')
  async disclosureRule(@Context() ctx: GraphContext): Promise<{ requiredDays: number; source: string }> {
    const { value, source } = await this.service.rule(await this.loaders.today(ctx));
    return { requiredDays: value, source };
  }

  @Mutation('raiseObjection')
  async raiseObjection(
    @CurrentActor() actor: Actor,
    @Args('input') input: RaiseObjectionInput,
  ): Promise<ObjectionPayload> {
    return this.payload(actor, input, await this.service.raiseObjection(actor, input));
  }

  @Mutation('decideObjection')
  async decideObjection(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideObjectionInput,
  ): Promise<ObjectionPayload> {
    return this.payload(actor, input, await this.service.decideObjection(actor, input));
  }

  private async payload(
    actor: Actor,
    { clientMutationId }: { clientMutationId: string },
    ids: { id: string; disclosureId: string },
  ): Promise<ObjectionPayload> {
    const disclosure = (await this.queries.byIds([ids.disclosureId])).get(ids.disclosureId);
    const list = (await this.queries.objections([ids.disclosureId])).get(ids.disclosureId);
    const objection = list && this.queries.readable(actor, list).find(({ id }) => id === ids.id);
    if (disclosure === undefined || objection === undefined) throw notFound('该异议');
    return { objection, disclosure, clientMutationId };
  }

  @ResolveReference()
  async reference(
    @Parent() { id }: { id: string },
    @Context() ctx: GraphContext,
  ): Promise<Disclosure | null> {
    return isUuid(id) ? this.load(ctx, id) : null;
  }

  private async load(ctx: GraphContext, id: string): Promise<Disclosure | null> {
    return (await ctx.load('deals.disclosure', (ids) => this.queries.byIds(ids), id)) ?? null;
  }

  @ResolveField()
  organisation(@Parent() { sellerId }: Disclosure): Reference {
    return reference('Organisation', sellerId);
  }

  @ResolveField()
  organisationName(@Parent() { sellerName }: Disclosure): string {
    return sellerName;
  }

  @ResolveField()
  async daysLeft(@Parent() disclosure: Disclosure, @Context() ctx: GraphContext): Promise<number> {
    return daysLeft(disclosure, await this.loaders.today(ctx));
  }

  @ResolveField()
  async objectionCount(@Parent() { id }: Disclosure, @Context() ctx: GraphContext): Promise<number> {
    return (await this.list(ctx, id)).objections.length;
  }

  @ResolveField()
  async openObjectionCount(@Parent() { id }: Disclosure, @Context() ctx: GraphContext): Promise<number> {
    return (await this.list(ctx, id)).objections.filter(({ state }) => state === 'OPEN').length;
  }

  @ResolveField()
  async objections(
    @CurrentActor() actor: Actor,
    @Parent() { id }: Disclosure,
    @Context() ctx: GraphContext,
  ): Promise<readonly Objection[]> {
    return this.queries.readable(actor, await this.list(ctx, id));
  }

  private async list(ctx: GraphContext, id: string): Promise<ObjectionList> {
    const list = await ctx.load('deals.objections', (ids) => this.queries.objections(ids), id);
    return list ?? { objections: [], divisions: [] };
  }

  @ResolveField()
  deal(@Parent() { dealId }: Disclosure, @Context() ctx: GraphContext): Promise<Deal | null> {
    return this.loaders.deal(ctx, dealId);
  }

  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() disclosure: Disclosure,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    const { objections } = await this.list(ctx, disclosure.id);
    const own = actor.kind === 'person' ? actor.personId : undefined;
    const subject = {
      disclosure,
      ownObjections: objections.filter(({ personId }) => personId === own).length,
      objectionLimit: await this.objectionLimit(ctx),
    };
    return disclosureMachine.availableActions(actor, subject, await this.loaders.now(ctx));
  }

  /** Read once a request. */
  private async objectionLimit(ctx: GraphContext): Promise<number> {
    const found = await ctx.load(
      'deals.objectionLimit',
      async (days) => Promise.all(days.map((day) => this.service.objectionLimit(day))),
      await this.loaders.today(ctx),
    );
    if (found === undefined) throw new Error('no limit of objections');
    return found;
  }
}

@Resolver('Objection')
export class ObjectionResolver {
  constructor(private readonly loaders: Loaders) {}

  /** Sustaining and rejecting are two outcomes of one verb. */
  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() objection: Objection,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    const [either] = objectionMachine.availableActions(actor, objection, await this.loaders.now(ctx));
    return either === undefined ? [] : [{ ...either, action: 'decideObjection' }];
  }
}

/** The disclosure shown on a deal. */
@Resolver('Deal')
export class DealDisclosureResolver {
  constructor(private readonly queries: DisclosuresQueries) {}

  @ResolveField()
  async disclosure(@Parent() { disclosure }: Deal, @Context() ctx: GraphContext): Promise<Disclosure | null> {
    if (disclosure === null) return null;
    return (await ctx.load('deals.disclosure', (ids) => this.queries.byIds(ids), disclosure.id)) ?? null;
  }
}
