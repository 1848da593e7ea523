import { Injectable } from '@nestjs/common';
import type { LogHead, LogOpening, SlotChange } from '@jihui/proofs';
import { Db, raw, sql } from '@jihui/platform';
import type { BidLog } from '../core/bids/bid.js';

const COLUMNS = raw(`l.call_id as "callId", l.round, l.seed, l.seed_commitment as "seedCommitment",
  l.every_minutes as "everyMinutes", l.epochs, l.next_due as "nextDue", l.last_due as "lastDue",
  l.opened_at as "openedAt"`);

type LogId = Pick<BidLog, 'callId' | 'round'>;

/** 密封投标日志: the only SQL on logs and their heads. */
@Injectable()
export class BidLogStore {
  constructor(private readonly db: Db) {}

  async begin(log: Omit<BidLog, 'epochs' | 'lastDue' | 'openedAt'>): Promise<void> {
    await this.db.query(sql`
      insert into challenges.bid_log (call_id, round, seed, seed_commitment, every_minutes, next_due)
      values (${log.callId}, ${log.round}, ${log.seed}, ${log.seedCommitment}, ${log.everyMinutes}, ${log.nextDue})`);
  }

  /** Locked until the transaction ends. */
  lock({ callId, round }: LogId): Promise<BidLog | undefined> {
    return this.db.one<BidLog>(sql`
      select ${COLUMNS} from challenges.bid_log l where l.call_id = ${callId} and l.round = ${round} for update`);
  }

  get({ callId, round }: LogId): Promise<BidLog | undefined> {
    return this.db.one<BidLog>(sql`
      select ${COLUMNS} from challenges.bid_log l where l.call_id = ${callId} and l.round = ${round}`);
  }

  async addHead({ callId, round, epochs }: BidLog, head: LogHead, due: Date, nextDue: Date): Promise<void> {
    await this.db.query(sql`
      insert into challenges.bid_head (call_id, round, epoch, head)
      values (${callId}, ${round}, ${epochs}, ${JSON.stringify(head)}::jsonb)`);
    await this.db.query(sql`
      update challenges.bid_log set epochs = ${epochs + 1}, last_due = ${due}, next_due = ${nextDue}
      where call_id = ${callId} and round = ${round}`);
  }

  async heads({ callId, round }: LogId): Promise<readonly LogHead[]> {
    const rows = await this.db.query<{ head: LogHead }>(sql`
      select head from challenges.bid_head where call_id = ${callId} and round = ${round} order by epoch`);
    return rows.map(({ head }) => head);
  }

  async lastHead({ callId, round }: LogId): Promise<LogHead | undefined> {
    const row = await this.db.one<{ head: LogHead }>(sql`
      select head from challenges.bid_head where call_id = ${callId} and round = ${round}
      order by epoch desc limit 1`);
    return row?.head;
  }

  /** What each slot holds beside its dummy. */
  async slots({ callId, round }: LogId): Promise<ReadonlyMap<number, readonly SlotChange[]>> {
    const rows = await this.db.query<{ slot: number } & SlotChange>(sql`
      select b.slot, x.epoch, x.kind, x.commitment
      from challenges.bid b join challenges.bid_change x on x.bid_id = b.id
      where b.call_id = ${callId} and b.round = ${round} order by b.slot, x.place`);
    const slots = new Map<number, SlotChange[]>();
    for (const { slot, ...change } of rows) slots.set(slot, [...(slots.get(slot) ?? []), change]);
    return slots;
  }

  /** Calls whose window stands or has ended, and whose opening has not begun: heads may be due. */
  async running(): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select c.id from challenges.call c join challenges.bid_log l on l.call_id = c.id and l.round = c.round
      where c.state in ('PUBLISHED', 'BIDDING', 'BIDS_CLOSED') and c.opening_at is null
        and (l.next_due <= platform.business_now() or (c.suspended_at is null
          and c.closes_at <= platform.business_now() and (l.last_due is null or l.last_due < c.closes_at)))
      order by c.id`);
    return rows.map(({ id }) => id);
  }

  /** Calls whose opening has begun and is not done, and goes on. */
  async opening(): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select c.id from challenges.call c join challenges.bid_log l on l.call_id = c.id and l.round = c.round
      where c.opening_at is not null and l.opened_at is null and c.state = 'BIDS_CLOSED'
        and c.suspended_at is null order by c.id`);
    return rows.map(({ id }) => id);
  }

  async open({ callId, round }: LogId, at: Date, opening: LogOpening): Promise<void> {
    await this.db.query(sql`
      update challenges.bid_log set opened_at = ${at}, opening = ${JSON.stringify(opening)}::jsonb
      where call_id = ${callId} and round = ${round}`);
  }

  /** What was published at the opening; nothing before. */
  async published({ callId, round }: LogId): Promise<LogOpening | undefined> {
    const row = await this.db.one<{ opening: LogOpening | null }>(sql`
      select opening from challenges.bid_log where call_id = ${callId} and round = ${round}`);
    return row?.opening ?? undefined;
  }
}
