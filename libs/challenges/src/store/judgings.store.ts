import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';

/** Who judges which bid. */
export interface Judging {
  readonly seatId: string;
  readonly bidId: string;
}

/** 方案分派 as it stands: read by who judges, and by what counts sheets; shown to nobody else before the review is over. */
@Injectable()
export class JudgingsStore {
  constructor(private readonly db: Db) {}

  of(seatIds: readonly string[]): Promise<readonly Judging[]> {
    return this.db.query<Judging>(sql`
      select g.seat_id as "seatId", g.bid_id as "bidId" from challenges.judging g
      where ${sql.any(sql`g.seat_id`, seatIds)}`);
  }

  async add(judgings: readonly Judging[]): Promise<void> {
    await this.db.query(sql`
      insert into challenges.judging (seat_id, bid_id)
      select (g ->> 'seatId')::uuid, (g ->> 'bidId')::uuid
      from jsonb_array_elements(${JSON.stringify(judgings)}::jsonb) g
      on conflict do nothing`);
  }

  /** @param bidId of one bid; null where the member judges none any more */
  async remove(seatId: string, bidId: string | null): Promise<void> {
    await this.db.query(sql`
      delete from challenges.judging
      where seat_id = ${seatId} and (${bidId}::uuid is null or bid_id = ${bidId}::uuid)`);
  }
}
