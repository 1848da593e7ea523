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
import { feeCalendar } from '../core/patents/fees.js';
import { patentMachine } from '../core/patents/perform.js';
import { warningsOf } from '../core/patents/warnings.js';
import type * as Types from '../discovery.types.gen.js';
import { Reading } from '../reading.js';
import type { Changed } from '../steps.js';
import type { PatentView } from './patent.view.js';
import { PatentRightsService } from './patent-rights.service.js';
import { PatentsQueries } from './patents.queries.js';
import { PatentsService } from './patents.service.js';

/** 专利登记簿. */
@Resolver('Patent')
export class PatentResolver {
  constructor(
    private readonly queries: PatentsQueries,
    private readonly reading: Reading,
  ) {}

  @Query()
  async patent(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.load(context, id)) ?? null;
  }

  @Query()
  async patents(@Context() context: GraphContext, @Args() args: Types.QueryPatentsArgs) {
    return this.queries.list(context.actor, await this.reading.today(context), args, pageArgs(args));
  }

  @Query()
  async patentLandscape(
    @Context() context: GraphContext,
    @Args() { filter }: Types.QueryPatentLandscapeArgs,
  ) {
    return this.queries.landscape(context.actor, await this.reading.today(context), filter ?? {});
  }

  @Query()
  licensableContracts(@Context() context: GraphContext, @Args() args: Types.QueryLicensableContractsArgs) {
    return this.queries.licensableContracts(context.actor, args.patentId, args.text, pageArgs(args));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context, id);
  }

  @ResolveField()
  async feeCalendar(@Parent() { source, inside }: PatentView, @Context() context: GraphContext) {
    if (!inside) return null;
    const { rules } = await this.reading.feeBook(context);
    return feeCalendar(source, rules, await this.reading.today(context));
  }

  @ResolveField()
  async warnings(@Parent() { source, inside }: PatentView, @Context() context: GraphContext) {
    if (!inside) return null;
    const { rules, days } = await this.reading.feeBook(context);
    return warningsOf(source, rules, days, await this.reading.today(context));
  }

  @ResolveField()
  async uses(@Parent() { number }: PatentView, @Context() context: GraphContext) {
    const load = (numbers: readonly string[]) => this.queries.usesOf(context.actor, numbers);
    const uses = (await context.load('discovery.uses', load, number)) ?? [];
    return uses.map(({ id, title }) => ({ title, result: { __typename: 'Result', id } }));
  }

  @ResolveField()
  async availableActions(@Parent() { source }: PatentView, @Context() context: GraphContext) {
    return patentMachine.availableActions(context.actor, source, await this.reading.now(context));
  }

  @ResolveField()
  timeline(@Parent() { id, inside }: PatentView, @Context() context: GraphContext) {
    return inside ? this.reading.timeline(`Patent:${id}`, context) : null;
  }

  private async load(context: GraphContext, id: string): Promise<PatentView | undefined> {
    if (!isUuid(id)) return undefined;
    const today = await this.reading.today(context);
    return context.load('discovery.patent', (ids) => this.queries.byIds(context.actor, today, ids), id);
  }
}

/** What a listed result shows of the register. */
@Resolver('Result')
export class ResultPatentsResolver {
  constructor(
    private readonly queries: PatentsQueries,
    private readonly reading: Reading,
  ) {}

  @ResolveField()
  async patents(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    const today = await this.reading.today(context);
    const load = (ids: readonly string[]) => this.queries.ofResults(context.actor, today, ids);
    return (await context.load('discovery.patentsOfResult', load, id)) ?? [];
  }
}

/** One verb, one mutation. */
@Resolver()
export class PatentMutationsResolver {
  constructor(
    private readonly register: PatentsService,
    private readonly rights: PatentRightsService,
    private readonly queries: PatentsQueries,
    private readonly reading: Reading,
  ) {}

  @Mutation()
  savePatent(@Context() context: GraphContext, @Args('input') input: Types.SavePatentInput) {
    return this.answer(context, input, this.register.save(context.actor, input));
  }

  @Mutation()
  discardPatent(@Context() context: GraphContext, @Args('input') input: Types.PatentActionInput) {
    return this.answer(context, input, this.register.discard(context.actor, input));
  }

  @Mutation()
  publishPatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(
      context,
      input,
      this.register.record(context.actor, 'publishPatent', 'publish', input),
    );
  }

  @Mutation()
  examinePatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(
      context,
      input,
      this.register.record(context.actor, 'examinePatent', 'examine', input),
    );
  }

  @Mutation()
  grantPatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(context, input, this.register.record(context.actor, 'grantPatent', 'grant', input));
  }

  @Mutation()
  rejectPatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(context, input, this.register.record(context.actor, 'rejectPatent', 'reject', input));
  }

  @Mutation()
  withdrawPatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(
      context,
      input,
      this.register.record(context.actor, 'withdrawPatent', 'withdraw', input),
    );
  }

  @Mutation()
  lapsePatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(context, input, this.register.record(context.actor, 'lapsePatent', 'lapse', input));
  }

  @Mutation()
  restorePatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(
      context,
      input,
      this.register.record(context.actor, 'restorePatent', 'restore', input),
    );
  }

  @Mutation()
  abandonPatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(
      context,
      input,
      this.register.record(context.actor, 'abandonPatent', 'abandon', input),
    );
  }

  @Mutation()
  invalidatePatent(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    const done = this.register.record(context.actor, 'invalidatePatent', 'invalidate', input);
    return this.answer(context, input, done);
  }

  @Mutation()
  recordPatentFee(@Context() context: GraphContext, @Args('input') input: Types.RecordPatentFeeInput) {
    return this.answer(context, input, this.register.payFee(context.actor, input));
  }

  @Mutation()
  addPatentLicence(@Context() context: GraphContext, @Args('input') input: Types.AddPatentLicenceInput) {
    return this.answer(context, input, this.rights.addLicence(context.actor, input));
  }

  @Mutation()
  filePatentLicence(@Context() context: GraphContext, @Args('input') input: Types.FilePatentLicenceInput) {
    return this.answer(context, input, this.rights.fileLicence(context.actor, input));
  }

  @Mutation()
  endPatentLicence(@Context() context: GraphContext, @Args('input') input: Types.EndPatentLicenceInput) {
    return this.answer(context, input, this.rights.endLicence(context.actor, input));
  }

  @Mutation()
  addPatentPledge(@Context() context: GraphContext, @Args('input') input: Types.AddPatentPledgeInput) {
    return this.answer(context, input, this.rights.addPledge(context.actor, input));
  }

  @Mutation()
  releasePatentPledge(
    @Context() context: GraphContext,
    @Args('input') input: Types.ReleasePatentPledgeInput,
  ) {
    return this.answer(context, input, this.rights.releasePledge(context.actor, input));
  }

  @Mutation()
  openPatentToAll(@Context() context: GraphContext, @Args('input') input: Types.OpenPatentToAllInput) {
    return this.answer(context, input, this.rights.openToAll(context.actor, input));
  }

  @Mutation()
  closePatentToAll(@Context() context: GraphContext, @Args('input') input: Types.PatentStatusInput) {
    return this.answer(context, input, this.rights.closeToAll(context.actor, input));
  }

  private async answer(
    context: GraphContext,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const today = await this.reading.today(context);
    const patent = (await this.queries.byIds(context.actor, today, [id])).get(id);
    if (patent === undefined) throw notFound('专利');
    return { patent, clientMutationId };
  }
}
