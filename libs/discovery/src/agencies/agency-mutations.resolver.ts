import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphContext } from '@jihui/platform';
import type * as Types from '../discovery.types.gen.js';
import { AgencyAnswers } from './agency-answers.js';
import { AgenciesService } from './agencies.service.js';

/** One verb, one mutation. */
@Resolver()
export class AgencyMutationsResolver {
  constructor(
    private readonly register: AgenciesService,
    private readonly answers: AgencyAnswers,
  ) {}

  @Mutation()
  saveAgency(@Context() context: GraphContext, @Args('input') input: Types.SaveAgencyInput) {
    return this.answers.of(context, input, this.register.save(context.actor, input));
  }

  @Mutation()
  submitAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answers.of(context, input, this.register.submit(context.actor, input));
  }

  @Mutation()
  recallAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answers.of(context, input, this.register.recall(context.actor, input));
  }

  @Mutation()
  admitAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterDecisionInput) {
    return this.answers.of(context, input, this.register.admit(context.actor, input));
  }

  @Mutation()
  returnAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answers.of(context, input, this.register.return(context.actor, input));
  }

  @Mutation()
  suspendAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answers.of(context, input, this.register.suspend(context.actor, input));
  }

  @Mutation()
  resumeAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterDecisionInput) {
    return this.answers.of(context, input, this.register.resume(context.actor, input));
  }

  @Mutation()
  exitAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answers.of(context, input, this.register.exit(context.actor, input));
  }

  @Mutation()
  removeAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answers.of(context, input, this.register.remove(context.actor, input));
  }

  @Mutation()
  reapplyAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answers.of(context, input, this.register.reapply(context.actor, input));
  }

  @Mutation()
  designateAgency(@Context() context: GraphContext, @Args('input') input: Types.DesignateInput) {
    return this.answers.of(context, input, this.register.designate(context.actor, input));
  }

  @Mutation()
  withdrawAgencyDesignation(
    @Context() context: GraphContext,
    @Args('input') input: Types.RegisterReasonInput,
  ) {
    return this.answers.of(context, input, this.register.withdrawDesignation(context.actor, input));
  }
}
