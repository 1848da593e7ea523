import pg from 'pg';
import { DOMAIN_NAMES } from '@jihui/events';

type Sums = ReadonlyMap<string, string>;

/**
 * Tables whose rows come and go by themselves: tries are counted, deliveries marked, sessions touched; every ten minutes it
 * is written down that saved searches were looked at; heads of the log of sealed bids are published by the clock; the search
 * index is compared with the data at night, and when asked; what was kept as long as it is to be kept goes at night.
 */
const RESTLESS = new Set([
  'platform.throttle',
  'platform.index_check',
  'platform.retention_run',
  'identity.session',
  'listings.saved_search_look',
  'challenges.bid_head',
  'challenges.bid_log',
]);
const SCHEMAS = [...DOMAIN_NAMES, 'platform'];

/** What can only be appended to is changed by nothing else: its rows are counted. */
const APPENDED = /\.(event|audit_entry)$/;

/** The whole database in sums, table by table: what was refused has changed none of them. */
export class Ledger {
  /** Where each table's rows lay and which transactions wrote them, when its contents were last read. */
  private places: Sums = new Map();
  private sums: Sums = new Map();

  private constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly string[],
  ) {}

  static async open(url: string): Promise<Ledger> {
    // To start a parallel worker takes longer than to read these few rows.
    const options = '-c max_parallel_workers_per_gather=0';
    const client = new pg.Client({ connectionString: url, options });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema = any($1) and table_type = 'BASE TABLE' order by 1`,
      [SCHEMAS],
    );
    const tables = rows
      .map(({ name }) => name)
      .filter((name) => !RESTLESS.has(name) && !/\.(handled|outbox|migration)$/.test(name));
    return new Ledger(client, tables);
  }

  /**
   * PostgreSQL never writes a row in place: one that was written has another place or another transaction, so only
   * the tables in which any row has are read whole. A row that was written with what it held before changes no sum.
   */
  async read(): Promise<Sums> {
    const text = this.tables.map(placesOf).join(' union all ');
    const places = await this.ask({ name: 'places', text });
    const written = this.tables.filter((name) => places.get(name) !== this.places.get(name));
    const contents = written.map(contentsOf).join(' union all ');
    const sums = contents === '' ? [] : await this.ask({ text: contents });
    // Written between the two looks: the next reading looks again, for the places are the earlier ones.
    this.places = places;
    this.sums = new Map([...this.sums, ...sums]);
    return this.sums;
  }

  private async ask(statement: pg.QueryConfig): Promise<Sums> {
    const { rows } = await this.client.query<{ name: string; sum: string }>(statement);
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

const placesOf = (name: string): string =>
  APPENDED.test(name)
    ? contentsOf(name)
    : `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(ctid || ':' || xmin, 0)), 0) as sum from ${name}`;

const contentsOf = (name: string): string =>
  APPENDED.test(name)
    ? `select '${name}' as name, count(*)::text as sum from ${name}`
    : `select '${name}' as name, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as sum from ${name} t`;
