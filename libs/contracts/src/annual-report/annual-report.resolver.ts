import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs } from '@jihui/platform';
import type {
  AcceptAnnualReportInput,
  QueryAnnualReportArgs,
  QueryAnnualReportRecordsArgs,
  QueryAnnualReportStandingsArgs,
  QueryAnnualReportYearsArgs,
  ReturnAnnualReportInput,
  SaveAnnualReportInput,
  SubmitAnnualReportInput,
} from '../contracts.types.gen.js';
import { AnnualReportsQueries, type ReportRecord } from './annual-reports.queries.js';
import { AnnualReportsService, type ReportTarget } from './annual-reports.service.js';

/** 成果转化年度报告. */
@Resolver('AnnualReportRecord')
export class AnnualReportResolver {
  constructor(
    private readonly queries: AnnualReportsQueries,
    private readonly service: AnnualReportsService,
  ) {}

  @Query()
  annualReport(@CurrentActor() actor: Actor, @Args() { organisationId, year }: QueryAnnualReportArgs) {
    return this.queries.one(actor, organisationId, year);
  }

  @Query()
  annualReportYears(@CurrentActor() actor: Actor, @Args() { organisationId }: QueryAnnualReportYearsArgs) {
    return this.queries.years(actor, organisationId);
  }

  @Query()
  annualReportRecords(@CurrentActor() actor: Actor, @Args() args: QueryAnnualReportRecordsArgs) {
    return this.queries.records(actor, args, pageArgs(args));
  }

  @Query()
  annualReportStandings(@CurrentActor() actor: Actor, @Args() args: QueryAnnualReportStandingsArgs) {
    return this.queries.standings(actor, args, pageArgs(args));
  }

  @ResolveField()
  subjectId(@Parent() record: ReportRecord) {
    return record.subject;
  }

  @Mutation()
  async saveAnnualReport(@CurrentActor() actor: Actor, @Args('input') input: SaveAnnualReportInput) {
    await this.service.save(actor, input);
    return this.told(actor, input);
  }

  @Mutation()
  async submitAnnualReport(@CurrentActor() actor: Actor, @Args('input') input: SubmitAnnualReportInput) {
    await this.service.submit(actor, input);
    return this.told(actor, input);
  }

  @Mutation()
  async returnAnnualReport(@CurrentActor() actor: Actor, @Args('input') input: ReturnAnnualReportInput) {
    await this.service.sendBack(actor, input);
    return this.told(actor, input);
  }

  @Mutation()
  async acceptAnnualReport(@CurrentActor() actor: Actor, @Args('input') input: AcceptAnnualReportInput) {
    await this.service.accept(actor, input);
    return this.told(actor, input);
  }

  private async told(actor: Actor, { organisationId, year, clientMutationId }: ReportTarget) {
    return { report: await this.queries.one(actor, organisationId, year), clientMutationId };
  }
}
