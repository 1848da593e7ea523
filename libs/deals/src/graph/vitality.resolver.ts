import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, isUuid, type GraphContext } from '@jihui/platform';
import { VitalityQueries } from '../vitality.queries.js';
import { reference, type Reference } from './loaders.js';

type Listing = { readonly id: string };

/** 市场活力 and brokers' workload. */
@Resolver()
export class VitalityResolver {
  constructor(private readonly queries: VitalityQueries) {}

  @Query()
  marketHealth(): Promise<unknown> {
    return this.queries.market();
  }

  @Query()
  brokerWorkload(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.queries.workload(actor);
  }
}

@Resolver('BrokerLoad')
export class BrokerLoadResolver {
  @ResolveField()
  person(@Parent() { personId }: { personId: string | null }): Reference | null {
    return personId === null ? null : reference('Person', personId);
  }
}

const vitality = async (
  queries: VitalityQueries,
  kind: 'RESULT' | 'NEED',
  { id }: Listing,
  ctx: GraphContext,
): Promise<unknown> => {
  if (ctx.actor.kind !== 'person' || !isUuid(id)) return null;
  const load = (ids: readonly string[]) => queries.ofListings(ctx.actor, kind, ids);
  return (await ctx.load(`deals.vitality.${kind}`, load, id)) ?? null;
};

@Resolver('Result')
export class ResultVitalityResolver {
  constructor(private readonly queries: VitalityQueries) {}

  @ResolveField()
  vitality(@Parent() result: Listing, @Context() ctx: GraphContext): Promise<unknown> {
    return vitality(this.queries, 'RESULT', result, ctx);
  }
}

@Resolver('Need')
export class NeedVitalityResolver {
  constructor(private readonly queries: VitalityQueries) {}

  @ResolveField()
  vitality(@Parent() need: Listing, @Context() ctx: GraphContext): Promise<unknown> {
    return vitality(this.queries, 'NEED', need, ctx);
  }
}
