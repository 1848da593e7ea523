import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  daysBetween,
  legalDayOf,
  organisationsWithRole,
  scopesOf,
  type Actor,
} from '@jihui/kernel';
import { anonymous } from '@jihui/kernel';
import {
  BusinessClock,
  City,
  HolidayCalendars,
  pageArgs,
  Parameters,
  Recent,
  type PageArgs,
} from '@jihui/platform';
import type { ListingKind, ReviewStage } from './listings.types.gen.js';
import { NeedsQueries } from './needs.queries.js';
import { PARAMETERS } from './parameters.js';
import { OUTSIDE } from './listing.view.js';
import { ResultsQueries } from './results.queries.js';
import { ListingSearchStore } from './store/listing-search.store.js';
import { ReadsStore, type Waiting } from './store/reads.store.js';

const NEWEST_SHOWN = 6;

/** What waits on somebody's desk, and the figures of the home page. */
@Injectable()
export class DeskQueries {
  private readonly figures = new Recent<{ kind: ListingKind; cluster: string | null; count: number }[]>();

  constructor(
    private readonly reads: ReadsStore,
    private readonly search: ListingSearchStore,
    private readonly results: ResultsQueries,
    private readonly needs: NeedsQueries,
    private readonly clock: BusinessClock,
    private readonly calendars: HolidayCalendars,
    private readonly parameters: Parameters,
    private readonly city: City,
  ) {}

  /** Listings that wait for the actor's review, the longest first. */
  async toReview(
    actor: Actor,
    only: {
      kind?: ListingKind | null;
      stage?: ReviewStage | null;
      divisions?: readonly string[] | null;
      text?: string | null;
    },
    page: PageArgs,
  ) {
    const now = await this.clock.now();
    const today = legalDayOf(now);
    const { value: days } = await this.parameters.int(PARAMETERS.REVIEW, today);
    const calendar = await this.calendars.calendar();
    const toNode = (row: Waiting) => ({
      ...row,
      divisionName: this.city.divisionName(row.divisionCode) ?? OUTSIDE,
      waitingDays: daysBetween(legalDayOf(row.waitingSince), today),
      dueOn: addWorkingDays(legalDayOf(row.waitingSince), days, calendar),
      result: row.kind === 'RESULT' ? { __typename: 'Result', id: row.id } : null,
      need: row.kind === 'NEED' ? { __typename: 'Need', id: row.id } : null,
    });
    const desk = {
      units: organisationsWithRole(actor, 'TRANSFER_OFFICER'),
      scopes: scopesOf(actor, 'OFFICER'),
    };
    const { kind = null, stage = null, divisions, text } = only;
    const filter = { kind, stage, divisions: divisions ?? [], text: text ?? '' };
    return this.reads.waiting(desk, filter, toNode, page);
  }

  /** Counts by cluster, and the newest listings as any visitor sees them. */
  async statistics() {
    const rows = await this.figures.get('clusters', () => this.search.clusters());
    const count = (kind: ListingKind, cluster?: string): number =>
      rows
        .filter((row) => row.kind === kind && (cluster === undefined || row.cluster === cluster))
        .reduce((sum, row) => sum + row.count, 0);
    return {
      results: count('RESULT'),
      needs: count('NEED'),
      byCluster: this.city.clusters.map(({ code, name, priority }) => ({
        cluster: code,
        name,
        priority,
        results: count('RESULT', code),
        needs: count('NEED', code),
      })),
      newestResults: async () => this.newest(this.results.list(anonymous, NEWEST_ASKED, NEWEST_PAGE)),
      newestNeeds: async () => this.newest(this.needs.list(anonymous, NEWEST_ASKED, NEWEST_PAGE)),
    };
  }

  private async newest<N>(list: Promise<{ edges: readonly { node: N }[] }>): Promise<N[]> {
    return (await list).edges.map(({ node }) => node);
  }
}

const NEWEST_ASKED = { sort: 'NEWEST', whole: true } as const;
const NEWEST_PAGE = pageArgs({ first: NEWEST_SHOWN });
