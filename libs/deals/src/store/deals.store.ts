import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, raw, sql, uuidv7, type Sql } from '@jihui/platform';
import { dealColumns, dealFrom, visibleTo } from './deal.sql.js';
import { bodyOf, DealRow, toDomain, type DealBody, type DealView } from './deal.row.js';
import type { StageOwner } from '../core/stages.js';
import type { CooperationMode, Deal, DealState, PriceTerms, Side } from '../core/types.js';

/** What a command changes in the deal itself. */
export interface DealPatch {
  readonly state?: DealState;
  readonly cooperationMode?: CooperationMode;
  readonly confirmed?: { readonly side: Side; readonly at: Date };
  readonly nda?: { readonly side: Side; readonly at: Date };
  readonly price?: Deal['price'];
  readonly signature?: Deal['signature'];
  readonly loss?: Deal['loss'];
  readonly closingSummary?: string;
  readonly dueOn?: LegalDay | null;
}

export interface Stage {
  readonly state: DealState;
  readonly owner: StageOwner;
  readonly dueOn: LegalDay | null;
  readonly evidence: string;
}

export type NewDeal = Omit<DealRow, 'version' | 'updatedAt' | 'body' | 'code'> & {
  readonly openingMessage: string;
};

/** Deals, their people, stages and prices. */
@Injectable()
export class DealsStore {
  constructor(private readonly db: Db) {}

  private async find(where: Sql): Promise<Deal[]> {
    const rows = await this.db.query<DealView>(sql`select ${dealColumns} from ${dealFrom} where ${where}`);
    return rows.map(toDomain);
  }

  async get(id: string): Promise<Deal | undefined> {
    return (await this.find(sql`d.id = ${id}`))[0];
  }

  /** Those of the deals that the actor may see. */
  visible(actor: Actor, ids: readonly string[]): Promise<Deal[]> {
    return this.find(sql`${sql.any(sql`d.id`, ids)} and (${visibleTo(actor)})`);
  }

  /** The deal, locked against other commands until the transaction ends. */
  async lock(id: string): Promise<Deal | undefined> {
    const row = await this.db.lock(DealRow, id);
    return row === undefined ? undefined : this.get(row.id);
  }

  /** Stores a new deal under the year's next number, which is taken last. */
  async insert(deal: NewDeal, year: number): Promise<void> {
    const { openingMessage, ...columns } = deal;
    const body = bodyOf({ openingMessage, price: null, signature: null, loss: null, closingSummary: null });
    const code = `DJ${year}-${await this.nextNumber('deal', year)}`;
    await this.db.insert(DealRow, { ...columns, code, body, version: 1, updatedAt: deal.createdAt });
  }

  /** The next number of the kind in the year, six digits. */
  async nextNumber(kind: 'deal' | 'disclosure', year: number): Promise<string> {
    const row = await this.db.one<{ last: number }>(sql`
      insert into deals.number_counter (kind, year, last) values (${kind}, ${year}, 1)
      on conflict (kind, year) do update set last = deals.number_counter.last + 1 returning last`);
    return String(row?.last ?? 0).padStart(6, '0');
  }

  /** @throws DomainError STALE_VERSION when the deal is no longer at that version. */
  async save(deal: Deal, patch: DealPatch): Promise<void> {
    const { state, cooperationMode, dueOn, confirmed, nda } = patch;
    await this.db.update(
      DealRow,
      { id: deal.id, version: deal.version },
      {
        ...(state === undefined ? {} : { state }),
        ...(cooperationMode === undefined ? {} : { cooperationMode }),
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(confirmed === undefined
          ? {}
          : { [confirmed.side === 'SELLER' ? 'sellerConfirmedAt' : 'buyerConfirmedAt']: confirmed.at }),
        ...(nda === undefined ? {} : { [nda.side === 'SELLER' ? 'sellerNdaAt' : 'buyerNdaAt']: nda.at }),
        body: this.patched(deal, patch),
      },
    );
  }

  private patched(deal: Deal, patch: DealPatch): DealBody {
    return bodyOf({
      openingMessage: deal.openingMessage,
      price: patch.price === undefined ? deal.price : patch.price,
      signature: patch.signature === undefined ? deal.signature : patch.signature,
      loss: patch.loss === undefined ? deal.loss : patch.loss,
      closingSummary: patch.closingSummary ?? deal.closingSummary,
    });
  }

  /** Ends the present stage, if any, and begins the next. */
  async enterStage(dealId: string, stage: Stage, at: Date): Promise<void> {
    await this.db.query(sql`
      update deals.deal_stage set left_at = ${at} where deal_id = ${dealId} and left_at is null`);
    await this.db.query(sql`
      insert into deals.deal_stage (deal_id, seq, state, entered_at, owner, due_on, evidence)
      select ${dealId}, coalesce(max(seq), 0) + 1, ${stage.state}, ${at}::timestamptz, ${stage.owner},
        ${stage.dueOn}::date, ${stage.evidence}
      from deals.deal_stage where deal_id = ${dealId}`);
  }

  /** Notes that the person takes part on that side; nothing when they do already. */
  async addPerson(dealId: string, personId: string, side: Side, at: Date): Promise<void> {
    await this.db.query(sql`
      insert into deals.deal_person (deal_id, person_id, side, added_at)
      values (${dealId}, ${personId}, ${side}, ${at}) on conflict do nothing`);
  }

  /** A new proposal takes the place of the open one. */
  async propose(dealId: string, side: Side, personId: string, terms: PriceTerms, at: Date): Promise<void> {
    await this.markProposals(dealId, 'OPEN', 'SUPERSEDED');
    await this.db.query(sql`
      insert into deals.price_proposal (id, deal_id, state, side, person_id, terms, created_at)
      values (${uuidv7()}, ${dealId}, 'OPEN', ${side}, ${personId}, ${JSON.stringify(terms)}, ${at})`);
  }

  async markProposals(
    dealId: string,
    from: 'OPEN' | 'ACCEPTED',
    to: 'SUPERSEDED' | 'ACCEPTED' | 'VOID',
  ): Promise<void> {
    await this.db.query(sql`
      update deals.price_proposal set state = ${to} where deal_id = ${dealId} and state = ${from}`);
  }

  async proposalTerms(proposalId: string): Promise<PriceTerms | undefined> {
    const row = await this.db.one<{ terms: PriceTerms }>(
      sql`select terms from deals.price_proposal where id = ${proposalId}`,
    );
    return row?.terms;
  }

  /** Deals whose disclosure's last day is before that day, without an open objection. */
  withEndedDisclosure(today: LegalDay): Promise<{ id: string; version: number }[]> {
    return this.db.query(sql`
      select d.id, d.version from deals.disclosure x join deals.deal d on d.id = x.deal_id
      where x.state = 'RUNNING' and x.ends_on < ${today}::date and d.state = 'DISCLOSING' order by x.ends_on, x.id`);
  }

  /** Whether there is any deal between these two. */
  async haveDealt(sellerId: string, buyerId: string): Promise<boolean> {
    const rows = await this.db.query(sql`
      select 1 from deals.deal where seller_id = ${sellerId} and buyer_id = ${buyerId} limit 1`);
    return rows.length > 0;
  }

  /** Ids of all deals changed since then, in pages for republishing. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select d.id from deals.deal d
      where (d.updated_at >= ${since}
          or exists (select from deals.commission c where c.deal_id = d.id and c.updated_at >= ${since}))
        and ${after === null ? raw('true') : sql`d.id > ${after}`}
      order by d.id limit ${limit}`);
    return rows.map((row) => row.id);
  }

  /** The agreed split's share of each agency in the newest agreed commission, for the snapshot. */
  async agreedShares(dealId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ organisation_id: string; share: number }>(sql`
      select split ->> 'organisationId' as organisation_id, (split ->> 'shareBasisPoints')::int as share
      from (select terms from deals.commission where deal_id = ${dealId} and state in ('AGREED', 'DUE', 'SETTLED')
        order by created_at desc, id desc limit 1) c, jsonb_array_elements(c.terms -> 'splits') split`);
    return new Map(rows.map((row) => [row.organisation_id, row.share]));
  }
}
