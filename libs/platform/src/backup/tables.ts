import type { Client } from 'pg';

/** A table as COPY names it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Size on the disk, in bytes: how long it takes, about. */
  readonly size: number;
}

/** Whose schemas are not ours to keep: the server's own, and `public`, where extensions stand. */
const FOREIGN = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`;

/**
 * Every table of every schema, parents before what refers to them, each with the columns that are not computed.
 * @throws where tables refer to each other in a circle: they could not be loaded one after the other
 */
export async function tablesOf(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; size: string; parents: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, pg_table_size(c.oid) as size,
            array(select quote_ident(a.attname) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              order by a.attnum) as columns,
            array(select distinct format('%I.%I', pn.nspname, p.relname)
              from pg_constraint f join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
              where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and ${FOREIGN}
     order by 1`,
  );
  const ordered = inOrder(rows.map(({ name, parents }) => [name, parents]));
  const byName = new Map(rows.map((row) => [row.name, row]));
  return ordered.flatMap((name) => {
    const row = byName.get(name);
    return row === undefined ? [] : [{ name, columns: row.columns, size: Number(row.size) }];
  });
}

/** Each after all that it refers to. */
export function inOrder(tables: readonly (readonly [name: string, parents: readonly string[]])[]): string[] {
  const waiting = new Map(tables);
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, parents]) => !parents.some((parent) => waiting.has(parent)));
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const [name] of ready) {
      ordered.push(name);
      waiting.delete(name);
    }
  }
  return ordered;
}

/** Names of the migrations that have run, by schema. */
export async function migrationsOf(client: Client): Promise<Record<string, readonly string[]>> {
  const { rows: schemas } = await client.query<{ name: string; quoted: string }>(
    `select n.nspname as name, quote_ident(n.nspname) as quoted
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relname = 'migration' and ${FOREIGN} and n.nspname <> 'bullmq' order by 1`,
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name, quoted } of schemas) {
    const { rows } = await client.query<{ name: string }>(
      `select name from ${quoted}.migration order by timestamp`,
    );
    found[name] = rows.map((row) => row.name);
  }
  return found;
}

/** Names of all schemas, quoted. */
export async function schemasOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(n.nspname) as name from pg_namespace n where ${FOREIGN} order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Names of all sequences, quoted. */
export async function sequencesOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${FOREIGN} order by 1`,
  );
  return rows.map(({ name }) => name);
}
