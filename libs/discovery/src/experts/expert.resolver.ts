import { Args, Context, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { isUuid, pageArgs, type GraphContext } from '@jihui/platform';
import { expertMachine, missingOfExpert } from '../core/experts/perform.js';
import type * as Types from '../discovery.types.gen.js';
import { Reading } from '../reading.js';
import type { ExpertView } from './expert.view.js';
import { ExpertsQueries } from './experts.queries.js';

/** 专家库. */
@Resolver('Expert')
export class ExpertResolver {
  constructor(
    private readonly queries: ExpertsQueries,
    private readonly reading: Reading,
  ) {}

  @Query()
  async expert(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.load(context, id)) ?? null;
  }

  @Query()
  experts(@Context() context: GraphContext, @Args() args: Types.QueryExpertsArgs) {
    return this.queries.list(context.actor, args, pageArgs(args));
  }

  @Query()
  myExpert(@Context() context: GraphContext) {
    return this.queries.own(context.actor);
  }

  @Query()
  expertsToDecide(@Context() context: GraphContext, @Args() args: Types.QueryExpertsToDecideArgs) {
    return this.queries.toDecide(context.actor, pageArgs(args));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context, id);
  }

  @ResolveField()
  async employments(@Parent() { source, whole }: ExpertView, @Context() context: GraphContext) {
    if (!whole) return null;
    const load = (ids: readonly string[]) => this.queries.employmentsOf(ids);
    const known = (await context.load('discovery.employments', load, source.personId)) ?? [];
    return known.map(({ organisationId, ...employment }) => ({
      ...employment,
      organisation: { __typename: 'Organisation', id: organisationId },
    }));
  }

  @ResolveField()
  async outputs(@Parent() { id }: ExpertView, @Context() context: GraphContext) {
    const load = (ids: readonly string[]) => this.queries.outputsOf(context.actor, ids);
    const outputs = await context.load('discovery.outputs', load, id);
    if (outputs === undefined) return null;
    return {
      ...outputs,
      resultCount: outputs.results.length,
      patentCount: outputs.patents.length,
      projectCount: outputs.projects.length,
    };
  }

  @ResolveField()
  async missing(@Parent() { source, mine }: ExpertView, @Context() context: GraphContext) {
    return mine ? missingOfExpert(source, context.actor, await this.reading.now(context)) : [];
  }

  @ResolveField()
  async availableActions(@Parent() { source }: ExpertView, @Context() context: GraphContext) {
    return expertMachine.availableActions(context.actor, source, await this.reading.now(context));
  }

  @ResolveField()
  timeline(@Parent() { id, whole }: ExpertView, @Context() context: GraphContext) {
    return whole ? this.reading.timeline(`Expert:${id}`, context) : null;
  }

  private async load(context: GraphContext, id: string): Promise<ExpertView | undefined> {
    if (!isUuid(id)) return undefined;
    return context.load('discovery.expert', (ids) => this.queries.byIds(context.actor, ids), id);
  }
}
