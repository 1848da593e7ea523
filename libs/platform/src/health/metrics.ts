import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Db } from '../db/db.js';
import { raw, sql } from '../db/sql.js';
import { Queues } from '../queue/queues.js';
import { Served } from '../served.js';

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

  constructor(
    private readonly db: Db,
    private readonly served: Served,
    private readonly queues: Queues,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  observe(request: { route: string; method: string; status: number; seconds: number }): void {
    const { route, method, status, seconds } = request;
    this.requests.observe({ route, method, status }, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    for (const { name } of this.served.domains) {
      const row = await this.db.one<{ count: string }>(
        sql`select count(*) as count from ${raw(name)}.outbox`,
      );
      this.outbox.set({ domain: name }, Number(row?.count ?? 0));
    }
    for (const [domain, counts] of await this.queues.promptly(this.queues.counts()))
      for (const [state, count] of Object.entries(counts)) this.jobs.set({ domain, state }, count);
    return this.registry.metrics();
  }
}
