import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import { CertificatesService } from './certificates/certificates.service.js';
import { ContractsQueries } from './contracts.queries.js';
import type {
  QueryRegisteredContractsRowsArgs,
  QueryRegisteredContractsStatisticsArgs,
} from './contracts.types.gen.js';
import { StatisticsQueries } from './statistics.queries.js';

/** What anybody may ask: figures, and whether a certificate is genuine. */
@Resolver('ContractLedgerRow')
export class PublicContractsResolver {
  constructor(
    private readonly statistics: StatisticsQueries,
    private readonly certificates: CertificatesService,
    private readonly queries: ContractsQueries,
  ) {}

  @Query()
  registeredContractsStatistics(@Args() args: QueryRegisteredContractsStatisticsArgs) {
    return this.statistics.figures(args);
  }

  @Query()
  registeredContractsRows(@CurrentActor() actor: Actor, @Args() args: QueryRegisteredContractsRowsArgs) {
    return this.statistics.rows(actor, args, pageArgs(args));
  }

  @Query()
  verifyCertificate(@Args('payload') payload: string) {
    return this.certificates.verify(payload);
  }

  @ResolveField()
  contract(@Parent() row: { readonly contractId: string }, @Context() context: GraphContext) {
    return this.queries.one(context, row.contractId);
  }
}
