import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, type GraphContext } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import type { Changed } from './call-desk.js';
import type { CallView } from './call.view.js';
import { CallsQueries } from './calls.queries.js';
import { ObjectionsService } from './objections.service.js';
import { QuestionsService } from './questions.service.js';
import { VoicesQueries } from './voices.queries.js';

/** What people say of a call. */
@Resolver('Call')
export class VoicesResolver {
  constructor(
    private readonly voices: VoicesQueries,
    private readonly queries: CallsQueries,
    private readonly objecting: ObjectionsService,
    private readonly asking: QuestionsService,
  ) {}

  @ResolveField()
  objectionCount(@Parent() view: CallView, @Context() context: GraphContext) {
    return this.voices.count(context, view);
  }

  @ResolveField()
  openObjectionCount(@Parent() view: CallView) {
    return this.voices.openCount(view);
  }

  @ResolveField()
  objections(@Parent() view: CallView, @Context() context: GraphContext) {
    return this.voices.objections(context, view);
  }

  @ResolveField()
  objectionOpen(@Parent() view: CallView, @Context() context: GraphContext) {
    return this.voices.objectionOpen(context, view);
  }

  @ResolveField()
  questions(@Parent() view: CallView, @Context() context: GraphContext) {
    return this.voices.questions(context, view);
  }

  @ResolveField()
  questionsUntil(@Parent() view: CallView) {
    return this.voices.questionsUntil(view);
  }

  @Mutation()
  raiseCallObjection(@CurrentActor() actor: Actor, @Args('input') input: Types.RaiseCallObjectionInput) {
    return this.told(actor, input, this.objecting.raise(actor, input));
  }

  @Mutation()
  acceptCallObjection(@CurrentActor() actor: Actor, @Args('input') input: Types.CallObjectionActionInput) {
    return this.told(actor, input, this.objecting.accept(actor, input));
  }

  @Mutation()
  refuseCallObjection(@CurrentActor() actor: Actor, @Args('input') input: Types.CallObjectionAnswerInput) {
    return this.told(actor, input, this.objecting.refuse(actor, input));
  }

  @Mutation()
  extendCallObjection(@CurrentActor() actor: Actor, @Args('input') input: Types.CallObjectionAnswerInput) {
    return this.told(actor, input, this.objecting.extend(actor, input));
  }

  @Mutation()
  decideCallObjection(@CurrentActor() actor: Actor, @Args('input') input: Types.DecideCallObjectionInput) {
    return this.told(actor, input, this.objecting.decide(actor, input));
  }

  @Mutation()
  withdrawCallObjection(@CurrentActor() actor: Actor, @Args('input') input: Types.CallObjectionActionInput) {
    return this.told(actor, input, this.objecting.withdraw(actor, input));
  }

  @Mutation()
  askCallQuestion(@CurrentActor() actor: Actor, @Args('input') input: Types.AskCallQuestionInput) {
    return this.told(actor, input, this.asking.ask(actor, input));
  }

  @Mutation()
  answerCallQuestion(@CurrentActor() actor: Actor, @Args('input') input: Types.AnswerCallQuestionInput) {
    return this.told(actor, input, this.asking.answer(actor, input));
  }

  /** The call as the actor sees it after the act. */
  private async told(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    done: Promise<Changed>,
  ) {
    const { id } = await done;
    return { call: await this.queries.one(actor, id), clientMutationId };
  }
}
