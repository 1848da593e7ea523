/** Failures after which a thing is given up, until it changes: a fault that outlives two weeks does not go by itself. */
export const MOST_ATTEMPTS = 5;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * When what failed that many times is tried again: the next night, then after 2, 4 and 8 nights; null once it is given up.
 * Half a day early, since a night begins at an hour and comes to a thing at another.
 */
export const retryAfter = (attempts: number, now: Date): Date | null =>
  attempts >= MOST_ATTEMPTS ? null : new Date(now.getTime() + 2 ** (attempts - 1) * DAY - 12 * HOUR);
