import { snake } from './data-source.js';
import { join, raw, sql, type Sql } from './sql.js';

/** Rows as the table's own, and their columns. @param rows not empty, all with the same keys: columns in camel case */
function stored(table: string, rows: readonly object[]): { readonly columns: string[]; readonly from: Sql } {
  const own = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value as unknown])),
  );
  return {
    columns: Object.keys(own[0] ?? {}),
    from: sql`jsonb_populate_recordset(null::${raw(table)}, ${JSON.stringify(own)}::jsonb)`,
  };
}

/**
 * Writes rows by their ids, new ones and changed ones, in one statement; the changed ones are locked by then.
 * @param table its schema and name
 * @param rows not empty, all with the same keys: columns in camel case
 */
export function putRows(table: string, rows: readonly object[]): Sql {
  const { columns, from } = stored(table, rows);
  const others = columns.filter((column) => column !== 'id');
  const list = join(others.map((column) => raw(column)));
  const excluded = join(others.map((column) => raw(`excluded.${column}`)));
  return sql`
    insert into ${raw(table)} (id, ${list})
    select id, ${list} from ${from}
    on conflict (id) do update set (${list}) = (${excluded})`;
}

/**
 * Adds those rows whose key is not there yet, in one statement and in the order of the key, and answers their keys.
 * @param table its schema and name
 * @param key columns that are unique together, in camel case
 * @param rows not empty, all with the same keys: columns in camel case
 */
export function addRows<K extends string>(
  table: string,
  key: readonly K[],
  rows: readonly Readonly<Record<K, unknown>>[],
): Sql {
  const { columns, from } = stored(table, rows);
  const list = join(columns.map((column) => raw(column)));
  const unique = join(key.map((name) => raw(snake(name))));
  return sql`
    insert into ${raw(table)} (${list}) select ${list} from ${from} order by ${unique}
    on conflict (${unique}) do nothing returning ${join(key.map((name) => raw(`${snake(name)} as "${name}"`)))}`;
}
