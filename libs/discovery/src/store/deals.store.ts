import { Injectable } from '@nestjs/common';
import type { CommissionSnapshot, DealSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';

/** This domain's copies of deals with their brokers, proofs of introduction and commissions. */
@Injectable()
export class DealsStore {
  constructor(private readonly db: Db) {}

  async putDeal(fact: DealSnapshot, version: number): Promise<void> {
    // What was not said of a buyer is not shown.
    const { signature, buyerHidden = true, introductions = [] } = fact;
    const stored = await this.db.query(sql`
      insert into discovery.deal (id, version, state, seller_id, buyer_id, buyer_hidden, signed_on)
      values (${fact.id}, ${version}, ${fact.state}, ${fact.sellerId}, ${fact.buyerId}, ${buyerHidden},
        ${signature?.confirmed === true ? signature.signedOn : null})
      on conflict (id) do update set version = excluded.version, state = excluded.state,
        buyer_hidden = excluded.buyer_hidden, signed_on = excluded.signed_on
      where discovery.deal.version <= excluded.version returning 1`);
    if (stored.length === 0) return;
    const joined = fact.brokers
      .filter((broker) => broker.joined)
      .map(({ organisationId, personId }) => ({ organisation_id: organisationId, person_id: personId }));
    await this.db.query(sql`delete from discovery.deal_broker where deal_id = ${fact.id}`);
    await this.db.query(sql`
      insert into discovery.deal_broker (deal_id, organisation_id, person_id)
      select ${fact.id}::uuid, organisation_id, person_id
      from jsonb_to_recordset(${JSON.stringify(joined)}::jsonb) as b (organisation_id uuid, person_id uuid)`);
    const made = introductions.map(({ id, kind, brokerId, personId, at }) => ({
      ...{ id, kind, at },
      organisation_id: brokerId,
      person_id: personId,
    }));
    await this.db.query(sql`
      insert into discovery.introduction (id, deal_id, kind, organisation_id, person_id, made_at)
      select id, ${fact.id}::uuid, kind, organisation_id, person_id, at
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        as i (id uuid, kind text, organisation_id uuid, person_id uuid, at timestamptz)
      on conflict (id) do nothing`);
  }

  async putCommission(fact: CommissionSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into discovery.commission (id, version, deal_id, state, due_since, parts)
      values (${fact.id}, ${version}, ${fact.dealId}, ${fact.state}, ${fact.dueSince},
        ${JSON.stringify(fact.parts)}::jsonb)
      on conflict (id) do update set version = excluded.version, state = excluded.state,
        due_since = excluded.due_since, parts = excluded.parts
      where discovery.commission.version <= excluded.version`);
  }
}
