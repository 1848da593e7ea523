import { Injectable } from '@nestjs/common';
import { organisationsOf, organisationsWithRole, type Actor } from '@jihui/kernel';
import type { BidReceipt, SealedHead, SlotChange } from '@jihui/proofs';
import { Db, or, raw, sql, type Sql } from '@jihui/platform';
import type { Bid, BidUpload, JudgedBid, OpenedFile } from '../core/bids/bid.js';
import type { CallState } from '../core/calls/lifecycle.js';
import { bidderOf } from '../core/bids/sight.js';

const COLUMNS = raw(`b.id, b.call_id as "callId", b.round, b.organisation_id as "organisationId", b.slot,
  b.upload_id as "uploadId", b.commitment, b.size, b.state, b.head, b.handed_in_by as "handedInBy",
  b.handed_in_at as "handedInAt", b.form, b.files, b.fault, b.staged_at as "stagedAt"`);
const UPLOAD = raw(`u.id, u.call_id as "callId", u.round, u.organisation_id as "organisationId",
  u.person_id as "personId", u.size, u.commitment, u.received`);

export interface BidShare {
  readonly bidId: string;
  readonly personId: string;
  /** Null where the custodian says that what was sealed opens nothing. */
  readonly share: string | null;
}

/** A bid to which a custodian's share belongs. */
export interface Releasable {
  readonly bidId: string;
  readonly callId: string;
  readonly head: SealedHead;
  readonly released: boolean;
}

type LogId = { readonly callId: string; readonly round: number };

/** One's own bid at any time; everybody else's never before all were opened. */
const ownBid = (actor: Actor): Sql =>
  sql.any(sql`b.organisation_id`, organisationsWithRole(actor, ...bidderOf));

/** States in which the window is open, or may open again after an outage. */
const MAY_COME_IN: readonly CallState[] = ['PUBLISHED', 'BIDDING', 'BIDS_CLOSED'];

/** 揭榜方案: the only SQL on bids, their uploads and their shares. */
@Injectable()
export class BidsStore {
  constructor(private readonly db: Db) {}

  async addUpload(upload: Omit<BidUpload, 'received'>, at: Date): Promise<void> {
    await this.db.query(sql`
      insert into challenges.bid_upload (id, call_id, round, organisation_id, person_id, size, commitment, created_at)
      values (${upload.id}, ${upload.callId}, ${upload.round}, ${upload.organisationId}, ${upload.personId},
        ${upload.size}, ${upload.commitment}, ${at})`);
  }

  /**
   * Removes uploads that were begun before that instant and stand in no bid: never handed in, or replaced. While bids may
   * still come in for their round every upload stays, however long ago it broke off. One that became a bid meanwhile is
   * kept by the reference to it, which fails the whole.
   * @returns their ids
   */
  async removeLeft(before: Date): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      delete from challenges.bid_upload u using challenges.call c
      where c.id = u.call_id and u.created_at < ${before}
        and not exists (select from challenges.bid b where b.upload_id = u.id)
        and (u.round < c.round or not ${sql.any(sql`c.state`, MAY_COME_IN)})
      returning u.id`);
    return rows.map(({ id }) => id);
  }

  /** One's own: an upload is its beginner's. */
  upload(id: string, personId: string): Promise<BidUpload | undefined> {
    return this.db.one<BidUpload>(sql`
      select ${UPLOAD} from challenges.bid_upload u where u.id = ${id} and u.person_id = ${personId}`);
  }

  /** Locked until the transaction ends. @returns how many bytes are on disk */
  async lockUpload(id: string): Promise<number> {
    const row = await this.db.one<Pick<BidUpload, 'received'>>(sql`
      select u.received from challenges.bid_upload u where u.id = ${id} for update`);
    if (row === undefined) throw new Error('no upload');
    return row.received;
  }

  /** Another one stands in its bid now: its bytes go, and it is handed in no more. */
  async uploadReplaced(id: string, at: Date): Promise<void> {
    await this.db.query(sql`update challenges.bid_upload set replaced_at = ${at} where id = ${id}`);
  }

  async isReplaced(id: string): Promise<boolean> {
    const row = await this.db.one(sql`
      select 1 as found from challenges.bid_upload u where u.id = ${id} and u.replaced_at is not null`);
    return row !== undefined;
  }

  /** Counts what is on disk. */
  async received(id: string, to: number): Promise<void> {
    await this.db.query(sql`update challenges.bid_upload set received = ${to} where id = ${id}`);
  }

  /** The organisation's bid, locked until the transaction ends. */
  lockOwn({ callId, round }: LogId, organisationId: string): Promise<Bid | undefined> {
    return this.db.one<Bid>(sql`
      select ${COLUMNS} from challenges.bid b where b.call_id = ${callId} and b.round = ${round}
        and b.organisation_id = ${organisationId} for update`);
  }

  async count({ callId, round }: LogId): Promise<number> {
    const row = await this.db.one<{ count: number }>(sql`
      select count(*)::int as count from challenges.bid b where b.call_id = ${callId} and b.round = ${round}`);
    return row?.count ?? 0;
  }

  async insert(bid: Omit<Bid, 'form' | 'files' | 'fault' | 'stagedAt'>): Promise<void> {
    await this.db.query(sql`
      insert into challenges.bid (id, call_id, round, organisation_id, slot, upload_id, commitment, size, state, head,
        handed_in_by, handed_in_at)
      values (${bid.id}, ${bid.callId}, ${bid.round}, ${bid.organisationId}, ${bid.slot}, ${bid.uploadId},
        ${bid.commitment}, ${bid.size}, ${bid.state}, ${JSON.stringify(bid.head)}::jsonb, ${bid.handedInBy},
        ${bid.handedInAt})`);
  }

  async replace(
    id: string,
    bid: Pick<Bid, 'uploadId' | 'commitment' | 'size' | 'head' | 'handedInBy' | 'handedInAt'>,
  ): Promise<void> {
    await this.db.query(sql`
      update challenges.bid set state = 'STANDING', upload_id = ${bid.uploadId}, commitment = ${bid.commitment},
        size = ${bid.size}, head = ${JSON.stringify(bid.head)}::jsonb, handed_in_by = ${bid.handedInBy},
        handed_in_at = ${bid.handedInAt}
      where id = ${id}`);
  }

  async withdraw(id: string): Promise<void> {
    await this.db.query(sql`update challenges.bid set state = 'WITHDRAWN' where id = ${id}`);
  }

  async addChange(bidId: string, change: SlotChange, receipt: BidReceipt): Promise<void> {
    await this.db.query(sql`
      insert into challenges.bid_change (bid_id, place, epoch, kind, commitment, receipt)
      select ${bidId}::uuid, count(*), ${change.epoch}::int, ${change.kind}::text, ${change.commitment}::text,
        ${JSON.stringify(receipt)}::jsonb
      from challenges.bid_change where bid_id = ${bidId}`);
  }

  async receipts(bidId: string): Promise<readonly BidReceipt[]> {
    const rows = await this.db.query<{ receipt: BidReceipt }>(sql`
      select receipt from challenges.bid_change where bid_id = ${bidId} order by place`);
    return rows.map(({ receipt }) => receipt);
  }

  /** One's own bid on a call: nothing of it is told to anybody else. */
  own(actor: Actor, { callId, round }: LogId, organisationId: string): Promise<Bid | undefined> {
    return this.db.one<Bid>(sql`
      select ${COLUMNS} from challenges.bid b where b.call_id = ${callId} and b.round = ${round}
        and b.organisation_id = ${organisationId} and ${ownBid(actor)}`);
  }

  /** Bids that stand: for the opening, never for a reader. */
  standing({ callId, round }: LogId): Promise<readonly Bid[]> {
    return this.db.query<Bid>(sql`
      select ${COLUMNS} from challenges.bid b
      where b.call_id = ${callId} and b.round = ${round} and b.state = 'STANDING' order by b.slot`);
  }

  /** Bids of calls whose opening is under way, in no order that tells of their bidders. */
  releasable(callIds: readonly string[], personId: string): Promise<readonly Releasable[]> {
    return this.db.query<Releasable>(sql`
      select b.id as "bidId", b.call_id as "callId", b.head,
        exists (select from challenges.bid_share s where s.bid_id = b.id and s.person_id = ${personId}) as released
      from challenges.bid b
      join challenges.call c on c.id = b.call_id and c.round = b.round and c.opening_at is not null
      join challenges.bid_log l on l.call_id = b.call_id and l.round = b.round and l.opened_at is null
      where ${sql.any(sql`b.call_id`, callIds)} and b.state = 'STANDING' order by b.call_id, b.slot`);
  }

  /**
   * Opened bids that the actor may read: one's own, and all for the officers who work on the call and belong to none of
   * its bidders.
   */
  opened(actor: Actor, { callId, round }: LogId, officer: boolean): Promise<readonly Bid[]> {
    return this.db.query<Bid>(sql`
      select ${COLUMNS} from challenges.bid b
      join challenges.bid_log l on l.call_id = b.call_id and l.round = b.round and l.opened_at is not null
      where b.call_id = ${callId} and b.round = ${round} and b.state = 'STANDING'
        and ${or([
          ownBid(actor),
          sql`(${officer}::boolean and not exists (select from challenges.bid x where x.call_id = ${callId}
            and x.round = ${round} and x.state = 'STANDING' and ${sql.any(sql`x.organisation_id`, organisationsOf(actor))}))`,
        ])}
      order by b.slot`);
  }

  /** An opened bid, whoever asks: the service decides who may read what stood inside. */
  openedOne(id: string): Promise<Bid | undefined> {
    return this.db.one<Bid>(sql`
      select ${COLUMNS} from challenges.bid b
      join challenges.bid_log l on l.call_id = b.call_id and l.round = b.round and l.opened_at is not null
      where b.id = ${id} and b.state = 'STANDING'`);
  }

  /** Whose bids of a round were opened. */
  async openedBidders(callId: string, round: number): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select b.organisation_id as id from challenges.bid b
      join challenges.bid_log l on l.call_id = b.call_id and l.round = b.round and l.opened_at is not null
      where b.call_id = ${callId} and b.round = ${round} and b.state = 'STANDING' order by b.organisation_id`);
    return rows.map(({ id }) => id);
  }

  /**
   * Bids that passed the 资格审查 of their call's present round, in the order of their pseudonyms: an order by anything
   * that is published would tell their judges whose they are. They are numbered in that order, after the names that are over.
   */
  qualified(callIds: readonly string[]): Promise<readonly JudgedBid[]> {
    return this.db.query<JudgedBid>(sql`
      select ${COLUMNS}, k.blind, (row_number() over (partition by b.call_id order by k.blind)
        + (select count(*) from challenges.former_name f where f.call_id = b.call_id and f.round = b.round))::int as number
      from challenges.bid b
      join challenges.call c on c.id = b.call_id and c.round = b.round
      join challenges.bid_check k on k.bid_id = b.id and k.verdict = 'QUALIFIED'
      where ${sql.any(sql`b.call_id`, callIds)} and b.state = 'STANDING' order by b.call_id, k.blind`);
  }

  async addShares(shares: readonly BidShare[], at: Date): Promise<void> {
    await this.db.query(sql`
      insert into challenges.bid_share (bid_id, person_id, share, released_at)
      select (s ->> 'bidId')::uuid, (s ->> 'personId')::uuid, s ->> 'share', ${at}::timestamptz
      from jsonb_array_elements(${JSON.stringify(shares)}::jsonb) s
      on conflict (bid_id, person_id) do update set share = excluded.share, released_at = excluded.released_at
      where challenges.bid_share.share is null`);
  }

  shares({ callId, round }: LogId): Promise<readonly BidShare[]> {
    return this.db.query<BidShare>(sql`
      select s.bid_id as "bidId", s.person_id as "personId", s.share
      from challenges.bid_share s join challenges.bid b on b.id = s.bid_id
      where b.call_id = ${callId} and b.round = ${round}`);
  }

  /** What stood inside, or why nothing did; shown to nobody before the log is opened. */
  async stage(
    id: string,
    found: {
      readonly form: unknown;
      readonly files: readonly OpenedFile[] | null;
      readonly fault: string | null;
    },
    at: Date,
  ): Promise<void> {
    await this.db.query(sql`
      update challenges.bid set form = ${found.form === null ? null : JSON.stringify(found.form)}::jsonb,
        files = ${found.files === null ? null : JSON.stringify(found.files)}::jsonb, fault = ${found.fault},
        staged_at = ${at}
      where id = ${id}`);
  }
}
