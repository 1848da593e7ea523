import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { pageArgs, type GraphContext } from '@jihui/platform';
import { AgencyAnswers } from '../agencies/agency-answers.js';
import type * as Types from '../discovery.types.gen.js';
import { SupportsQueries } from './supports.queries.js';
import { SupportsService } from './supports.service.js';

/** 扶持记录. */
@Resolver()
export class SupportsResolver {
  constructor(
    private readonly service: SupportsService,
    private readonly queries: SupportsQueries,
    private readonly answers: AgencyAnswers,
  ) {}

  @Query()
  agencySupports(@Context() context: GraphContext, @Args() args: Types.QueryAgencySupportsArgs) {
    return this.queries.list(context.actor, args.filter ?? {}, pageArgs(args));
  }

  @Mutation()
  recordAgencySupport(
    @Context() context: GraphContext,
    @Args('input') input: Types.RecordAgencySupportInput,
  ) {
    return this.answers.of(context, input, this.service.record(context.actor, input));
  }

  @Mutation()
  withdrawAgencySupport(
    @Context() context: GraphContext,
    @Args('input') input: Types.WithdrawAgencySupportInput,
  ) {
    return this.answers.of(context, input, this.service.withdraw(context.actor, input));
  }
}
