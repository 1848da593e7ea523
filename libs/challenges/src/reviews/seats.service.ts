import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  cleanText,
  invalid,
  legalDayOf,
  notFound,
  violation,
  Violations,
  type Actor,
} from '@jihui/kernel';
import type { Seat as DrawnSeat, SeatChange } from '@jihui/proofs';
import { checkIds, HolidayCalendars, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import type { Call } from '../core/calls/call.js';
import { ChallengeCodes } from '../core/errors.js';
import { isCityOfficer, isSupervisor } from '../core/calls/perform.js';
import { leaving, type Draw } from '../core/review/draw.js';
import {
  isSelf,
  leadOf,
  seatMachine,
  UNDERTAKING,
  type Seat,
  type SeatAction,
  type SeatCase,
} from '../core/review/seat.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { JudgingsStore } from '../store/judgings.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { CreditService } from '../reviewers/credit.service.js';
import { AllotmentsService } from './allotments.service.js';

export interface SeatChanged extends Changed {
  readonly callId: string;
}

/** What is written down against whoever leaves, in the words of who has them leave. */
type Against = (tx: Tx, seat: Seat, said: string) => Promise<void>;

/** 评审席位: invitations, undertakings, and who steps in for whoever leaves. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly store: DrawsStore,
    private readonly sheets: SheetsStore,
    private readonly bids: BidsStore,
    private readonly judgings: JudgingsStore,
    private readonly allotments: AllotmentsService,
    private readonly credit: CreditService,
    private readonly desk: CallDesk,
    private readonly holidays: HolidayCalendars,
  ) {}

  /** Invites whoever stands behind drawn rows. Nobody but they themselves is told who they are. */
  async invite(tx: Tx, call: Call, draw: Draw, drawn: readonly DrawnSeat[]): Promise<void> {
    const rows = new Map(
      (
        await this.store.rows(
          draw.id,
          drawn.map(({ row }) => row),
        )
      ).map((one) => [one.row, one]),
    );
    const { answerDays } = await this.desk.rules(legalDayOf(tx.now));
    const answerBy = addWorkingDays(legalDayOf(tx.now), answerDays, await this.holidays.calendar());
    const seats = drawn.map(({ stratum, row }): Seat => ({
      ...{ id: uuidv7(), version: 1, callId: call.id, round: call.round, drawId: draw.id, row, stratum },
      ...{ personId: rows.get(row)?.person ?? '', state: 'INVITED', reason: '', answerBy, reviewBy: null },
      ...{ lead: false, votes: null, signedAt: null, createdAt: tx.now, updatedAt: tx.now },
    }));
    await this.store.addSeats(seats);
    await this.desk.tell(
      tx,
      call,
      'inviteReviewers',
      seats.map(({ personId }) => personId),
    );
  }

  /** 接受邀请: with the undertaking, whose text is kept in the history. Who follows somebody in a review that runs is given bids. */
  accept(actor: Actor, input: Types.ReviewSeatInput): Promise<SeatChanged> {
    return this.step(actor, 'acceptReviewSeat', 'accept', input, async () => ({
      said: UNDERTAKING,
      after: ({ seat, call }, tx) => this.followUp(tx, call, seat),
    }));
  }

  /** Bids that lack judges are given out where the review runs; members who are given more are told. */
  private async followUp(tx: Tx, call: Call, { drawId, personId }: Seat): Promise<void> {
    if (call.state !== 'REVIEWING') return;
    const { people } = await this.allotments.giveOut(tx, call, drawId);
    const others = people.filter((id) => id !== personId);
    if (others.length > 0) await this.desk.tell(tx, call, 'askForScores', others);
  }

  /** 谢绝, or 本人应当回避: the next of the stratum is invited. */
  decline(actor: Actor, input: Types.DeclineReviewSeatInput): Promise<SeatChanged> {
    const reason = input.conflict ? 'CONFLICT' : 'DECLINED';
    return this.left(actor, 'declineReviewSeat', 'decline', input, reason);
  }

  declareAbsent(actor: Actor, input: Types.LeaveReviewSeatInput): Promise<SeatChanged> {
    return this.left(actor, 'declareReviewerAbsent', 'declareAbsent', input, 'ABSENT', (tx, seat, said) =>
      this.credit.record(tx, seat, seat.state === 'INVITED' ? 'NO_ANSWER' : 'NO_SHOW', said),
    );
  }

  /** 事后发现应当回避: the scores are void, and the next of the stratum is invited; of one bid alone, another member judges it. */
  recordConflict(actor: Actor, input: Types.RecordReviewConflictInput): Promise<SeatChanged> {
    const { bidId } = input;
    const concealed = input.concealed === true ? this.concealed : undefined;
    return bidId == null
      ? this.left(actor, 'recordReviewConflict', 'recordConflict', input, 'CONFLICT', concealed)
      : this.recuse(actor, 'recordReviewConflict', { ...input, bidId }, concealed);
  }

  /** 隐瞒: only who has signed the undertaking has said that there is no such tie. */
  private readonly concealed: Against = async (tx, seat, said) => {
    if (seat.state !== 'ACCEPTED')
      throw invalid([
        violation('concealed', ChallengeCodes.CREDIT, '该专家还没有签署承诺书，不能登记为隐瞒'),
      ]);
    await this.credit.record(tx, seat, 'CONCEALED_CONFLICT', said);
  };

  /**
   * 部分回避: the expert's sheet of that bid is void, what else the expert judges stands. The expert names the bid by its
   * pseudonym, who works on the call by its id: neither is told the other's.
   */
  recuse(
    actor: Actor,
    name: string,
    input: Types.RecuseFromBidInput,
    against?: Against,
  ): Promise<SeatChanged> {
    const said = cleanText(input.reason);
    const wrong = new Violations().text('reason', '原因', said, { min: 4, max: 2_000 });
    return this.step(actor, name, 'recuse', input, async ({ seat, call }, tx) => {
      checkIds(input.bidId);
      const draw = await this.store.lock(seat.drawId);
      const key = isSelf(actor, seat) ? 'blind' : 'id';
      const found = (await this.bids.qualified([call.id])).find((bid) => bid[key] === input.bidId);
      if (draw === undefined || found === undefined) throw notFound('该揭榜方案');
      const bid = found.commitment;
      const known = [...draw.recused, ...draw.turns.flatMap(({ recused }) => recused)];
      wrong.when(
        known.some((pair) => pair.row === seat.row && pair.bid === bid),
        'bidId',
        ChallengeCodes.SEAT_STANDS,
        '该专家已经不评审该方案，或该榜单的专家评审全部方案，应由其退出评审',
      );
      if (wrong.found.length > 0) return { wrong: wrong.found, said };
      const recused = [...draw.recused, { row: seat.row, bid }];
      await against?.(tx, seat, said);
      await this.judgings.remove(seat.id, found.id);
      const lacking = await this.allotments.lacking({ ...draw, recused });
      await this.store.save(draw, { recused, lacking });
      return { said, after: (subject, done) => this.panelChanged(done, subject, true) };
    });
  }

  /**
   * What the panel said as it was then, no other panel has said: votes are given anew, and so is its opinion.
   * @param takesOver whether those who stay are given what lacks judges now; otherwise whoever follows is, on accepting
   */
  private async panelChanged(tx: Tx, { seat, call }: SeatCase, takesOver: boolean): Promise<void> {
    await this.store.clearVotes(seat.drawId);
    await this.sheets.dropOpinion({ callId: seat.callId, round: seat.round });
    if (takesOver) await this.followUp(tx, call, seat);
  }

  private left(
    actor: Actor,
    name: string,
    action: SeatAction,
    input: Types.LeaveReviewSeatInput,
    why: SeatChange['reason'],
    against?: Against,
  ): Promise<SeatChanged> {
    const said = cleanText(input.reason);
    const wrong = new Violations().text('reason', '原因', said, { min: 4, max: 2_000 }).found;
    return this.step(actor, name, action, input, async ({ seat, call }, tx) => {
      if (wrong.length > 0) return { wrong, said };
      const draw = await this.store.lock(seat.drawId);
      if (draw === undefined) throw notFound('该席位');
      await against?.(tx, seat, said);
      const change = leaving(draw, seat.row, why);
      const changes = [...draw.changes, change];
      const lacking = await this.allotments.lacking({ ...draw, changes });
      await this.store.save(draw, { changes, lacking });
      await this.judgings.remove(seat.id, null);
      const row = change.stepsIn;
      const staying = (await this.store.seats([call.id])).filter(
        ({ id, state }) => id !== seat.id && state === 'ACCEPTED',
      );
      const lead = seat.lead ? leadOf(staying) : undefined;
      if (lead !== undefined) await this.store.saveSeat(lead, { lead: true });
      if (row !== null) await this.invite(tx, call, { ...draw, changes }, [{ stratum: seat.stratum, row }]);
      // Where nobody follows, those who stay take over what they may judge.
      return {
        said,
        change: { reason: said, lead: false },
        after: (subject, done) => this.panelChanged(done, subject, row === null),
      };
    });
  }

  private step(
    actor: Actor,
    name: string,
    action: SeatAction,
    input: Types.ReviewSeatInput,
    work: (
      subject: SeatCase,
      tx: Tx,
    ) => Promise<{
      readonly said: string;
      readonly change?: Partial<Omit<Seat, 'votes'>>;
      readonly wrong?: Violations['found'];
      /** Once the seat is saved. */
      readonly after?: (subject: SeatCase, tx: Tx) => Promise<void>;
    }>,
  ): Promise<SeatChanged> {
    return this.desk.run(actor, name, input, async (tx) => {
      checkIds(input.id);
      const known = await this.store.seat(input.id);
      if (known === undefined) throw notFound('该席位');
      const call = await this.desk.locked(known.callId);
      // A seat of a draw that is void, or of a round that is over, is nobody's any more.
      const seat = (await this.store.seats([call.id])).find(({ id }) => id === known.id);
      if (seat === undefined || !seesSeat(actor, seat, call)) throw notFound('该席位');
      if (seat.version !== input.expectedVersion) throw staleVersion();
      const handedIn = (await this.sheets.handedIn([seat.id])).has(seat.id);
      const bidders = await this.bids.openedBidders(call.id, call.round);
      const subject = { seat, call, handedIn, bidders };
      seatMachine.permit(subject, action, actor);
      const state = seatMachine.perform(subject, action, actor, tx.now);
      const { said, change = {}, wrong = [], after } = await work(subject, tx);
      if (wrong.length > 0) seatMachine.perform(subject, action, actor, tx.now, wrong);
      await this.store.saveSeat(seat, { ...change, state });
      await tx.audit({
        ...{ stream: `ReviewSeat:${seat.id}`, action: name, before: seat },
        ...{ after: { ...seat, ...change, state }, reason: said },
      });
      await after?.(subject, tx);
      return { id: seat.id, callId: call.id };
    });
  }
}

/** A seat is known to its expert; that it is there, to who works on the call. */
export const seesSeat = (actor: Actor, seat: Seat, call: Call): boolean =>
  isSelf(actor, seat) || isCityOfficer(actor, call) || isSupervisor(actor, call);
