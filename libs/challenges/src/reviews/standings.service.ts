import { Injectable } from '@nestjs/common';
import type { Call } from '../core/calls/call.js';
import { scoringRuleOf } from '../core/review/outcome.js';
import { ranked, standingOf, type Ranking, type Standing } from '../core/review/scoring.js';
import { asSheet } from '../core/review/seat.js';
import { groupsFor, votesOf, type Closed } from '../core/review/vote.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { SheetsStore } from '../store/sheets.store.js';

export interface Standings extends Ranking {
  readonly standings: readonly Standing[];
  /** Bids from which members of the panel are kept, where bids are tied. */
  readonly closed: Closed;
}

/** Groups of tied bids on which the holder of the seat votes. */
export const groupsOf = ({ tied, closed }: Standings, seatId: string): readonly (readonly string[])[] =>
  groupsFor(tied, closed, seatId);

/** Where the bids of a round stand by the sheets that count and the votes that were given. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly bids: BidsStore,
    private readonly draws: DrawsStore,
    private readonly sheets: SheetsStore,
  ) {}

  async of(call: Call): Promise<Standings> {
    const found = (await this.many([call])).get(call.id);
    if (found === undefined) throw new Error('no standings');
    return found;
  }

  /** Of several calls, in a fixed number of statements. */
  async many(calls: readonly Call[]): Promise<ReadonlyMap<string, Standings>> {
    if (calls.length === 0) return new Map();
    const ids = calls.map(({ id }) => id);
    const sheets = await this.sheets.counted(ids);
    const bids = await this.bids.qualified(ids);
    const seats = (await this.draws.seats(ids)).filter(({ state }) => state === 'ACCEPTED');
    const scored = calls.map((call) => {
      const rule = scoringRuleOf(call);
      const standings = bids
        .filter(({ callId }) => callId === call.id)
        .map(({ id }) => {
          const own = sheets.filter(({ bidId }) => bidId === id);
          return standingOf(id, own.map(asSheet), rule);
        });
      return { call, standings, ...ranked(standings) };
    });
    const divided = scored.filter(({ call, tied }) => call.plan.panelTimes > 1 && tied.length > 0);
    const closed = await this.draws.closed(divided.map(({ call }) => call.id));
    return new Map(
      scored.map(({ call, standings, tied }) => {
        const own = seats.filter(({ callId }) => callId === call.id);
        const votes = votesOf(own, tied, closed);
        return [call.id, { standings, closed, ...ranked(standings, votes) }];
      }),
    );
  }
}
