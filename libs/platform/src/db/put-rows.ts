import { snake } from './data-source.js';
import { join, raw, sql, type Sql } from './sql.js';

/**
 * Writes rows by their ids, new ones and changed ones, in one statement; the changed ones are locked by then.
 * @param table its schema and name
 * @param rows not empty, all with the same keys: columns in camel case
 */
export function putRows(table: string, rows: readonly object[]): Sql {
  const stored = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value as unknown])),
  );
  const columns = Object.keys(stored[0] ?? {}).filter((column) => column !== 'id');
  const list = join(columns.map((column) => raw(column)));
  const excluded = join(columns.map((column) => raw(`excluded.${column}`)));
  return sql`
    insert into ${raw(table)} (id, ${list})
    select id, ${list} from jsonb_populate_recordset(null::${raw(table)}, ${JSON.stringify(stored)}::jsonb)
    on conflict (id) do update set (${list}) = (${excluded})`;
}
