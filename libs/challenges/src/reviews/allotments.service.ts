import { Injectable } from '@nestjs/common';
import type { Lacking } from '@jihui/proofs';
import { addWorkingDays, legalDayOf } from '@jihui/kernel';
import { HolidayCalendars, type Tx } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import type { Call } from '../core/calls/call.js';
import { resumedNotice } from '../core/calls/windows.js';
import type { Labelled } from '../core/review/lacking.js';
import { allotmentOf, nextTurn, panelNow, type Draw } from '../core/review/draw.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { JudgingsStore } from '../store/judgings.store.js';

/** 方案分派: gives the bids to the members of the panel, as anybody recomputes it once the review is over. */
@Injectable()
export class AllotmentsService {
  constructor(
    private readonly draws: DrawsStore,
    private readonly judgings: JudgingsStore,
    private readonly bids: BidsStore,
    private readonly desk: CallDesk,
    private readonly holidays: HolidayCalendars,
  ) {}

  /** Sheets are due so many working days from now. */
  async dueFromNow(tx: Tx, seatIds: readonly string[]): Promise<void> {
    const today = legalDayOf(tx.now);
    const { reviewDays } = await this.desk.rules(today);
    await this.draws.dueBy(seatIds, addWorkingDays(today, reviewDays, await this.holidays.calendar()));
  }

  /** The review was suspended: what was due goes on where it stopped. */
  async resume(tx: Tx, { id, suspendedAt }: Pick<Call, 'id' | 'suspendedAt'>): Promise<void> {
    if (suspendedAt === null) return;
    const calendar = await this.holidays.calendar();
    for (const { id: seatId, reviewBy } of await this.draws.seats([id]))
      if (reviewBy !== null)
        await this.draws.dueBy([seatId], resumedNotice(reviewBy, suspendedAt, tx.now, calendar));
  }

  /** What the panel as it stands, with those who have not answered yet, could not judge. */
  async lacking(draw: Draw): Promise<readonly Lacking[]> {
    const rows = await this.draws.rows(
      draw.id,
      panelNow(draw).panel.map(({ row }) => row),
    );
    return nextTurn(draw, allotmentOf(draw.criteria, []), rows).lacking;
  }

  /**
   * Bids that lack judges are given to those who have accepted; what others judge stays theirs.
   * @returns what could not be given, who was given something, and the bids under review
   */
  async giveOut(
    tx: Tx,
    call: Pick<Call, 'id'>,
    drawId: string,
  ): Promise<{
    readonly lacking: readonly Lacking[];
    readonly people: readonly string[];
    readonly labelled: readonly Labelled[];
  }> {
    const draw = await this.draws.lock(drawId);
    if (draw === undefined) throw new Error('no draw');
    const seats = (await this.draws.seats([call.id])).filter(({ state }) => state === 'ACCEPTED');
    const rows = await this.draws.rows(
      drawId,
      seats.map(({ row }) => row),
    );
    const bids = await this.bids.qualified([call.id]);
    const commitments = bids.map(({ commitment }) => commitment).sort();
    const rule = allotmentOf(draw.criteria, commitments);
    const { turn, lacking } = nextTurn(draw, rule, rows);
    const seatOf = new Map(seats.map((seat) => [seat.row, seat]));
    const bidOf = new Map(bids.map(({ commitment, id }) => [commitment, id]));
    const pairs = turn.given.flatMap(({ bid, row }) => {
      const seat = seatOf.get(row);
      const bidId = bidOf.get(bid);
      return seat === undefined || bidId === undefined ? [] : [{ seat, bidId }];
    });
    const given = { turns: [...draw.turns, turn], recused: [] };
    // Whoever is invited and has not answered may still judge what nobody of the others may.
    await this.draws.save(draw, { ...given, lacking: await this.lacking({ ...draw, ...given }) });
    await this.judgings.add(pairs.map(({ seat, bidId }) => ({ seatId: seat.id, bidId })));
    await this.dueFromNow(tx, [...new Set(pairs.map(({ seat }) => seat.id))]);
    // A stream of its own: the call's is read by those who may not know who judges what.
    await tx.audit({ stream: `ReviewDraw:${drawId}`, action: 'giveOutBids', after: turn });
    return { lacking, labelled: bids, people: [...new Set(pairs.map(({ seat }) => seat.personId))] };
  }
}
