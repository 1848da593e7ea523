import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import { ExtrasQueries } from './extras.queries.js';
import type { AcceptNdaInput } from './listings.types.gen.js';
import { NdaService } from './nda.service.js';

@Resolver()
export class NdaResolver {
  constructor(
    private readonly service: NdaService,
    private readonly extras: ExtrasQueries,
  ) {}

  @Query()
  currentNda() {
    return this.extras.currentNda();
  }

  @Mutation()
  async acceptNda(@CurrentActor() actor: Actor, @Args('input') input: AcceptNdaInput) {
    const { acceptanceId, kind, listingId } = await this.service.accept(actor, input);
    return {
      acceptance: await this.extras.acceptance(acceptanceId),
      result: kind === 'RESULT' ? { __typename: 'Result', id: listingId } : null,
      need: kind === 'NEED' ? { __typename: 'Need', id: listingId } : null,
      clientMutationId: input.clientMutationId,
    };
  }
}
