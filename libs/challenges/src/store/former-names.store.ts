import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';
import type { JudgedBid } from '../core/bids/bid.js';

type Round = { readonly callId: string; readonly round: number };

/** A name under which judges knew a bid until its review began anew. */
export interface FormerName {
  readonly bidId: string;
  readonly organisationId: string;
  readonly number: number;
  readonly reason: string;
  readonly retiredAt: Date;
}

/** 原方案代号. */
@Injectable()
export class FormerNamesStore {
  constructor(private readonly db: Db) {}

  /** The names that these bids bear are over, and each is given another by chance. */
  async renew({ callId, round }: Round, bids: readonly JudgedBid[], reason: string, at: Date): Promise<void> {
    const former = bids.map(({ id, blind, number }) => ({ id, blind, number }));
    await this.db.query(sql`
      insert into challenges.former_name (blind, bid_id, call_id, round, number, reason, retired_at)
      select (f ->> 'blind')::uuid, (f ->> 'id')::uuid, ${callId}, ${round}, (f ->> 'number')::int, ${reason}, ${at}
      from jsonb_array_elements(${JSON.stringify(former)}::jsonb) f`);
    await this.db.query(sql`
      update challenges.bid_check set blind = gen_random_uuid()
      where ${sql.any(
        sql`bid_id`,
        bids.map(({ id }) => id),
      )}`);
  }

  /** In the order in which they were given. */
  of({ callId, round }: Round): Promise<readonly FormerName[]> {
    return this.db.query<FormerName>(sql`
      select f.bid_id as "bidId", b.organisation_id as "organisationId", f.number, f.reason, f.retired_at as "retiredAt"
      from challenges.former_name f join challenges.bid b on b.id = f.bid_id
      where f.call_id = ${callId} and f.round = ${round} order by f.number`);
  }
}
