import { Injectable } from '@nestjs/common';
import { Db, raw, sql } from '@jihui/platform';
import type { Outcome, SiteCheck } from '../core/review/outcome.js';
import type { KeptSheet } from '../core/review/seat.js';
import type { Stage } from '../core/review/stages.js';

type Round = { readonly callId: string; readonly round: number };

const SHEET = raw(`h.seat_id as "seatId", h.bid_id as "bidId", h.stage, h.points, h.recommends, h.comment,
  h.saved_at as "savedAt", h.handed_in_at as "handedInAt"`);

/** Score sheets, and what the review of a round came to. */
@Injectable()
export class SheetsStore {
  constructor(private readonly db: Db) {}

  /** A draft; what is handed in is left as it is. @returns false where it was handed in */
  async put(sheet: Omit<KeptSheet, 'handedInAt'>): Promise<boolean> {
    const rows = await this.db.query(sql`
      insert into challenges.sheet as h (seat_id, bid_id, stage, points, recommends, comment, saved_at)
      values (${sheet.seatId}, ${sheet.bidId}, ${sheet.stage}, ${JSON.stringify(sheet.points)}::jsonb, ${sheet.recommends},
        ${sheet.comment}, ${sheet.savedAt})
      on conflict (seat_id, bid_id, stage) do update set points = excluded.points, recommends = excluded.recommends,
        comment = excluded.comment, saved_at = excluded.saved_at
      where h.handed_in_at is null returning 1 as done`);
    return rows.length === 1;
  }

  /** Those of the bids that the expert judges at this stage. */
  async handIn(seatId: string, stage: Stage, bidIds: readonly string[], at: Date): Promise<void> {
    await this.db.query(sql`
      update challenges.sheet set handed_in_at = ${at}
      where seat_id = ${seatId} and stage = ${stage} and handed_in_at is null and ${sql.any(sql`bid_id`, bidIds)}`);
  }

  /** One's own, drafts too. */
  of(seatIds: readonly string[]): Promise<readonly KeptSheet[]> {
    return this.db.query<KeptSheet>(
      sql`select ${SHEET} from challenges.sheet h where ${sql.any(sql`h.seat_id`, seatIds)}`,
    );
  }

  /** Those of the seats whose sheets are all in, of the stages that have begun. */
  async handedIn(seatIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(sql`
      select g.seat_id as id from challenges.judging g
      join challenges.seat t on t.id = g.seat_id
      left join challenges.review r on r.call_id = t.call_id and r.round = t.round
      cross join (values (1), (2)) as s (stage)
      left join challenges.sheet h on h.seat_id = g.seat_id and h.bid_id = g.bid_id and h.stage = s.stage
      where ${sql.any(sql`g.seat_id`, seatIds)} and (s.stage = 1 or r.advanced ? g.bid_id::text)
      group by g.seat_id having bool_and(h.handed_in_at is not null)`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Sheets that count: handed in, by experts who hold their seat in the draw that stands and judge that bid. */
  counted(callIds: readonly string[]): Promise<readonly KeptSheet[]> {
    return this.db.query<KeptSheet>(sql`
      select ${SHEET} from challenges.sheet h
      join challenges.judging g on g.seat_id = h.seat_id and g.bid_id = h.bid_id
      join challenges.seat t on t.id = h.seat_id and t.state = 'ACCEPTED'
      join challenges.draw d on d.id = t.draw_id and d.state = 'DRAWN'
      join challenges.call c on c.id = t.call_id and c.round = t.round
      where ${sql.any(sql`t.call_id`, callIds)} and h.handed_in_at is not null
      order by h.bid_id, t.row`);
  }

  async outcome({ callId }: Pick<Round, 'callId'>): Promise<Outcome | undefined> {
    return (await this.outcomes([callId])).get(callId);
  }

  /** What the review of each call's present round came to, as far as it has come. */
  async outcomes(callIds: readonly string[]): Promise<ReadonlyMap<string, Outcome>> {
    const rows = await this.db.query<Outcome & { readonly callId: string }>(sql`
      select r.call_id as "callId", r.opinion, r.advanced, r.result, r.minutes, r.minutes_sha256 as "minutesSha256", r.concluded_at as "concludedAt",
        r.decision, r.site_checks as "siteChecks"
      from challenges.review r join challenges.call c on c.id = r.call_id and c.round = r.round
      where ${sql.any(sql`r.call_id`, callIds)}`);
    return new Map(rows.map((row) => [row.callId, row]));
  }

  async putOpinion({ callId, round }: Round, opinion: string): Promise<void> {
    await this.db.query(sql`
      insert into challenges.review as r (call_id, round, opinion) values (${callId}, ${round}, ${opinion})
      on conflict (call_id, round) do update set opinion = excluded.opinion where r.concluded_at is null`);
  }

  /** 进入答辩. */
  async advance({ callId, round }: Round, bidIds: readonly string[]): Promise<void> {
    await this.db.query(sql`
      insert into challenges.review as r (call_id, round, opinion, advanced)
      values (${callId}, ${round}, '', ${JSON.stringify(bidIds)}::jsonb)
      on conflict (call_id, round) do update set advanced = excluded.advanced where r.concluded_at is null`);
  }

  /** 专家组意见 of a panel that is another now; who advanced is decided anew once its sheets are in. */
  async dropOpinion({ callId, round }: Round): Promise<void> {
    await this.db.query(sql`
      update challenges.review set opinion = '', advanced = null where call_id = ${callId} and round = ${round} and concluded_at is null`);
  }

  async conclude(
    { callId, round }: Round,
    outcome: Omit<Outcome, 'opinion' | 'advanced' | 'decision' | 'siteChecks'>,
  ): Promise<void> {
    await this.db.query(sql`
      update challenges.review set result = ${JSON.stringify(outcome.result)}::jsonb,
        minutes = ${JSON.stringify(outcome.minutes)}::jsonb, minutes_sha256 = ${outcome.minutesSha256},
        concluded_at = ${outcome.concludedAt}
      where call_id = ${callId} and round = ${round}`);
  }

  /** What names bids as they were called falls away; sheets and who advanced stand. */
  async reopen({ callId, round }: Round): Promise<void> {
    await this.db.query(sql`
      update challenges.review set result = null, minutes = null, minutes_sha256 = null, concluded_at = null,
        decision = null, opinion = ''
      where call_id = ${callId} and round = ${round}`);
  }

  /** 现场考察: added to those before. */
  async addSiteCheck({ callId, round }: Round, check: SiteCheck): Promise<void> {
    await this.db.query(sql`
      update challenges.review set site_checks = site_checks || ${JSON.stringify([check])}::jsonb
      where call_id = ${callId} and round = ${round}`);
  }

  async decide({ callId, round }: Round, decision: Outcome['decision']): Promise<void> {
    await this.db.query(sql`
      update challenges.review set decision = ${JSON.stringify(decision)}::jsonb
      where call_id = ${callId} and round = ${round}`);
  }
}
