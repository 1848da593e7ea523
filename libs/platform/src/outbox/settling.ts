import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Queues } from '../queue/queues.js';
import { Relay } from './relay.js';

/** Tells when everything that was set off has happened: for tests and for the demo. */
@Injectable()
export class Settling {
  constructor(
    private readonly relay: Relay,
    private readonly queues: Queues,
  ) {}

  /**
   * Answers when the outbox is empty and no queue holds work that is due.
   * @throws Error naming the work that is left when it does not end within the bound.
   */
  async settled(boundMs = 30_000): Promise<void> {
    const end = Date.now() + boundMs;
    for (;;) {
      const moved = await this.relay.drain();
      const counts = await this.queues.counts();
      const busy = [...counts].filter(([, count]) => due(count) > 0);
      if (moved === 0 && busy.length === 0) return;
      if (Date.now() > end)
        throw new Error(
          `not settled: ${busy.map(([name, count]) => `${name} ${JSON.stringify(count)}`).join('; ')}`,
        );
      await pause(5);
    }
  }
}

const due = (count: Record<string, number>): number =>
  (count['waiting'] ?? 0) + (count['active'] ?? 0) + (count['prioritized'] ?? 0);
