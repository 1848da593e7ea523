import { at } from '../list.js';

/** Best match of a member and a bid; none is 0. */
export const FULL_FIT = 1_000;

/** A member who may be given bids. */
export interface Judge {
  /** How near each bid is to the member's field, 0 to `FULL_FIT`; null where the member may not judge it, or judges it already. */
  readonly fits: readonly (number | null)[];
  /** Bids that the member has already. */
  readonly load: number;
}

/**
 * Gives bids to members: each bid as many as it needs, none twice to one member, none to a member who may not judge it;
 * loads as even as these allow (the least sum of their squares), and among those the best sum of fits. Exact, by
 * successive shortest paths with potentials (Ahuja, Magnanti and Orlin, Network Flows, 9.7) from each bid over members,
 * who may pass a bid on, to the member whose load grows: its cost rises with the load, by more than all fits together.
 * Of equal solutions the order of members and bids decides, and nothing else.
 * @param needs for each bid, members still wanted
 * @returns for each bid the members given, by their places; fewer than it needs where nobody is left who may
 */
export function balanced(judges: readonly Judge[], needs: readonly number[]): readonly (readonly number[])[] {
  const flow = new Flow(judges, needs);
  for (const [bid, need] of needs.entries())
    for (let given = 0; given < need; given += 1) if (!flow.give(bid)) break;
  return flow.given();
}

const NONE = -1;

class Flow {
  private readonly loads: number[];
  /** Bids of each member that were given here and may be passed on. */
  private readonly held: Set<number>[];
  /** Potentials: with them no arc of the flow as it stands has a negative cost. */
  private readonly ofJudge: Float64Array;
  private readonly ofBid: Float64Array;
  /** What one bid more weighs against fits: more than all of them together. */
  private readonly weight: number;

  constructor(
    private readonly judges: readonly Judge[],
    private readonly needs: readonly number[],
  ) {
    this.loads = judges.map(({ load }) => load);
    this.held = judges.map(() => new Set());
    this.ofJudge = new Float64Array(judges.length);
    this.ofBid = new Float64Array(needs.length);
    this.weight = 1 + FULL_FIT * needs.reduce((sum, need) => sum + need, 0);
  }

  given(): readonly (readonly number[])[] {
    return this.needs.map((_, bid) => this.held.flatMap((bids, judge) => (bids.has(bid) ? [judge] : [])));
  }

  /** One member more for the bid, along the cheapest path. @returns false where there is none */
  give(bid: number): boolean {
    if (!this.held.some((bids) => bids.has(bid))) this.ofBid[bid] = this.startOf(bid);
    const search = new Search(this.judges.length, this.needs.length);
    const end = this.cheapest(bid, search);
    if (end === NONE) return false;
    this.raise(search);
    this.passOn(bid, end, search);
    return true;
  }

  /** Of a bid that nobody has yet: as high as keeps its arcs from being negative. */
  private startOf(bid: number): number {
    let start = Number.NEGATIVE_INFINITY;
    for (const [judge, { fits }] of this.judges.entries()) {
      const fit = fits[bid] ?? null;
      if (fit !== null) start = Math.max(start, at2(this.ofJudge, judge) - (FULL_FIT - fit));
    }
    return Number.isFinite(start) ? start : 0;
  }

  /** Dijkstra's search from the bid; its end is the member whose load grows. */
  private cheapest(from: number, search: Search): number {
    search.bids[from] = 0;
    this.reach(from, search);
    let end = NONE;
    for (;;) {
      const judge = search.nearest();
      if (judge === NONE || at2(search.judges, judge) >= search.best) return end;
      const grown = at2(search.judges, judge) + this.growth(judge);
      if (grown < search.best) {
        search.best = grown;
        end = judge;
      }
      for (const bid of at(this.held, judge)) {
        const through = at2(search.judges, judge) + this.backward(judge, bid);
        if (through >= at2(search.bids, bid)) continue;
        search.bids[bid] = through;
        search.fromJudge[bid] = judge;
        this.reach(bid, search);
      }
    }
  }

  /** Members whom the bid could go to. */
  private reach(bid: number, search: Search): void {
    const base = at2(search.bids, bid) + at2(this.ofBid, bid);
    for (let judge = 0; judge < this.judges.length; judge += 1) {
      const fit = at(this.judges, judge).fits[bid] ?? null;
      if (fit === null || search.settled[judge] === 1 || at(this.held, judge).has(bid)) continue;
      const there = base + FULL_FIT - fit - at2(this.ofJudge, judge);
      if (there >= at2(search.judges, judge)) continue;
      search.judges[judge] = there;
      search.fromBid[judge] = bid;
    }
  }

  private growth(judge: number): number {
    return this.weight * (2 * at(this.loads, judge) + 1) + at2(this.ofJudge, judge);
  }

  private backward(judge: number, bid: number): number {
    const fit = at(this.judges, judge).fits[bid] ?? 0;
    return at2(this.ofJudge, judge) - (FULL_FIT - fit) - at2(this.ofBid, bid);
  }

  /** Potentials after the search: those nearer than its end come down by what they are nearer. */
  private raise({ judges, bids, best }: Search): void {
    for (const [judge, far] of judges.entries())
      if (far < best) this.ofJudge[judge] = at2(this.ofJudge, judge) + far - best;
    for (const [bid, far] of bids.entries())
      if (far < best) this.ofBid[bid] = at2(this.ofBid, bid) + far - best;
  }

  /** Along the path each member takes the bid before it and passes its own on. */
  private passOn(from: number, end: number, search: Search): void {
    this.loads[end] = at(this.loads, end) + 1;
    let judge = end;
    for (;;) {
      const bid = at2(search.fromBid, judge);
      at(this.held, judge).add(bid);
      if (bid === from) return;
      judge = at2(search.fromJudge, bid);
      at(this.held, judge).delete(bid);
    }
  }
}

/** What one search knows: how far members and bids are, and from where each was reached. */
class Search {
  best = Number.POSITIVE_INFINITY;
  readonly judges: Float64Array;
  readonly bids: Float64Array;
  readonly settled: Uint8Array;
  readonly fromBid: Int32Array;
  readonly fromJudge: Int32Array;

  constructor(judges: number, bids: number) {
    this.judges = new Float64Array(judges).fill(Number.POSITIVE_INFINITY);
    this.bids = new Float64Array(bids).fill(Number.POSITIVE_INFINITY);
    this.settled = new Uint8Array(judges);
    this.fromBid = new Int32Array(judges).fill(NONE);
    this.fromJudge = new Int32Array(bids).fill(NONE);
  }

  /** The nearest member not settled, the first of equals; it is settled by this. */
  nearest(): number {
    let found = NONE;
    let least = Number.POSITIVE_INFINITY;
    for (let judge = 0; judge < this.judges.length; judge += 1) {
      const far = this.settled[judge] === 1 ? Number.POSITIVE_INFINITY : at2(this.judges, judge);
      if (far >= least) continue;
      least = far;
      found = judge;
    }
    if (found !== NONE) this.settled[found] = 1;
    return found;
  }
}

const at2 = (numbers: Float64Array | Int32Array, place: number): number => numbers[place] as number;
