import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { OidcLink } from '../core/person/access.js';
import { clientOf } from '../auth/request.js';
import type {
  MutationCompleteOidcArgs,
  MutationStartOidcArgs,
  MutationUnlinkOidcArgs,
} from '../identity.types.gen.js';
import { Entrance } from './entrance.js';
import { OidcService } from './oidc.service.js';

@Resolver()
export class OidcResolver {
  constructor(
    private readonly service: OidcService,
    private readonly entrance: Entrance,
  ) {}

  @Query('signInWays')
  ways(): object {
    return { oidc: this.service.ways };
  }

  @Query('myOidcLinks')
  mine(@CurrentActor() actor: Actor): Promise<readonly OidcLink[]> {
    return this.service.mine(actor);
  }

  @Mutation('startOidc')
  async start(@Context() ctx: GraphContext, @Args() { input }: MutationStartOidcArgs): Promise<object> {
    const { actor, request } = ctx;
    const { url, word } = await this.service.start(clientOf(request), actor, request.credential, input);
    this.entrance.giveStep(ctx, 'oidc', word);
    return { url, clientMutationId: input.clientMutationId };
  }

  @Mutation('completeOidc')
  async complete(@Context() ctx: GraphContext, @Args() { input }: MutationCompleteOidcArgs): Promise<object> {
    const word = this.entrance.stepOf(ctx, 'oidc');
    const opened = await this.service.complete(clientOf(ctx.request), ctx.actor, word, input.returned);
    this.entrance.leaveStep(ctx, 'oidc');
    return opened === null
      ? { viewer: ctx.actor, clientMutationId: input.clientMutationId }
      : this.entrance.enter(ctx, input, opened);
  }

  @Mutation('unlinkOidc')
  async unlink(
    @Context() { actor, request }: GraphContext,
    @Args() { input }: MutationUnlinkOidcArgs,
  ): Promise<object> {
    await this.service.unlink(actor, request.credential, input);
    return { ok: true, clientMutationId: input.clientMutationId };
  }
}
