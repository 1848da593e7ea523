import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { and, askedOf, Db, raw, sql, type FacetRow, type OrderColumn, type Sql } from '@jihui/platform';
import type { Patent } from '../core/patents/patent.js';
import { toDomain, type StoredPatent } from './patent.row.js';
import { PATENT_COLUMNS } from './patents.store.js';
import { RegisterReads, type RegisterSearch } from './register-reads.js';
import { visiblePatents } from './visibility.js';

/** A patent as it is read, with the name of who keeps it. */
export interface ReadPatent {
  readonly patent: Patent;
  readonly holderName: string;
}

const id: OrderColumn = { expression: sql`p.id`, type: 'uuid', direction: 'desc' };
const NEWEST: readonly OrderColumn[] = [{ expression: sql`p.filed_on`, type: 'date', direction: 'desc' }, id];
export const PATENT_ORDERS = {
  /** Without words nothing is more relevant than the rest. */
  RELEVANCE: NEWEST,
  NEWEST,
  EXPIRY: [
    { expression: sql`p.expires_on`, type: 'date', direction: 'asc' },
    { expression: sql`p.id`, type: 'uuid', direction: 'asc' },
  ],
  FEE_DUE: [
    { expression: sql`coalesce(p.next_fee_due_on, '9999-12-31'::date)`, type: 'date', direction: 'asc' },
    { expression: sql`p.id`, type: 'uuid', direction: 'asc' },
  ],
} as const satisfies Readonly<Record<string, readonly OrderColumn[]>>;
export type PatentOrder = keyof typeof PATENT_ORDERS;

type Stored = StoredPatent & { readonly holderName: string };

const toRead = ({ holderName, ...row }: Stored): ReadPatent => ({
  patent: toDomain(row),
  holderName,
});
const COLUMNS = sql`${PATENT_COLUMNS}, o.name as "holderName"`;
const FROM = raw('discovery.patent p join discovery.organisation o on o.id = p.owner_id');

/** Reads of the register, each with its visibility in SQL. */
@Injectable()
export class PatentReadsStore extends RegisterReads<Stored, ReadPatent, PatentOrder> {
  constructor(db: Db) {
    super(db, {
      table: 'discovery.patent',
      alias: 'p',
      from: FROM,
      columns: () => COLUMNS,
      visible: visiblePatents,
      listed: raw(`p.state <> 'REMOVED'`),
      orders: PATENT_ORDERS,
      toRead,
    });
  }

  /** Ids of a list. */
  async ids(actor: Actor, others: readonly Sql[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select p.id from discovery.patent p where ${and(this.base(actor, { others }))}`);
    return rows.map(({ id }) => id);
  }

  /** Counts of a landscape in one statement: `year`, `applicant` and `ipc` rows, and the `total`. */
  landscape(actor: Actor, search: RegisterSearch, ipc: string): Promise<FacetRow[]> {
    const prefix = ipc.trim().toUpperCase();
    return this.db.query<FacetRow>(sql`
      with hits as materialized (
        select p.id, p.filed_on, p.applicants, p.ipc from discovery.patent p
        where ${and([...this.base(actor, search), ...askedOf(search.facets)])}),
      classes as (
        select distinct h.id, ${levelBelow(prefix)} as value
        from hits h, unnest(h.ipc) as code where starts_with(code, ${prefix}::text)),
      applicants as (
        select name as value, count(*)::int as count from hits, unnest(applicants) as name
        group by name order by count(*) desc, name limit 20)
      select 'total' as facet, '' as value, count(*)::int as count from hits
      union all
      select 'year', extract(year from filed_on)::text, count(*)::int from hits group by 2
      union all
      select 'applicant', value, count from applicants
      union all
      select 'ipc', value, count(*)::int from classes group by value`);
  }

  /** Patents of the register that each result names, newest first; of results that are not public for members alone. */
  async ofResults(actor: Actor, resultIds: readonly string[]): Promise<Map<string, ReadPatent[]>> {
    const rows = await this.db.query<Stored & { resultId: string }>(sql`
      select r.id as "resultId", ${COLUMNS} from discovery.result r
      join discovery.patent p on p.number = any(r.patent_numbers) and p.state <> 'REMOVED'
      join discovery.organisation o on o.id = p.owner_id
      where ${sql.any(sql`r.id`, resultIds)} and ${shownTo(actor)} and ${visiblePatents(actor)}
      order by p.filed_on desc, p.id`);
    const found = new Map<string, ReadPatent[]>();
    for (const { resultId, ...row } of rows)
      found.set(resultId, [...(found.get(resultId) ?? []), toRead(row)]);
    return found;
  }

  /** Online results that name each number. */
  async usesOf(
    actor: Actor,
    numbers: readonly string[],
  ): Promise<Map<string, { id: string; title: string }[]>> {
    const rows = await this.db.query<{ number: string; id: string; title: string }>(sql`
      select n.number, r.id, r.title from unnest(${[...numbers]}::text[]) as n (number)
      join discovery.result r on r.patent_numbers @> array[n.number] and r.online
      join discovery.organisation o on o.id = r.owner_id and o.active
      where ${shownTo(actor)} order by r.id`);
    const found = new Map<string, { id: string; title: string }[]>();
    for (const { number, ...use } of rows) found.set(number, [...(found.get(number) ?? []), use]);
    return found;
  }
}

/** Which patents stand behind a result that is not public is told to whoever signed in (libs/listings, access). */
const shownTo = (actor: Actor): Sql => (actor.kind === 'anonymous' ? raw('r.public') : raw('true'));

/** Living patents whose next fee is due by the day. */
export const feeDueBy = (day: LegalDay): Sql =>
  sql`p.state = 'GRANTED' and p.next_fee_due_on <= ${day}::date`;

/** One level below a classification: sections, classes (H01), subclasses (H01L), main groups (H01L31). */
function levelBelow({ length }: string): Sql {
  if (length >= 4) return raw(`split_part(code, '/', 1)`);
  if (length === 3) return raw('left(code, 4)');
  return length === 0 ? raw('left(code, 1)') : raw('left(code, 3)');
}
