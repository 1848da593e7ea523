import { Injectable } from '@nestjs/common';
import type { Actor, Fen } from '@jihui/kernel';
import {
  and,
  anyOf,
  Db,
  raw,
  sql,
  type Connection,
  type OrderColumn,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import type { Support, SupportKind } from '../core/agencies/support.js';
import { readWholeAgencies, visibleAgencies } from './agency-visibility.js';
import { named, typedWords } from './register-reads.js';

export interface SupportFilter {
  readonly text?: string | null;
  readonly kinds?: readonly SupportKind[] | null;
  readonly agencyId?: string | null;
  readonly year?: number | null;
}
export interface GivenSupport {
  readonly agencyId: string;
  readonly support: Support;
}
export interface SupportTotal {
  readonly kind: SupportKind;
  readonly count: number;
  readonly agencies: number;
  readonly amount: Fen;
}

/** Each record of each agency: a few hundred agencies with a few records a year. */
const FROM = raw(`discovery.agency a join discovery.organisation o on o.id = a.organisation_id
  cross join lateral jsonb_array_elements(a.supports) as g (support)`);
const KIND = raw(`g.support ->> 'kind'`);
const STANDING = raw(`g.support ->> 'withdrawn' is null`);
/** The latest first. */
const ORDER: readonly OrderColumn[] = [
  { expression: sql`(g.support ->> 'from')::date`, type: 'date', direction: 'desc' },
  { expression: sql`(g.support ->> 'id')::uuid`, type: 'uuid', direction: 'desc' },
];
const YEARS = { first: 1900, last: 9999 } as const;

/** 扶持记录 over all agencies. */
@Injectable()
export class AgencySupportsStore {
  constructor(private readonly db: Db) {}

  list(actor: Actor, filter: SupportFilter, page: PageArgs): Promise<Connection<GivenSupport>> {
    return this.db.page<GivenSupport, GivenSupport>(
      {
        select: raw('a.id as "agencyId", g.support'),
        from: FROM,
        where: conditionsOf(actor, filter),
        order: ORDER,
        toNode: (row) => row,
      },
      page,
    );
  }

  /** Number and sum of what stands, by kind. */
  async totals(actor: Actor, filter: SupportFilter): Promise<SupportTotal[]> {
    const rows = await this.db.query<Omit<SupportTotal, 'amount'> & { amount: string }>(sql`
      select ${KIND} as kind, count(*)::int as count, count(distinct a.id)::int as agencies,
        coalesce(sum((g.support ->> 'amount')::bigint), 0)::text as amount
      from ${FROM} where ${and([...conditionsOf(actor, filter), STANDING])} group by 1`);
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  }
}

function conditionsOf(actor: Actor, { text, kinds, agencyId, year }: SupportFilter): Sql[] {
  return [
    visibleAgencies(actor),
    // What was withdrawn is the agency's and the bureau's to read.
    sql`(${STANDING} or ${readWholeAgencies(actor)})`,
    ...[anyOf(KIND, kinds)].filter((condition) => condition !== null),
    ...named(sql`a.id`, agencyId),
    ...(year == null ? [] : [duringYear(year)]),
    ...typedWords(text).map(
      (word) => sql`position(${word} in lower(concat_ws(' ', o.name, g.support ->> 'title',
        g.support ->> 'provider', g.support ->> 'document'))) > 0`,
    ),
  ];
}

/** What ran in the year; of what has no end the year in which it was given. */
function duringYear(year: number): Sql {
  if (year < YEARS.first || year > YEARS.last) return raw('false');
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return sql`((g.support ->> 'from')::date <= ${last}::date
    and coalesce((g.support ->> 'until')::date, (g.support ->> 'from')::date) >= ${first}::date)`;
}
