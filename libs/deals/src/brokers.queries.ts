import { Injectable } from '@nestjs/common';
import { organisationsWithRole, scopesOf, type Actor, type LegalDay } from '@jihui/kernel';
import {
  containing,
  coveredBy,
  Db,
  or,
  sha256,
  sql,
  type Connection,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import type { Brokerage } from './core/brokerage.js';
import { computedNow, type Commission, type CommissionState } from './core/commission.js';
import { grouped } from './deals.queries.js';
import type { IntroductionFilter } from './deals.types.gen.js';
import { BrokeragesStore } from './store/brokerages.store.js';
import {
  commissionColumns,
  commissionFrom,
  CommissionsStore,
  toCommission,
  type CommissionView,
} from './store/commissions.store.js';
import { visibleTo } from './store/deal.sql.js';

export interface IntroductionNode {
  readonly id: string;
  readonly dealId: string;
  readonly kind: 'INTRODUCED' | 'JOINED';
  readonly brokerId: string;
  readonly brokerName: string;
  readonly personId: string;
  readonly sellerName: string;
  readonly buyerName: string;
  /** Whether the buyer is anonymous and has not shown itself. */
  readonly hidden: boolean;
  readonly at: Date;
  readonly canonical: string;
  readonly sha256: string;
  readonly valid: boolean;
}

export interface AlertNode {
  readonly id: string;
  readonly version: number;
  readonly state: 'OPEN' | 'CLOSED';
  readonly introductionId: string;
  readonly brokerId: string;
  readonly brokerName: string;
  readonly sellerName: string;
  readonly buyerName: string;
  readonly registrationNumber: string;
  readonly registeredOn: LegalDay;
  readonly windowMonths: number;
  readonly raisedAt: Date;
  readonly conclusion: string | null;
}

type IntroductionView = Omit<IntroductionNode, 'valid'> & { readonly deal_id: string };

const introductionColumns = sql`i.id, i.deal_id, i.deal_id as "dealId", i.kind, i.broker_id as "brokerId",
  o.name as "brokerName", i.person_id as "personId", seller.name as "sellerName", buyer.name as "buyerName",
  d.buyer_anonymous and d.buyer_confirmed_at is null as hidden, i.at, i.canonical, i.sha256`;
const introductionFrom = sql`deals.introduction i join deals.deal d on d.id = i.deal_id
  join deals.organisation o on o.id = i.broker_id
  join deals.organisation seller on seller.id = i.seller_id join deals.organisation buyer on buyer.id = i.buyer_id`;

/** The hash fits the content, and the content says what the record says. */
const withProof = (view: IntroductionView): IntroductionNode => {
  const content = JSON.parse(view.canonical) as Record<string, unknown>;
  const same =
    content['dealId'] === view.dealId &&
    content['brokerId'] === view.brokerId &&
    content['kind'] === view.kind &&
    content['at'] === view.at.toISOString();
  return { ...view, valid: same && sha256(view.canonical) === view.sha256 };
};

/** What brokers read: their parts, proofs, commissions and alerts. */
@Injectable()
export class BrokersQueries {
  constructor(
    private readonly db: Db,
    private readonly brokerages: BrokeragesStore,
    private readonly commissions: CommissionsStore,
  ) {}

  async brokeragesOf(dealIds: readonly string[]): Promise<ReadonlyMap<string, readonly Brokerage[]>> {
    const rows = await this.brokerages.ofDeals(dealIds);
    return grouped(
      rows.map((row) => ({ ...row, deal_id: row.dealId })),
      dealIds,
      (row) => row,
    );
  }

  brokerage(id: string): Promise<Brokerage | undefined> {
    return this.brokerages.get(id);
  }

  async introductionsOf(
    dealIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly IntroductionNode[]>> {
    const views = await this.db.query<IntroductionView>(sql`
      select ${introductionColumns} from ${introductionFrom} where ${sql.any(sql`i.deal_id`, dealIds)} order by i.at, i.id`);
    return grouped(views, dealIds, withProof);
  }

  async introductionsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, IntroductionNode>> {
    const views = await this.db.query<IntroductionView>(
      sql`select ${introductionColumns} from ${introductionFrom} where ${sql.any(sql`i.id`, ids)}`,
    );
    return new Map(views.map((view) => [view.id, withProof(view)]));
  }

  /** 引荐证明 of the actor's agencies, newest first. */
  introductions(
    actor: Actor,
    { kinds, text }: IntroductionFilter,
    args: PageArgs,
  ): Promise<Connection<IntroductionNode>> {
    return this.db.page<IntroductionView, IntroductionNode>(
      {
        select: introductionColumns,
        from: introductionFrom,
        where: [
          sql.any(sql`i.broker_id`, organisationsWithRole(actor, 'BROKER')),
          ...(kinds == null ? [] : [sql.any(sql`i.kind`, kinds)]),
          ...searched(text, (pattern) => introductionMatches(actor, pattern)),
        ],
        order: [
          { expression: sql`i.at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`i.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: withProof,
      },
      args,
    );
  }

  /** 绕单提醒 of the actor's agencies, and those under the actor's city bureau, newest first. */
  alerts(
    actor: Actor,
    states: readonly string[] | null,
    text: string | null,
    args: PageArgs,
  ): Promise<Connection<AlertNode>> {
    const cities = scopesOf(actor, 'OFFICER').filter((scope) => scope.endsWith('00'));
    return this.db.page<AlertNode, AlertNode>(
      {
        select: alertColumns,
        from: sql`deals.bypass_alert a join deals.introduction i on i.id = a.introduction_id
          join deals.organisation o on o.id = i.broker_id
          join deals.organisation seller on seller.id = i.seller_id
          join deals.organisation buyer on buyer.id = i.buyer_id`,
        where: [
          or([
            sql.any(sql`i.broker_id`, organisationsWithRole(actor, 'BROKER')),
            coveredBy(sql`seller.division_code`, cities),
            coveredBy(sql`buyer.division_code`, cities),
          ]),
          ...(states === null ? [] : [sql.any(sql`a.state`, states)]),
          ...searched(text, (pattern) =>
            or([
              sql`o.name ilike ${pattern}`,
              sql`a.seller_name ilike ${pattern}`,
              sql`a.buyer_name ilike ${pattern}`,
              sql`a.registration_number ilike ${pattern}`,
            ]),
          ),
        ],
        order: [
          { expression: sql`a.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`a.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** One alert, after the service let the actor at it. */
  alert(id: string): Promise<AlertNode | undefined> {
    return this.db.one<AlertNode>(sql`
      select ${alertColumns} from deals.bypass_alert a join deals.introduction i on i.id = a.introduction_id
      join deals.organisation o on o.id = i.broker_id where a.id = ${id}`);
  }

  async commissionsOf(dealIds: readonly string[]): Promise<ReadonlyMap<string, readonly Commission[]>> {
    const rows = await this.commissions.ofDeals(dealIds);
    return grouped(
      rows.map((row) => ({ ...row, deal_id: row.dealId })),
      dealIds,
      (row) => row,
    );
  }

  commission(id: string): Promise<Commission | undefined> {
    return this.commissions.get(id);
  }

  /** 佣金台账 of the actor's agencies, newest first. */
  ledger(
    actor: Actor,
    states: readonly CommissionState[] | null,
    text: string | null,
    args: PageArgs,
  ): Promise<Connection<Commission>> {
    return this.db.page<CommissionView, Commission>(
      {
        select: commissionColumns,
        from: commissionFrom,
        where: [
          ofAgencies(actor),
          ...(states === null ? [] : [sql.any(sql`c.state`, states)]),
          ...searched(text, commissionMatches),
        ],
        order: [
          { expression: sql`c.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`c.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: toCommission,
      },
      args,
    );
  }

  /** The agencies' own parts: agreed (estimated before conclusion), due and settled. */
  async totals(actor: Actor): Promise<{ agreed: number; due: number; settled: number }> {
    const agencies = organisationsWithRole(actor, 'BROKER');
    const rows = await this.db.query<CommissionView>(sql`
      select ${commissionColumns} from ${commissionFrom}
      where ${ofAgencies(actor)} and c.state in ('AGREED', 'DUE', 'SETTLED')`);
    const totals = { AGREED: 0, DUE: 0, SETTLED: 0 };
    for (const commission of rows.map(toCommission)) {
      const computed = computedNow(commission);
      commission.terms.splits.forEach((split, index) => {
        if (agencies.includes(split.organisationId))
          totals[commission.state as keyof typeof totals] += computed?.parts[index] ?? 0;
      });
    }
    return { agreed: totals.AGREED, due: totals.DUE, settled: totals.SETTLED };
  }
}

const alertColumns = sql`a.id, a.version, a.state, a.introduction_id as "introductionId", i.broker_id as "brokerId",
  o.name as "brokerName", a.seller_name as "sellerName", a.buyer_name as "buyerName",
  a.registration_number as "registrationNumber", a.registered_on::text as "registeredOn",
  a.window_months as "windowMonths", a.created_at as "raisedAt", a.conclusion`;

const ofAgencies = (
  actor: Actor,
) => sql`exists (select from deals.commission_party p where p.commission_id = c.id
  and p.role = 'BROKER' and ${sql.any(sql`p.organisation_id`, organisationsWithRole(actor, 'BROKER'))})`;

/** The condition of a search text, where there is one. */
const searched = (text: string | null | undefined, matching: (pattern: string) => Sql): readonly Sql[] =>
  text == null || text.trim() === '' ? [] : [matching(containing(text.trim()))];

/** A text is looked for in what the viewer reads: no hidden buyer, and no deal that the agency has left. */
const introductionMatches = (actor: Actor, pattern: string): Sql =>
  or([
    sql`seller.name ilike ${pattern}`,
    sql`buyer.name ilike ${pattern} and not (d.buyer_anonymous and d.buyer_confirmed_at is null)`,
    sql`(d.title ilike ${pattern} or d.code ilike ${pattern}) and (${visibleTo(actor)})`,
  ]);

/** Every party of a commission reads the deal's title and code, and who else is a party. */
const commissionMatches = (pattern: string): Sql =>
  or([
    sql`d.title ilike ${pattern}`,
    sql`d.code ilike ${pattern}`,
    sql`exists (select from deals.commission_party p join deals.organisation o on o.id = p.organisation_id
      where p.commission_id = c.id and o.name ilike ${pattern})`,
  ]);
