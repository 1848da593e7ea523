import { Injectable } from '@nestjs/common';
import type { GraphContext } from '@jihui/platform';
import type { Averages } from '../store/ratings.store.js';
import { RatingsQueries, summaryOf } from './ratings.queries.js';

const NONE: Averages = { count: 0, aspects: [] };

/** Averages of brokers and agencies, each loaded once a request. */
@Injectable()
export class RatedReading {
  constructor(private readonly queries: RatingsQueries) {}

  /** @param id the broker's entry, or the agency's organisation */
  async averages(of: 'broker' | 'agency', id: string, context: GraphContext): Promise<Averages> {
    const load = (ids: readonly string[]) => this.queries.averages(of, ids);
    return (await context.load(`discovery.averages.${of}`, load, id)) ?? NONE;
  }

  async summary(of: 'broker' | 'agency', id: string, context: GraphContext) {
    const from = async () => [await this.queries.shownFrom()];
    const shownFrom = (await context.load('discovery.ratingsFrom', from, 'from')) ?? 0;
    return summaryOf(await this.averages(of, id, context), shownFrom);
  }
}
