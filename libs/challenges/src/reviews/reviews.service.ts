import { Injectable } from '@nestjs/common';
import {
  cleanText,
  Codes,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  type Actor,
} from '@jihui/kernel';
import { checkIds, type Tx } from '@jihui/platform';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import type { JudgedBid } from '../core/bids/bid.js';
import type { Call } from '../core/calls/call.js';
import { ChallengeCodes } from '../core/errors.js';
import { lackingFaults } from '../core/review/lacking.js';
import { scoringRuleOf, stageOf } from '../core/review/outcome.js';
import { sheetFaults } from '../core/review/scoring.js';
import { advancing, type Stage } from '../core/review/stages.js';
import { isSelf, leadOf, type Seat } from '../core/review/seat.js';
import { CreditService } from '../reviewers/credit.service.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { JudgingsStore } from '../store/judgings.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { AllotmentsService } from './allotments.service.js';
import { groupsOf, StandingsService } from './standings.service.js';
import { ReviewTeller } from './tell-review.js';

type OfSeat = { readonly clientMutationId: string; readonly seatId: string };

/** 评审: what each expert of the panel does. Scores are nobody's but their expert's until all are in. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly desk: CallDesk,
    private readonly draws: DrawsStore,
    private readonly store: SheetsStore,
    private readonly bids: BidsStore,
    private readonly judgings: JudgingsStore,
    private readonly allotments: AllotmentsService,
    private readonly standings: StandingsService,
    private readonly teller: ReviewTeller,
    private readonly credit: CreditService,
  ) {}

  /** 开始评审: the panel is whole, and the bids are given to its members; the first drawn technical expert leads it. */
  start(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'startCallReview',
      'startReview',
      input,
      async ({ call, review }, tx) => {
        const draw = await this.draws.standing({ callId: call.id, round: call.round });
        if (draw === undefined || review.seatsWaiting !== 0) return {};
        const { lacking, labelled } = await this.allotments.giveOut(tx, call, draw.id);
        return lacking.length > 0 ? { wrong: lackingFaults(lacking, labelled) } : { change: { note: '' } };
      },
      async (call, tx) => {
        const seats = await this.accepted(call);
        const lead = leadOf(seats);
        if (lead !== undefined) await this.draws.saveSeat(lead, { lead: true });
        await this.desk.tell(
          tx,
          call,
          'askForScores',
          seats.map(({ personId }) => personId),
        );
      },
    );
  }

  private async accepted(call: Pick<Call, 'id'>): Promise<readonly Seat[]> {
    const seats = await this.draws.seats([call.id]);
    return seats.filter(({ state }) => state === 'ACCEPTED');
  }

  /** 保存评分表: a draft may lack points; what is out of range is refused. */
  save(actor: Actor, input: Types.SaveReviewSheetInput): Promise<Changed> {
    return this.step(actor, 'saveReviewSheet', input, 'REVIEWING', async (seat, call, tx) => {
      checkIds(input.bidId);
      const comment = cleanText(input.comment ?? '');
      const points = Object.fromEntries(input.points.map(({ code, points: value }) => [code, value]));
      const found = new Violations().optionalText('comment', '评审意见', comment, 3_000);
      const place = (code: string): number => input.points.findIndex((one) => one.code === code);
      for (const { code, fault } of sheetFaults(points, scoringRuleOf(call)))
        found
          .when(fault === 'OUT_OF_RANGE', `points.${code}`, ChallengeCodes.SHEET, '分值应在 0 与该项满分之间')
          .when(fault === 'UNKNOWN', `points.${place(code)}.code`, ChallengeCodes.SHEET, '没有这项评审指标');
      refuseIf(found.found);
      const { stage, bids } = await this.judged(seat);
      const bid = bids.find(({ blind }) => blind === input.bidId);
      if (bid === undefined) throw notFound('该揭榜方案');
      const kept = { seatId: seat.id, stage, bidId: bid.id, comment, savedAt: tx.now };
      if (!(await this.store.put({ ...kept, points, recommends: input.recommends ?? null }))) throw isIn();
    });
  }

  /** Bids that were given to the expert, of those that are at the stage of the review. */
  private async judged({
    id,
    callId,
  }: Seat): Promise<{ readonly stage: Stage; readonly bids: readonly JudgedBid[] }> {
    const given = new Set((await this.judgings.of([id])).map(({ bidId }) => bidId));
    const outcome = await this.store.outcome({ callId });
    const advanced = outcome?.advanced ?? null;
    const bids = await this.bids.qualified([callId]);
    return {
      stage: stageOf(outcome),
      bids: bids.filter((bid) => given.has(bid.id) && (advanced === null || advanced.includes(bid.id))),
    };
  }

  /** 进入答辩: the written review is in; the best of it defend before the same judges. */
  advance(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'advanceCallReview',
      'advanceReview',
      input,
      async ({ call, review }) => {
        const { secondStage } = call.plan;
        if (secondStage === null || review.advanced || review.sheetsMissing > 0) return {};
        const { standings } = await this.standings.of(call);
        const advanced = advancing(standings, secondStage);
        await this.store.advance({ callId: call.id, round: call.round }, advanced);
        return { reason: `进入答辩 ${advanced.length} 个方案` };
      },
      async (call, tx) => {
        const panel = await this.accepted(call);
        await this.allotments.dueFromNow(
          tx,
          panel.map(({ id }) => id),
        );
        await this.desk.tell(
          tx,
          call,
          'askForScores',
          panel.map(({ personId }) => personId),
        );
      },
    );
  }

  /** 提交全部评分表, for good; whoever is given more bids later hands those in. */
  handIn(actor: Actor, input: OfSeat): Promise<Changed> {
    return this.step(actor, 'handInReviewSheets', input, 'REVIEWING', async (seat, call, tx) => {
      const { stage, bids: judged } = await this.judged(seat);
      const own = (await this.store.of([seat.id])).filter((sheet) => sheet.stage === stage);
      const sheets = new Map(own.map((sheet) => [sheet.bidId, sheet]));
      const open = judged.filter(({ id }) => sheets.get(id)?.handedInAt == null);
      if (open.length === 0) throw judged.length > 0 ? isIn() : nothingToHandIn();
      const rule = scoringRuleOf(call);
      const found = new Violations();
      for (const { id, blind } of open) {
        const sheet = sheets.get(id);
        const faults = sheet === undefined ? [{ code: '' }] : sheetFaults(sheet.points, rule);
        found.when(faults.length > 0, blind, ChallengeCodes.SHEET, '还有没有打分的评审指标');
        found.when(sheet?.recommends === null, blind, ChallengeCodes.SHEET, '请选择是否建议立项');
        found.when(
          sheet?.recommends === false && sheet.comment === '',
          blind,
          ChallengeCodes.SHEET,
          '不建议立项的，请写明意见',
        );
      }
      refuseIf(found.found);
      const ids = open.map(({ id }) => id);
      await this.store.handIn(seat.id, stage, ids, tx.now);
      if (seat.reviewBy !== null && legalDayOf(tx.now) > seat.reviewBy)
        await this.credit.record(tx, seat, 'LATE');
      await tx.audit({
        stream: `ReviewSeat:${seat.id}`,
        action: 'handInReviewSheets',
        after: ids.map((id) => sheets.get(id)),
      });
      const { review } = await this.desk.caseOf(call, tx.now);
      if (review.sheetsMissing === 0) await this.desk.tell(tx, call, 'allSheetsIn', await this.leads(call));
    });
  }

  private async leads(call: Call): Promise<readonly string[]> {
    return (await this.accepted(call)).filter(({ lead }) => lead).map(({ personId }) => personId);
  }

  /** 复议投票: one bid of each group that scores have left in one place; again where the vote ties as well. */
  vote(actor: Actor, input: OfSeat & { readonly bidIds: readonly string[] }): Promise<Changed> {
    return this.step(actor, 'voteOnTiedBids', input, 'REVIEWING', async (seat, call, tx) => {
      checkIds(...input.bidIds);
      // Ties of the sheets that are in would tell of the scores of others.
      if ((await this.desk.caseOf(call, tx.now)).review.sheetsMissing > 0)
        throw new DomainError(ChallengeCodes.TIED, '全部评分表提交后才能投票');
      const standings = await this.standings.of(call);
      const tied = groupsOf(standings, seat.id);
      const judged = await this.bids.qualified([call.id]);
      const chosen = judged.filter(({ blind }) => input.bidIds.includes(blind)).map(({ id }) => id);
      const right =
        tied.length > 0 &&
        input.bidIds.length === tied.length &&
        tied.every((group) => group.some((bid) => chosen.includes(bid)));
      if (!right || seat.votes !== null)
        throw new DomainError(ChallengeCodes.TIED, '请在每组并列的方案中各选一个；每轮只能投一次');
      await this.draws.vote(seat.id, chosen);
      await tx.audit({ stream: `ReviewSeat:${seat.id}`, action: 'voteOnTiedBids', after: chosen });
      const waiting = (await this.accepted(call)).filter(
        ({ id, votes }) => votes === null && groupsOf(standings, id).length > 0,
      );
      if (waiting.length === 0 && (await this.standings.of(call)).tied.length > 0)
        await this.draws.clearVotes(seat.drawId);
    });
  }

  /** 专家组意见, by the lead expert, once all sheets are in. */
  opine(actor: Actor, input: OfSeat & { readonly opinion: string }): Promise<Changed> {
    return this.step(actor, 'writePanelOpinion', input, 'REVIEWING', async (seat, call, tx) => {
      if (!seat.lead) throw new DomainError(Codes.FORBIDDEN, '专家组意见由组长填写');
      const opinion = cleanText(input.opinion);
      const { review } = await this.desk.caseOf(call, tx.now);
      const found = new Violations()
        .text('opinion', '专家组意见', opinion, { min: 20, max: 5_000 })
        .when(
          review.sheetsMissing > 0,
          '',
          ChallengeCodes.SHEETS_MISSING,
          '全部评分表提交后才能填写专家组意见',
        );
      if (call.plan.secondStage !== null && !review.advanced)
        found.when(true, '', ChallengeCodes.STAGE, '书面评审结束后还有答辩，须先确定进入答辩的方案');
      refuseIf(found.found);
      await this.store.putOpinion({ callId: call.id, round: call.round }, opinion);
      await tx.audit({ stream: `ReviewSeat:${seat.id}`, action: 'writePanelOpinion', after: opinion });
    });
  }

  /** 签署评审纪要: by its hash, which names every score, the opinion and the panel. */
  sign(actor: Actor, input: OfSeat & { readonly sha256: string }): Promise<Changed> {
    return this.step(actor, 'signReviewMinutes', input, 'REVIEWED', async (seat, call, tx) => {
      const outcome = await this.store.outcome({ callId: call.id });
      if (outcome?.minutesSha256 !== input.sha256)
        throw new DomainError(ChallengeCodes.UNSIGNED, '纪要已经变动，请重新阅读后签署');
      if (seat.signedAt !== null) return;
      await this.draws.saveSeat(seat, { signedAt: tx.now });
      const signed = { sha256: input.sha256, at: tx.now.toISOString() };
      await tx.audit({ stream: `ReviewSeat:${seat.id}`, action: 'signReviewMinutes', after: signed });
      const after = { ...seat, version: seat.version + 1, signedAt: tx.now };
      await this.teller.tell(tx, call, after, 'signReviewMinutes');
    });
  }

  /** One step of an expert who holds a seat in the panel that stands, with the call locked. */
  private step(
    actor: Actor,
    name: string,
    input: OfSeat,
    state: Call['state'],
    work: (seat: Seat, call: Call, tx: Tx) => Promise<void>,
  ): Promise<Changed> {
    return this.desk.run(actor, name, input, async (tx) => {
      checkIds(input.seatId);
      const known = await this.draws.seat(input.seatId);
      if (known === undefined || !isSelf(actor, known)) throw notFound('该席位');
      const call = await this.desk.locked(known.callId);
      const seat = (await this.accepted(call)).find(({ id }) => id === known.id);
      if (
        seat === undefined ||
        call.state !== state ||
        call.round !== known.round ||
        call.suspendedAt !== null
      )
        throw new DomainError(ChallengeCodes.SEAT_STANDS, '您不在该榜单的专家组中，或现在不在这一步');
      await work(seat, call, tx);
      return { id: seat.id };
    });
  }
}

const isIn = (): DomainError => new DomainError(ChallengeCodes.SHEETS_IN, '评分表已经提交，不能再改');
const nothingToHandIn = (): DomainError =>
  new DomainError(ChallengeCodes.SHEETS_IN, '目前没有分给您评审的方案，无须提交评分表');
