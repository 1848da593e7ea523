import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Queues } from '../queue/queues.js';
import { Served } from '../served.js';
import { Relay } from './relay.js';

/** Tells when everything that was set off has happened: for tests and for the demo. */
@Injectable()
export class Settling {
  constructor(
    private readonly relay: Relay,
    private readonly queues: Queues,
    private readonly served: Served,
  ) {}

  /**
   * Answers when the outbox is empty and no queue of the domains served holds work that is due:
   * what waits for other processes' domains is theirs.
   * @throws Error naming the work that is left when it does not end within the bound.
   */
  async settled(boundMs = 30_000): Promise<void> {
    const end = Date.now() + boundMs;
    for (;;) {
      await this.relay.drain();
      const busy = await this.busy();
      // A handler that ended between the two looks may have left new rows: none may wait before and after.
      if (busy.length === 0 && (await this.relay.waiting()) === 0) return;
      if (Date.now() > end) throw new Error(`not settled: ${busy.join('; ')}`);
      await pause(5);
    }
  }

  private async busy(): Promise<string[]> {
    const waiting = await this.relay.waiting();
    const counts = [...(await this.queues.counts())].filter(
      ([name, count]) => this.served.has(name) && due(count) > 0,
    );
    return [
      ...(waiting > 0 ? [`${waiting} outbox rows`] : []),
      ...counts.map(([name, count]) => `${name} ${JSON.stringify(count)}`),
    ];
  }
}

const due = (count: Record<string, number>): number =>
  (count['waiting'] ?? 0) + (count['active'] ?? 0) + (count['prioritized'] ?? 0);
