import { Injectable } from '@nestjs/common';
import { organisationsOf, organisationsWithRole, type Actor } from '@jihui/kernel';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import type { MarketFigureName, VitalityDays } from '../core/vitality.js';

export interface Counted {
  readonly name: MarketFigureName;
  readonly value: number | null;
  readonly of: number;
  /** The statement that counted it. */
  readonly query: string;
}

export interface ListingVitality {
  readonly asked: number;
  readonly waiting: number;
  readonly firstResponseHours: number | null;
  readonly lastTouchAt: Date | null;
}

export interface BrokerLoad {
  readonly organisationId: string;
  readonly personId: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly quiet: number;
  readonly invited: number;
}

/** Going on: neither signed nor over. */
const OPEN = "d.state not in ('SIGNED', 'REGISTERED', 'CLOSED', 'ABANDONED')";

/**
 * When a side that was asked first answered a deal (alias d): it confirmed, or somebody of it wrote. Whoever opened the deal
 * was not asked; of what a broker introduced both sides are.
 */
const ANSWERED = `least(
    case when d.origin <> 'SELLER' then d.seller_confirmed_at end,
    case when d.origin <> 'BUYER' then d.buyer_confirmed_at end,
    (select min(m.created_at) from deals.deal_message m
      where m.deal_id = d.id and m.side is not null and m.side <> d.origin))`;

/** When somebody last did something in a deal. What the platform does by itself does not count. */
const TOUCHED = `greatest(d.created_at, d.seller_confirmed_at, d.buyer_confirmed_at, d.seller_nda_at, d.buyer_nda_at,
    (select max(m.created_at) from deals.deal_message m where m.deal_id = d.id),
    (select max(c.created_at) from deals.deal_contact c where c.deal_id = d.id),
    (select max(p.created_at) from deals.price_proposal p where p.deal_id = d.id))`;

const NOW = 'platform.business_now()';
const HOURS = `extract(epoch from ${ANSWERED} - d.created_at) / 3600`;
/** Days come from parameters, as whole numbers: what is shown as the query is what ran. */
const before = (days: number): string => `${NOW} - interval '${Math.trunc(days)} days'`;

/** Listings whose term was renewed or ran out, each once: whether it was ever renewed, and what came last. */
const terms = (days: VitalityDays): string => `select e.listing_id, bool_or(e.act = 'RENEWED') as renewed,
    (array_agg(e.act order by e.version desc))[1] as last
    from deals.listing_term e where e.at >= ${before(days.window)} group by e.listing_id`;

const figures = (days: VitalityDays): Readonly<Record<MarketFigureName, string>> => ({
  OPENED: `select count(*) as value, count(*) as of from deals.deal d where d.created_at >= ${before(days.window)}`,
  FIRST_RESPONSE: `select percentile_cont(0.5) within group (order by ${HOURS}) as value, count(*) as of
  from deals.deal d where d.created_at >= ${before(days.window)} and ${ANSWERED} is not null`,
  ANSWERED_IN_TIME: `select avg((coalesce(${ANSWERED} <= d.created_at + interval '${Math.trunc(days.answer)} days', false))::int) as value,
  count(*) as of from deals.deal d where d.created_at between ${before(days.window)} and ${before(days.answer)}`,
  DEAD_ENDS: `select count(*) filter (where d.created_at < ${before(days.deadEnd)} and ${ANSWERED} is null) as value,
  count(*) as of from deals.deal d where ${OPEN}`,
  QUIET: `select count(*) filter (where ${TOUCHED} < ${before(days.quiet)}) as value, count(*) as of
  from deals.deal d where ${OPEN}`,
  ASKED_LISTINGS: `select avg((exists (select from deals.deal d where d.result_id = l.id or d.need_id = l.id))::int) as value,
  count(*) as of from deals.listing l where l.online`,
  RENEWED: `select avg(t.renewed::int) as value, count(*) as of from (${terms(days)}) t`,
  EXPIRED: `select count(*) filter (where t.last = 'EXPIRED' and not l.online) as value, count(*) as of
  from (${terms(days)}) t join deals.listing l on l.id = t.listing_id`,
});

/** How alive the market is, from the deals themselves. */
@Injectable()
export class VitalityStore {
  constructor(private readonly db: Db) {}

  /** Every figure, in one statement; each also as the statement that gives it alone. */
  async market(days: VitalityDays): Promise<Counted[]> {
    const queries = Object.entries(figures(days)) as [MarketFigureName, string][];
    const rows = await this.db.query<{ name: MarketFigureName; value: number | null; of: number }>(
      raw(
        queries
          .map(
            ([name, query]) =>
              `select '${name}' as name, value::float8, "of"::int from (${query}) as counted`,
          )
          .join(' union all '),
      ),
    );
    const counted = new Map(rows.map((row) => [row.name, row]));
    return queries.map(([name, query]) => {
      const { value, of } = counted.get(name) ?? { value: null, of: 0 };
      return { name, value: of === 0 ? null : value, of, query: query.replace(/\s+/gu, ' ') };
    });
  }

  /** Of each listing of which the actor is one of the owner's people. */
  async ofListings(
    actor: Actor,
    kind: 'RESULT' | 'NEED',
    ids: readonly string[],
  ): Promise<Map<string, ListingVitality>> {
    const column = kind === 'RESULT' ? sql`d.result_id` : sql`d.need_id`;
    const rows = await this.db.query<ListingVitality & { id: string }>(sql`
      select l.id, count(d.id)::int as asked,
        count(*) filter (where d.id is not null and ${raw(OPEN)} and ${raw(ANSWERED)} is null)::int as waiting,
        percentile_cont(0.5) within group (order by ${raw(HOURS)})::float8 as "firstResponseHours",
        max(case when d.id is not null then ${raw(TOUCHED)} end) as "lastTouchAt"
      from deals.listing l left join deals.deal d on ${column} = l.id
      where ${sql.any(sql`l.id`, ids)} and ${sql.any(sql`l.owner_id`, organisationsOf(actor))} and l.kind = ${kind}
      group by l.id`);
    return new Map(rows.map(({ id, ...vitality }) => [id, vitality]));
  }

  /** By broker of the actor's own agencies; invitations that nobody took up stand without a person. */
  workload(actor: Actor, quietDays: number): Promise<BrokerLoad[]> {
    const agencies: Sql = sql.any(sql`b.organisation_id`, organisationsWithRole(actor, 'BROKER'));
    return this.db.query<BrokerLoad>(sql`
      select b.organisation_id as "organisationId", b.person_id as "personId",
        count(*) filter (where b.state = 'JOINED')::int as open,
        count(*) filter (where b.state = 'JOINED' and d.due_on < (${raw(NOW)} at time zone 'Asia/Shanghai')::date)::int
          as overdue,
        count(*) filter (where b.state = 'JOINED'
          and ${raw(TOUCHED)} < ${raw(NOW)} - make_interval(days => ${quietDays}::int))::int as quiet,
        count(*) filter (where b.state = 'INVITED')::int as invited
      from deals.brokerage b join deals.deal d on d.id = b.deal_id
      where ${agencies} and b.state in ('JOINED', 'INVITED') and ${raw(OPEN)}
        and exists (select from deals.organisation o where o.id = b.organisation_id and o.kind = 'BROKER_AGENCY')
      group by 1, 2 order by open desc, b.person_id nulls last, b.organisation_id`);
  }
}
