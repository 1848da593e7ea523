import { Injectable } from '@nestjs/common';
import { Db, raw, sql } from '@jihui/platform';
import type { BidCheck, Verdict } from '../core/qualification/check.js';
import { FILES_WAITING } from '../core/qualification/file-naming.js';
import type { Finding } from '../core/qualification/finding.js';
import type { ReviewFacts } from '../core/calls/rules.js';
import type { Call } from '../core/calls/call.js';

type Round = { readonly callId: string; readonly round: number };

const CHECK =
  raw(`k.bid_id as "bidId", k.call_id as "callId", k.round, k.version, k.findings, k.members, k.verdict, k.reason,
  k.decided_by as "decidedBy", k.decided_at as "decidedAt"`);

const WAITING = JSON.stringify([{ code: FILES_WAITING.code }]);

/** 资格审查 of opened bids, 回避申请, and how far the review of a round has come. */
@Injectable()
export class ReviewsStore {
  constructor(private readonly db: Db) {}

  /** How far each call's round has come, in one statement; only calls whose bids are opened have anything. */
  async facts(calls: readonly Pick<Call, 'id' | 'round'>[]): Promise<ReadonlyMap<string, ReviewFacts>> {
    const rows = await this.db.query<{ callId: string } & ReviewFacts>(sql`
      select c.id as "callId",
        (select count(*) from challenges.bid_check k
          where k.call_id = c.id and k.round = c.round and k.verdict is null)::int as undecided,
        (select count(*) from challenges.bid_check k
          where k.call_id = c.id and k.round = c.round and k.verdict = 'QUALIFIED')::int as qualified,
        exists (select from challenges.draw d
          where d.call_id = c.id and d.round = c.round and d.state <> 'VOID') as "drawBegun",
        coalesce((select sum(s.seats)::int - (select count(*) from challenges.seat t
            where t.draw_id = d.id and t.state <> 'LEFT')::int
          from challenges.draw d, jsonb_to_recordset(d.criteria -> 'strata') as s (seats int)
          where d.call_id = c.id and d.round = c.round and d.state = 'DRAWN'
          group by d.id), 0) as vacant,
        coalesce((select jsonb_array_length(d.lacking) from challenges.draw d
          where d.call_id = c.id and d.round = c.round and d.state = 'DRAWN'), 0) as unjudgeable,
        (select sum(s.seats)::int - (select count(*) from challenges.seat t
            where t.draw_id = d.id and t.state = 'ACCEPTED')::int
          from challenges.draw d, jsonb_to_recordset(d.criteria -> 'strata') as s (seats int)
          where d.call_id = c.id and d.round = c.round and d.state = 'DRAWN'
          group by d.id) as "seatsWaiting",
        -- As many as the rule asks for: whoever left and is not followed yet is missed as well.
        coalesce((select ((select count(*) from challenges.bid_check k
                where k.call_id = c.id and k.round = c.round and k.verdict = 'QUALIFIED')
              + coalesce(jsonb_array_length(r.advanced), 0))
            * coalesce(
              (select sum(j.judges) from jsonb_to_recordset(d.criteria -> 'allotment' -> 'judges') as j (judges int)),
              (select sum(s.seats) from jsonb_to_recordset(d.criteria -> 'strata') as s (seats int)))
            - (select count(*) from challenges.judging g
              join challenges.seat t on t.id = g.seat_id and t.draw_id = d.id and t.state = 'ACCEPTED'
              join challenges.sheet h on h.seat_id = g.seat_id and h.bid_id = g.bid_id and h.handed_in_at is not null
                and (h.stage = 1 or r.advanced ? h.bid_id::text))
          from challenges.draw d
          where d.call_id = c.id and d.round = c.round and d.state = 'DRAWN'), 0)::int as "sheetsMissing",
        r.advanced is not null as advanced, coalesce(r.opinion, '') <> '' as opined,
        (select count(*) from challenges.seat t where t.call_id = c.id and t.round = c.round
          and t.state = 'ACCEPTED' and t.signed_at is null
          and exists (select from challenges.draw d where d.id = t.draw_id and d.state = 'DRAWN'))::int as unsigned,
        case when r.result is not null then (
          select count(*)::int from jsonb_array_elements(r.result -> 'places') as p
          where not exists (select from challenges.project j where j.bid_id = (p ->> 'bid')::uuid)) end as passed,
        array(select b.organisation_id from challenges.bid b
          where b.call_id = c.id and b.round = c.round and b.state = 'STANDING') as bidders
      from challenges.call c
      left join challenges.review r on r.call_id = c.id and r.round = c.round
      where ${sql.any(
        sql`c.id`,
        calls.map(({ id }) => id),
      )} and c.valid_bids is not null`);
    return new Map(rows.map(({ callId, ...facts }) => [callId, facts]));
  }

  /** What the check of each valid bid found, in one statement. */
  async addChecks(
    { callId, round }: Round,
    checks: readonly Pick<BidCheck, 'bidId' | 'findings' | 'members'>[],
  ): Promise<void> {
    await this.db.query(sql`
      insert into challenges.bid_check (bid_id, call_id, round, findings, members)
      select (k ->> 'bidId')::uuid, ${callId}::uuid, ${round}::int, k -> 'findings', k -> 'members'
      from jsonb_array_elements(${JSON.stringify(checks)}::jsonb) k`);
  }

  checks({ callId, round }: Round): Promise<readonly BidCheck[]> {
    return this.db.query<BidCheck>(sql`
      select ${CHECK} from challenges.bid_check k join challenges.bid b on b.id = k.bid_id
      where k.call_id = ${callId} and k.round = ${round} order by b.commitment`);
  }

  check(bidId: string): Promise<BidCheck | undefined> {
    return this.db.one<BidCheck>(sql`select ${CHECK} from challenges.bid_check k where k.bid_id = ${bidId}`);
  }

  /** What the bid's files say takes the place of what said that they wait. @returns false where they did not wait any more */
  async addFileFindings(bidId: string, findings: readonly Finding[]): Promise<boolean> {
    const rows = await this.db.query(sql`
      update challenges.bid_check set version = version + 1, findings = (
        select coalesce(jsonb_agg(f order by n), '[]') from jsonb_array_elements(findings) with ordinality as old (f, n)
        where f ->> 'code' <> ${FILES_WAITING.code}) || ${JSON.stringify(findings)}::jsonb
      where bid_id = ${bidId} and findings @> ${WAITING}::jsonb returning 1 as done`);
    return rows.length === 1;
  }

  /** Bids of whose files nothing is known yet. */
  async waitingForFiles(): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(
      sql`select bid_id as id from challenges.bid_check where findings @> ${WAITING}::jsonb order by bid_id limit 500`,
    );
    return rows.map(({ id }) => id);
  }

  /** The check of an organisation's own opened bid. */
  bidderCheck({ callId, round }: Round, organisationId: string): Promise<BidCheck | undefined> {
    return this.db.one<BidCheck>(sql`
      select ${CHECK} from challenges.bid_check k join challenges.bid b on b.id = k.bid_id
      where k.call_id = ${callId} and k.round = ${round} and b.organisation_id = ${organisationId}`);
  }

  /** Whether a draw of the round was begun that stands. */
  async isDrawn({ callId, round }: Round): Promise<boolean> {
    const row = await this.db.one(sql`
      select 1 as found from challenges.draw d
      where d.call_id = ${callId} and d.round = ${round} and d.state <> 'VOID'`);
    return row !== undefined;
  }

  /** @returns false where somebody decided meanwhile */
  async decide(
    { bidId, version }: Pick<BidCheck, 'bidId' | 'version'>,
    decided: {
      readonly verdict: Verdict;
      readonly reason: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<boolean> {
    const rows = await this.db.query(sql`
      update challenges.bid_check set verdict = ${decided.verdict}, reason = ${decided.reason},
        decided_by = ${decided.personId}, decided_at = ${decided.at}, version = version + 1
      where bid_id = ${bidId} and version = ${version} returning 1 as done`);
    return rows.length === 1;
  }

  async putRecusals(
    { callId, round }: Round,
    request: {
      readonly organisationId: string;
      readonly expertIds: readonly string[];
      readonly reason: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await this.db.query(sql`
      insert into challenges.recusal_request (call_id, round, organisation_id, expert_ids, reason, person_id, created_at)
      values (${callId}, ${round}, ${request.organisationId}, ${[...request.expertIds]}::uuid[], ${request.reason},
        ${request.personId}, ${request.at})
      on conflict (call_id, round, organisation_id) do update set expert_ids = excluded.expert_ids,
        reason = excluded.reason, person_id = excluded.person_id, created_at = excluded.created_at`);
  }

  recusals({ callId, round }: Round): Promise<
    readonly {
      readonly organisationId: string;
      readonly expertIds: readonly string[];
      readonly reason: string;
    }[]
  > {
    return this.db.query(sql`
      select r.organisation_id as "organisationId", r.expert_ids as "expertIds", r.reason
      from challenges.recusal_request r where r.call_id = ${callId} and r.round = ${round}`);
  }
}
