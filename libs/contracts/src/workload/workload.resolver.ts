import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type {
  QueryHandlingCasesArgs,
  QueryProcessingTimesArgs,
  ReassignReviewInput,
} from '../contracts.types.gen.js';
import { WorkloadQueries } from './workload.queries.js';
import { WorkloadService } from './workload.service.js';

/** 工作量, 办理时效 and 指派. */
@Resolver('Contract')
export class WorkloadResolver {
  constructor(
    private readonly queries: WorkloadQueries,
    private readonly contracts: ContractsQueries,
    private readonly service: WorkloadService,
  ) {}

  @Query()
  registrarWorkload(@Context() context: GraphContext) {
    return this.queries.workload(context);
  }

  @Query()
  processingTimes(@Context() context: GraphContext, @Args() args: QueryProcessingTimesArgs) {
    return this.queries.times(context, args.registryDivision ?? null);
  }

  @Query()
  handlingCases(@Context() context: GraphContext, @Args() args: QueryHandlingCasesArgs) {
    return this.queries.cases(context, args.filter ?? {}, pageArgs(args));
  }

  @ResolveField()
  assignees(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.assignees(context, view);
  }

  @Mutation()
  async reassignReview(@CurrentActor() actor: Actor, @Args('input') input: ReassignReviewInput) {
    const { id } = await this.service.reassign(actor, input);
    return { contract: await this.contracts.fresh(actor, id), clientMutationId: input.clientMutationId };
  }
}
