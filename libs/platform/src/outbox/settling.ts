import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Queues } from '../queue/queues.js';
import { Served } from '../served.js';
import { SearchFeeder } from '../search/feeder.js';
import { Relay } from './relay.js';

/** Tells when everything that was set off has happened: for tests and for the demo. */
@Injectable()
export class Settling {
  constructor(
    private readonly relay: Relay,
    private readonly queues: Queues,
    private readonly served: Served,
    private readonly feeder: SearchFeeder,
  ) {}

  /**
   * Answers when the outbox is empty and no queue of the domains served holds work that is due:
   * what waits for other processes' domains is theirs.
   * @param boundMs how long nothing at all may get done; a busy machine may take its time, and work may bring more work
   * @throws Error naming the work that is left when nothing of it changes within the bound
   */
  async settled(boundMs = 30_000): Promise<void> {
    let seen = '';
    let end = 0;
    for (;;) {
      await this.relay.drain();
      await this.feeder.drain();
      const { looks } = this.relay;
      const counts = await this.due();
      const rows = (await this.relay.waiting()) + (await this.feeder.waiting());
      const left = rows + counts.reduce((sum, [, count]) => sum + due(count), 0);
      // A job that ended after it was counted left its rows, which are counted after it; a row that became a job after
      // the jobs were counted is in neither, so nothing may have been moved meanwhile.
      if (left === 0 && looks !== null && looks === this.relay.looks) return;
      const now = `${rows} ${this.relay.moved} ${JSON.stringify(counts)}`;
      if (now !== seen) [seen, end] = [now, Date.now() + boundMs];
      if (Date.now() > end) throw new Error(`not settled: ${inWords(rows, counts)}`);
      await pause(5);
    }
  }

  private async due(): Promise<readonly (readonly [string, Count])[]> {
    return [...(await this.queues.counts())].filter(
      ([name, count]) => this.served.has(name) && due(count) > 0,
    );
  }
}

type Count = Record<string, number>;

const inWords = (rows: number, counts: readonly (readonly [string, Count])[]): string =>
  [
    ...(rows > 0 ? [`${rows} outbox rows`] : []),
    ...counts.map(([name, count]) => `${name} ${JSON.stringify(count)}`),
  ].join('; ');

const due = (count: Count): number =>
  (count['waiting'] ?? 0) + (count['active'] ?? 0) + (count['prioritized'] ?? 0);
