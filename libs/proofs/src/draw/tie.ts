import { hex, tagged, type Bytes } from '../bytes.js';
import type { AllotmentRule, Member, Pair } from './allotment.js';

/**
 * Tied bids in the order of their lots, the first of them before the others. The seed was drawn before anybody had scored
 * and after the bids had been committed to, so nobody could give a bid a better lot.
 * @param bids commitments
 */
export const inTieOrder = (seed: Bytes, bids: readonly string[]): readonly string[] =>
  bids
    .map((bid) => ({ bid, lot: hex(tagged('jihui/tie-lot/1', seed, bid)) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ bid }) => bid);

/**
 * Groups of tied bids that lots have put in order, again.
 * @param members the panel as it ended, with what each is to the bids
 * @returns places of the groups that are in another order, that name no bids of the rule, or on which somebody might have
 * voted: a lot decides where every member is kept from one of the bids, and nowhere else
 */
export function tieFaults(
  seed: Bytes,
  groups: readonly (readonly string[])[],
  { bids }: AllotmentRule,
  members: readonly Member[],
  recused: readonly Pair[],
): readonly number[] {
  const mayJudge = ({ row, fits }: Member, bid: string): boolean =>
    (fits[bids.indexOf(bid)] ?? null) !== null &&
    !recused.some((pair) => pair.row === row && pair.bid === bid);
  return groups.flatMap((group, place) => {
    const known = group.length > 1 && group.every((bid) => bids.includes(bid));
    const ordered = inTieOrder(seed, group).every((bid, at) => bid === group[at]);
    const voted = members.some((member) => group.every((bid) => mayJudge(member, bid)));
    return known && ordered && !voted ? [] : [place];
  });
}
