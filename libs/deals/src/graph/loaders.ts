import { Injectable } from '@nestjs/common';
import { legalDayOf, type LegalDay } from '@jihui/kernel';
import { BusinessClock, type GraphContext } from '@jihui/platform';
import { BrokersQueries } from '../brokers.queries.js';
import type { Deal } from '../core/types.js';
import { DealsQueries } from '../deals.queries.js';

export interface Reference {
  readonly __typename: string;
  readonly id: string;
}
export const reference = (__typename: string, id: string): Reference => ({ __typename, id });

/** How somebody is called whose name has not been told. */
const UNNAMED = '平台用户';

/** What many fields load, each once a request. */
@Injectable()
export class Loaders {
  constructor(
    private readonly queries: DealsQueries,
    private readonly brokers: BrokersQueries,
    private readonly clock: BusinessClock,
  ) {}

  /** The deal, where the viewer may see it. */
  async deal(ctx: GraphContext, id: string): Promise<Deal | null> {
    return (await ctx.load('deals.deal', (ids) => this.queries.byIds(ctx.actor, ids), id)) ?? null;
  }

  async personName(ctx: GraphContext, id: string): Promise<string> {
    return (await ctx.load('deals.personName', (ids) => this.queries.personNames(ids), id)) ?? UNNAMED;
  }

  async organisationName(ctx: GraphContext, id: string): Promise<string> {
    return (await ctx.load('deals.organisationName', (ids) => this.queries.organisationNames(ids), id)) ?? '';
  }

  /** One business time a request, so that all its parts agree. */
  async now(ctx: GraphContext): Promise<Date> {
    const now = await ctx.load('deals.now', async () => [await this.clock.now()], 'now');
    if (now === undefined) throw new Error('no business time');
    return now;
  }

  async today(ctx: GraphContext): Promise<LegalDay> {
    return legalDayOf(await this.now(ctx));
  }

  async brokerages(ctx: GraphContext, dealId: string) {
    return (await ctx.load('deals.brokerages', (ids) => this.brokers.brokeragesOf(ids), dealId)) ?? [];
  }
}
