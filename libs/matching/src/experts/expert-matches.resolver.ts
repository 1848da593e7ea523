import { Injectable } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { connectionOf, CurrentActor, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { expertPairKey } from '../core/expert.js';
import { reasonParts, reasonsOf, type Part } from '../core/score.js';
import type { PartName } from '../core/weights.js';
import type { ExpertMatchFeedbackInput } from '../matching.types.gen.js';
import { PairFields } from '../pair-fields.js';
import { ExpertMatchesQueries, type SeenExpert } from './expert-matches.queries.js';
import { ExpertPairsService } from './expert-pairs.service.js';

type RelayArgs = Parameters<typeof pageArgs>[0];
type Page = Promise<Connection<SeenExpert> | null>;
type Ids = { readonly needId: string; readonly expertId: string };
type Told = Ids & { readonly parts: readonly Part[]; readonly sharedTerms: readonly string[] };

/** What a pair of a list and one that was told load together. */
const feedbackOf = async (
  queries: ExpertMatchesQueries,
  context: GraphContext,
  pair: Ids,
): Promise<unknown> => {
  const load = (keys: readonly string[]) => queries.feedback(context.actor, keys);
  return (await context.load('matching.expertFeedback', load, expertPairKey(pair))) ?? null;
};

@Resolver('ExpertMatch')
export class ExpertMatchResolver extends PairFields<SeenExpert> {
  protected readonly terms = 'matching.expertTerms';

  constructor(private readonly queries: ExpertMatchesQueries) {
    super();
  }

  protected keyOf(pair: SeenExpert): string {
    return expertPairKey(pair);
  }
  protected termsOf(keys: readonly string[]): Promise<Map<string, string[]>> {
    return this.queries.sharedTerms(keys);
  }

  @ResolveField()
  expert(@Parent() { expertId }: SeenExpert) {
    return { __typename: 'Expert', id: expertId };
  }
  @ResolveField()
  myFeedback(@Parent() pair: SeenExpert, @Context() context: GraphContext): Promise<unknown> {
    return feedbackOf(this.queries, context, pair);
  }
}

@Resolver('ExpertRecommendation')
export class ExpertRecommendationResolver {
  constructor(private readonly queries: ExpertMatchesQueries) {}

  @ResolveField()
  need(@Parent() { needId }: Ids) {
    return { __typename: 'Need', id: needId };
  }
  @ResolveField()
  expert(@Parent() { expertId }: Ids) {
    return { __typename: 'Expert', id: expertId };
  }
  @ResolveField()
  reasons(@Parent() { parts, sharedTerms }: Told): string[] {
    return reasonsOf({ parts }, sharedTerms);
  }
  @ResolveField()
  reasonParts(@Parent() { parts, sharedTerms }: Told): PartName[] {
    return reasonParts({ parts }, sharedTerms);
  }
  @ResolveField()
  myFeedback(@Parent() pair: Ids, @Context() context: GraphContext): Promise<unknown> {
    return feedbackOf(this.queries, context, pair);
  }
}

@Resolver()
export class ExpertPairsResolver {
  constructor(
    private readonly queries: ExpertMatchesQueries,
    private readonly service: ExpertPairsService,
  ) {}

  @Query()
  async expertMatch(@CurrentActor() actor: Actor, @Args() ids: Ids): Promise<SeenExpert | null> {
    return (await this.queries.pair(actor, ids)) ?? null;
  }

  @Query()
  expertRecommendations(@CurrentActor() actor: Actor, @Args() args: RelayArgs): Promise<unknown> {
    return this.queries.recommendations(actor, pageArgs(args));
  }

  @Mutation()
  async expertMatchFeedback(
    @CurrentActor() actor: Actor,
    @Args('input') input: ExpertMatchFeedbackInput,
  ): Promise<unknown> {
    const ids = await this.service.giveFeedback(actor, input);
    return { match: (await this.queries.pair(actor, ids)) ?? null, clientMutationId: input.clientMutationId };
  }
}

/** Lists of pairs, on the need and on the expert. Injectable, so that its heirs inherit the constructor. */
@Injectable()
abstract class ExpertLists {
  constructor(protected readonly queries: ExpertMatchesQueries) {}
}

@Resolver('Need')
export class NeedExpertsResolver extends ExpertLists {
  @ResolveField()
  async expertMatches(
    @Parent() { id }: { id: string },
    @Args() args: RelayArgs,
    @Context() context: GraphContext,
  ): Page {
    const page = pageArgs(args);
    const load = (ids: readonly string[]) => this.queries.ofNeeds(context.actor, ids);
    const list = await context.load('matching.expertsOfNeed', load, id);
    return list === undefined ? null : connectionOf(list, page);
  }
}

@Resolver('Expert')
export class ExpertNeedsResolver extends ExpertLists {
  @ResolveField()
  async needMatches(
    @Parent() { id }: { id: string },
    @Args() args: RelayArgs,
    @Context() context: GraphContext,
  ): Page {
    const page = pageArgs(args);
    const load = (ids: readonly string[]) => this.queries.ofExperts(context.actor, ids);
    const list = await context.load('matching.needsOfExpert', load, id);
    return list === undefined ? null : connectionOf(list, page);
  }
}
