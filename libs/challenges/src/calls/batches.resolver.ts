import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs, type GraphContext } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import { BatchesService } from './batches.service.js';
import type { CallView } from './call.view.js';

/** 征集批次, and the one in which a call came. */
@Resolver('Call')
export class BatchesResolver {
  constructor(private readonly batches: BatchesService) {}

  @Query('callBatches')
  list(@CurrentActor() actor: Actor, @Args() args: Types.QueryCallBatchesArgs) {
    return this.batches.list(actor, pageArgs(args));
  }

  @ResolveField()
  async batch(@Parent() { subject }: CallView, @Context() context: GraphContext) {
    const { batchId } = subject.call;
    if (batchId === null) return null;
    const load = (ids: readonly string[]) => this.batches.byIds(context.actor, ids);
    return (await context.load('challenges.batch', load, batchId)) ?? null;
  }

  @Mutation()
  async openCallBatch(@CurrentActor() actor: Actor, @Args('input') input: Types.OpenCallBatchInput) {
    const { id } = await this.batches.open(actor, input);
    return { callBatch: await this.batches.one(actor, id), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async changeCallBatch(@CurrentActor() actor: Actor, @Args('input') input: Types.ChangeCallBatchInput) {
    const { id } = await this.batches.change(actor, input);
    return { callBatch: await this.batches.one(actor, id), clientMutationId: input.clientMutationId };
  }
}
