import { at, of } from '../list.js';
import { hex, tagged, type Bytes } from '../bytes.js';
import { balanced, FULL_FIT, type Judge } from './balance.js';

/** How bids are given to the members of a panel: published with the criteria, before anybody can know the seed. */
export interface AllotmentRule {
  readonly rule: 'jihui-allotment/1';
  /** Commitments of the bids that are judged. */
  readonly bids: readonly string[];
  /** How many members of each stratum judge every bid. */
  readonly judges: readonly { readonly code: string; readonly judges: number }[];
}

/**
 * What a row is to each bid of the rule, in its order: how near its field is, 0 to `FULL_FIT`, null where it may not judge
 * it. Committed to with the row, since it would tell who stands behind it.
 */
export type Fits = readonly (number | null)[];

/** A bid, and the row that judges it. */
export interface Pair {
  readonly bid: string;
  readonly row: number;
}

/** One time at which bids were given out: the first for all, later ones for those of a member who left or recused. */
export interface Turn {
  /** Rows that judge from here on. */
  readonly panel: readonly number[];
  /** Pairs that a conflict closed since the turn before. */
  readonly recused: readonly Pair[];
  readonly given: readonly Pair[];
}

/** A row of the panel with what it is to the bids. */
export interface Member {
  readonly row: number;
  readonly stratum: string;
  readonly fits: Fits;
}

/** A bid that has fewer judges of a stratum than the rule asks for. */
export interface Lacking {
  readonly bid: string;
  readonly stratum: string;
  readonly missing: number;
}

/** Pairs that stand: those given before whose row still judges, without those that a conflict closed. */
export const standingPairs = (turns: readonly Turn[], rows: readonly number[]): readonly Pair[] => {
  const closed = keysOf(turns.flatMap(({ recused }) => recused));
  return turns
    .flatMap(({ given }) => given)
    .filter((pair) => rows.includes(pair.row) && !closed.has(keyOf(pair)));
};

const keyOf = ({ bid, row }: Pair): string => `${row} ${bid}`;
const keysOf = (pairs: readonly Pair[]): ReadonlySet<string> => new Set(pairs.map(keyOf));

/**
 * Who judges what, of the bids that lack judges; what stands is left as it is, so that no sheet is asked for twice. Each
 * stratum for itself: loads as even as conflicts allow, then the best fit; where both leave it open, lots of the seed.
 */
export function allot(
  seed: Bytes,
  { bids, judges }: AllotmentRule,
  members: readonly Member[],
  standing: readonly Pair[],
  recused: readonly Pair[],
): { readonly given: readonly Pair[]; readonly lacking: readonly Lacking[] } {
  const taken = keysOf([...standing, ...recused]);
  const order = byLot(seed, bids, (bid) => bid);
  const placeOf = new Map(bids.map((bid, place) => [bid, place]));
  const given: Pair[] = [];
  const lacking: Lacking[] = [];
  for (const { code, judges: wanted } of judges) {
    const own = byLot(
      seed,
      members.filter(({ stratum }) => stratum === code),
      ({ row }) => row,
    );
    const rows = new Set(own.map(({ row }) => row));
    const kept = standing.filter(({ row }) => rows.has(row));
    const needs = order.map((bid) => Math.max(0, wanted - kept.filter((pair) => pair.bid === bid).length));
    const found = balanced(
      own.map((member) => judgeOf(member, order, placeOf, taken, kept)),
      needs,
    );
    order.forEach((bid, place) => {
      const members = at(found, place);
      for (const member of members) given.push({ bid, row: at(own, member).row });
      const missing = at(needs, place) - members.length;
      if (missing > 0) lacking.push({ bid, stratum: code, missing });
    });
  }
  return { given: sorted(given), lacking };
}

function judgeOf(
  { row, fits }: Member,
  order: readonly string[],
  placeOf: ReadonlyMap<string, number>,
  taken: ReadonlySet<string>,
  kept: readonly Pair[],
): Judge {
  return {
    load: kept.filter((pair) => pair.row === row).length,
    fits: order.map((bid) => (taken.has(keyOf({ bid, row })) ? null : (fits[of(placeOf, bid)] ?? null))),
  };
}

/** By lots of the seed: nobody can know the order before, and everybody can afterwards. */
const byLot = <T>(seed: Bytes, list: readonly T[], nameOf: (one: T) => string | number): readonly T[] =>
  list
    .map((one) => ({ one, lot: hex(tagged('jihui/allotment-lot/1', seed, nameOf(one))) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one);

const sorted = (pairs: readonly Pair[]): readonly Pair[] =>
  [...pairs].sort((a, b) => (a.bid === b.bid ? a.row - b.row : a.bid < b.bid ? -1 : 1));

/** Whether the fits are what a rule of so many bids takes. */
export const areFits = (fits: Fits, { bids }: AllotmentRule): boolean =>
  fits.length === bids.length &&
  fits.every((fit) => fit === null || (Number.isInteger(fit) && fit >= 0 && fit <= FULL_FIT));

/** Every turn again: where each does not follow from the seed, the rule and what was opened. */
export function turnFaults(
  seed: Bytes,
  rule: AllotmentRule,
  turns: readonly Turn[],
  memberOf: (row: number) => Member | undefined,
): readonly number[] {
  return turns.flatMap((turn, place): number[] => {
    const before = turns.slice(0, place);
    const members = turn.panel.map(memberOf);
    if (members.some((member) => member === undefined || !areFits(member.fits, rule))) return [place];
    const recused = [...before, turn].flatMap((one) => one.recused);
    const standing = standingPairs([...before, { ...turn, given: [] }], turn.panel);
    const again = allot(seed, rule, members as readonly Member[], standing, recused);
    return JSON.stringify(again.given.map(keyOf)) === JSON.stringify(sorted(turn.given).map(keyOf))
      ? []
      : [place];
  });
}
