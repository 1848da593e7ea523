import { Injectable } from '@nestjs/common';
import type { Call } from '../core/calls/call.js';
import { scoringRuleOf } from '../core/review/outcome.js';
import { ranked, standingOf, type Ranking, type Standing } from '../core/review/scoring.js';
import { asSheet } from '../core/review/seat.js';
import { afterDefence, type Stage } from '../core/review/stages.js';
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
    const outcomes = await this.sheets.outcomes(ids);
    const scored = calls.map((call) => {
      const rule = scoringRuleOf(call);
      const { secondStage } = call.plan;
      const { advanced } = outcomes.get(call.id) ?? { advanced: null };
      const own = bids.filter(({ callId }) => callId === call.id);
      const at = (stage: Stage, of: readonly string[]): readonly Standing[] =>
        of.map((id) => {
          const given = sheets.filter((sheet) => sheet.bidId === id && sheet.stage === stage);
          return standingOf(id, given.map(asSheet), rule);
        });
      const written = at(
        1,
        own.map(({ id }) => id),
      );
      if (secondStage === null) return { call, standings: written, ...ranked(written) };
      // On paper alone nobody is ranked yet, and no tie is voted on.
      if (advanced === null) return { call, standings: written, places: [], tied: [] };
      const standings = afterDefence(written, at(2, advanced), advanced, secondStage, rule);
      return { call, standings, ...ranked(standings) };
    });
    const divided = scored.filter(({ call, tied }) => call.plan.panelTimes > 1 && tied.length > 0);
    const closed = await this.draws.closed(divided.map(({ call }) => call.id));
    return new Map(
      scored.map(({ call, standings, places, tied }) => {
        const own = seats.filter(({ callId }) => callId === call.id);
        const votes = votesOf(own, tied, closed);
        const ranking = tied.length > 0 ? ranked(standings, votes) : { places, tied };
        return [call.id, { standings, closed, ...ranking }];
      }),
    );
  }
}
