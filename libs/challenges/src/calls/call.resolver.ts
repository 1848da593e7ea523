import { Args, Context, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { pageArgs, type GraphContext } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import type { CallView, PlanView } from './call.view.js';
import { CallsQueries } from './calls.queries.js';
import { fileViews } from '../core/files/kept-file.js';

const reference = <T extends string>(__typename: T, id: string) => ({ __typename, id });

/** 榜单. */
@Resolver('Call')
export class CallResolver {
  constructor(private readonly queries: CallsQueries) {}

  @Query()
  async call(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.queries.load(context, id)) ?? null;
  }

  @Query()
  calls(@Context() context: GraphContext, @Args() args: Types.QueryCallsArgs) {
    return this.queries.list(context.actor, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  callModes() {
    return this.queries.modes();
  }

  @Query()
  callParameters() {
    return this.queries.numbers();
  }

  @Query()
  callStaff(@Context() { actor }: GraphContext, @Args('text') text?: string | null) {
    return this.queries.staff(actor, text ?? '');
  }

  @Query()
  callUndertakers(@Context() { actor }: GraphContext, @Args('text') text: string) {
    return this.queries.undertakers(actor, text);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.queries.load(context, id);
  }

  @ResolveField()
  owner(@Parent() { named, subject }: CallView) {
    return named ? reference('Organisation', subject.call.ownerId) : null;
  }

  @ResolveField()
  async ownerName(@Parent() { named, subject }: CallView, @Context() context: GraphContext) {
    return named ? ((await this.queries.organisation(context, subject.call.ownerId))?.name ?? null) : null;
  }

  @ResolveField()
  need(@Parent() { inside, subject }: CallView) {
    const { needId } = subject.call;
    return inside && needId !== null ? reference('Need', needId) : null;
  }

  @ResolveField()
  missing(@Parent() view: CallView) {
    return this.queries.missing(view);
  }

  @ResolveField()
  availableActions(@Parent() view: CallView, @Context() context: GraphContext) {
    return this.queries.availableActions(context, view);
  }

  @ResolveField()
  timeline(@Parent() view: CallView, @Context() context: GraphContext) {
    return this.queries.timeline(context, view);
  }
}

/** 榜单安排. */
@Resolver('CallPlan')
export class CallPlanResolver {
  constructor(private readonly queries: CallsQueries) {}

  @ResolveField()
  undertaker(@Parent() { undertakerId }: PlanView) {
    return undertakerId === null ? null : reference('Organisation', undertakerId);
  }

  @ResolveField()
  async undertakerName(@Parent() { undertakerId }: PlanView, @Context() context: GraphContext) {
    return undertakerId === null ? null : (await this.queries.organisation(context, undertakerId))?.name;
  }

  @ResolveField()
  custodians(@Parent() { custodians }: PlanView, @Context() context: GraphContext) {
    return Promise.all(
      custodians.map(async (custodian) => ({
        ...custodian,
        name: (await this.queries.personName(context, custodian.personId)) ?? '',
      })),
    );
  }

  /** Reasons and opinions are for who works on the call. */
  @ResolveField()
  documents(@Parent() { inside, documents }: PlanView) {
    return inside
      ? documents.map(({ files, ...document }) => ({ ...document, files: fileViews(files) }))
      : [];
  }

  @ResolveField()
  responsibleName(@Parent() { responsibleId }: PlanView, @Context() context: GraphContext) {
    return responsibleId === null ? null : this.queries.personName(context, responsibleId);
  }

  @ResolveField()
  supervisorName(@Parent() { supervisorId }: PlanView, @Context() context: GraphContext) {
    return supervisorId === null ? null : this.queries.personName(context, supervisorId);
  }

  @ResolveField()
  passLine(@Parent() { call }: PlanView) {
    return call.fixed?.passLine ?? null;
  }

  @ResolveField()
  dropFrom(@Parent() { call }: PlanView) {
    return call.fixed?.dropFrom ?? null;
  }
}
