import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Codes, DomainError, say, type ThrottleRule } from '@jihui/kernel';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';

/** Addresses and accounts are personal: the table holds only their hashes. */
const bucketOf = (rule: ThrottleRule, key: string): string =>
  `${rule.name}/${createHash('sha256').update(key).digest('base64url')}`;

/** Counts tries in PostgreSQL, so that several processes count together and a restart forgets nothing. */
@Injectable()
export class Throttle {
  constructor(private readonly db: Db) {}

  /**
   * Counts one try; before the attempt, and outside its transaction, so that failing does not undo it.
   * Counts alike for what exists and what does not.
   * @throws DomainError THROTTLED, with the minutes to wait.
   */
  async take(rule: ThrottleRule, key: string): Promise<void> {
    if (this.db.inTransaction) throw new Error('a try is counted outside the transaction');
    const row = await this.db.one<{ tries: number; minutes: number }>(sql`
      insert into platform.throttle as t (bucket, tries, resets_at)
      values (${bucketOf(rule, key)}, 1, clock_timestamp() + ${`${rule.windowMinutes} minutes`}::interval)
      on conflict (bucket) do update set
        tries = case when t.resets_at <= clock_timestamp() then 1 else t.tries + 1 end,
        resets_at = case when t.resets_at <= clock_timestamp() then excluded.resets_at else t.resets_at end
      returning tries, ceil(extract(epoch from resets_at - clock_timestamp()) / 60)::int as minutes`);
    if (row !== undefined && row.tries > rule.limit)
      throw new DomainError(Codes.THROTTLED, say`尝试次数过多，请 ${Math.max(1, row.minutes)} 分钟后再试`);
  }

  /** Forgets the tries: the attempt succeeded. */
  async clear(rule: ThrottleRule, key: string): Promise<void> {
    await this.db.query(sql`delete from platform.throttle where bucket = ${bucketOf(rule, key)}`);
  }

  /** Windows that are over count nothing any more. */
  async sweep(): Promise<void> {
    await this.db.query(sql`delete from platform.throttle where resets_at < clock_timestamp()`);
  }
}
