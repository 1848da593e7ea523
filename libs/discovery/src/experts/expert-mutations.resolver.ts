import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '@jihui/kernel';
import type { GraphContext } from '@jihui/platform';
import type * as Types from '../discovery.types.gen.js';
import type { Changed } from '../steps.js';
import { ExpertsQueries } from './experts.queries.js';
import { ExpertsService } from './experts.service.js';

/** One verb, one mutation. */
@Resolver()
export class ExpertMutationsResolver {
  constructor(
    private readonly bank: ExpertsService,
    private readonly queries: ExpertsQueries,
  ) {}

  @Mutation()
  saveExpert(@Context() context: GraphContext, @Args('input') input: Types.SaveExpertInput) {
    return this.answer(context, input, this.bank.save(context.actor, input));
  }

  @Mutation()
  submitExpert(@Context() context: GraphContext, @Args('input') input: Types.SubmitExpertInput) {
    return this.answer(context, input, this.bank.submit(context.actor, input));
  }

  @Mutation()
  submitExpertDirectly(@Context() context: GraphContext, @Args('input') input: Types.SubmitExpertInput) {
    return this.answer(context, input, this.bank.submitDirectly(context.actor, input));
  }

  @Mutation()
  recallExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertActionInput) {
    return this.answer(context, input, this.bank.recall(context.actor, input));
  }

  @Mutation()
  consentExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertDecisionInput) {
    return this.answer(context, input, this.bank.consent(context.actor, input));
  }

  @Mutation()
  declineExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertReasonInput) {
    return this.answer(context, input, this.bank.decline(context.actor, input));
  }

  @Mutation()
  admitExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertDecisionInput) {
    return this.answer(context, input, this.bank.admit(context.actor, input));
  }

  @Mutation()
  returnExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertReasonInput) {
    return this.answer(context, input, this.bank.return(context.actor, input));
  }

  @Mutation()
  suspendExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertReasonInput) {
    return this.answer(context, input, this.bank.suspend(context.actor, input));
  }

  @Mutation()
  resumeExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertDecisionInput) {
    return this.answer(context, input, this.bank.resume(context.actor, input));
  }

  @Mutation()
  exitExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertReasonInput) {
    return this.answer(context, input, this.bank.exit(context.actor, input));
  }

  @Mutation()
  removeExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertReasonInput) {
    return this.answer(context, input, this.bank.remove(context.actor, input));
  }

  @Mutation()
  reapplyExpert(@Context() context: GraphContext, @Args('input') input: Types.ExpertActionInput) {
    return this.answer(context, input, this.bank.reapply(context.actor, input));
  }

  @Mutation()
  declareExpertRelation(
    @Context() context: GraphContext,
    @Args('input') input: Types.DeclareExpertRelationInput,
  ) {
    return this.answer(context, input, this.bank.declareRelation(context.actor, input));
  }

  @Mutation()
  endExpertRelation(@Context() context: GraphContext, @Args('input') input: Types.EndExpertRelationInput) {
    return this.answer(context, input, this.bank.endRelation(context.actor, input));
  }

  private async answer(
    context: GraphContext,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const expert = (await this.queries.byIds(context.actor, [id])).get(id);
    if (expert === undefined) throw notFound('专家');
    return { expert, clientMutationId };
  }
}
