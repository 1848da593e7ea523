import pg from 'pg';
import { DOMAIN_NAMES } from '@jihui/events';

type Sums = ReadonlyMap<string, string>;

/** Tables whose rows come and go by themselves: tries are counted, deliveries marked, sessions touched. */
const RESTLESS = new Set(['identity.throttle', 'identity.session']);
const SCHEMAS = [...DOMAIN_NAMES, 'platform'];

/** The whole database in sums, table by table: what was refused has changed none of them. */
export class Ledger {
  private constructor(
    private readonly client: pg.Client,
    private readonly statement: string,
  ) {}

  static async open(url: string): Promise<Ledger> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema = any($1) and table_type = 'BASE TABLE' order by 1`,
      [SCHEMAS],
    );
    const sums = rows
      .map(({ name }) => name)
      .filter((name) => !RESTLESS.has(name) && !/\.(handled|outbox|migration)$/.test(name))
      .map((name) =>
        // What can only be appended to is changed by nothing else.
        /\.(event|audit_entry)$/.test(name)
          ? `select '${name}' as name, count(*)::text as sum from ${name}`
          : `select '${name}' as name, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as sum from ${name} t`,
      );
    return new Ledger(client, sums.join(' union all '));
  }

  async read(): Promise<Sums> {
    const { rows } = await this.client.query<{ name: string; sum: string }>(this.statement);
    return new Map(rows.map(({ name, sum }) => [name, sum]));
  }

  /** @throws Error naming every table that differs. */
  expectUnchanged(before: Sums, after: Sums, what: string): void {
    const differing = [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name);
    if (differing.length > 0) throw new Error(`${what}: changed ${differing.join(', ')}`);
  }

  async query<R>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.client.query(text, values)).rows as R[];
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
