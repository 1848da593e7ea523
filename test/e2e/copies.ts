import { createHash } from 'node:crypto';
import pg from 'pg';
import { DOMAIN_NAMES } from '@jihui/events';

/** What a domain needs to work, and no list shows. */
const MACHINERY = ['answer', 'audit_salt', 'event', 'handled', 'migration', 'outbox'];

/** What the platform keeps for its domains and lists. */
const OF_THE_PLATFORM = ['platform.import_run', 'platform.import_problem'];

/** Texts that must differ from row to row, wherever else they are written: numbers, codes, addresses. */
const UNIQUE_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'challenges.batch': ['code'],
  'challenges.call': ['code'],
  'contracts.contract': ['acceptance_number', 'registration_number', 'national_reg_no'],
  'contracts.exchange_batch': ['number'],
  'deals.deal': ['code'],
  'deals.disclosure': ['code'],
  'discovery.patent': ['number'],
  'discovery.project': ['number'],
  'identity.membership': ['email'],
  'identity.organisation': ['uscc'],
  'identity.person': ['email', 'phone'],
  'listings.need': ['code'],
  'listings.result': ['code'],
};

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

interface Table {
  readonly name: string;
  /** Those that are written; the others are computed, counted or stamped by the database. */
  readonly columns: readonly string[];
}

/** A database whose things can be made many: the same business over and over, without doing it over and over. */
export class Copies {
  /** Two rounds of copies of one thing are no copies of each other. */
  private round = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly Table[],
    private readonly before: ReadonlySet<string>,
  ) {}

  /** Remembers what is there already: that is never copied. */
  static async from(databaseUrl: string): Promise<Copies> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const tables = await tablesOf(client);
    return new Copies(client, tables, await idsIn(client, tables));
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /**
   * Copies every thing made since, so many times, with all that belongs to it. A copy differs in its ids and in what
   * is unique, and in nothing else; what was there before is the same thing for original and copy. What may stand once
   * only (a sign-in, a notice that sums up others) stays alone.
   */
  async make(count: number): Promise<void> {
    // A copy was told of by other events, which themselves are not needed.
    const events = DOMAIN_NAMES.map((name): Table => ({ name: `${name}.event`, columns: ['id'] }));
    await this.copy(count, await this.newIn([...this.tables, ...events]), this.tables);
  }

  /** Copies all rows of these tables, each where it stands: many messages of one deal. */
  async makeRows(count: number, ...names: readonly string[]): Promise<void> {
    const tables = this.tables.filter(({ name }) => names.includes(name));
    await this.copy(count, await idsIn(this.client, tables), tables);
  }

  private async newIn(tables: readonly Table[]): Promise<ReadonlySet<string>> {
    return new Set([...(await idsIn(this.client, tables))].filter((id) => !this.before.has(id)));
  }

  private async copy(count: number, things: ReadonlySet<string>, tables: readonly Table[]): Promise<void> {
    const found: { readonly table: Table; readonly rows: readonly string[] }[] = [];
    for (const table of tables) found.push({ table, rows: await this.rowsAbout(things, table) });
    const unique = await this.uniqueTexts(things, tables);
    this.round += 1;
    await this.client.query('begin');
    for (let number = 1; number <= count; number += 1) {
      const copy = this.round * 100 + number;
      for (const { table, rows } of found) {
        if (rows.length === 0) continue;
        const texts = rows.map((row) => renumbered(renamed(row, things, copy), unique, copy));
        const columns = table.columns.join(', ');
        await this.client.query(
          `insert into ${table.name} (${columns})
           select ${columns} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)
           on conflict do nothing`,
          [`[${texts.join(',')}]`],
        );
      }
    }
    await this.client.query('commit');
  }

  /** As JSON: the things themselves, and the rows without an id of their own that name one. */
  private async rowsAbout(things: ReadonlySet<string>, { name, columns }: Table): Promise<string[]> {
    const own = columns.includes('id') ? 't.id::text' : 'null::text';
    const { rows } = await this.client.query<{ own: string | null; row: string }>(
      `select ${own} as own, to_jsonb(t)::text as row from ${name} t`,
    );
    return rows
      .filter(({ own: id, row }) =>
        id === null ? (row.match(UUID) ?? []).some((one) => things.has(one)) : things.has(id),
      )
      .map(({ row }) => row);
  }

  private async uniqueTexts(
    things: ReadonlySet<string>,
    tables: readonly Table[],
  ): Promise<ReadonlySet<string>> {
    const texts = new Set<string>();
    for (const { name } of tables)
      for (const column of UNIQUE_TEXTS[name] ?? []) {
        const { rows } = await this.client.query<{ id: string; value: string | null }>(
          `select id, ${column} as value from ${name}`,
        );
        for (const { id, value } of rows) if (value !== null && things.has(id)) texts.add(value);
      }
    return texts;
  }
}

const renamed = (row: string, things: ReadonlySet<string>, copy: number): string =>
  row.replace(UUID, (id) => (things.has(id) ? idOfCopy(id, copy) : id));

/** The same id for the same thing, whichever table names it. */
function idOfCopy(id: string, copy: number): string {
  const hash = createHash('md5').update(`${id} ${copy}`).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is not written is nobody's name, and stays so. */
const renumbered = (row: string, unique: ReadonlySet<string>, copy: number): string =>
  row.replace(/"((?:[^"\\]|\\.)*)"/g, (all, text: string) =>
    text !== '' && unique.has(text) ? `"${counted(text, copy)}"` : all,
  );

/** Another of the same form: its longest run of digits counts on. */
function counted(text: string, copy: number): string {
  const [longest] = (text.match(/\d+/g) ?? []).sort((one, other) => other.length - one.length);
  if (longest === undefined) return `${text}${copy}`;
  const next = (BigInt(longest) + BigInt(copy) * 1_000n).toString().padStart(longest.length, '0');
  return text.replace(longest, next);
}

/** The domains' tables, what is referred to before what refers to it. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] | null }>(
    `select c.oid::regclass::text as name,
       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attidentity = '' and a.atttypid <> 'xid8'::regtype) as columns,
       (select array_agg(distinct k.confrelid::regclass::text) from pg_constraint k
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as refers
     from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition
       and (c.relnamespace::regnamespace::text = any($1) and c.relname <> all($2)
         or c.oid::regclass::text = any($3))
     order by 1`,
    [DOMAIN_NAMES, MACHINERY, OF_THE_PLATFORM],
  );
  const names = new Set(rows.map(({ name }) => name));
  const sorted = new Map<string, Table>();
  while (sorted.size < rows.length) {
    const next = rows.filter(
      ({ name, refers }) =>
        !sorted.has(name) && (refers ?? []).every((one) => sorted.has(one) || !names.has(one)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { name, columns } of next) sorted.set(name, { name, columns });
  }
  return [...sorted.values()];
}

async function idsIn(client: pg.Client, tables: readonly Table[]): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const { name, columns } of tables) {
    if (!columns.includes('id')) continue;
    const { rows } = await client.query<{ id: string }>(`select id::text as id from ${name}`);
    for (const { id } of rows) ids.add(id);
  }
  return ids;
}
