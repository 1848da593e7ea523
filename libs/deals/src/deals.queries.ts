import { Injectable } from '@nestjs/common';
import { organisationsWithRole, type Actor, type LegalDay } from '@jihui/kernel';
import {
  and,
  Audit,
  containing,
  Db,
  isUuid,
  or,
  raw,
  sql,
  type Connection,
  type PageArgs,
  type Sql,
  type TimelineEntry,
} from '@jihui/platform';
import type { ViewerRole } from './core/sight.js';
import type { StageOwner } from './core/stages.js';
import { DEAL_STATES, OVER, type Deal, type DealState, type PriceTerms, type Side } from './core/types.js';
import type { DealFilter } from './deals.types.gen.js';
import { toDomain, type DealView } from './store/deal.row.js';
import {
  brokered,
  dealColumns,
  dealFrom,
  onSide,
  takesPart,
  underBureau,
  visibleTo,
} from './store/deal.sql.js';
import { DealsStore } from './store/deals.store.js';
import { FactsStore, type ContractFact } from './store/facts.store.js';

export interface ProposalNode extends PriceTerms {
  readonly id: string;
  readonly dealId: string;
  readonly state: 'OPEN' | 'SUPERSEDED' | 'ACCEPTED' | 'VOID';
  readonly proposedBy: Side;
  readonly personId: string;
  readonly proposedAt: Date;
}

export interface StageNode {
  readonly state: DealState;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
  readonly owner: StageOwner;
  readonly dueOn: LegalDay | null;
  readonly evidence: string;
}

/** What is read of deals: visibility is a condition of every statement. */
@Injectable()
export class DealsQueries {
  constructor(
    private readonly db: Db,
    private readonly store: DealsStore,
    private readonly facts: FactsStore,
    private readonly audit: Audit,
  ) {}

  async deal(actor: Actor, id: string): Promise<Deal | null> {
    if (!isUuid(id)) return null;
    return (await this.store.visible(actor, [id]))[0] ?? null;
  }

  /** Those of the deals that the actor may see, by id. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Deal>> {
    const deals = await this.store.visible(actor, ids.filter(isUuid));
    return new Map(deals.map((deal) => [deal.id, deal]));
  }

  deals(actor: Actor, filter: DealFilter, args: PageArgs): Promise<Connection<Deal>> {
    return this.db.page<DealView, Deal>(
      {
        select: dealColumns,
        from: dealFrom,
        where: conditions(actor, filter),
        order: [
          { expression: sql`d.updated_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`d.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: toDomain,
      },
      args,
    );
  }

  /** How many deals are in each state, and how many of them are past their suggested day. */
  async pipeline(
    actor: Actor,
    filter: DealFilter,
    today: LegalDay,
  ): Promise<readonly { state: DealState; count: number; overdue: number }[]> {
    const rows = await this.db.query<{ state: DealState; count: string; overdue: string }>(sql`
      select d.state, count(*) as count, count(*) filter (where d.due_on < ${today}::date) as overdue
      from ${dealFrom} where ${and(conditions(actor, filter))} group by d.state`);
    const found = new Map(rows.map((row) => [row.state, row]));
    return DEAL_STATES.map((state) => ({
      state,
      count: Number(found.get(state)?.count ?? 0),
      overdue: Number(found.get(state)?.overdue ?? 0),
    }));
  }

  /** The deal of the actor's own organisations on each listing: one that is not over first, then the newest. */
  async ofListings(
    actor: Actor,
    kind: 'RESULT' | 'NEED',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Deal>> {
    const column = kind === 'RESULT' ? sql`d.result_id` : sql`d.need_id`;
    const rows = await this.db.query<{ id: string; listing_id: string }>(sql`
      select distinct on (${column}) d.id, ${column} as listing_id from ${dealFrom}
      where ${sql.any(column, ids)} and (${takesPart(actor)})
      order by ${column}, ${sql.any(sql`d.state`, OVER)}, d.updated_at desc, d.id desc`);
    const deals = await this.byIds(
      actor,
      rows.map((row) => row.id),
    );
    return new Map(
      rows.flatMap((row) => {
        const deal = deals.get(row.id);
        return deal === undefined ? [] : [[row.listing_id, deal] as const];
      }),
    );
  }

  /** All price proposals, oldest first. */
  async proposals(dealIds: readonly string[]): Promise<ReadonlyMap<string, readonly ProposalNode[]>> {
    const rows = await this.db.query<{
      id: string;
      deal_id: string;
      state: ProposalNode['state'];
      side: Side;
      person_id: string;
      terms: PriceTerms;
      created_at: Date;
    }>(sql`
      select id, deal_id, state, side, person_id, terms, created_at from deals.price_proposal
      where ${sql.any(sql`deal_id`, dealIds)} order by created_at, id`);
    return grouped(rows, dealIds, (row) => ({
      ...row.terms,
      id: row.id,
      dealId: row.deal_id,
      state: row.state,
      proposedBy: row.side,
      personId: row.person_id,
      proposedAt: row.created_at,
    }));
  }

  /** The stages gone through, in order. */
  async stages(dealIds: readonly string[]): Promise<ReadonlyMap<string, readonly StageNode[]>> {
    const rows = await this.db.query<{
      deal_id: string;
      state: DealState;
      entered_at: Date;
      left_at: Date | null;
      owner: StageOwner;
      due_on: string | null;
      evidence: string;
    }>(sql`
      select deal_id, state, entered_at, left_at, owner, due_on::text as due_on, evidence from deals.deal_stage
      where ${sql.any(sql`deal_id`, dealIds)} order by deal_id, seq`);
    return grouped(rows, dealIds, (row) => ({
      state: row.state,
      enteredAt: row.entered_at,
      leftAt: row.left_at,
      owner: row.owner,
      dueOn: row.due_on,
      evidence: row.evidence,
    }));
  }

  async contactCounts(dealIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ deal_id: string; count: string }>(sql`
      select deal_id, count(*) as count from deals.deal_contact where ${sql.any(sql`deal_id`, dealIds)} group by deal_id`);
    return new Map(rows.map((row) => [row.deal_id, Number(row.count)]));
  }

  registrations(dealIds: readonly string[]): Promise<ReadonlyMap<string, ContractFact>> {
    return this.facts.contractsOf(dealIds);
  }

  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.facts.personNames(ids.filter(isUuid));
  }

  organisationNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.facts.organisationNames(ids);
  }

  async timelines(dealIds: readonly string[]): Promise<ReadonlyMap<string, readonly TimelineEntry[]>> {
    const streams = await this.audit.timelines(
      'deals',
      dealIds.map((id) => `Deal:${id}`),
    );
    return new Map(dealIds.map((id) => [id, streams.get(`Deal:${id}`) ?? []]));
  }
}

/** Rows by their deal, each list in the rows' order. */
export function grouped<R extends { readonly deal_id: string }, N>(
  rows: readonly R[],
  dealIds: readonly string[],
  toNode: (row: R) => N,
): ReadonlyMap<string, readonly N[]> {
  const groups = new Map<string, N[]>(dealIds.map((id) => [id, []]));
  for (const row of rows) groups.get(row.deal_id)?.push(toNode(row));
  return groups;
}

const inRole = (actor: Actor, role: ViewerRole): Sql => {
  switch (role) {
    case 'SELLER':
    case 'BUYER':
      return onSide(actor, role);
    case 'BROKER':
      return brokered(actor, ['JOINED']);
    case 'INVITED_BROKER':
      return brokered(actor, ['INVITED']);
    case 'OFFICER':
      return underBureau(actor);
  }
};

/** The actor's organisations in any role that sees deals. */
const own = (actor: Actor): readonly string[] =>
  organisationsWithRole(actor, 'TRANSFER_OFFICER', 'RESEARCHER', 'BROKER');

/**
 * A text is looked for in what the viewer reads: an anonymous buyer's name is found by its own people
 * alone, or anybody could find out by trying.
 */
const matching = (actor: Actor, text: string): Sql => {
  const pattern = containing(text);
  const shown = or([
    sql`not d.buyer_anonymous`,
    sql`d.buyer_confirmed_at is not null`,
    sql.any(sql`d.buyer_id`, own(actor)),
  ]);
  return or([
    sql`d.title ilike ${pattern}`,
    sql`d.code ilike ${pattern}`,
    sql`seller.name ilike ${pattern}`,
    sql`buyer.name ilike ${pattern} and (${shown})`,
  ]);
};

function conditions(actor: Actor, filter: DealFilter): Sql[] {
  const { states, role, organisationId, resultId, needId, open, text } = filter;
  const id = (column: Sql, value: string): Sql => (isUuid(value) ? sql`${column} = ${value}` : raw('false'));
  return [
    visibleTo(actor),
    ...(states == null ? [] : [sql.any(sql`d.state`, states)]),
    ...(role == null ? [] : [inRole(actor, role)]),
    ...(organisationId == null ? [] : [ofOrganisation(actor, organisationId)]),
    ...(resultId == null ? [] : [id(sql`d.result_id`, resultId)]),
    ...(needId == null ? [] : [id(sql`d.need_id`, needId)]),
    ...(open == null ? [] : [sql`${sql.any(sql`d.state`, OVER)} <> ${open}`]),
    ...(text == null || text.trim() === '' ? [] : [matching(actor, text.trim())]),
  ];
}

/** Deals in which that organisation of the actor's takes part; another's id finds nothing. */
const ofOrganisation = (actor: Actor, organisationId: string): Sql =>
  own(actor).includes(organisationId)
    ? or([
        sql`${organisationId}::uuid in (d.seller_id, d.buyer_id)`,
        sql`exists (select from deals.brokerage b where b.deal_id = d.id and b.organisation_id = ${organisationId}
          and b.state in ('INVITED', 'JOINED'))`,
      ])
    : raw('false');
