import { Args, Context, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { connectionOf, isUuid, pageArgs, type GraphContext } from '@jihui/platform';
import { brokerMachine, missingOfBroker } from '../core/brokers/perform.js';
import { hoursByYear, levelOn } from '../core/brokers/records.js';
import { holdsOn } from '../core/register/designation.js';
import type * as Types from '../discovery.types.gen.js';
import { PerformanceQueries, performanceView } from '../performance/performance.queries.js';
import { Reading } from '../reading.js';
import { criterionView } from '../register/designations.js';
import type { BrokerView } from './broker.view.js';
import { BrokersQueries } from './brokers.queries.js';

/** 技术经纪人名录. */
@Resolver('Broker')
export class BrokerResolver {
  constructor(
    private readonly queries: BrokersQueries,
    private readonly ledger: PerformanceQueries,
    private readonly reading: Reading,
  ) {}

  @Query()
  async broker(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.load(context, id)) ?? null;
  }

  @Query()
  brokers(@Context() context: GraphContext, @Args() args: Types.QueryBrokersArgs) {
    return this.queries.list(context.actor, args, pageArgs(args));
  }

  @Query()
  myBroker(@Context() context: GraphContext) {
    return this.queries.own(context.actor);
  }

  @Query()
  brokersToDecide(@Context() context: GraphContext, @Args() args: Types.QueryBrokersToDecideArgs) {
    return this.queries.toDecide(context.actor, pageArgs(args));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context, id);
  }

  @Query()
  async brokerCases(@Context() context: GraphContext, @Args() args: Types.QueryBrokerCasesArgs) {
    const page = pageArgs(args);
    const broker = await this.load(context, args.brokerId);
    if (broker === undefined) return connectionOf([], page);
    return this.ledger.cases(context.actor, 'person', broker.source.personId, args.figure, page);
  }

  @ResolveField()
  async performance(@Parent() { source, inside }: BrokerView, @Context() context: GraphContext) {
    const load = (ids: readonly string[]) => this.ledger.of(context.actor, 'person', ids);
    const found = await context.load('discovery.personPerformance', load, source.personId);
    if (found === undefined) throw new Error('a broker without performance');
    return performanceView(found, inside, await this.reading.amountsFrom(context));
  }

  @ResolveField()
  async level(@Parent() { source }: BrokerView, @Context() context: GraphContext) {
    return levelOn(source.credentials, await this.reading.today(context))?.level ?? null;
  }

  @ResolveField()
  async designation(@Parent() { source }: BrokerView, @Context() context: GraphContext) {
    return holdsOn(source.designation, await this.reading.today(context)) ? source.designation : null;
  }

  @ResolveField()
  async designationCriteria(@Parent() { id, whole }: BrokerView, @Context() context: GraphContext) {
    if (!whole) return null;
    const today = await this.reading.today(context);
    const load = (ids: readonly string[]) => this.queries.criteria(context.actor, ids, today);
    return ((await context.load('discovery.brokerCriteria', load, id)) ?? []).map(criterionView);
  }

  @ResolveField()
  async trainingYears(@Parent() { source, whole }: BrokerView, @Context() context: GraphContext) {
    const today = await this.reading.today(context);
    const { value: required, source: law } = await this.reading.trainingHours(context);
    return hoursByYear(source.trainings, Number(today.slice(0, 4))).map(({ pending, ...year }) => ({
      ...year,
      ...{ pending: whole ? pending : 0, required, source: law },
    }));
  }

  @ResolveField()
  async missing(@Parent() { source, mine }: BrokerView, @Context() context: GraphContext) {
    return mine ? missingOfBroker(source, context.actor, await this.reading.now(context)) : [];
  }

  @ResolveField()
  async availableActions(@Parent() { source }: BrokerView, @Context() context: GraphContext) {
    return brokerMachine.availableActions(context.actor, source, await this.reading.now(context));
  }

  @ResolveField()
  timeline(@Parent() { id, whole }: BrokerView, @Context() context: GraphContext) {
    return whole ? this.reading.timeline(`Broker:${id}`, context) : null;
  }

  private async load(context: GraphContext, id: string): Promise<BrokerView | undefined> {
    if (!isUuid(id)) return undefined;
    return context.load('discovery.broker', (ids) => this.queries.byIds(context.actor, ids), id);
  }
}
