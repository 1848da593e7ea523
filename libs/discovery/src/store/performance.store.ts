import { Injectable } from '@nestjs/common';
import { organisationsWithRole, scopesOf, type Actor, type Fen, type LegalDay } from '@jihui/kernel';
import {
  coveredBy,
  Db,
  or,
  raw,
  sql,
  type Connection,
  type OrderColumn,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import type { Figure, Performance } from '../core/performance/performance.js';

/** Whose performance it is. */
export type Subject = 'person' | 'organisation';

/** One of the things that a figure counts. */
export interface Case {
  readonly id: string;
  readonly dealId: string | null;
  readonly contractId: string | null;
  /** Of a contract. */
  readonly title: string;
  readonly number: string;
  readonly on: LegalDay | null;
  readonly amount: Fen | null;
}
interface CaseRow extends Omit<Case, 'amount'> {
  readonly amount: string | null;
}
interface PerformanceRow {
  readonly id: string;
  readonly introductions: number;
  readonly deals: number;
  readonly signed: number;
  readonly contracts: number;
  readonly contractAmount: string;
  readonly technicalAmount: string;
  readonly commission: string;
}

const column = (subject: Subject): Sql => raw(subject === 'person' ? 'person_id' : 'organisation_id');
/** States of a deal whose contract is concluded. */
const CONCLUDED = raw(`('SIGNED', 'REGISTERED', 'CLOSED')`);
const REGISTERED = raw('c.standing and c.registration_number is not null');
/** Commissions that are owed or paid. */
const EARNED = raw(`m.state in ('DUE', 'SETTLED')`);

/** Contracts of the deals (w), and for an agency also those that name it as 中介方. */
const contractsOf = (subject: Subject): Sql =>
  subject === 'person'
    ? sql`select c.id, c.total_amount, c.technical_amount from discovery.contract c
        where ${REGISTERED} and c.deal_id in (select w.deal_id from discovery.deal_broker w where w.person_id = s.id)`
    : sql`select c.id, c.total_amount, c.technical_amount from discovery.contract c
        where ${REGISTERED} and (c.deal_id in (select w.deal_id from discovery.deal_broker w where w.organisation_id = s.id)
          or c.broker_names && array(select o.name from discovery.organisation o where o.id = s.id))`;

/** What brokers and agencies achieved, counted from this domain's copies of deals and contracts. */
@Injectable()
export class PerformanceStore {
  constructor(private readonly db: Db) {}

  /** Of each subject, in one statement. Who may know the amounts is the reader's to ask. */
  async of(actor: Actor, subject: Subject, ids: readonly string[]): Promise<Map<string, Performance>> {
    const agencies = organisationsWithRole(actor, 'BROKER');
    const by = column(subject);
    const rows = await this.db.query<PerformanceRow>(sql`
      select s.id,
        (select count(*)::int from discovery.introduction i where i.${by} = s.id) as introductions,
        (select count(distinct w.deal_id)::int from discovery.deal_broker w where w.${by} = s.id) as deals,
        (select count(distinct d.id)::int from discovery.deal_broker w
          join discovery.deal d on d.id = w.deal_id and d.state in ${CONCLUDED}
          where w.${by} = s.id) as signed,
        k.contracts, k.total::text as "contractAmount", k.technical::text as "technicalAmount",
        (select coalesce(sum((p.part ->> 'amount')::bigint), 0)::text from discovery.deal_broker w
          join discovery.commission m on m.deal_id = w.deal_id and ${EARNED}
          cross join jsonb_array_elements(m.parts) as p (part)
          where w.${by} = s.id and p.part ->> 'organisationId' = w.organisation_id::text
            and ${sql.any(sql`w.organisation_id`, agencies)}) as commission
      from unnest(${[...ids]}::uuid[]) as s (id)
      cross join lateral (
        select count(*)::int as contracts, coalesce(sum(x.total_amount), 0) as total,
          coalesce(sum(x.technical_amount), 0) as technical
        from (${contractsOf(subject)}) x) k`);
    return new Map(
      rows.map(({ id, contractAmount, technicalAmount, commission, ...counts }) => [
        id,
        {
          ...counts,
          contractAmount: Number(contractAmount),
          technicalAmount: Number(technicalAmount),
          commission: agencies.length === 0 ? null : Number(commission),
        },
      ]),
    );
  }

  /** The cases of one figure that the actor may read of, newest first. */
  cases(
    actor: Actor,
    subject: Subject,
    id: string,
    figure: Figure,
    page: PageArgs,
  ): Promise<Connection<Case>> {
    return this.db.page<CaseRow, Case>(
      {
        select: raw(`x.id, x.deal_id as "dealId", x.contract_id as "contractId", x.title, x.number,
          x.happened_on::text as "on", x.amount::text as amount`),
        from: sql`(${casesOf(actor, subject, id, figure)}) x`,
        where: [],
        order: ORDER,
        toNode: ({ amount, ...row }) => ({ ...row, amount: amount === null ? null : Number(amount) }),
      },
      page,
    );
  }
}

const ORDER: readonly OrderColumn[] = [
  { expression: sql`coalesce(x.happened_on, '0001-01-01'::date)`, type: 'date', direction: 'desc' },
  { expression: sql`x.id`, type: 'uuid', direction: 'desc' },
];

function casesOf(actor: Actor, subject: Subject, id: string, figure: Figure): Sql {
  const by = column(subject);
  const dealt = sql`discovery.deal_broker w join discovery.deal d on d.id = w.deal_id
    where w.${by} = ${id} and ${dealSight(actor, sql`w.organisation_id`)}`;
  const plain = raw(`null::uuid as contract_id, '' as title, '' as number`);
  switch (figure) {
    case 'INTRODUCTIONS':
      return sql`select i.id, i.deal_id, ${plain}, (i.made_at at time zone 'Asia/Shanghai')::date as happened_on,
          null::bigint as amount
        from discovery.introduction i join discovery.deal d on d.id = i.deal_id
        where i.${by} = ${id} and ${dealSight(actor, sql`i.organisation_id`)}`;
    case 'DEALS':
      return sql`select distinct d.id, d.id as deal_id, ${plain}, d.signed_on as happened_on, null::bigint as amount
        from ${dealt}`;
    case 'SIGNED':
      return sql`select distinct d.id, d.id as deal_id, ${plain}, d.signed_on as happened_on, null::bigint as amount
        from ${dealt} and d.state in ${CONCLUDED}`;
    case 'CONTRACTS':
      return sql`select c.id, c.deal_id, c.id as contract_id, c.title, c.registration_number as number,
          c.registered_on as happened_on, c.total_amount as amount
        from discovery.contract c
        where ${REGISTERED} and c.id in (select k.id from unnest(array[${id}::uuid]) as s (id)
            cross join lateral (${contractsOf(subject)}) k)
          and ${contractSight(actor)}`;
    case 'COMMISSION':
      return sql`select m.id, m.deal_id, ${plain}, m.due_since as happened_on,
          sum((p.part ->> 'amount')::bigint) as amount
        from discovery.deal_broker w join discovery.commission m on m.deal_id = w.deal_id and ${EARNED}
        cross join jsonb_array_elements(m.parts) as p (part)
        where w.${by} = ${id} and p.part ->> 'organisationId' = w.organisation_id::text
          and ${sql.any(sql`w.organisation_id`, organisationsWithRole(actor, 'BROKER'))}
        group by m.id, m.deal_id, m.due_since`;
  }
}

/** Organisations of a bureau's scope. */
const lies = (organisation: Sql, scopes: readonly string[]): Sql =>
  scopes.length === 0
    ? raw('false')
    : sql`exists (select from discovery.organisation o where o.id = ${organisation} and ${coveredBy(sql`o.division_code`, scopes)})`;

/**
 * Deals (alias d) that the actor may know of: its broker's people, the two sides' officers, and bureaux of either side's
 * place, from which a buyer that is not shown yet stays hidden (libs/deals, who sees what).
 */
function dealSight(actor: Actor, agency: Sql): Sql {
  if (actor.kind === 'system') return raw('true');
  const officers = organisationsWithRole(actor, 'TRANSFER_OFFICER');
  const scopes = scopesOf(actor, 'OFFICER');
  return or([
    sql.any(agency, organisationsWithRole(actor, 'BROKER')),
    sql.any(sql`d.seller_id`, officers),
    sql.any(sql`d.buyer_id`, officers),
    lies(sql`d.seller_id`, scopes),
    sql`(not d.buyer_hidden and ${lies(sql`d.buyer_id`, scopes)})`,
  ]);
}

/** Contracts (alias c) of which the actor may read: its broker's people, the seller's officers, the seller's bureau. */
function contractSight(actor: Actor): Sql {
  if (actor.kind === 'system') return raw('true');
  const agencies = organisationsWithRole(actor, 'BROKER');
  return or([
    sql`exists (select from discovery.deal_broker w where w.deal_id = c.deal_id and ${sql.any(sql`w.organisation_id`, agencies)})`,
    sql`c.broker_names && array(select o.name from discovery.organisation o where ${sql.any(sql`o.id`, agencies)})`,
    sql.any(sql`c.seller_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER')),
    lies(sql`c.seller_id`, scopesOf(actor, 'OFFICER')),
  ]);
}
