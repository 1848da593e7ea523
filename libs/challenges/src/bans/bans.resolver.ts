import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import { BansQueries } from './bans.queries.js';
import { BansService } from './bans.service.js';

/** 失信禁入. */
@Resolver()
export class BansResolver {
  constructor(
    private readonly queries: BansQueries,
    private readonly bans: BansService,
  ) {}

  @Query('callBans')
  list(@CurrentActor() actor: Actor, @Args() args: Types.QueryCallBansArgs) {
    return this.queries.list(actor, args.filter ?? {}, pageArgs(args));
  }

  @Mutation()
  async imposeCallBan(@CurrentActor() actor: Actor, @Args('input') input: Types.ImposeCallBanInput) {
    const { id } = await this.bans.impose(actor, input);
    return { callBan: await this.queries.one(actor, id), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async liftCallBan(@CurrentActor() actor: Actor, @Args('input') input: Types.LiftCallBanInput) {
    const { id } = await this.bans.lift(actor, input);
    return { callBan: await this.queries.one(actor, id), clientMutationId: input.clientMutationId };
  }
}
