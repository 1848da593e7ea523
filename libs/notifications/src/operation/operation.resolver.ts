import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, AvailableAction } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import { OperationService, type OperationView } from './operation.service.js';
import type { CheckSearchIndexInput, RetryDeliveriesInput } from '../notifications.types.gen.js';

@Resolver('Operation')
export class OperationFieldsResolver {
  @ResolveField()
  availableActions(@Parent() { givenUp }: OperationView): AvailableAction<string>[] {
    const actions = givenUp.length > 0 ? ['retryDeliveries', 'checkSearchIndex'] : ['checkSearchIndex'];
    return actions.map((action) => ({ action, enabled: true, reason: null, violations: [] }));
  }
}

@Resolver('IndexDrift')
export class IndexDriftResolver {
  @ResolveField()
  problem(@Parent() { problem }: { readonly problem: string }): string {
    return problem.toUpperCase();
  }
}

@Resolver()
export class OperationResolver {
  constructor(private readonly service: OperationService) {}

  @Query()
  operation(@CurrentActor() actor: Actor): Promise<OperationView> {
    return this.service.view(actor);
  }

  @Mutation()
  async retryDeliveries(@CurrentActor() actor: Actor, @Args('input') input: RetryDeliveriesInput) {
    const { asked } = await this.service.retry(actor, input);
    return { asked, clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async checkSearchIndex(@CurrentActor() actor: Actor, @Args('input') input: CheckSearchIndexInput) {
    const { askedAt } = await this.service.check(actor, input);
    return { askedAt: new Date(askedAt), clientMutationId: input.clientMutationId };
  }
}
