import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db, raw, sql } from '@jihui/platform';
import type { Draw, DrawRow } from '../core/review/draw.js';
import type { Seat } from '../core/review/seat.js';
import { DrawRowEntity, SeatRow } from './draw.row.js';

type Round = { readonly callId: string; readonly round: number };

const SEAT = raw(`t.id, t.version, t.call_id as "callId", t.round, t.draw_id as "drawId", t.row, t.stratum,
  t.person_id as "personId", t.state, t.reason, t.answer_by::text as "answerBy",
  t.review_by::text as "reviewBy", t.lead, t.votes,
  t.signed_at as "signedAt", t.created_at as "createdAt", t.updated_at as "updatedAt"`);

/** Draws of experts, who stands behind their rows, and the seats that they lead to. */
@Injectable()
export class DrawsStore {
  constructor(private readonly db: Db) {}

  insert(draw: Draw): Promise<void> {
    return this.db.insert(DrawRowEntity, { ...draw });
  }

  save(before: Pick<Draw, 'id' | 'version'>, change: Partial<Draw>): Promise<void> {
    return this.db.update(DrawRowEntity, { id: before.id, version: before.version }, change);
  }

  lock(id: string): Promise<Draw | undefined> {
    return this.db.lock(DrawRowEntity, id);
  }

  get(id: string): Promise<Draw | undefined> {
    return this.db.get(DrawRowEntity, id);
  }

  /** The draw of a round that stands; of those that are void none. */
  async standing({ callId, round }: Round): Promise<Draw | undefined> {
    const row = await this.db.one<{ id: string }>(sql`
      select d.id from challenges.draw d
      where d.call_id = ${callId} and d.round = ${round} and d.state <> 'VOID'`);
    return row && this.get(row.id);
  }

  async addRows(drawId: string, rows: readonly DrawRow[]): Promise<void> {
    await this.db.query(sql`
      insert into challenges.draw_row (draw_id, row, person_id, expert_id, reasons, evidence, salt, fits)
      select ${drawId}::uuid, (r ->> 'row')::int, (r ->> 'person')::uuid, (r ->> 'expertId')::uuid,
        array(select jsonb_array_elements_text(r -> 'reasons')), r -> 'evidence', r ->> 'salt',
        r -> 'fits'
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`);
  }

  /** Who stands behind rows: of those that are named, or of all. */
  async rows(drawId: string, only: readonly number[] | null): Promise<readonly DrawRow[]> {
    return this.db.query<DrawRow>(sql`
      select r.row, r.person_id as person, r.expert_id as "expertId", r.reasons, r.evidence, r.salt, r.fits
      from challenges.draw_row r
      where r.draw_id = ${drawId} and (${only === null}::boolean or r.row = any(${[...(only ?? [])]}::int[]))
      order by r.row`);
  }

  /** Rows that were kept out of the draw or from some bids, with each reason and its evidence: for the supervisor alone. */
  excluded(drawId: string): Promise<readonly (DrawRow & { readonly name: string })[]> {
    return this.db.query(sql`
      select r.row, r.person_id as person, r.expert_id as "expertId", r.reasons, r.evidence, r.salt, r.fits,
        coalesce(e.snapshot ->> 'name', '') as name
      from challenges.draw_row r left join challenges.expert e on e.id = r.expert_id
      where r.draw_id = ${drawId} and (r.reasons <> '{}' or r.evidence <> '[]') order by r.row`);
  }

  /** Bids from which members of the panels are kept, by the seat's id: what they may not even vote on. */
  async closed(callIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await this.db.query<{ seatId: string; bidIds: readonly string[] }>(sql`
      select t.id as "seatId", array_agg(b.id) as "bidIds" from challenges.seat t
      join challenges.draw d on d.id = t.draw_id and d.state = 'DRAWN'
      join challenges.draw_row r on r.draw_id = t.draw_id and r.row = t.row
      cross join jsonb_array_elements_text(d.criteria -> 'allotment' -> 'bids') with ordinality as a (commitment, place)
      join challenges.bid b on b.call_id = t.call_id and b.round = t.round and b.commitment = a.commitment
      where ${sql.any(sql`t.call_id`, callIds)} and t.state = 'ACCEPTED'
        and (jsonb_typeof(r.fits -> (a.place - 1)::int) = 'null' or jsonb_path_exists(
          jsonb_build_object('now', d.recused, 'before', jsonb_path_query_array(d.turns, '$[*].recused[*]')),
          '$.*[*] ? (@.row == $row && @.bid == $bid)', jsonb_build_object('row', t.row, 'bid', a.commitment)))
      group by t.id`);
    return new Map(rows.map(({ seatId, bidIds }) => [seatId, new Set(bidIds)]));
  }

  /** Seeds of the draws that stand, by their call. */
  async seeds(callIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ callId: string; seed: string }>(sql`
      select d.call_id as "callId", d.seed from challenges.draw d
      join challenges.call c on c.id = d.call_id and c.round = d.round
      where ${sql.any(sql`d.call_id`, callIds)} and d.state = 'DRAWN'`);
    return new Map(rows.map(({ callId, seed }) => [callId, seed]));
  }

  async addSeats(seats: readonly Seat[]): Promise<void> {
    for (const seat of seats)
      await this.db.insert(SeatRow, { ...seat, votes: seat.votes && [...seat.votes] });
  }

  saveSeat(before: Pick<Seat, 'id' | 'version'>, change: Partial<Omit<Seat, 'votes'>>): Promise<void> {
    return this.db.update(SeatRow, { id: before.id, version: before.version }, change);
  }

  /** 评分表提交期限. Nothing that an expert does to the seat depends on it, so that its version stays. */
  async dueBy(seatIds: readonly string[], day: LegalDay): Promise<void> {
    await this.db.query(sql`
      update challenges.seat set review_by = ${day}::date where ${sql.any(sql`id`, seatIds)}`);
  }

  async vote(seatId: string, votes: readonly string[]): Promise<void> {
    await this.db.query(sql`
      update challenges.seat set votes = ${[...votes]}::uuid[], version = version + 1 where id = ${seatId}`);
  }

  async clearVotes(drawId: string): Promise<void> {
    await this.db.query(sql`
      update challenges.seat set votes = null, version = version + 1
      where draw_id = ${drawId} and votes is not null`);
  }

  /** Names of experts by their accounts. */
  async experts(
    personIds: readonly string[],
  ): Promise<
    ReadonlyMap<string, { readonly name: string; readonly unitName: string; readonly title: string }>
  > {
    const rows = await this.db.query<{ personId: string; name: string; unitName: string; title: string }>(sql`
      select e.person_id as "personId", coalesce(e.snapshot ->> 'name', '') as name,
        coalesce(e.snapshot ->> 'unitName', '') as "unitName", coalesce(e.snapshot ->> 'title', '') as title
      from challenges.expert e where ${sql.any(sql`e.person_id`, personIds)}`);
    return new Map(rows.map((row) => [row.personId, row]));
  }

  async unsign({ callId, round }: Round): Promise<void> {
    await this.db.query(sql`
      update challenges.seat set signed_at = null, votes = null, version = version + 1
      where call_id = ${callId} and round = ${round} and state = 'ACCEPTED'`);
  }

  seat(id: string): Promise<Seat | undefined> {
    return this.db.one<Seat>(sql`select ${SEAT} from challenges.seat t where t.id = ${id}`);
  }

  /** Seats of the draw that stands, the drawn ones first, then those who stepped in. */
  seats(callIds: readonly string[]): Promise<readonly Seat[]> {
    return this.db.query<Seat>(sql`
      select ${SEAT} from challenges.seat t
      join challenges.draw d on d.id = t.draw_id and d.state = 'DRAWN'
      join challenges.call c on c.id = t.call_id and c.round = t.round
      where ${sql.any(sql`t.call_id`, callIds)} order by t.call_id, t.created_at, t.row`);
  }

  /** One's own seats, the newest first. */
  seatsOf(personId: string): Promise<readonly Seat[]> {
    return this.db.query<Seat>(sql`
      select ${SEAT} from challenges.seat t
      join challenges.draw d on d.id = t.draw_id and d.state = 'DRAWN'
      where t.person_id = ${personId} order by t.created_at desc, t.id limit 100`);
  }
}
