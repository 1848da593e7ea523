/** What decides which head of a call's bid log is to be published next. */
export interface HeadClock {
  /** When the next regular head is due. */
  readonly nextDue: Date;
  /** When the last published one was due; null before the first. */
  readonly lastDue: Date | null;
  /** 揭榜截止; null while the window has no end. */
  readonly closesAt: Date | null;
  /** 中止: the window stands still, so it has no end yet. */
  readonly suspended: boolean;
}

/**
 * The instant for which a head is to be published now; nothing where none is due. Regular heads come at a fixed distance
 * while the window is open, and one at its very end: the head that holds everything. All follow the clock alone: whether
 * or when a bid came has no part in it.
 */
export function dueHead({ nextDue, lastDue, closesAt, suspended }: HeadClock, now: Date): Date | undefined {
  const open = suspended || closesAt === null || nextDue < closesAt;
  const regular = open && nextDue <= now && (lastDue === null || lastDue < nextDue);
  if (regular) return nextDue;
  const ended = !suspended && closesAt !== null && closesAt <= now;
  return ended && (lastDue === null || lastDue < closesAt) ? closesAt : undefined;
}

/** When the regular head after this one is due. A head at the window's end leaves the regular ones where they are. */
export function nextDueAfter(nextDue: Date, due: Date, everyMinutes: number): Date {
  const step = everyMinutes * 60_000;
  let next = nextDue.getTime();
  while (next <= due.getTime()) next += step;
  return new Date(next);
}

/** Whether the head that holds everything was published: from then on nothing comes in any more. */
export const isSettled = (lastDue: Date | null, closesAt: Date | null): boolean =>
  lastDue !== null && closesAt !== null && lastDue >= closesAt;
