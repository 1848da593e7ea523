import { Args, Context, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { connectionOf, isUuid, pageArgs, type GraphContext } from '@jihui/platform';
import { agencyMachine, missingOfAgency } from '../core/agencies/perform.js';
import { holdsOn } from '../core/register/designation.js';
import type * as Types from '../discovery.types.gen.js';
import { PerformanceQueries, performanceView } from '../performance/performance.queries.js';
import { RatedReading } from '../ratings/rated-reading.js';
import { Reading } from '../reading.js';
import { criterionView } from '../register/designations.js';
import type { AgencyView } from './agency.view.js';
import { AgenciesQueries } from './agencies.queries.js';

/** 中介机构名录. */
@Resolver('Agency')
export class AgencyResolver {
  constructor(
    private readonly queries: AgenciesQueries,
    private readonly ledger: PerformanceQueries,
    private readonly rated: RatedReading,
    private readonly reading: Reading,
  ) {}

  @Query()
  async agency(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.load(context, id)) ?? null;
  }

  @Query()
  agencies(@Context() context: GraphContext, @Args() args: Types.QueryAgenciesArgs) {
    return this.queries.list(context.actor, args, pageArgs(args));
  }

  @Query()
  myAgencies(@Context() context: GraphContext) {
    return this.queries.own(context.actor);
  }

  @Query()
  agenciesToDecide(@Context() context: GraphContext, @Args() args: Types.QueryAgenciesToDecideArgs) {
    return this.queries.toDecide(context.actor, pageArgs(args));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context, id);
  }

  @Query()
  async agencyCases(@Context() context: GraphContext, @Args() args: Types.QueryAgencyCasesArgs) {
    const page = pageArgs(args);
    const agency = await this.load(context, args.agencyId);
    if (agency === undefined) return connectionOf([], page);
    const { organisationId } = agency.source;
    return this.ledger.cases(context.actor, 'organisation', organisationId, args.figure, page);
  }

  @ResolveField()
  async designation(@Parent() { source }: AgencyView, @Context() context: GraphContext) {
    return holdsOn(source.designation, await this.reading.today(context)) ? source.designation : null;
  }

  @ResolveField()
  async designationCriteria(@Parent() { id, whole }: AgencyView, @Context() context: GraphContext) {
    if (!whole) return null;
    const today = await this.reading.today(context);
    const load = (ids: readonly string[]) => this.queries.criteria(context.actor, ids, today);
    return ((await context.load('discovery.agencyCriteria', load, id)) ?? []).map(criterionView);
  }

  @ResolveField()
  async staff(@Parent() { source }: AgencyView, @Context() context: GraphContext) {
    const today = await this.reading.today(context);
    const load = (ids: readonly string[]) => this.queries.staff(ids, today);
    return context.load('discovery.agencyStaff', load, source.organisationId);
  }

  @ResolveField()
  async performance(@Parent() { source, whole }: AgencyView, @Context() context: GraphContext) {
    const load = (ids: readonly string[]) => this.ledger.of(context.actor, 'organisation', ids);
    const found = await context.load('discovery.agencyPerformance', load, source.organisationId);
    if (found === undefined) throw new Error('an agency without performance');
    return performanceView(found, whole, await this.reading.amountsFrom(context));
  }

  @ResolveField()
  ratingSummary(@Parent() { source }: AgencyView, @Context() context: GraphContext) {
    return this.rated.summary('agency', source.organisationId, context);
  }

  @ResolveField()
  async missing(@Parent() { source, mine }: AgencyView, @Context() context: GraphContext) {
    return mine ? missingOfAgency(source, context.actor, await this.reading.now(context)) : [];
  }

  @ResolveField()
  async availableActions(@Parent() { source }: AgencyView, @Context() context: GraphContext) {
    return agencyMachine.availableActions(context.actor, source, await this.reading.now(context));
  }

  @ResolveField()
  timeline(@Parent() { id, whole }: AgencyView, @Context() context: GraphContext) {
    return whole ? this.reading.timeline(`Agency:${id}`, context) : null;
  }

  private async load(context: GraphContext, id: string): Promise<AgencyView | undefined> {
    if (!isUuid(id)) return undefined;
    return context.load('discovery.agency', (ids) => this.queries.byIds(context.actor, ids), id);
  }
}
