import { Injectable } from '@nestjs/common';
import { inTieOrder } from '@jihui/proofs';
import type { Call } from '../core/calls/call.js';
import { scoringRuleOf } from '../core/review/outcome.js';
import { ranked, standingOf, type Ranking, type Standing } from '../core/review/scoring.js';
import { asSheet } from '../core/review/seat.js';
import { afterDefence, type Stage } from '../core/review/stages.js';
import { groupsFor, unvotable, votesOf, type Closed } from '../core/review/vote.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { SheetsStore } from '../store/sheets.store.js';

export interface Standings extends Ranking {
  readonly standings: readonly Standing[];
  /** Bids from which members of the panel are kept, where bids are tied. */
  readonly closed: Closed;
  /** Tied bids on which no member may vote, in the order of their lots. */
  readonly lots: readonly (readonly string[])[];
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
    const seats = (await this.draws.seats(ids)).filter(({ state }) => state !== 'LEFT');
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
    const tiedCalls = divided.map(({ call }) => call.id);
    const closed = await this.draws.closed(tiedCalls);
    const seeds = await this.draws.seeds(tiedCalls);
    const commitments = new Map(bids.map(({ id, commitment }) => [id, commitment]));
    return new Map(
      scored.map(({ call, standings, places, tied }) => {
        const own = seats.filter(({ callId }) => callId === call.id);
        const accepted = own.filter(({ state }) => state === 'ACCEPTED');
        const seed = seeds.get(call.id);
        const lots =
          seed === undefined
            ? []
            : // Whoever has not answered yet may turn out to be one who votes.
              unvotable(own, tied, closed).map((group) => drawnByLot(seed, group, commitments));
        const votes = new Map([...votesOf(accepted, tied, closed), ...weightsOf(lots)]);
        const ranking = tied.length > 0 ? ranked(standings, votes) : { places, tied };
        return [call.id, { standings, closed, lots, ...ranking }];
      }),
    );
  }
}

/** 抽签: the group's bids, the first before the others. */
function drawnByLot(
  seed: string,
  group: readonly string[],
  commitments: ReadonlyMap<string, string>,
): readonly string[] {
  const bidOf = new Map(group.map((id) => [commitments.get(id) ?? '', id]));
  const ordered = inTieOrder(new Uint8Array(Buffer.from(seed, 'hex')), [...bidOf.keys()]);
  return ordered.flatMap((commitment) => bidOf.get(commitment) ?? []);
}

/** As votes: more for those before. */
const weightsOf = (lots: readonly (readonly string[])[]): readonly (readonly [string, number])[] =>
  lots.flatMap((group) => group.map((bid, at) => [bid, group.length - at] as const));
