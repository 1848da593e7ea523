import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '@jihui/kernel';
import { asksBeyond, CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import { ContractsQueries } from '../contracts.queries.js';
import type {
  CloseStatisticsMonthInput,
  QueryRegisteredContractsRowsArgs,
  QueryRegisteredContractsStatisticsArgs,
  QueryStatisticsClosingsArgs,
} from '../contracts.types.gen.js';
import { ClosingsService } from './closings.service.js';
import { StatisticsQueries } from './statistics.queries.js';

/** What is answered without counting under every head. */
const WITHOUT_HEADS = new Set([
  '__typename',
  'queryId',
  'fromMonth',
  'toMonth',
  'registryDivision',
  'sellerDivision',
  'axis',
  'coverage',
  'asOf',
  'closedThrough',
  'provisional',
  'comparedWith',
  'totals',
]);

/** Figures, the rows behind them, and the months that are published. */
@Resolver('ContractLedgerRow')
export class StatisticsResolver {
  constructor(
    private readonly statistics: StatisticsQueries,
    private readonly closings: ClosingsService,
    private readonly contracts: ContractsQueries,
  ) {}

  @Query()
  registeredContractsStatistics(
    @CurrentActor() actor: Actor,
    @Args() args: QueryRegisteredContractsStatisticsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return asksBeyond(info, [], WITHOUT_HEADS)
      ? this.statistics.figures(actor, args)
      : this.statistics.totals(args);
  }

  @Query()
  registeredContractsRows(@CurrentActor() actor: Actor, @Args() args: QueryRegisteredContractsRowsArgs) {
    return this.statistics.rows(actor, args, pageArgs(args));
  }

  @Query()
  nextStatisticsMonth(@CurrentActor() actor: Actor) {
    return this.closings.next(actor);
  }

  @Query()
  statisticsClosings(@Args() args: QueryStatisticsClosingsArgs) {
    return this.closings.list(pageArgs(args));
  }

  @Mutation()
  async closeStatisticsMonth(@CurrentActor() actor: Actor, @Args('input') input: CloseStatisticsMonthInput) {
    const { month } = await this.closings.close(actor, input);
    return { closing: await this.closings.get(month), clientMutationId: input.clientMutationId };
  }

  @ResolveField()
  contract(@Parent() row: { readonly contractId: string }, @Context() context: GraphContext) {
    return this.contracts.one(context, row.contractId);
  }
}
