import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import { clientOf } from '../auth/request.js';
import type {
  MutationCompleteSignInArgs,
  MutationConfirmSecondFactorArgs,
  MutationRemoveSecondFactorArgs,
  MutationRenewRecoveryCodesArgs,
  MutationStartSecondFactorArgs,
} from '../identity.types.gen.js';
import { Entrance } from './entrance.js';
import { SecondFactorService, type MySecondFactor } from './second-factor.service.js';

@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly service: SecondFactorService,
    private readonly entrance: Entrance,
  ) {}

  @Query('mySecondFactor')
  mine(@CurrentActor() actor: Actor): Promise<MySecondFactor> {
    return this.service.mine(actor);
  }

  @Mutation('completeSignIn')
  async complete(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationCompleteSignInArgs,
  ): Promise<object> {
    const word = this.entrance.stepOf(ctx, 'factor');
    const session = await this.service.complete(clientOf(ctx.request), word, input);
    this.entrance.leaveStep(ctx, 'factor');
    return this.entrance.enter(ctx, input, session);
  }

  @Mutation('startSecondFactor')
  async start(
    @Context() { actor, request }: GraphContext,
    @Args() { input }: MutationStartSecondFactorArgs,
  ): Promise<object> {
    const enrolment = await this.service.start(actor, request.credential, input);
    return { ...enrolment, clientMutationId: input.clientMutationId };
  }

  @Mutation('confirmSecondFactor')
  async confirm(
    @Context() { actor, request }: GraphContext,
    @Args() { input }: MutationConfirmSecondFactorArgs,
  ): Promise<object> {
    const recoveryCodes = await this.service.confirm(actor, request.credential, input);
    return { recoveryCodes, clientMutationId: input.clientMutationId };
  }

  @Mutation('renewRecoveryCodes')
  async renew(
    @Context() { actor, request }: GraphContext,
    @Args() { input }: MutationRenewRecoveryCodesArgs,
  ): Promise<object> {
    const recoveryCodes = await this.service.renew(actor, request.credential, input);
    return { recoveryCodes, clientMutationId: input.clientMutationId };
  }

  @Mutation('removeSecondFactor')
  async remove(
    @Context() { actor, request }: GraphContext,
    @Args() { input }: MutationRemoveSecondFactorArgs,
  ): Promise<object> {
    await this.service.remove(actor, request.credential, input);
    return { ok: true, clientMutationId: input.clientMutationId };
  }
}
