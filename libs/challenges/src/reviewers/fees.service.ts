import { Injectable } from '@nestjs/common';
import { cleanText, Codes, DomainError, legalDayOf, notFound, refuseIf, type Actor } from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import type { Call } from '../core/calls/call.js';
import {
  feeOf,
  feesDue,
  isPaymaster,
  isSenior,
  newlyOwed,
  onlyPaid,
  paymentFaults,
  unpaidIn,
  withPayment,
  type FeeRules,
  type FeeSheet,
  type ReviewFee,
} from '../core/review/fees.js';
import type { Seat } from '../core/review/seat.js';
import { RecordFilesService } from '../files/record-files.service.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { FeesStore } from '../store/fees.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { tellReviewer } from './tell-reviewer.js';

/** 评审费: owed to whoever judged once the review is concluded, and marked as paid with the bank's receipt. */
@Injectable()
export class FeesService {
  constructor(
    private readonly store: FeesStore,
    private readonly draws: DrawsStore,
    private readonly sheets: SheetsStore,
    private readonly bids: BidsStore,
    private readonly files: RecordFilesService,
    private readonly desk: CallDesk,
  ) {}

  /** What the members of the panel are owed for the sheets that they handed in. */
  async fallDue(tx: Tx, call: Call, seats: readonly Seat[]): Promise<void> {
    const now = await this.feesOf(seats, await this.desk.rules(legalDayOf(tx.now)));
    const before = await this.store.ofRound(call.id, call.round);
    const fees = feesDue(before?.fees ?? [], now);
    const { version } = await this.keep(tx, call, before, fees, 'oweReviewFees');
    for (const { seat, person, amount } of newlyOwed(before?.fees ?? [], fees))
      await tellReviewer(tx, 'oweReviewFees', { seatId: seat, version, personId: person, amount });
  }

  private async feesOf(seats: readonly Seat[], rules: FeeRules): Promise<readonly ReviewFee[]> {
    const sheets = await this.sheets.of(seats.map(({ id }) => id));
    const experts = await this.draws.experts(seats.map(({ personId }) => personId));
    return seats.flatMap(({ id, personId }): readonly ReviewFee[] => {
      const own = sheets.filter(({ seatId, handedInAt }) => seatId === id && handedInAt !== null);
      const stages = ([1, 2] as const).filter((stage) => own.some((sheet) => sheet.stage === stage));
      if (stages.length === 0) return [];
      const { name = '', unitName: unit = '', title = '' } = experts.get(personId) ?? {};
      const amount = feeOf(title, stages, rules);
      return [
        {
          seat: id,
          person: personId,
          name,
          unit,
          title,
          senior: isSenior(title),
          stages,
          amount,
          payment: null,
        },
      ];
    });
  }

  /** The review was reopened: who judged is not settled any more. */
  async fallAway(tx: Tx, call: Call): Promise<void> {
    const before = await this.store.ofRound(call.id, call.round);
    if (before !== undefined) await this.keep(tx, call, before, onlyPaid(before.fees), 'dropReviewFees');
  }

  private async keep(
    tx: Tx,
    { id: callId, round }: Call,
    before: FeeSheet | undefined,
    fees: readonly ReviewFee[],
    action: string,
  ): Promise<FeeSheet> {
    const after: FeeSheet = {
      ...{ id: before?.id ?? uuidv7(), version: (before?.version ?? 0) + 1, callId, round },
      ...{ dueOn: legalDayOf(tx.now), fees, unpaid: unpaidIn(fees) },
      ...{ createdAt: before?.createdAt ?? tx.now, updatedAt: tx.now },
    };
    if (before === undefined) {
      if (fees.length === 0) return after;
      await this.store.insert(after);
    } else if (fees.length === 0) await this.store.remove(before.id);
    else {
      const { dueOn, unpaid, updatedAt } = after;
      await this.store.save(before, { dueOn, fees, unpaid, updatedAt });
    }
    await tx.audit({ stream: feesStream(after.id), action, ...(before && { before }), after });
    return after;
  }

  /** 登记发放: of some fees or all, with the receipt that they share. */
  async pay(actor: Actor, input: Types.PayReviewFeesInput): Promise<Changed> {
    const done = await this.desk.run(actor, 'payReviewFees', input, async (tx) => {
      if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
      checkIds(input.id, ...input.feeIds);
      const { sheet, call } = await this.open(actor, input.id);
      if (sheet.version !== input.expectedVersion) throw staleVersion();
      const voucher = cleanText(input.voucher);
      const form = { by: actor.personId, seats: input.feeIds, on: input.paidOn, voucher };
      const { files, wrong } = await this.files.offeredWithFees(actor, call.id, input.files);
      refuseIf([...paymentFaults(sheet, form, legalDayOf(tx.now)), ...wrong]);
      await this.files.take(files, tx.now);
      const payment = { on: input.paidOn, voucher, files, by: actor.personId, at: tx.now.toISOString() };
      const fees = withPayment(sheet.fees, input.feeIds, payment);
      const change = { fees, unpaid: unpaidIn(fees), updatedAt: tx.now };
      await this.store.save(sheet, change);
      await tx.audit({
        ...{ stream: feesStream(sheet.id), action: 'payReviewFees', before: sheet },
        after: { ...sheet, ...change },
      });
      for (const { seat, person, amount } of fees.filter((fee) => fee.payment === payment))
        await tellReviewer(tx, 'payReviewFees', {
          ...{ seatId: seat, version: sheet.version + 1, personId: person, amount },
          paidOn: payment.on,
        });
      return { id: sheet.id };
    });
    await this.files.forget(input.files);
    return done;
  }

  /** The sheet with its call locked, for who reads it; hidden and missing look alike. */
  private async open(actor: Actor, id: string): Promise<{ readonly sheet: FeeSheet; readonly call: Call }> {
    const known = await this.store.get(id);
    if (known === undefined) throw notFound('该发放表');
    const call = await this.desk.locked(known.callId);
    const sheet = await this.store.get(id);
    const bidders = await this.bids.openedBidders(call.id, known.round);
    if (sheet === undefined || !isPaymaster(actor, call, bidders)) throw notFound('该发放表');
    return { sheet, call };
  }
}

const feesStream = (id: string): string => `ReviewFees:${id}`;
