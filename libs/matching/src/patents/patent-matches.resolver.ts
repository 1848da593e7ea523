import { Injectable } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { connectionOf, CurrentActor, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { patentPairKey } from '../core/patent.js';
import { PairFields } from '../pair-fields.js';
import { PatentMatchesQueries, type SeenPatent } from './patent-matches.queries.js';

type RelayArgs = Parameters<typeof pageArgs>[0];
type Page = Promise<Connection<SeenPatent> | null>;
type Ids = { readonly needId: string; readonly patentId: string };

@Resolver('PatentMatch')
export class PatentMatchResolver extends PairFields<SeenPatent> {
  protected readonly terms = 'matching.patentTerms';

  constructor(private readonly queries: PatentMatchesQueries) {
    super();
  }

  protected keyOf(pair: SeenPatent): string {
    return patentPairKey(pair);
  }
  protected termsOf(keys: readonly string[]): Promise<Map<string, string[]>> {
    return this.queries.sharedTerms(keys);
  }

  @ResolveField()
  patent(@Parent() { patentId }: SeenPatent) {
    return { __typename: 'Patent', id: patentId };
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
