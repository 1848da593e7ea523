import { MOST_ATTEMPTS, retryAfter } from './backoff.js';

describe('what failed at night', () => {
  const night = new Date('2026-11-23T19:41:00.000Z');
  const nightsUntil = (attempts: number): number | null => {
    const at = retryAfter(attempts, night);
    return at === null ? null : Math.ceil((at.getTime() - night.getTime()) / 86_400_000);
  };

  it('is tried again the next night, then less and less often, and given up in the end', () => {
    expect([1, 2, 3, 4, MOST_ATTEMPTS].map(nightsUntil)).toEqual([1, 2, 4, 8, null]);
  });
});
