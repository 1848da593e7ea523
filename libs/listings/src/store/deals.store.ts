import { Injectable } from '@nestjs/common';
import type { ContractSnapshot, DealSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';
import { dealStageOf, type FollowedDeal } from '../core/deal-stage.js';

interface FollowedRow {
  readonly state: string;
  readonly registered: boolean;
  readonly cooperationMode: string;
}

/** What came of a listing: signed deals and registered contracts. */
export interface Outcome {
  readonly signed: number;
  readonly registered: number;
}

/** The projection of deals and of their contracts, as far as listings follow them. */
@Injectable()
export class DealsStore {
  constructor(private readonly db: Db) {}

  /** Writes what the deal's event says unless something newer is known. @returns whether it was written. */
  async projectDeal(deal: DealSnapshot, version: number): Promise<boolean> {
    const written = await this.db.query(sql`
      insert into listings.deal (id, version, state, cooperation_mode, result_id, need_id, seller_id, buyer_id,
        contract_version, registered)
      values (${deal.id}, ${version}, ${deal.state}, ${deal.cooperationMode}, ${deal.resultId}, ${deal.needId},
        ${deal.sellerId}, ${deal.buyerId}, 0, false)
      on conflict (id) do update set version = excluded.version, state = excluded.state,
        cooperation_mode = excluded.cooperation_mode, result_id = excluded.result_id, need_id = excluded.need_id,
        seller_id = excluded.seller_id, buyer_id = excluded.buyer_id
      where listings.deal.version < excluded.version
      returning id`);
    return written.length > 0;
  }

  /**
   * A contract may be told of before its deal: the row then waits for it at version 0. Versions are compared
   * within one contract; of two applications the later made one (ids rise with time) speaks for the deal, since it
   * can be made only once the other is dead.
   */
  async projectContract(contract: ContractSnapshot, dealId: string, version: number): Promise<boolean> {
    const registered = contract.standing;
    const written = await this.db.query(sql`
      insert into listings.deal (id, version, state, cooperation_mode, result_id, need_id, seller_id, buyer_id,
        contract_id, contract_version, registered)
      values (${dealId}, 0, 'LEAD', 'OTHER', ${contract.resultId}, ${contract.needId},
        ${contract.sellerOrganisationId}, ${contract.buyerOrganisationIds[0] ?? null}, ${contract.id}, ${version}, ${registered})
      on conflict (id) do update set contract_id = excluded.contract_id, contract_version = excluded.contract_version,
        registered = excluded.registered
      where case when listings.deal.contract_id = excluded.contract_id or listings.deal.contract_id is null
        then listings.deal.contract_version < excluded.contract_version
        else listings.deal.contract_id < excluded.contract_id end
      returning id`);
    return written.length > 0;
  }

  async ofResult(id: string): Promise<FollowedDeal[]> {
    return (await this.followed(sql`result_id = ${id}`)).map(toFollowed);
  }

  async ofNeed(id: string): Promise<FollowedDeal[]> {
    return (await this.followed(sql`need_id = ${id}`)).map(toFollowed);
  }

  /** What came of the results. */
  async outcomes(resultIds: readonly string[]): Promise<Map<string, Outcome>> {
    const rows = await this.db.query<{ id: string } & Outcome>(sql`
      select result_id as id, count(*) filter (where state in ('SIGNED', 'REGISTERED', 'CLOSED'))::int as signed,
        count(*) filter (where registered)::int as registered
      from listings.deal where ${sql.any(sql`result_id`, resultIds)} group by result_id`);
    return new Map(rows.map(({ id, ...outcome }) => [id, outcome]));
  }

  private followed(where: ReturnType<typeof sql>): Promise<FollowedRow[]> {
    return this.db.query<FollowedRow>(sql`
      select state, registered, cooperation_mode as "cooperationMode" from listings.deal where ${where}`);
  }
}

const toFollowed = ({ state, registered, cooperationMode }: FollowedRow): FollowedDeal => {
  const stage = dealStageOf(state);
  return { stage: registered && stage === 'SIGNED' ? 'REGISTERED' : stage, cooperationMode };
};
