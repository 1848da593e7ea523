import { Injectable } from '@nestjs/common';
import { cleanText, DomainError, legalDayOf, notFound, refuseIf, type Actor } from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import type { Call } from '../core/calls/call.js';
import { liftFaults, mayLift, type CreditEvent, type CreditKind } from '../core/review/credit.js';
import type { Seat } from '../core/review/seat.js';
import { BidsStore } from '../store/bids.store.js';
import { CreditStore } from '../store/credit.store.js';
import { tellReviewer } from './tell-reviewer.js';

type OfPanel = Pick<Seat, 'id' | 'personId' | 'callId' | 'round'>;

/** 评审信用: what counts against an expert is written down where it happens, and lifted where it was not their fault. */
@Injectable()
export class CreditService {
  constructor(
    private readonly store: CreditStore,
    private readonly bids: BidsStore,
    private readonly desk: CallDesk,
  ) {}

  /** Once of each kind in one panel, however often it happens there. The call is locked. */
  async record(
    tx: Tx,
    { id: seatId, personId, callId, round }: OfPanel,
    kind: CreditKind,
    note = '',
  ): Promise<void> {
    if (await this.store.has(seatId, kind)) return;
    const event: CreditEvent = {
      ...{ id: uuidv7(), version: 1, personId, callId, round, seatId, kind, note, day: legalDayOf(tx.now) },
      ...{ liftedOn: null, liftReason: '', createdAt: tx.now, updatedAt: tx.now },
    };
    await this.store.insert(event);
    await tx.audit({
      stream: creditStream(event.id),
      action: 'recordReviewCredit',
      after: event,
      reason: note,
    });
    await tellReviewer(tx, 'recordReviewCredit', { ...event, record: kind });
  }

  /** 评分偏离 as the concluded review found it. */
  async recordDeviations(tx: Tx, seats: readonly OfPanel[], deviating: readonly string[]): Promise<void> {
    for (const seat of seats) if (deviating.includes(seat.id)) await this.record(tx, seat, 'DEVIATION');
  }

  /** The review was reopened: its sheets are looked at anew. What was lifted stays lifted. */
  forgetDeviations({ id, round }: Pick<Call, 'id' | 'round'>): Promise<void> {
    return this.store.removeDeviations(id, round);
  }

  /** 撤销. */
  lift(actor: Actor, input: Types.LiftReviewCreditEventInput): Promise<Changed> {
    return this.desk.run(actor, 'liftReviewCreditEvent', input, async (tx) => {
      checkIds(input.id);
      const known = await this.store.one(actor, input.id);
      if (known === undefined) throw notFound('该信用记录');
      const call = await this.desk.locked(known.callId);
      const event = await this.store.one(actor, input.id);
      if (event === undefined) throw notFound('该信用记录');
      const verdict = mayLift(actor, event, call, await this.bids.openedBidders(call.id, event.round));
      if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
      if (event.version !== input.expectedVersion) throw staleVersion();
      const liftReason = cleanText(input.reason);
      refuseIf(liftFaults(event, liftReason));
      const change = { liftedOn: legalDayOf(tx.now), liftReason, updatedAt: tx.now };
      await this.store.save(event, change);
      await tx.audit({
        ...{ stream: creditStream(event.id), action: 'liftReviewCreditEvent' },
        ...{ before: event, after: { ...event, ...change }, reason: liftReason },
      });
      const told = { ...event, version: event.version + 1, record: event.kind };
      await tellReviewer(tx, 'liftReviewCreditEvent', told);
      return { id: event.id };
    });
  }
}

const creditStream = (id: string): string => `ReviewCredit:${id}`;
