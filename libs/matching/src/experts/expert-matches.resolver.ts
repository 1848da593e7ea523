import { Injectable } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { connectionOf, CurrentActor, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { expertPairKey } from '../core/expert.js';
import { cautionParts, cautionsOf, reasonParts, reasonsOf, type Part } from '../core/score.js';
import type { PartName } from '../core/weights.js';
import type { ExpertMatchFeedbackInput } from '../matching.types.gen.js';
import { ExpertMatchesQueries, type SeenExpert } from './expert-matches.queries.js';
import { ExpertPairsService } from './expert-pairs.service.js';

type RelayArgs = Parameters<typeof pageArgs>[0];
type Page = Promise<Connection<SeenExpert> | null>;
type Ids = { readonly needId: string; readonly expertId: string };
type Told = Ids & { readonly parts: readonly Part[]; readonly sharedTerms: readonly string[] };

/** What a pair of a list and one that was told load together. Injectable, so that its heirs inherit the constructor. */
@Injectable()
abstract class ExpertPairFields {
  constructor(protected readonly queries: ExpertMatchesQueries) {}

  protected async feedback(context: GraphContext, pair: Ids): Promise<unknown> {
    const load = (keys: readonly string[]) => this.queries.feedback(context.actor, keys);
    return (await context.load('matching.expertFeedback', load, expertPairKey(pair))) ?? null;
  }
}

@Resolver('ExpertMatch')
export class ExpertMatchResolver extends ExpertPairFields {
  @ResolveField()
  id(@Parent() pair: SeenExpert): string {
    return expertPairKey(pair);
  }
  @ResolveField()
  need(@Parent() { needId }: SeenExpert) {
    return { __typename: 'Need', id: needId };
  }
  @ResolveField()
  expert(@Parent() { expertId }: SeenExpert) {
    return { __typename: 'Expert', id: expertId };
  }
  @ResolveField()
  score(@Parent() pair: SeenExpert): number {
    return pair.score.total;
  }
  @ResolveField()
  parts(@Parent() pair: SeenExpert): readonly Part[] {
    return pair.score.parts;
  }
  @ResolveField()
  async sharedTerms(@Parent() pair: SeenExpert, @Context() context: GraphContext): Promise<string[]> {
    const load = (keys: readonly string[]) => this.queries.sharedTerms(keys);
    return (await context.load('matching.expertTerms', load, expertPairKey(pair))) ?? [];
  }
  @ResolveField()
  async reasons(@Parent() pair: SeenExpert, @Context() context: GraphContext): Promise<string[]> {
    return reasonsOf(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  async reasonParts(@Parent() pair: SeenExpert, @Context() context: GraphContext): Promise<PartName[]> {
    return reasonParts(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  cautions(@Parent() pair: SeenExpert): string[] {
    return cautionsOf(pair.score);
  }
  @ResolveField()
  cautionParts(@Parent() pair: SeenExpert): PartName[] {
    return cautionParts(pair.score);
  }
  @ResolveField()
  myFeedback(@Parent() pair: SeenExpert, @Context() context: GraphContext): Promise<unknown> {
    return this.feedback(context, pair);
  }
}

@Resolver('ExpertRecommendation')
export class ExpertRecommendationResolver extends ExpertPairFields {
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
    return this.feedback(context, pair);
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

/** Lists of pairs, on the need and on the expert. */
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
