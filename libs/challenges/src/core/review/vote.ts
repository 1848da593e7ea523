import type { Seat } from './seat.js';

/** Bids from which each seat is kept, by the seat's id; a seat that is kept from none is not in it. */
export type Closed = ReadonlyMap<string, ReadonlySet<string>>;

/** Groups of tied bids on which a member votes: those of which it may judge every bid. */
export const groupsFor = (
  tied: readonly (readonly string[])[],
  closed: Closed,
  seatId: string,
): readonly (readonly string[])[] =>
  tied.filter((group) => !group.some((bid) => closed.get(seatId)?.has(bid) === true));

/** 抽签: groups on which nobody may vote, since every member is kept from one of their bids. */
export const unvotable = (
  seats: readonly Pick<Seat, 'id'>[],
  tied: readonly (readonly string[])[],
  closed: Closed,
): readonly (readonly string[])[] =>
  seats.length === 0
    ? []
    : tied.filter((group) => seats.every(({ id }) => groupsFor([group], closed, id).length === 0));

/**
 * 复议投票: what each bid was given, once all have voted who may: half a vote would break a tie for those who come later.
 * @param tied groups that the scores have left in one place
 */
export function votesOf(
  accepted: readonly Pick<Seat, 'id' | 'votes'>[],
  tied: readonly (readonly string[])[],
  closed: Closed,
): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const voters = accepted.filter(({ id }) => groupsFor(tied, closed, id).length > 0);
  if (voters.some((seat) => seat.votes === null)) return votes;
  for (const seat of voters) for (const bid of seat.votes ?? []) votes.set(bid, (votes.get(bid) ?? 0) + 1);
  return votes;
}
