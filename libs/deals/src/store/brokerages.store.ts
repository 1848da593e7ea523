import { Injectable } from '@nestjs/common';
import { Db, sql, type Sql } from '@jihui/platform';
import type { Brokerage } from '../core/brokerage.js';
import { BrokerageRow, toBrokerage, type BrokerageView } from './broker.row.js';

/** Columns and tables of {@link BrokerageView}. */
const brokerages = (where: Sql): Sql => sql`
  select b.id, b.version, b.deal_id, b.state, b.organisation_id, o.name as organisation_name, b.person_id, b.represents,
    b.invited_by, b.message, b.dual_disclosed_at, b.seller_consented_at, b.buyer_consented_at, b.end_reason,
    d.seller_id, d.buyer_id, d.state as deal_state
  from deals.brokerage b join deals.deal d on d.id = b.deal_id join deals.organisation o on o.id = b.organisation_id
  where ${where} order by b.created_at, b.id`;

type NewBrokerage = Pick<
  BrokerageRow,
  | 'id'
  | 'dealId'
  | 'state'
  | 'organisationId'
  | 'personId'
  | 'represents'
  | 'invitedBy'
  | 'message'
  | 'dualDisclosedAt'
>;

/** The agencies' parts in deals. */
@Injectable()
export class BrokeragesStore {
  constructor(private readonly db: Db) {}

  async get(id: string): Promise<Brokerage | undefined> {
    const [view] = await this.db.query<BrokerageView>(brokerages(sql`b.id = ${id}`));
    return view === undefined ? undefined : toBrokerage(view);
  }

  /** All agencies' parts in these deals. */
  async ofDeals(dealIds: readonly string[]): Promise<Brokerage[]> {
    const views = await this.db.query<BrokerageView>(brokerages(sql.any(sql`b.deal_id`, dealIds)));
    return views.map(toBrokerage);
  }

  async insert(brokerage: NewBrokerage, at: Date): Promise<void> {
    await this.db.insert(BrokerageRow, {
      ...brokerage,
      version: 1,
      sellerConsentedAt: null,
      buyerConsentedAt: null,
      endReason: null,
      createdAt: at,
      updatedAt: at,
    });
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save(brokerage: Brokerage, patch: Partial<BrokerageRow>): Promise<void> {
    await this.db.update(BrokerageRow, brokerage, patch);
  }
}
