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
import { notFound } from '@jihui/kernel';
import { isUuid, pageArgs, type GraphContext } from '@jihui/platform';
import { BrokersQueries } from '../brokers/brokers.queries.js';
import { ratingMachine } from '../core/ratings/rating.js';
import type * as Types from '../discovery.types.gen.js';
import type { Changed } from '../steps.js';
import { Reading } from '../reading.js';
import { RatedReading } from './rated-reading.js';
import { RatingsQueries, type RatingView } from './ratings.queries.js';
import { RatingsService } from './ratings.service.js';

/** 评价. */
@Resolver('BrokerRating')
export class RatingResolver {
  constructor(
    private readonly queries: RatingsQueries,
    private readonly brokers: BrokersQueries,
    private readonly reading: Reading,
  ) {}

  @Query()
  async brokerRating(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.load(context, id)) ?? null;
  }

  @Query()
  brokerRatings(@Context() context: GraphContext, @Args() args: Types.QueryBrokerRatingsArgs) {
    return this.queries.ofBroker(context.actor, args.brokerId, pageArgs(args));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context, id);
  }

  @ResolveField()
  async broker(@Parent() { source }: RatingView, @Context() context: GraphContext) {
    const load = (ids: readonly string[]) => this.brokers.byIds(context.actor, ids);
    return (await context.load('discovery.broker', load, source.brokerId)) ?? null;
  }

  @ResolveField()
  async availableActions(@Parent() { source }: RatingView, @Context() context: GraphContext) {
    return ratingMachine.availableActions(context.actor, source, await this.reading.now(context));
  }

  private async load(context: GraphContext, id: string): Promise<RatingView | undefined> {
    if (!isUuid(id)) return undefined;
    return context.load('discovery.rating', (ids) => this.queries.byIds(context.actor, ids), id);
  }
}

/** What ratings add to a broker. */
@Resolver('Broker')
export class BrokerRatingsResolver {
  constructor(private readonly rated: RatedReading) {}

  @ResolveField()
  ratingSummary(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.rated.summary('broker', id, context);
  }
}

/** What the register adds to a deal. */
@Resolver('Deal')
export class DealBrokersResolver {
  constructor(
    private readonly queries: RatingsQueries,
    private readonly brokers: BrokersQueries,
  ) {}

  @ResolveField()
  async registeredBrokers(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    const load = (ids: readonly string[]) => this.queries.ofDeals(context.actor, ids);
    const found = (await context.load('discovery.dealBrokers', load, id)) ?? [];
    const rows = await Promise.all(
      found.map(async ({ brokerId, agencyId, ratingId, mayRate }) => ({
        mayRate,
        broker: await context.load(
          'discovery.broker',
          (ids) => this.brokers.byIds(context.actor, ids),
          brokerId,
        ),
        organisation: { __typename: 'Organisation', id: agencyId },
        rating:
          ratingId === null
            ? null
            : await context.load(
                'discovery.rating',
                (ids) => this.queries.byIds(context.actor, ids),
                ratingId,
              ),
      })),
    );
    return rows.filter(({ broker }) => broker !== undefined);
  }
}

/** One verb, one mutation. */
@Resolver()
export class RatingMutationsResolver {
  constructor(
    private readonly ratings: RatingsService,
    private readonly queries: RatingsQueries,
  ) {}

  @Mutation()
  rateBroker(@Context() context: GraphContext, @Args('input') input: Types.RateBrokerInput) {
    return this.answer(context, input, this.ratings.rate(context.actor, input));
  }

  @Mutation()
  answerBrokerRating(@Context() context: GraphContext, @Args('input') input: Types.RatingTextInput) {
    return this.answer(context, input, this.ratings.answer(context.actor, input));
  }

  @Mutation()
  hideBrokerRating(@Context() context: GraphContext, @Args('input') input: Types.RatingTextInput) {
    return this.answer(context, input, this.ratings.hide(context.actor, input));
  }

  @Mutation()
  showBrokerRating(@Context() context: GraphContext, @Args('input') input: Types.RatingActionInput) {
    return this.answer(context, input, this.ratings.show(context.actor, input));
  }

  private async answer(
    context: GraphContext,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const brokerRating = (await this.queries.byIds(context.actor, [id])).get(id);
    if (brokerRating === undefined) throw notFound('评价');
    return { brokerRating, clientMutationId };
  }
}
