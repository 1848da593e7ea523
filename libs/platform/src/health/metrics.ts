import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Db } from '../db/db.js';
import { outboxes } from '../operation/outboxes.js';
import { Queues } from '../queue/queues.js';
import { JobWatch } from '../outbox/job-watch.js';
import { Served } from '../served.js';
import { Parts } from './parts.js';

/** Figures of this process and of the work that waits, in Prometheus' text format. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'jihui_http_request_seconds',
    help: 'Requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  private readonly outbox = new Gauge({
    name: 'jihui_outbox_waiting',
    help: 'Rows committed and not yet handed to the queues',
    labelNames: ['domain'],
    registers: [this.registry],
  });
  private readonly jobs = new Gauge({
    name: 'jihui_queue_jobs',
    help: 'Deliveries and jobs by domain and state; what has failed waits for `jihui replay-outbox`',
    labelNames: ['domain', 'state'],
    registers: [this.registry],
  });

  private readonly parts = new Gauge({
    name: 'jihui_part_up',
    help: 'Whether what this process needs answers: database, queue, and at a gateway the service of each domain',
    labelNames: ['part'],
    registers: [this.registry],
  });
  private readonly oldest = new Gauge({
    name: 'jihui_outbox_oldest_seconds',
    help: 'How long the oldest event of the outbox has been waiting to be handed to the queues',
    labelNames: ['domain'],
    registers: [this.registry],
  });

  constructor(
    private readonly db: Db,
    private readonly served: Served,
    private readonly queues: Queues,
    private readonly needed: Parts,
    jobs: JobWatch,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.registry.registerMetric(jobs.seconds);
  }

  observe(request: { route: string; method: string; status: number; seconds: number }): void {
    const { route, method, status, seconds } = request;
    this.requests.observe({ route, method, status }, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    const names = this.served.domains.map(({ name }) => name);
    for (const { domain, rows, oldestSeconds } of await outboxes(this.db, names)) {
      this.outbox.set({ domain }, rows);
      this.oldest.set({ domain }, Math.max(0, oldestSeconds ?? 0));
    }
    for (const [part, state] of Object.entries((await this.needed.look()).parts))
      this.parts.set({ part }, state === 'ok' ? 1 : 0);
    for (const [domain, counts] of await this.queues.promptly(this.queues.counts()))
      for (const [state, count] of Object.entries(counts)) this.jobs.set({ domain, state }, count);
    return this.registry.metrics();
  }
}
