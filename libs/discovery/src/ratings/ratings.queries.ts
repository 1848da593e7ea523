import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor } from '@jihui/kernel';
import { BusinessClock, connectionOf, isUuid, Parameters, type PageArgs } from '@jihui/platform';
import { ASPECT_NAMES } from '../core/ratings/rating.js';
import { PARAMETERS } from '../parameters.js';
import { RatingsStore, type Averages, type DealsBroker, type ReadRating } from '../store/ratings.store.js';

/** A rating as the graph shows it. */
export const ratingView = ({ rating, raterName, inside }: ReadRating) => ({
  source: rating,
  ...rating,
  scores: ASPECT_NAMES.map((aspect) => ({ aspect, score: rating.scores[aspect] })),
  raterName: inside ? raterName : '',
  deal: inside ? { __typename: 'Deal' as const, id: rating.dealId } : null,
});
export type RatingView = ReturnType<typeof ratingView>;

/** The one average of all aspects; null while there is no rating. */
export const overall = ({ aspects }: Averages): number | null =>
  aspects.length === 0 ? null : aspects.reduce((total, { average }) => total + average, 0) / aspects.length;

/** Averages from the number on from which they are told. */
export const summaryOf = ({ count, aspects }: Averages, shownFrom: number) => {
  const shown = count >= shownFrom;
  const average = overall({ count, aspects });
  return {
    count,
    shownFrom,
    average: shown && average !== null ? rounded(average) : null,
    aspects: shown ? aspects.map((one) => ({ ...one, average: rounded(one.average) })) : [],
  };
};
const rounded = (average: number): number => Math.round(average * 100) / 100;

/** Reads of ratings. */
@Injectable()
export class RatingsQueries {
  constructor(
    private readonly store: RatingsStore,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, RatingView>> {
    const rows = await this.store.byIds(actor, ids, await this.shownFrom());
    return new Map(rows.map((row) => [row.rating.id, ratingView(row)]));
  }

  async ofBroker(actor: Actor, brokerId: string, page: PageArgs) {
    if (!isUuid(brokerId)) return connectionOf<RatingView>([], page);
    return this.store.ofBroker(actor, brokerId, await this.shownFrom(), ratingView, page);
  }

  averages(of: 'broker' | 'agency', ids: readonly string[]): Promise<Map<string, Averages>> {
    return this.store.averages(of, ids);
  }

  /** Registered brokers of each deal. */
  async ofDeals(actor: Actor, dealIds: readonly string[]): Promise<Map<string, DealsBroker[]>> {
    const found = new Map<string, DealsBroker[]>(dealIds.map((id) => [id, []]));
    for (const one of await this.store.ofDeals(actor, dealIds)) found.get(one.dealId)?.push(one);
    return found;
  }

  /** Number of ratings from which averages and texts are everybody's to read. */
  async shownFrom(): Promise<number> {
    const today = legalDayOf(await this.clock.now());
    return (await this.parameters.int(PARAMETERS.RATINGS_FROM, today)).value;
  }
}
