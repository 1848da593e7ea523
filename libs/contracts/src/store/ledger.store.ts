import { Injectable } from '@nestjs/common';
import { Db, raw, sql, uuidv7, type Sql, type Tx } from '@jihui/platform';
import type { LedgerEntry, LedgerPosition } from '../core/ledger.js';

/** Every column that a row is given, with its type; the database adds the month and the order. */
const COLUMNS = {
  id: 'uuid',
  contract_id: 'uuid',
  kind: 'text',
  occurred_on: 'date',
  registration_number: 'text',
  title: 'text',
  count: 'int',
  total: 'bigint',
  technical: 'bigint',
  registry_division: 'text',
  class: 'text',
  subclass: 'text',
  tech_field: 'text',
  ip_kind: 'text',
  plan_source: 'text',
  industry: 'text',
  goal: 'text',
  seller_division: 'text',
  seller_nature: 'text',
  seller_name: 'text',
  seller_key: 'text',
  buyer_division: 'text',
  buyer_nature: 'text',
  buyer_name: 'text',
  buyer_key: 'text',
  foreign_mode: 'text',
  tax_benefits: 'text[]',
  brokered: 'boolean',
  signed_on: 'date',
  large: 'boolean',
  in_time: 'boolean',
} as const;

const camel = (name: string): string =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const NAMES = raw(Object.keys(COLUMNS).join(', '));
/** The same as an entry has them. */
const GIVEN = raw(
  Object.keys(COLUMNS)
    .map((name) => `"${camel(name)}"`)
    .join(', '),
);
const TYPED = raw(
  Object.entries(COLUMNS)
    .map(([name, type]) => `"${camel(name)}" ${type}`)
    .join(', '),
);

/** What a position says of where the contract counts, as SQL gives it. */
const PLACE = raw(
  Object.keys(COLUMNS)
    .filter((name) => !['id', 'kind', 'occurred_on', 'count', 'total', 'technical'].includes(name))
    .map((name) => `l.${name}${name === 'signed_on' ? '::text' : ''} as "${camel(name)}"`)
    .join(', '),
);

/** The append-only ledger: every figure is a sum of its rows. */
@Injectable()
export class LedgerStore {
  constructor(private readonly db: Db) {}

  /** Any number of rows, in their order, in one statement. */
  async append(entries: readonly LedgerEntry[]): Promise<void> {
    if (entries.length > 0) await this.db.query(this.insertOf(entries));
  }

  /** The same, sent with the effects of what it records. */
  appendWith(tx: Tx, entries: readonly LedgerEntry[]): void {
    if (entries.length > 0) tx.alongside(this.insertOf(entries));
  }

  private insertOf(entries: readonly LedgerEntry[]): Sql {
    const rows = entries.map((entry) => ({ id: uuidv7(), ...entry }));
    return sql`
      insert into contracts.ledger (${NAMES})
      select ${GIVEN} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (${TYPED})`;
  }

  /** What the ledger holds of the contract: its last place, and its amounts as they are or as they left. */
  async position(contractId: string): Promise<LedgerPosition | undefined> {
    return this.db.one<LedgerPosition>(sql`
      with mine as (select * from contracts.ledger l where l.contract_id = ${contractId}),
        ended as (select -total as total, -technical as technical from mine
          where kind in ('CANCELLATION', 'REVOCATION') order by seq desc limit 1),
        sums as (select sum(count) > 0 as live, sum(total) as total, sum(technical) as technical from mine)
      select ${PLACE}, s.live, (case when s.live then s.total else e.total end)::float8 as total,
        (case when s.live then s.technical else e.technical end)::float8 as technical
      from mine l cross join sums s left join ended e on true
      where l.count <> 0 order by l.seq desc limit 1`);
  }
}
