import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import { BoardQueries } from './board.queries.js';

@Resolver('UnmatchedNeed')
export class UnmatchedNeedResolver {
  @ResolveField()
  need(@Parent() { needId }: { needId: string }) {
    return { __typename: 'Need', id: needId };
  }
}

@Resolver()
export class BoardResolver {
  constructor(private readonly queries: BoardQueries) {}

  @Query()
  unmatchedNeeds(
    @CurrentActor() actor: Actor,
    @Args() args: { techFields?: readonly string[] | null },
  ): Promise<unknown> {
    return this.queries.unmatched(actor, args.techFields ?? []);
  }

  @Query()
  supplyByField(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.queries.supply(actor);
  }
}
