import type { Actor } from '@jihui/kernel';
import { scopesOf } from '@jihui/kernel';
import { and, coveredBy, join, raw, sql, type Sql } from '@jihui/platform';
import { GROSS_KINDS } from '../core/ledger.js';
import { NOT_REPORTED, type DimensionName } from '../core/statistics/dimensions.js';
import { flowEnds } from '../core/statistics/figures.js';
import { monthsOfQuarter } from '../core/statistics/months.js';
import { PARTY_TYPES } from '../core/statistics/party-types.js';
import { isFarRegion, type FarRegion, type Home } from '../core/statistics/regions.js';
import type { StatisticsQuery } from '../core/statistics/query.js';

/** Heads that are one column of the ledger, or made of one. Tax benefits and parties are taken apart elsewhere. */
type Head = Exclude<DimensionName, 'TAX_BENEFIT' | 'SELLER' | 'BUYER'>;

const PERIOD_HEADS: { readonly [head in 'MONTH' | 'QUARTER' | 'YEAR']: (period: Sql) => Sql } = {
  MONTH: (period) => period,
  QUARTER: (period) => sql`left(${period}, 5) || 'Q' || ((right(${period}, 2)::int + 2) / 3)`,
  YEAR: (period) => sql`left(${period}, 4)`,
};

const HEADS: { readonly [head in Exclude<Head, keyof typeof PERIOD_HEADS>]: Sql } = {
  REGISTRY: raw('l.registry_division'),
  CLASS: raw('l.class'),
  SUBCLASS: raw('l.subclass'),
  TECH_FIELD: raw('l.tech_field'),
  IP_KIND: raw('l.ip_kind'),
  PLAN_SOURCE: raw('l.plan_source'),
  GOAL: raw('l.goal'),
  INDUSTRY: raw('l.industry'),
  SELLER_TYPE: raw('l.seller_nature'),
  SELLER_DIVISION: raw('l.seller_division'),
  BUYER_TYPE: raw('l.buyer_nature'),
  BUYER_DIVISION: raw('l.buyer_division'),
  FLOW: raw(`coalesce(l.seller_division, '') || '>' || coalesce(l.buyer_division, '')`),
  SIZE: raw(`case when l.large then 'LARGE' else 'ORDINARY' end`),
  FOREIGN: raw('l.foreign_mode'),
  BROKERED: raw(`case when l.brokered then 'BROKERED' else 'DIRECT' end`),
  KIND: raw('l.kind'),
  IN_TIME: raw(`case when l.in_time then 'IN_TIME' when not l.in_time then 'LATE' end`),
};

const heads = (period: Sql): readonly (readonly [Head, Sql])[] => [
  ...Object.entries(PERIOD_HEADS).map(([name, of]) => [name as Head, of(period)] as const),
  ...(Object.entries(HEADS) as [Head, Sql][]),
];

const monthColumn = ({ axis }: StatisticsQuery): Sql =>
  raw(axis === 'REGISTRATION' ? 'l.month' : 'l.signed_month');

function placed({ registryDivision, sellerDivision }: StatisticsQuery): Sql[] {
  const conditions: Sql[] = [];
  if (registryDivision !== null) conditions.push(sql`l.registry_division = ${registryDivision}`);
  if (sellerDivision !== null) conditions.push(sql`l.seller_division = ${sellerDivision}`);
  return conditions;
}

/** The rows that the question is about. */
export const inPeriod = (query: StatisticsQuery): Sql =>
  and([sql`${monthColumn(query)} between ${query.fromMonth} and ${query.toMonth}`, ...placed(query)]);

/** Registries whose rows an officer or registrar may open. */
export const inScope = (actor: Actor): Sql =>
  coveredBy(sql`l.registry_division`, scopesOf(actor, 'REGISTRAR', 'OFFICER'));

const sums = (filter: Sql): Sql =>
  join(
    ['count', 'total', 'technical'].map(
      (column) => sql`coalesce(sum(${raw(column)}) filter (where ${filter}), 0)::float8`,
    ),
  );

const FIGURES = ['count', 'total', 'technical'];
/** Names of the nine sums, as the store reads them. */
export const SUMS = ['net', 'gross', 'previous'].flatMap((of) => FIGURES.map((figure) => `${of}_${figure}`));

const gross = sql`is_now and kind in (${raw(GROSS_KINDS.map((kind) => `'${kind}'`).join(', '))})`;
const nine = join([sums(raw('is_now')), sums(gross), sums(raw('not is_now'))]);

/** Its own rows and those of the year before, whose months are moved up a year so that they meet. */
function chosen(query: StatisticsQuery, before: { readonly from: string; readonly to: string }): Sql {
  const month = monthColumn(query);
  const shifted = sql`to_char(to_date(${month} || '-01', 'YYYY-MM-DD') + interval '12 months', 'YYYY-MM')`;
  const columns = (period: Sql, isNow: boolean): Sql =>
    sql`${join(heads(period).map(([name, of]) => sql`${of} as ${raw(`"${name}"`)}`))}, ${raw(String(isNow))} as is_now,
      l.kind, l.count, l.total, l.technical, l.tax_benefits, l.registry_division, l.seller_key, l.seller_name,
      l.buyer_key, l.buyer_name`;
  return sql`
    select ${columns(month, true)} from contracts.ledger l where ${inPeriod(query)}
    union all
    select ${columns(shifted, false)} from contracts.ledger l
    where ${inPeriod({ ...query, fromMonth: before.from, toMonth: before.to })}`;
}

/** The parties with the most, as far as the actor's registries reach. */
const top = (name: 'SELLER' | 'BUYER', actor: Actor, count: number): Sql => {
  const [key, title] = name === 'SELLER' ? ['seller_key', 'seller_name'] : ['buyer_key', 'buyer_name'];
  return sql`(select ${name}, ${raw(key)}, max(${raw(title)}), ${nine}
    from chosen l where ${inScope(actor)} group by ${raw(key)} having count(*) filter (where is_now) > 0
    order by sum(total) filter (where is_now) desc, ${raw(key)} limit ${raw(String(count))})`;
};

/** How many parties are named. */
const NAMED = 20;

/**
 * Everything that one question asks, in one statement over one snapshot: whatever is registered meanwhile,
 * every breakdown sums to the same totals. One pass counts under all heads (GROUPING SETS).
 * @param reader whose registries' parties are named; null for the public, who reads no names
 */
export function breakdownStatement(
  query: StatisticsQuery,
  before: { readonly from: string; readonly to: string },
  reader: Actor | null,
): Sql {
  const parts = [...underHeads(), ...MARKS, ...named(reader)];
  return statement(query, before, parts);
}

/** The totals alone, for who asks no more. */
export const totalsStatement = (
  query: StatisticsQuery,
  before: { readonly from: string; readonly to: string },
): Sql => statement(query, before, [sql`select 'TOTAL', null, null, ${nine} from chosen`, ...MARKS]);

const MARKS = [
  sql`select 'FIRST_MONTH', min(month), null, ${join(SUMS.map(() => raw('0')))} from contracts.ledger`,
  sql`select 'CLOSED_THROUGH', max(month), null, ${join(SUMS.map(() => raw('0')))} from contracts.closed_month`,
];

const named = (reader: Actor | null): readonly Sql[] =>
  reader === null ? [] : [top('SELLER', reader, NAMED), top('BUYER', reader, NAMED)];

function underHeads(): readonly Sql[] {
  const names = heads(raw('l.month')).map(([name]) => raw(`"${name}"`));
  const which = names.map(
    (name, index) => sql`when grouping(${name}) = 0 then ${heads(raw('l.month'))[index]?.[0] ?? ''}`,
  );
  return [
    sql`select case ${join(which, raw(' '))} else 'TOTAL' end, coalesce(${join(names)}), null::text, ${nine}
      from chosen group by grouping sets (${join(names.map((name) => sql`(${name})`))}, ())`,
    sql`select 'TAX_BENEFIT', b.benefit, null, ${nine} from chosen l cross join lateral
      unnest(case when cardinality(l.tax_benefits) = 0 then array['NONE'] else l.tax_benefits end) b (benefit)
      group by b.benefit`,
  ];
}

const statement = (
  query: StatisticsQuery,
  before: { readonly from: string; readonly to: string },
  parts: readonly Sql[],
): Sql =>
  sql`with chosen as materialized (${chosen(query, before)}),
    figures (dimension, key, name, ${raw(SUMS.join(', '))}) as (${join(parts, raw(' union all '))})
    select * from figures`;

function regionIs(column: Sql, key: string, home: Home): Sql {
  const city = `${home.code.slice(0, 4)}%`;
  const province = `${home.provinceCode.slice(0, 2)}%`;
  const hmt = sql`left(${column}, 2) in ('71', '81', '82')`;
  const far: { readonly [region in FarRegion]: Sql } = {
    PROVINCE: sql`${column} like ${province} and ${column} not like ${city}`,
    DOMESTIC: sql`${column} not like ${province} and not ${hmt} and ${column} <> '000000'`,
    HMT: hmt,
    ABROAD: sql`${column} = '000000'`,
  };
  if (key === NOT_REPORTED) return sql`${column} is null`;
  if (isFarRegion(key)) return far[key];
  return key.endsWith('0000') ? sql`${column} like ${`${key.slice(0, 2)}%`}` : sql`${column} = ${key}`;
}

const natureIs = (column: Sql, key: string): Sql => {
  const known = Object.values(PARTY_TYPES).flatMap(({ natures }) => natures);
  const type = (PARTY_TYPES as Readonly<Record<string, { readonly natures: readonly string[] }>>)[key];
  if (type !== undefined) return sql.any(column, type.natures);
  return sql`(${column} is null or not ${sql.any(column, known)})`;
};

/** What the rows behind one head of a figure have in common. */
export function headIs(query: StatisticsQuery, name: DimensionName, key: string, home: Home): Sql {
  const month = monthColumn(query);
  switch (name) {
    case 'SELLER_TYPE':
      return natureIs(raw('l.seller_nature'), key);
    case 'BUYER_TYPE':
      return natureIs(raw('l.buyer_nature'), key);
    case 'SELLER_DIVISION':
      return regionIs(raw('l.seller_division'), key, home);
    case 'BUYER_DIVISION':
      return regionIs(raw('l.buyer_division'), key, home);
    case 'FLOW': {
      const [seller, buyer] = flowEnds(key);
      return and([
        regionIs(raw('l.seller_division'), seller, home),
        regionIs(raw('l.buyer_division'), buyer, home),
      ]);
    }
    case 'TAX_BENEFIT':
      return key === 'NONE' ? sql`cardinality(l.tax_benefits) = 0` : sql`${key} = any(l.tax_benefits)`;
    case 'SELLER':
      return sql`l.seller_key = ${key}`;
    case 'BUYER':
      return sql`l.buyer_key = ${key}`;
    case 'QUARTER': {
      const [from, to] = monthsOfQuarter(key);
      return sql`${month} between ${from} and ${to}`;
    }
    case 'YEAR':
      return sql`left(${month}, 4) = ${key}`;
    case 'MONTH':
      return sql`${month} = ${key}`;
    default:
      return key === NOT_REPORTED ? sql`(${HEADS[name]}) is null` : sql`(${HEADS[name]}) = ${key}`;
  }
}
