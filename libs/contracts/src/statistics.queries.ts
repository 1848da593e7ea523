import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor } from '@jihui/kernel';
import { BusinessClock, City, type Connection, type PageArgs } from '@jihui/platform';
import {
  checkQuery,
  COVERAGE,
  figuresOf,
  queryIdOf,
  queryOf,
  type Dimension,
  type Figure,
} from './core/statistics.js';
import { LedgerStore, type LedgerRow } from './store/ledger.store.js';

/** Public figures of registered contracts, all from one snapshot of the ledger. */
@Injectable()
export class StatisticsQueries {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly clock: BusinessClock,
    private readonly city: City,
  ) {}

  /** @throws DomainError CONTRACT.BAD_PERIOD. */
  async figures(args: {
    readonly fromMonth?: string | null;
    readonly toMonth?: string | null;
    readonly registryDivision?: string | null;
  }) {
    const asOf = await this.clock.now();
    const today = legalDayOf(asOf);
    const query = checkQuery({
      fromMonth: args.fromMonth ?? `${today.slice(0, 4)}-01`,
      toMonth: args.toMonth ?? today.slice(0, 7),
      registryDivision: args.registryDivision ?? null,
    });
    const rows = await this.ledger.breakdowns(query);
    const by = (dimension: Dimension): readonly Figure[] =>
      figuresOf(dimension, rows.get(dimension) ?? [], (code) => this.city.divisionName(code));
    const byClass = by('CLASS');
    return {
      ...query,
      queryId: queryIdOf(query),
      coverage: COVERAGE,
      asOf,
      totals: totalsOf(byClass),
      byClass,
      bySubclass: by('SUBCLASS'),
      byMonth: by('MONTH'),
      byTechField: by('TECH_FIELD'),
      byIpKind: by('IP_KIND'),
      byPlanSource: by('PLAN_SOURCE'),
      byRegistry: by('REGISTRY'),
      bySellerDivision: by('SELLER_DIVISION'),
      byBuyerDivision: by('BUYER_DIVISION'),
    };
  }

  /** The rows behind a figure. @throws DomainError CONTRACT.UNKNOWN_QUERY. */
  rows(
    actor: Actor,
    args: { readonly queryId: string; readonly dimension?: Dimension | null; readonly key?: string | null },
    page: PageArgs,
  ): Promise<Connection<LedgerRow>> {
    const part = args.dimension && args.key ? { dimension: args.dimension, key: args.key } : null;
    return this.ledger.rows(actor, queryOf(args.queryId), part, page);
  }
}

const totalsOf = (figures: readonly Figure[]): Figure => {
  const sum = (of: 'count' | 'total' | 'technical'): number =>
    figures.reduce((all, figure) => all + figure[of], 0);
  return {
    key: 'total',
    label: '合计',
    count: sum('count'),
    total: sum('total'),
    technical: sum('technical'),
    shareBasisPoints: figures.length === 0 ? 0 : 10_000,
  };
};
