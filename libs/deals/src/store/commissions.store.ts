import { Injectable } from '@nestjs/common';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import type { Commission, CommissionParty, CommissionState, CommissionTerms } from '../core/commission.js';
import type { DealState } from '../core/types.js';
import { CommissionRow } from './broker.row.js';

/** A commission as one statement reads it, with its parties as JSON and its deal's facts. */
export interface CommissionView {
  readonly id: string;
  readonly version: number;
  readonly deal_id: string;
  readonly state: CommissionState;
  readonly terms: CommissionTerms;
  readonly concluded: { readonly total: number; readonly technical: number } | null;
  readonly due_since: string | null;
  readonly settled_on: string | null;
  readonly end_reason: string | null;
  readonly created_at: Date;
  readonly parties: readonly (Omit<CommissionParty, 'agreedAt'> & { readonly agreedAt: string | null })[];
  readonly deal_code: string;
  readonly deal_title: string;
  readonly deal_state: DealState;
  readonly price: { readonly total: number; readonly technical: number } | null;
}

export const commissionColumns = raw(`
  c.id, c.version, c.deal_id, c.state, c.terms, c.concluded, c.due_since::text as due_since,
  c.settled_on::text as settled_on, c.end_reason, c.created_at,
  (select jsonb_agg(jsonb_build_object('organisationId', p.organisation_id, 'name', o.name, 'role', p.role,
      'agreedAt', p.agreed_at) order by p.seq)
     from deals.commission_party p join deals.organisation o on o.id = p.organisation_id
     where p.commission_id = c.id) as parties,
  d.code as deal_code, d.title as deal_title, d.state as deal_state, nullif(d.body -> 'price', 'null'::jsonb) as price`);

export const commissionFrom = raw('deals.commission c join deals.deal d on d.id = c.deal_id');

export const toCommission = (view: CommissionView): Commission => ({
  id: view.id,
  version: view.version,
  dealId: view.deal_id,
  state: view.state,
  terms: view.terms,
  concluded: view.concluded,
  dueSince: view.due_since,
  settledOn: view.settled_on,
  endReason: view.end_reason,
  proposedAt: view.created_at,
  parties: view.parties.map((party) => ({
    ...party,
    agreedAt: party.agreedAt === null ? null : new Date(party.agreedAt),
  })),
  dealCode: view.deal_code,
  dealTitle: view.deal_title,
  dealState: view.deal_state,
  price: view.price === null ? null : { total: view.price.total, technical: view.price.technical },
});

/** Commissions and whose agreement they have. */
@Injectable()
export class CommissionsStore {
  constructor(private readonly db: Db) {}

  private async find(where: Sql): Promise<Commission[]> {
    const views = await this.db.query<CommissionView>(sql`
      select ${commissionColumns} from ${commissionFrom} where ${where} order by c.created_at, c.id`);
    return views.map(toCommission);
  }

  async get(id: string): Promise<Commission | undefined> {
    return (await this.find(sql`c.id = ${id}`))[0];
  }

  /** All commissions of these deals, whoever sees them. */
  ofDeals(dealIds: readonly string[]): Promise<Commission[]> {
    return this.find(sql.any(sql`c.deal_id`, dealIds));
  }

  async insert(
    commission: { readonly id: string; readonly dealId: string; readonly terms: CommissionTerms },
    parties: readonly Pick<CommissionParty, 'organisationId' | 'role'>[],
    at: Date,
  ): Promise<void> {
    await this.db.insert(CommissionRow, {
      ...commission,
      version: 1,
      state: 'PROPOSED',
      concluded: null,
      dueSince: null,
      settledOn: null,
      endReason: null,
      createdAt: at,
      updatedAt: at,
    });
    await this.db.query(sql`
      insert into deals.commission_party (commission_id, seq, organisation_id, role)
      select ${commission.id}, seq, (party ->> 'organisationId')::uuid, party ->> 'role'
      from jsonb_array_elements(${JSON.stringify(parties)}::jsonb) with ordinality as p (party, seq)`);
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save(
    commission: { readonly id: string; readonly version: number },
    patch: Partial<Pick<CommissionRow, 'state' | 'concluded' | 'dueSince' | 'settledOn' | 'endReason'>>,
  ): Promise<void> {
    await this.db.update(CommissionRow, commission, patch);
  }

  async agree(
    commissionId: string,
    organisationIds: readonly string[],
    personId: string,
    at: Date,
  ): Promise<void> {
    await this.db.query(sql`
      update deals.commission_party set agreed_at = ${at}, agreed_by = ${personId}
      where commission_id = ${commissionId} and ${sql.any(sql`organisation_id`, organisationIds)} and agreed_at is null`);
  }
}
