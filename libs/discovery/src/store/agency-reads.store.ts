import { Injectable } from '@nestjs/common';
import { organisationsOf, type Actor, type LegalDay } from '@jihui/kernel';
import { Db, raw, sql, type OrderColumn, type Sql } from '@jihui/platform';
import { BLANK_AGENCY, type Agency, type AgencyContent } from '../core/agencies/agency.js';
import { AGENCY_COLUMNS } from './agencies.store.js';
import { agencyContent, readWholeAgencies, visibleAgencies } from './agency-visibility.js';
import { RegisterReads, TODAY } from './register-reads.js';

/** An entry as an actor reads it. */
export interface ReadAgency {
  readonly agency: Agency;
  readonly name: string;
  /** Whether the actor reads the whole of it. */
  readonly whole: boolean;
}
type Stored = Omit<Agency, 'content'> &
  Omit<ReadAgency, 'agency'> & { readonly content: Partial<AgencyContent> };

/** 本机构在册经纪人, by level. */
export interface Staff {
  readonly brokers: number;
  readonly senior: number;
  readonly intermediate: number;
  readonly junior: number;
}

const id = (direction: 'asc' | 'desc'): OrderColumn => ({ expression: sql`a.id`, type: 'uuid', direction });
const NEWEST: readonly OrderColumn[] = [
  {
    expression: sql`coalesce(a.admitted_at, '0001-01-01'::timestamptz)`,
    type: 'timestamptz',
    direction: 'desc',
  },
  id('desc'),
];
export const AGENCY_ORDERS = {
  /** Without words nothing is more relevant than the rest. */
  RELEVANCE: NEWEST,
  NEWEST,
  WAITING: [{ expression: sql`a.state_since`, type: 'timestamptz', direction: 'asc' }, id('asc')],
} as const satisfies Readonly<Record<string, readonly OrderColumn[]>>;
export type AgencyOrder = keyof typeof AGENCY_ORDERS;

const FROM = raw('discovery.agency a join discovery.organisation o on o.id = a.organisation_id');

const columns = (actor: Actor): Sql => sql`${AGENCY_COLUMNS}, o.name,
  ${readWholeAgencies(actor)} as whole, ${agencyContent(actor)} as content`;

const toRead = ({ name, whole, content, ...agency }: Stored): ReadAgency => ({
  agency: { ...agency, content: { ...BLANK_AGENCY, ...content } },
  ...{ name, whole },
});

/** Reads of the register of agencies. */
@Injectable()
export class AgencyReadsStore extends RegisterReads<Stored, ReadAgency, AgencyOrder> {
  constructor(db: Db) {
    super(db, {
      table: 'discovery.agency',
      alias: 'a',
      from: FROM,
      columns,
      visible: visibleAgencies,
      orders: AGENCY_ORDERS,
      toRead,
    });
  }

  /** The entries of the actor's organisations. */
  async own(actor: Actor): Promise<ReadAgency[]> {
    const rows = await this.db.query<Stored>(sql`
      select ${columns(actor)} from ${FROM}
      where ${sql.any(sql`a.organisation_id`, organisationsOf(actor))} order by a.id`);
    return rows.map(toRead);
  }

  /** The registered brokers of each organisation, with the levels that hold on the day, in one statement. */
  async staff(organisationIds: readonly string[], day: LegalDay): Promise<Map<string, Staff>> {
    const at = (level: string): Sql =>
      sql`count(*) filter (where b.level = ${level} and (b.level_until is null or b.level_until >= ${day}::date))::int`;
    const rows = await this.db.query<Staff & { id: string }>(sql`
      select s.id, count(b.id)::int as brokers, ${at('SENIOR')} as senior, ${at('INTERMEDIATE')} as intermediate,
        ${at('JUNIOR')} as junior
      from unnest(${[...organisationIds]}::uuid[]) as s (id)
      left join discovery.broker b on b.organisation_id = s.id and b.state = 'ACTIVE'
      group by s.id`);
    return new Map(rows.map(({ id: of, ...staff }) => [of, staff]));
  }

  /** Whose designation holds today. */
  async designated(actor: Actor): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select a.id from discovery.agency a where a.designated_until >= ${TODAY} and ${visibleAgencies(actor)}`);
    return rows.map(({ id: found }) => found);
  }
}
