import { Injectable } from '@nestjs/common';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connectionOf, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { cautionParts, cautionsOf, reasonParts, reasonsOf, type Part } from '../core/score.js';
import type { PartName } from '../core/weights.js';
import { ExpertMatchesQueries, expertPairKey } from './expert-matches.queries.js';
import type { RankedExpert } from './expert-ranking.js';

type RelayArgs = Parameters<typeof pageArgs>[0];
type Page = Promise<Connection<RankedExpert> | null>;

@Resolver('ExpertMatch')
export class ExpertMatchResolver {
  constructor(private readonly queries: ExpertMatchesQueries) {}

  @ResolveField()
  id(@Parent() pair: RankedExpert): string {
    return expertPairKey(pair);
  }
  @ResolveField()
  need(@Parent() { needId }: RankedExpert) {
    return { __typename: 'Need', id: needId };
  }
  @ResolveField()
  expert(@Parent() { expertId }: RankedExpert) {
    return { __typename: 'Expert', id: expertId };
  }
  @ResolveField()
  score(@Parent() pair: RankedExpert): number {
    return pair.score.total;
  }
  @ResolveField()
  parts(@Parent() pair: RankedExpert): readonly Part[] {
    return pair.score.parts;
  }
  @ResolveField()
  async sharedTerms(@Parent() pair: RankedExpert, @Context() context: GraphContext): Promise<string[]> {
    const load = (keys: readonly string[]) => this.queries.sharedTerms(keys);
    return (await context.load('matching.expertTerms', load, expertPairKey(pair))) ?? [];
  }
  @ResolveField()
  async reasons(@Parent() pair: RankedExpert, @Context() context: GraphContext): Promise<string[]> {
    return reasonsOf(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  async reasonParts(@Parent() pair: RankedExpert, @Context() context: GraphContext): Promise<PartName[]> {
    return reasonParts(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  cautions(@Parent() pair: RankedExpert): string[] {
    return cautionsOf(pair.score);
  }
  @ResolveField()
  cautionParts(@Parent() pair: RankedExpert): PartName[] {
    return cautionParts(pair.score);
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
