import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { DOMAIN_NAMES, type DomainName } from '@jihui/events';
import { QueueBackend } from './backend.js';

/** One queue a domain: its handlers' deliveries and its jobs. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly queues = new Map<DomainName, Queue>();

  constructor(private readonly backend: QueueBackend) {}

  of(domain: DomainName): Queue {
    const known = this.queues.get(domain);
    if (known !== undefined) return known;
    const queue = this.backend.queue(domain);
    queue.on('error', () => undefined);
    this.queues.set(domain, queue);
    // One that broke off while it asked its server who it is stays broken: the next who asks gets another.
    queue.waitUntilReady().catch(() => {
      if (this.queues.get(domain) === queue) this.queues.delete(domain);
    });
    return queue;
  }

  /** @throws PartAway while the queue takes nothing. */
  async add(domain: DomainName, name: string, data: object, options: JobsOptions): Promise<void> {
    this.backend.refuseAway();
    await this.backend.taken(this.of(domain).add(name, data, options));
  }

  /** Jobs by state, for every domain: for the operator and for tests. */
  async counts(): Promise<Map<DomainName, Record<string, number>>> {
    const entries = await Promise.all(
      DOMAIN_NAMES.map(async (name) => [name, await this.of(name).getJobCounts()] as const),
    );
    return new Map(entries);
  }

  /** @throws PartAway when the queue does not answer in time. */
  promptly<T>(asked: Promise<T>): Promise<T> {
    return this.backend.promptly(asked);
  }

  /** @throws PartAway while the queue does not answer. */
  ping(): Promise<void> {
    return this.backend.ping();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }
}
