import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import type { Call } from '../core/calls/call.js';
import type { Seat } from '../core/review/seat.js';
import { DrawsStore } from '../store/draws.store.js';
import { FactsStore } from '../store/facts.store.js';

/** What others are told of an expert's opinion, once it is signed: that it was given and to whom, not of what. */
@Injectable()
export class ReviewTeller {
  constructor(
    private readonly facts: FactsStore,
    private readonly draws: DrawsStore,
  ) {}

  async tell(tx: Tx, { divisionCode }: Call, seat: Seat, action: string): Promise<void> {
    const { id, version, personId, signedAt } = seat;
    if (signedAt === null) return;
    const organiser = (await this.facts.cityBureau(divisionCode))?.name ?? '';
    await tx.emit('challenges.expertReview', {
      ...{ aggregateId: id, version, action },
      payload: { id, version, kind: 'CALL', personId, organiser, on: legalDayOf(signedAt) },
    });
  }

  /** Of the panel that stands, whoever has signed. */
  async tellAll(tx: Tx, call: Call, action: string): Promise<void> {
    for (const seat of await this.draws.seats([call.id])) await this.tell(tx, call, seat, action);
  }
}
