import { Injectable } from '@nestjs/common';
import type { DealIntroduction } from '@jihui/events';
import { canonical, type LegalDay } from '@jihui/kernel';
import { Db, sha256, sql, uuidv7 } from '@jihui/platform';
import type { IntroductionContent } from '../core/introduction.js';
import { BypassAlertRow } from './broker.row.js';

/** An introduction between two parties, as the search for a bypass reads it. */
export interface Introduced {
  readonly id: string;
  readonly brokerId: string;
  readonly brokerName: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly on: LegalDay;
}

/** Proofs of introduction and the alerts that rest on them. */
@Injectable()
export class IntroductionsStore {
  constructor(private readonly db: Db) {}

  /**
   * Records the proof: the canonical content and its hash. Append-only.
   * @param buyerId the buyer even where the content leaves an anonymous one out.
   */
  async record(content: IntroductionContent, buyerId: string): Promise<void> {
    const text = canonical(content);
    await this.db.query(sql`
      insert into deals.introduction
        (id, deal_id, kind, broker_id, person_id, seller_id, buyer_id, at, canonical, sha256)
      values (${uuidv7()}, ${content.dealId}, ${content.kind}, ${content.brokerId}, ${content.personId},
        ${content.sellerId}, ${buyerId}, ${content.at}, ${text}, ${sha256(text)})`);
  }

  /** The proofs of one deal, as others are told of them. */
  ofDeal(dealId: string): Promise<DealIntroduction[]> {
    return this.db.query<DealIntroduction>(sql`
      select id, kind, broker_id as "brokerId", person_id as "personId",
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from deals.introduction where deal_id = ${dealId} order by at, id`);
  }

  /** Introductions between any two of these organisations that were made on or before that day. */
  async between(organisationIds: readonly string[], until: LegalDay): Promise<Introduced[]> {
    const rows = await this.db.query<{
      id: string;
      broker_id: string;
      broker_name: string;
      seller_id: string;
      buyer_id: string;
      day: LegalDay;
    }>(sql`
      select i.id, i.broker_id, o.name as broker_name, i.seller_id, i.buyer_id,
        (i.at at time zone 'Asia/Shanghai')::date::text as day
      from deals.introduction i join deals.organisation o on o.id = i.broker_id
      where ${sql.any(sql`i.seller_id`, organisationIds)} and ${sql.any(sql`i.buyer_id`, organisationIds)}
        and (i.at at time zone 'Asia/Shanghai')::date <= ${until}::date
      order by i.at, i.id`);
    return rows.map((row) => ({
      id: row.id,
      brokerId: row.broker_id,
      brokerName: row.broker_name,
      sellerId: row.seller_id,
      buyerId: row.buyer_id,
      on: row.day,
    }));
  }

  /** Raises the alert once; @returns whether it is new. */
  async raiseAlert(
    alert: Omit<BypassAlertRow, 'id' | 'version' | 'state' | 'conclusion' | 'createdAt' | 'updatedAt'>,
    at: Date,
  ): Promise<string | undefined> {
    const row = await this.db.one<{ id: string }>(sql`
      insert into deals.bypass_alert (id, version, state, introduction_id, contract_id, seller_name, buyer_name,
        registration_number, registered_on, window_months, parameter_id, created_at, updated_at)
      values (${uuidv7()}, 1, 'OPEN', ${alert.introductionId}, ${alert.contractId}, ${alert.sellerName},
        ${alert.buyerName}, ${alert.registrationNumber}, ${alert.registeredOn}, ${alert.windowMonths},
        ${alert.parameterId}, ${at}, ${at})
      on conflict (introduction_id, contract_id) do nothing returning id`);
    return row?.id;
  }

  /** The broker of an introduction, and the divisions of the two sides. */
  async concerned(id: string): Promise<{ brokerId: string; divisions: readonly string[] } | undefined> {
    const row = await this.db.one<{ broker_id: string; seller: string; buyer: string }>(sql`
      select i.broker_id, s.division_code as seller, b.division_code as buyer
      from deals.introduction i join deals.organisation s on s.id = i.seller_id
      join deals.organisation b on b.id = i.buyer_id where i.id = ${id}`);
    return row === undefined ? undefined : { brokerId: row.broker_id, divisions: [row.seller, row.buyer] };
  }

  lockAlert(id: string): Promise<BypassAlertRow | undefined> {
    return this.db.lock(BypassAlertRow, id);
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async closeAlert(
    alert: { readonly id: string; readonly version: number },
    conclusion: string,
  ): Promise<void> {
    await this.db.update(BypassAlertRow, alert, { state: 'CLOSED', conclusion });
  }
}
