import { Injectable } from '@nestjs/common';
import { scopesOf, type Actor } from '@jihui/kernel';
import { Db, or, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { LedgerEntry } from '../core/ledger.js';
import type { Dimension, StatisticsQuery, Sums } from '../core/statistics.js';

export interface LedgerRow {
  readonly id: string;
  readonly contractId: string;
  readonly kind: 'REGISTRATION';
  readonly occurredOn: string;
  readonly registrationNumber: string;
  readonly title: string;
  readonly subclass: string;
  readonly count: number;
  readonly total: number;
  readonly technical: number;
}

const COLUMN: { readonly [dimension in Dimension]: Sql } = {
  CLASS: raw('l.class'),
  SUBCLASS: raw('l.subclass'),
  MONTH: raw('l.month'),
  TECH_FIELD: raw('l.tech_field'),
  IP_KIND: raw('l.ip_kind'),
  PLAN_SOURCE: raw('l.plan_source'),
  REGISTRY: raw('l.registry_division'),
  SELLER_DIVISION: raw('l.seller_division'),
  BUYER_DIVISION: raw('l.buyer_division'),
};

const where = ({ fromMonth, toMonth, registryDivision }: StatisticsQuery): Sql =>
  registryDivision === null
    ? sql`l.month between ${fromMonth} and ${toMonth}`
    : sql`l.month between ${fromMonth} and ${toMonth} and l.registry_division = ${registryDivision}`;

/** The append-only ledger: every figure is a sum of its rows. */
@Injectable()
export class LedgerStore {
  constructor(private readonly db: Db) {}

  async append(entry: LedgerEntry & { readonly id: string }): Promise<void> {
    await this.db.query(sql`
      insert into contracts.ledger (id, contract_id, kind, occurred_on, registration_number, title, count, total,
        technical, registry_division, class, subclass, tech_field, ip_kind, plan_source, industry, goal,
        seller_division, seller_nature, buyer_division, buyer_nature, foreign_mode, tax_benefits, brokered)
      values (${entry.id}, ${entry.contractId}, ${entry.kind}, ${entry.occurredOn}, ${entry.registrationNumber},
        ${entry.title}, ${entry.count}, ${entry.total}, ${entry.technical}, ${entry.registryDivision}, ${entry.class},
        ${entry.subclass}, ${entry.techField}, ${entry.ipKind}, ${entry.planSource}, ${entry.industry}, ${entry.goal},
        ${entry.sellerDivision}, ${entry.sellerNature}, ${entry.buyerDivision}, ${entry.buyerNature},
        ${entry.foreignMode}, ${[...entry.taxBenefits]}, ${entry.brokered})`);
  }

  /** All breakdowns in one statement over one snapshot, so that they sum to the same whatever is registered meanwhile. */
  async breakdowns(query: StatisticsQuery): Promise<Map<Dimension, (Sums & { readonly key: string })[]>> {
    const dimensions = Object.entries(COLUMN) as [Dimension, Sql][];
    const sums = raw(
      'sum(count)::int as count, sum(total)::float8 as total, sum(technical)::float8 as technical',
    );
    const pieces = dimensions.map(
      ([dimension, column]) =>
        sql`select ${dimension} as dimension, ${column} as key, ${sums} from rows l group by ${column}`,
    );
    const union = pieces.reduce((left, right) => sql`${left} union all ${right}`);
    const rows = await this.db.query<Sums & { readonly key: string; readonly dimension: Dimension }>(sql`
      with rows as materialized (select * from contracts.ledger l where ${where(query)}) ${union}`);
    const found = new Map(
      dimensions.map(([dimension]) => [dimension, [] as (Sums & { readonly key: string })[]]),
    );
    for (const { dimension, ...row } of rows) found.get(dimension)?.push(row);
    return found;
  }

  /** The rows behind a figure, within the bureau person's scope; nothing for anybody else. */
  rows(
    actor: Actor,
    query: StatisticsQuery,
    part: { readonly dimension: Dimension; readonly key: string } | null,
    args: PageArgs,
  ): Promise<Connection<LedgerRow>> {
    const scopes = scopesOf(actor, 'REGISTRAR', 'OFFICER');
    const mine = or(scopes.map((scope) => sql`l.registry_division like ${scope.replace(/(00){1,2}$/, '%')}`));
    const conditions = [where(query), mine];
    if (part !== null) conditions.push(sql`${COLUMN[part.dimension]} = ${part.key}`);
    return this.db.page<LedgerRow, LedgerRow>(
      {
        select: sql`l.id, l.contract_id as "contractId", l.kind, l.occurred_on::text as "occurredOn",
          l.registration_number as "registrationNumber", l.title, l.subclass, l.count, l.total::float8 as total,
          l.technical::float8 as technical`,
        from: sql`contracts.ledger l`,
        where: conditions,
        order: [
          { expression: sql`l.occurred_on`, type: 'date', direction: 'desc' },
          { expression: sql`l.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }
}
