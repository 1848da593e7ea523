import { Injectable } from '@nestjs/common';
import type { Call } from '../core/calls/call.js';
import { scoringRuleOf } from '../core/review/outcome.js';
import { ranked, standingOf, type Ranking, type Standing } from '../core/review/scoring.js';
import { asSheet, type Seat } from '../core/review/seat.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { SheetsStore } from '../store/sheets.store.js';

export interface Standings extends Ranking {
  readonly standings: readonly Standing[];
}

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
    const seats = await this.draws.seats(ids);
    return new Map(
      calls.map((call) => {
        const rule = scoringRuleOf(call);
        const standings = bids
          .filter(({ callId }) => callId === call.id)
          .map(({ id }) => {
            const own = sheets.filter(({ bidId }) => bidId === id);
            return standingOf(id, own.map(asSheet), rule);
          });
        const votes = votesIn(seats.filter(({ callId }) => callId === call.id));
        return [call.id, { standings, ...ranked(standings, votes) }];
      }),
    );
  }
}

/** Votes decide when all have voted: half a vote would break a tie for those who come later. */
function votesIn(seats: readonly Seat[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const accepted = seats.filter(({ state }) => state === 'ACCEPTED');
  if (accepted.some((seat) => seat.votes === null)) return votes;
  for (const seat of accepted) for (const bid of seat.votes ?? []) votes.set(bid, (votes.get(bid) ?? 0) + 1);
  return votes;
}
