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

/**
 * Columns that are counted together before the heads are: there are far fewer of their combinations than rows, and
 * every head of a part is counted from those.
 */
const PARTS = {
  TIME: ['period', 'registry_division', 'kind', 'in_time'],
  DEAL: ['subclass', 'class', 'large', 'foreign_mode', 'brokered'],
  BENEFITS: ['tax_benefits'],
  CONTENT: ['tech_field', 'ip_kind', 'plan_source'],
  USE: ['goal', 'industry'],
  PLACES: ['seller_division', 'buyer_division'],
  NATURES: ['seller_nature', 'buyer_nature'],
} as const;
type Part = keyof typeof PARTS;
const GROUPED: readonly string[] = Object.values(PARTS).flat();
/** Of those that are no text. */
const TYPES: Readonly<Record<string, string>> = {
  in_time: 'boolean',
  large: 'boolean',
  brokered: 'boolean',
  tax_benefits: 'text[]',
};

const HEADS: { readonly [head in Head]: readonly [part: Part, of: string] } = {
  MONTH: ['TIME', 'l.period'],
  QUARTER: ['TIME', `left(l.period, 5) || 'Q' || ((right(l.period, 2)::int + 2) / 3)`],
  YEAR: ['TIME', 'left(l.period, 4)'],
  REGISTRY: ['TIME', 'l.registry_division'],
  KIND: ['TIME', 'l.kind'],
  IN_TIME: ['TIME', `case when l.in_time then 'IN_TIME' when not l.in_time then 'LATE' end`],
  CLASS: ['DEAL', 'l.class'],
  SUBCLASS: ['DEAL', 'l.subclass'],
  SIZE: ['DEAL', `case when l.large then 'LARGE' else 'ORDINARY' end`],
  FOREIGN: ['DEAL', 'l.foreign_mode'],
  BROKERED: ['DEAL', `case when l.brokered then 'BROKERED' else 'DIRECT' end`],
  TECH_FIELD: ['CONTENT', 'l.tech_field'],
  IP_KIND: ['CONTENT', 'l.ip_kind'],
  PLAN_SOURCE: ['CONTENT', 'left(l.plan_source, 1)'],
  PLAN_DETAIL: ['CONTENT', 'l.plan_source'],
  GOAL: ['USE', 'l.goal'],
  INDUSTRY: ['USE', 'l.industry'],
  SELLER_DIVISION: ['PLACES', 'l.seller_division'],
  BUYER_DIVISION: ['PLACES', 'l.buyer_division'],
  FLOW: ['PLACES', `coalesce(l.seller_division, '') || '>' || coalesce(l.buyer_division, '')`],
  SELLER_TYPE: ['NATURES', 'l.seller_nature'],
  BUYER_TYPE: ['NATURES', 'l.buyer_nature'],
};

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

/** What is read of the ledger besides the month. */
const KEPT = [
  ...GROUPED.filter((column) => column !== 'period'),
  ...['seller_key', 'seller_name', 'buyer_key', 'buyer_name', 'count', 'total', 'technical'],
];

const FIGURES = ['count', 'total', 'technical'];
/** Names of the nine sums, as the store reads them. */
export const SUMS = ['net', 'gross', 'previous'].flatMap((of) => FIGURES.map((figure) => `${of}_${figure}`));

const sums = (filter: string): Sql =>
  raw(FIGURES.map((column) => `coalesce(sum(l.${column}) filter (where ${filter}), 0)::float8`).join(', '));
/** Era of a row: 0 the year before, 1 and 2 the months asked, 2 where it counts gross as well. */
const ERA = raw(
  `case when l.kind in (${GROSS_KINDS.map((kind) => `'${kind}'`).join(', ')}) then 2 else 1 end`,
);
const nine = join([sums('l.era > 0'), sums('l.era = 2'), sums('l.era = 0')]);

/** Its own rows and those of the year before, whose months are moved up a year so that they meet. */
function chosen(query: StatisticsQuery, before: { readonly from: string; readonly to: string }): Sql {
  const month = monthColumn(query);
  const earlier = { ...query, fromMonth: before.from, toMonth: before.to };
  const yearLater = sql`lpad((left(${month}, 4)::int + 1)::text, 4, '0') || right(${month}, 3)`;
  const columns = raw(KEPT.map((column) => `l.${column}`).join(', '));
  return sql`
    select ${month} as period, ${ERA} as era, ${columns} from contracts.ledger l where ${inPeriod(query)}
    union all
    select ${yearLater}, 0, ${columns} from contracts.ledger l where ${inPeriod(earlier)}`;
}

/**
 * The rows' sums under every combination of each part's columns. Each part reads the rows anew, and hashes them: kept
 * aside once for all parts they are written to disk, and grouped in one pass they are sorted once a part.
 */
function dense(parts: readonly Part[]): Sql {
  const column = (name: string, part: Part): string =>
    (PARTS[part] as readonly string[]).includes(name) ? `l.${name}` : `null::${TYPES[name] ?? 'text'}`;
  const added = FIGURES.map((figure) => `sum(l.${figure})`).join(', ');
  return join(
    parts.map((part) =>
      raw(`select '${part}', l.era, ${GROUPED.map((name) => column(name, part)).join(', ')}, ${added}
        from chosen l group by l.era, ${PARTS[part].map((name) => `l.${name}`).join(', ')}`),
    ),
    raw(' union all '),
  );
}

const inPart = (part: Part): Sql => raw(`from dense l where l.part = '${part}'`);
const total = sql`select 'TOTAL', null::text, null::text, ${nine} ${inPart('TIME')}`;

const underHeads = (): readonly Sql[] => [
  total,
  ...Object.entries(HEADS).map(
    ([name, [part, of]]) =>
      sql`select ${raw(`'${name}'`)}, ${raw(of)}, null, ${nine} ${inPart(part)} group by 2`,
  ),
  sql`select 'TAX_BENEFIT', b.benefit, null, ${nine} from dense l cross join lateral
    unnest(case when cardinality(l.tax_benefits) = 0 then array['NONE'] else l.tax_benefits end) b (benefit)
    where l.part = 'BENEFITS' group by b.benefit`,
];

/** How many parties are named. */
const NAMED = 20;

/** The parties with the most, as far as the actor's registries reach. */
const top = (name: 'SELLER' | 'BUYER', actor: Actor): Sql => {
  const [key, title] = name === 'SELLER' ? ['seller_key', 'seller_name'] : ['buyer_key', 'buyer_name'];
  return sql`(select ${name}, ${raw(`l.${key}`)}, max(${raw(`l.${title}`)}), ${nine}
    from chosen l where ${inScope(actor)} group by ${raw(`l.${key}`)} having count(*) filter (where l.era > 0) > 0
    order by sum(l.total) filter (where l.era > 0) desc, ${raw(`l.${key}`)} limit ${raw(String(NAMED))})`;
};

const named = (reader: Actor | null): readonly Sql[] =>
  reader === null ? [] : [top('SELLER', reader), top('BUYER', reader)];

const ZEROS = join(SUMS.map(() => raw('0')));
const MARKS = [
  sql`select 'FIRST_MONTH', min(month), null, ${ZEROS} from contracts.ledger`,
  sql`select 'CLOSED_THROUGH', max(month), null, ${ZEROS} from contracts.closed_month`,
];

/**
 * Everything that one question asks, in one statement over one snapshot: whatever is registered meanwhile,
 * every breakdown sums to the same totals.
 * @param reader whose registries' parties are named; null for the public, who reads no names
 */
export const breakdownStatement = (
  query: StatisticsQuery,
  before: { readonly from: string; readonly to: string },
  reader: Actor | null,
): Sql =>
  statement(query, before, Object.keys(PARTS) as Part[], [...underHeads(), ...MARKS, ...named(reader)]);

/** The totals alone, for who asks no more. */
export const totalsStatement = (
  query: StatisticsQuery,
  before: { readonly from: string; readonly to: string },
): Sql => statement(query, before, ['TIME'], [total, ...MARKS]);

const statement = (
  query: StatisticsQuery,
  before: { readonly from: string; readonly to: string },
  parts: readonly Part[],
  lines: readonly Sql[],
): Sql =>
  sql`with chosen as not materialized (${chosen(query, before)}),
    dense (part, era, ${raw([...GROUPED, ...FIGURES].join(', '))}) as materialized (${dense(parts)}),
    figures (dimension, key, name, ${raw(SUMS.join(', '))}) as (${join(lines, raw(' union all '))})
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
      return key === NOT_REPORTED
        ? sql`(${raw(HEADS[name][1])}) is null`
        : sql`(${raw(HEADS[name][1])}) = ${key}`;
  }
}
