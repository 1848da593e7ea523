import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Db, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { LedgerKind } from '../core/ledger.js';
import { DIMENSION_NAMES, type DimensionName } from '../core/statistics/dimensions.js';
import type { RawFigure } from '../core/statistics/figures.js';
import type { Month } from '../core/statistics/months.js';
import { yearBefore, type StatisticsQuery } from '../core/statistics/query.js';
import type { Home } from '../core/statistics/regions.js';
import { breakdownStatement, headIs, inPeriod, inScope, SUMS, totalsStatement } from './statistics.sql.js';

export interface LedgerRow {
  readonly id: string;
  readonly contractId: string;
  readonly kind: LedgerKind;
  readonly occurredOn: string;
  readonly month: Month;
  readonly registrationNumber: string;
  readonly title: string;
  readonly subclass: string;
  readonly count: number;
  readonly total: number;
  readonly technical: number;
}

/** What one snapshot of the ledger says. */
export interface Snapshot {
  readonly total: RawFigure | undefined;
  readonly breakdowns: ReadonlyMap<DimensionName, readonly RawFigure[]>;
  /** Month of the ledger's oldest row; null while it is empty. */
  readonly firstMonth: Month | null;
  /** Last published month; null while none is. */
  readonly closedThrough: Month | null;
}

type Row = {
  readonly dimension: string;
  readonly key: string | null;
  readonly name: string | null;
} & Readonly<Record<(typeof SUMS)[number], number>>;

const rawFigure = (row: Row): RawFigure => {
  const sums = (of: 'net' | 'gross' | 'previous'): RawFigure['net'] => ({
    count: row[`${of}_count`] ?? 0,
    total: row[`${of}_total`] ?? 0,
    technical: row[`${of}_technical`] ?? 0,
  });
  return { key: row.key, name: row.name, net: sums('net'), gross: sums('gross'), previous: sums('previous') };
};

function snapshotOf(rows: readonly Row[]): Snapshot {
  const of = (dimension: string): readonly Row[] => rows.filter((row) => row.dimension === dimension);
  const [total] = of('TOTAL');
  return {
    total: total && rawFigure(total),
    breakdowns: new Map(DIMENSION_NAMES.map((name) => [name, of(name).filter(hasSomething).map(rawFigure)])),
    firstMonth: of('FIRST_MONTH')[0]?.key ?? null,
    closedThrough: of('CLOSED_THROUGH')[0]?.key ?? null,
  };
}

/** Reads what the ledger sums to, and the rows behind a figure. */
@Injectable()
export class StatisticsStore {
  constructor(private readonly db: Db) {}

  /** @param reader whose registries' parties are named; null for the public */
  async snapshot(query: StatisticsQuery, reader: Actor | null): Promise<Snapshot> {
    return snapshotOf(await this.db.query<Row>(breakdownStatement(query, yearBefore(query), reader)));
  }

  /** Without the breakdowns. */
  async totals(query: StatisticsQuery): Promise<Snapshot> {
    return snapshotOf(await this.db.query<Row>(totalsStatement(query, yearBefore(query))));
  }

  /** The rows behind a figure, within the bureau person's scope; nothing for anybody else. */
  rows(
    actor: Actor,
    query: StatisticsQuery,
    part: { readonly dimension: DimensionName; readonly key: string; readonly home: Home } | null,
    args: PageArgs,
  ): Promise<Connection<LedgerRow>> {
    const conditions = [inPeriod(query), inScope(actor)];
    if (part !== null) conditions.push(headIs(query, part.dimension, part.key, part.home));
    return this.db.page<LedgerRow, LedgerRow>(
      {
        select: sql`l.id, l.contract_id as "contractId", l.kind, l.occurred_on::text as "occurredOn", l.month,
          l.registration_number as "registrationNumber", l.title, l.subclass, l.count, l.total::float8 as total,
          l.technical::float8 as technical`,
        from: sql`contracts.ledger l`,
        where: conditions,
        order: [
          { expression: sql`l.occurred_on`, type: 'date', direction: 'desc' },
          { expression: sql`l.seq`, type: 'bigint', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }
}

/** A head that neither period has anything under is no row: what is nowhere is not shown as zero. */
const hasSomething = (row: Row): boolean => SUMS.some((sum) => row[sum] !== 0);
