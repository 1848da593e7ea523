import { Injectable } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { connectionOf, CurrentActor, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { patentPairKey } from '../core/patent.js';
import { cautionParts, cautionsOf, reasonParts, reasonsOf, type Part } from '../core/score.js';
import type { PartName } from '../core/weights.js';
import { PatentMatchesQueries, type SeenPatent } from './patent-matches.queries.js';

type RelayArgs = Parameters<typeof pageArgs>[0];
type Page = Promise<Connection<SeenPatent> | null>;
type Ids = { readonly needId: string; readonly patentId: string };

@Resolver('PatentMatch')
export class PatentMatchResolver {
  constructor(private readonly queries: PatentMatchesQueries) {}

  @ResolveField()
  id(@Parent() pair: SeenPatent): string {
    return patentPairKey(pair);
  }
  @ResolveField()
  need(@Parent() { needId }: SeenPatent) {
    return { __typename: 'Need', id: needId };
  }
  @ResolveField()
  patent(@Parent() { patentId }: SeenPatent) {
    return { __typename: 'Patent', id: patentId };
  }
  @ResolveField()
  score(@Parent() pair: SeenPatent): number {
    return pair.score.total;
  }
  @ResolveField()
  parts(@Parent() pair: SeenPatent): readonly Part[] {
    return pair.score.parts;
  }
  @ResolveField()
  async sharedTerms(@Parent() pair: SeenPatent, @Context() context: GraphContext): Promise<string[]> {
    const load = (keys: readonly string[]) => this.queries.sharedTerms(keys);
    return (await context.load('matching.patentTerms', load, patentPairKey(pair))) ?? [];
  }
  @ResolveField()
  async reasons(@Parent() pair: SeenPatent, @Context() context: GraphContext): Promise<string[]> {
    return reasonsOf(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  async reasonParts(@Parent() pair: SeenPatent, @Context() context: GraphContext): Promise<PartName[]> {
    return reasonParts(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  cautionParts(@Parent() pair: SeenPatent): PartName[] {
    return cautionParts(pair.score);
  }
  @ResolveField()
  cautions(@Parent() pair: SeenPatent): string[] {
    return cautionsOf(pair.score);
  }
}

@Resolver()
export class PatentPairResolver {
  constructor(private readonly queries: PatentMatchesQueries) {}

  @Query()
  async patentMatch(@CurrentActor() actor: Actor, @Args() ids: Ids): Promise<SeenPatent | null> {
    return (await this.queries.pair(actor, ids)) ?? null;
  }
}

/** Lists of pairs, on the need and on the patent. Injectable, so that its heirs inherit the constructor. */
@Injectable()
abstract class PatentLists {
  constructor(protected readonly queries: PatentMatchesQueries) {}
}

@Resolver('Need')
export class NeedPatentsResolver extends PatentLists {
  @ResolveField()
  async patentMatches(
    @Parent() { id }: { id: string },
    @Args() args: RelayArgs,
    @Context() context: GraphContext,
  ): Page {
    const page = pageArgs(args);
    const load = (ids: readonly string[]) => this.queries.ofNeeds(context.actor, ids);
    const list = await context.load('matching.patentsOfNeed', load, id);
    return list === undefined ? null : connectionOf(list, page);
  }
}

@Resolver('Patent')
export class PatentNeedsResolver extends PatentLists {
  @ResolveField()
  async needMatches(
    @Parent() { id }: { id: string },
    @Args() args: RelayArgs,
    @Context() context: GraphContext,
  ): Page {
    const page = pageArgs(args);
    const load = (ids: readonly string[]) => this.queries.ofPatents(context.actor, ids);
    const list = await context.load('matching.needsOfPatent', load, id);
    return list === undefined ? null : connectionOf(list, page);
  }
}
