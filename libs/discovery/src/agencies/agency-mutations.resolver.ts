import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '@jihui/kernel';
import type { GraphContext } from '@jihui/platform';
import type * as Types from '../discovery.types.gen.js';
import type { Changed } from '../steps.js';
import { AgenciesQueries } from './agencies.queries.js';
import { AgenciesService } from './agencies.service.js';

/** One verb, one mutation. */
@Resolver()
export class AgencyMutationsResolver {
  constructor(
    private readonly register: AgenciesService,
    private readonly queries: AgenciesQueries,
  ) {}

  @Mutation()
  saveAgency(@Context() context: GraphContext, @Args('input') input: Types.SaveAgencyInput) {
    return this.answer(context, input, this.register.save(context.actor, input));
  }

  @Mutation()
  submitAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answer(context, input, this.register.submit(context.actor, input));
  }

  @Mutation()
  recallAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answer(context, input, this.register.recall(context.actor, input));
  }

  @Mutation()
  admitAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterDecisionInput) {
    return this.answer(context, input, this.register.admit(context.actor, input));
  }

  @Mutation()
  returnAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.return(context.actor, input));
  }

  @Mutation()
  suspendAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.suspend(context.actor, input));
  }

  @Mutation()
  resumeAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterDecisionInput) {
    return this.answer(context, input, this.register.resume(context.actor, input));
  }

  @Mutation()
  exitAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.exit(context.actor, input));
  }

  @Mutation()
  removeAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.remove(context.actor, input));
  }

  @Mutation()
  reapplyAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answer(context, input, this.register.reapply(context.actor, input));
  }

  @Mutation()
  designateAgency(@Context() context: GraphContext, @Args('input') input: Types.DesignateInput) {
    return this.answer(context, input, this.register.designate(context.actor, input));
  }

  @Mutation()
  withdrawAgencyDesignation(
    @Context() context: GraphContext,
    @Args('input') input: Types.RegisterReasonInput,
  ) {
    return this.answer(context, input, this.register.withdrawDesignation(context.actor, input));
  }

  private async answer(
    context: GraphContext,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const agency = (await this.queries.byIds(context.actor, [id])).get(id);
    if (agency === undefined) throw notFound('中介机构');
    return { agency, clientMutationId };
  }
}
