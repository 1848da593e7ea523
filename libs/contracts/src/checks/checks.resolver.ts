import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type { AnswerFindingInput, JudgeChecklistInput } from '../contracts.types.gen.js';
import { ChecksService } from './checks.service.js';

/** The checks of a contract: findings with their answers, conditions with their evidence and judgements. */
@Resolver('Contract')
export class ChecksResolver {
  constructor(
    private readonly queries: ContractsQueries,
    private readonly checks: ChecksService,
  ) {}

  @ResolveField()
  findings(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.findings(context, view);
  }

  @ResolveField()
  checklist(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.checklist(context, view);
  }

  @Mutation()
  answerFinding(@CurrentActor() actor: Actor, @Args('input') input: AnswerFindingInput) {
    return this.queries.answer(actor, input, this.checks.answer(actor, input));
  }

  @Mutation()
  judgeChecklist(@CurrentActor() actor: Actor, @Args('input') input: JudgeChecklistInput) {
    return this.queries.answer(actor, input, this.checks.judge(actor, input));
  }
}
