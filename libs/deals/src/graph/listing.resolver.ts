import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid, type GraphContext } from '@jihui/platform';
import type { Deal } from '../core/types.js';
import { DealsQueries } from '../deals.queries.js';

type Listing = { readonly id: string };

const myDeal = async (
  queries: DealsQueries,
  kind: 'RESULT' | 'NEED',
  { id }: Listing,
  ctx: GraphContext,
): Promise<Deal | null> => {
  if (ctx.actor.kind !== 'person' || !isUuid(id)) return null;
  const deal = await ctx.load(`deals.my.${kind}`, (ids) => queries.ofListings(ctx.actor, kind, ids), id);
  return deal ?? null;
};

/** 我单位在该成果上的对接. */
@Resolver('Result')
export class ResultDealResolver {
  constructor(private readonly queries: DealsQueries) {}

  @ResolveField()
  myDeal(@Parent() result: Listing, @Context() ctx: GraphContext): Promise<Deal | null> {
    return myDeal(this.queries, 'RESULT', result, ctx);
  }
}

/** 我单位在该需求上的对接. */
@Resolver('Need')
export class NeedDealResolver {
  constructor(private readonly queries: DealsQueries) {}

  @ResolveField()
  myDeal(@Parent() need: Listing, @Context() ctx: GraphContext): Promise<Deal | null> {
    return myDeal(this.queries, 'NEED', need, ctx);
  }
}
