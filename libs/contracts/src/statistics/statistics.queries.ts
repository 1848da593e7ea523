import { Injectable } from '@nestjs/common';
import { legalDayOf, scopesOf, type Actor } from '@jihui/kernel';
import { BusinessClock, City, type Connection, type PageArgs } from '@jihui/platform';
import { dimension, DIMENSION_NAMES, type DimensionName } from '../core/statistics/dimensions.js';
import { figuresOf, totalsOf, type Figure } from '../core/statistics/figures.js';
import {
  checkQuery,
  COVERAGE,
  queryIdOf,
  queryOf,
  yearBefore,
  type StatisticsAxis,
  type StatisticsQuery,
} from '../core/statistics/query.js';
import type { Home } from '../core/statistics/regions.js';
import { StatisticsStore, type LedgerRow, type Snapshot } from '../store/statistics.store.js';

/** One breakdown of the figures. */
export interface Breakdown {
  readonly dimension: DimensionName;
  readonly item: number;
  readonly title: string;
  readonly additive: boolean;
  readonly figures: readonly Figure[];
}

/** The figures of one question, all from one snapshot. */
export interface Statistics extends StatisticsQuery {
  readonly queryId: string;
  readonly coverage: string;
  readonly asOf: Date;
  /** Last published month; later ones may still change. */
  readonly closedThrough: string | null;
  readonly provisional: boolean;
  readonly comparedWith: { readonly fromMonth: string; readonly toMonth: string; readonly reported: boolean };
  readonly totals: Figure;
  readonly breakdowns: readonly Breakdown[];
}

export interface StatisticsArgs {
  readonly fromMonth?: string | null;
  readonly toMonth?: string | null;
  readonly registryDivision?: string | null;
  readonly sellerDivision?: string | null;
  readonly axis?: StatisticsAxis | null;
}

function queryFor(args: StatisticsArgs, now: Date): StatisticsQuery {
  const today = legalDayOf(now);
  return checkQuery({
    fromMonth: args.fromMonth ?? `${today.slice(0, 4)}-01`,
    toMonth: args.toMonth ?? today.slice(0, 7),
    registryDivision: args.registryDivision ?? null,
    sellerDivision: args.sellerDivision ?? null,
    axis: args.axis ?? 'REGISTRATION',
  });
}

const isBureau = (actor: Actor): boolean => scopesOf(actor, 'REGISTRAR', 'OFFICER').length > 0;

/** Figures of registered contracts. */
@Injectable()
export class StatisticsQueries {
  constructor(
    private readonly store: StatisticsStore,
    private readonly clock: BusinessClock,
    private readonly city: City,
  ) {}

  /** @throws DomainError CONTRACT.BAD_PERIOD. */
  async figures(actor: Actor, args: StatisticsArgs): Promise<Statistics> {
    const asOf = await this.clock.now();
    return this.of(actor, asOf, queryFor(args, asOf));
  }

  /** Without the breakdowns. @throws DomainError CONTRACT.BAD_PERIOD. */
  async totals(args: StatisticsArgs): Promise<Statistics> {
    const asOf = await this.clock.now();
    const query = queryFor(args, asOf);
    return this.told(query, asOf, await this.store.totals(query), []);
  }

  /** The same question again. @throws DomainError CONTRACT.UNKNOWN_QUERY. */
  async again(actor: Actor, queryId: string): Promise<Statistics> {
    return this.of(actor, await this.clock.now(), queryOf(queryId));
  }

  /** The rows behind a figure. @throws DomainError CONTRACT.UNKNOWN_QUERY. */
  rows(
    actor: Actor,
    args: {
      readonly queryId: string;
      readonly dimension?: DimensionName | null;
      readonly key?: string | null;
    },
    page: PageArgs,
  ): Promise<Connection<LedgerRow>> {
    const part =
      args.dimension && args.key ? { dimension: args.dimension, key: args.key, home: this.home } : null;
    return this.store.rows(actor, queryOf(args.queryId), part, page);
  }

  private async of(actor: Actor, asOf: Date, query: StatisticsQuery): Promise<Statistics> {
    const reader = isBureau(actor) ? actor : null;
    const names = DIMENSION_NAMES.filter((name) => reader !== null || dimension(name).access === 'PUBLIC');
    return this.told(query, asOf, await this.store.snapshot(query, reader), names);
  }

  private told(
    query: StatisticsQuery,
    asOf: Date,
    { total, breakdowns, firstMonth, closedThrough }: Snapshot,
    names: readonly DimensionName[],
  ): Statistics {
    const { from, to } = yearBefore(query);
    const previousKnown = firstMonth !== null && firstMonth <= from;
    const against = { whole: total?.net.total ?? 0, previousKnown, home: this.home };
    return {
      ...query,
      queryId: queryIdOf(query),
      coverage: COVERAGE,
      asOf,
      closedThrough,
      provisional: query.axis === 'SIGNING' || closedThrough === null || closedThrough < query.toMonth,
      comparedWith: { fromMonth: from, toMonth: to, reported: previousKnown },
      totals: totalsOf(total, against),
      breakdowns: names.map((name) => {
        const { item, title, additive } = dimension(name);
        const figures = figuresOf(name, breakdowns.get(name) ?? [], against);
        return { dimension: name, item, title, additive, figures };
      }),
    };
  }

  private get home(): Home {
    const { code, province } = this.city;
    return {
      code,
      provinceCode: province.code,
      provinceName: province.name,
      divisionName: (division) => this.city.divisionName(division),
    };
  }
}
