import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs, type GraphContext } from '@jihui/platform';
import type { Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { dueOf, type MisconductReport } from '../core/misconduct/report.js';
import { HandlingService } from './handling.service.js';
import { MisconductQueries, notesOf, type MisconductView } from './misconduct.queries.js';
import { ReportingService } from './reporting.service.js';

/** 举报: what anybody sends, what the receipt code shows, and the desk. */
@Resolver('MisconductReport')
export class MisconductResolver {
  constructor(
    private readonly queries: MisconductQueries,
    private readonly reporting: ReportingService,
    private readonly handling: HandlingService,
  ) {}

  @Query('misconductReports')
  list(@Context() context: GraphContext, @Args() args: Types.QueryMisconductReportsArgs) {
    return this.queries.list(context.actor, args.filter ?? {}, pageArgs(args));
  }

  @Query('misconductReport')
  one(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.queries.one(actor, id);
  }

  @Query('misconductReceipt')
  async receipt(@Context() context: GraphContext, @Args('code') code: string) {
    const report = await this.reporting.byCode(context.request.ip, code);
    return report === null ? null : this.receiptOf(report);
  }

  @ResolveField()
  timeline(@Parent() view: MisconductView, @Context() context: GraphContext) {
    return this.queries.timeline(context, view);
  }

  @Mutation()
  async fileMisconductReport(
    @Context() context: GraphContext,
    @Args('input') input: Types.FileMisconductReportInput,
  ) {
    const id = await this.reporting.report(context.actor, context.request.ip, input);
    return { code: this.reporting.codeOf(id), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async supplementMisconductReport(
    @Context() context: GraphContext,
    @Args('input') input: Types.SupplementMisconductReportInput,
  ) {
    const report = await this.reporting.supplement(context.request.ip, input);
    return {
      receipt: report === null ? null : await this.receiptOf(report),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  acceptMisconductReport(@CurrentActor() actor: Actor, @Args('input') input: Types.MisconductOpinionInput) {
    return this.told(actor, input, this.handling.accept(actor, input));
  }

  @Mutation()
  refuseMisconductReport(@CurrentActor() actor: Actor, @Args('input') input: Types.MisconductOpinionInput) {
    return this.told(actor, input, this.handling.refuse(actor, input));
  }

  @Mutation()
  investigateMisconductReport(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.MisconductOpinionInput,
  ) {
    return this.told(actor, input, this.handling.investigate(actor, input));
  }

  @Mutation()
  extendMisconductReport(@CurrentActor() actor: Actor, @Args('input') input: Types.MisconductOpinionInput) {
    return this.told(actor, input, this.handling.extend(actor, input));
  }

  @Mutation()
  askMisconductReporter(@CurrentActor() actor: Actor, @Args('input') input: Types.MisconductOpinionInput) {
    return this.told(actor, input, this.handling.ask(actor, input));
  }

  @Mutation()
  concludeMisconductReport(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.ConcludeMisconductReportInput,
  ) {
    return this.told(actor, input, this.handling.conclude(actor, input));
  }

  /** What a reporter reads: never what the desk keeps to itself, nor who handles it. */
  private async receiptOf(report: MisconductReport) {
    const { state, subject, signed, statement, decision, answer, extended, createdAt } = report;
    return {
      ...{ state, subject, signed, statement, decision, answer, extended, at: createdAt },
      ...{ due: dueOf(report), notes: notesOf(report), files: await this.queries.fileNames(report.id) },
    };
  }

  private async told(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    done: Promise<Changed>,
  ) {
    const { id } = await done;
    return { report: await this.queries.one(actor, id), clientMutationId };
  }
}
