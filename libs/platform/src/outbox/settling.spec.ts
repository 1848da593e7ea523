import type { Queues } from '../queue/queues.js';
import type { SearchFeeder } from '../search/feeder.js';
import type { Served } from '../served.js';
import type { Relay } from './relay.js';
import { Settling } from './settling.js';

/** A row of the outbox that a relay moves into the queue right after the queue was counted. */
class MovedBetweenTheLooks {
  looks: number | null = 0;
  rows = 1;
  jobs = 0;
  drain(): Promise<number> {
    this.jobs = 0;
    return Promise.resolve(0);
  }
  waiting(): Promise<number> {
    return Promise.resolve(this.rows);
  }
  counts(): Promise<Map<string, Record<string, number>>> {
    const counted = new Map([['sample', { waiting: this.jobs }]]);
    if (this.rows > 0) {
      this.rows = 0;
      this.jobs = 1;
      this.looks = (this.looks ?? 0) + 1;
    }
    return Promise.resolve(counted);
  }
}

describe('settled', () => {
  it('does not overlook a row that became a job after the jobs were counted', async () => {
    const market = new MovedBetweenTheLooks();
    const served = { has: () => true } as unknown as Served;
    const nothing = { drain: () => Promise.resolve(), waiting: () => Promise.resolve(0) };
    await new Settling(
      market as unknown as Relay,
      market as unknown as Queues,
      served,
      nothing as unknown as SearchFeeder,
    ).settled();
    expect(market).toMatchObject({ rows: 0, jobs: 0 });
  });
});
