import { and, join, raw, sql, type Sql } from './sql.js';

/** One count of a facet. */
export interface FacetRow {
  readonly facet: string;
  readonly value: string;
  readonly count: number;
}

export interface FacetCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** One filter of a list, with the column by which its choices are counted. */
export interface ListFacet {
  readonly name: string;
  /** Of the list's table; always a constant of the code. */
  readonly column: string;
  readonly array?: boolean;
  /** Null where the filter asks nothing of it. */
  readonly condition: Sql | null;
}

/** Facet → code → name. The order of the codes is the order in which equal counts stand. */
export type FacetLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Null where nothing is asked: an empty list of choices is no choice. */
export const anyOf = (column: Sql, values: readonly string[] | null | undefined): Sql | null =>
  values == null || values.length === 0 ? null : sql.any(column, values);

/** What the filters ask. */
export const askedOf = (facets: readonly ListFacet[]): Sql[] =>
  facets.flatMap(({ condition }) => (condition === null ? [] : [condition]));

/**
 * All facets in one statement, each counted under every filter but its own.
 * @param from the table and its alias, constants of the code
 * @param where what is asked besides the facets
 */
export function countFacets(
  { table, alias }: { readonly table: string; readonly alias: string },
  where: readonly Sql[],
  facets: readonly ListFacet[],
): Sql {
  const columns = [...new Set(facets.map(({ column }) => column))].map((column) => raw(`${alias}.${column}`));
  const flags = facets.map(({ condition }, index) => sql`${condition ?? raw('true')} as ${raw(`f${index}`)}`);
  const counts = facets.map(({ name, column, array }, index) => {
    const others = facets.flatMap((_, other) => (other === index ? [] : [raw(`f${other}`)]));
    const source = array === true ? raw(`hits, unnest(${column}) as value`) : raw('hits');
    const value = raw(array === true ? 'value' : column);
    return sql`select ${name}::text as facet, ${value} as value, count(*)::int as count from ${source}
      where ${and(others)} and ${value} is not null group by ${value}`;
  });
  return sql`
    with hits as materialized (
      select ${join([...columns, ...flags])} from ${raw(`${table} ${alias}`)} where ${and([...where])})
    ${join(counts, raw(' union all '))}`;
}

/** Each facet's counts, the largest first; a code without a name shows itself. */
export function facetsView(rows: readonly FacetRow[], labels: FacetLabels): Record<string, FacetCount[]> {
  return Object.fromEntries(
    Object.entries(labels).map(([facet, names]) => {
      const order = Object.keys(names);
      const counts = rows
        .filter((row) => row.facet === facet)
        .map(({ value, count }) => ({ value, label: names[value] ?? value, count }))
        .sort((a, b) => b.count - a.count || order.indexOf(a.value) - order.indexOf(b.value));
      return [facet, counts];
    }),
  );
}
