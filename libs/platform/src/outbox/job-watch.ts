import { SpanKind } from '@opentelemetry/api';
import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Histogram } from 'prom-client';
import type { DomainName } from '@jihui/events';
import { beginSpan, endWith, takenUp } from '../tracing/spans.js';
import { isUntraced } from '../tracing/untraced.js';
import type { Delivery } from './relay.js';

/** How long deliveries and jobs take, and how they end: as a figure, and as spans of what they are done for. */
@Injectable()
export class JobWatch {
  /** Registered by whoever tells figures. */
  readonly seconds = new Histogram({
    name: 'jihui_job_seconds',
    help: 'Deliveries and jobs by domain and outcome; one that failed is tried again',
    labelNames: ['domain', 'outcome'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100],
    registers: [],
  });

  async watch(domain: DomainName, job: Job, work: () => Promise<void>): Promise<void> {
    const done = this.seconds.startTimer({ domain });
    try {
      await traced(domain, job, work);
      done({ outcome: 'done' });
    } catch (error) {
      done({ outcome: 'failed' });
      throw error;
    }
  }
}

/** A job that is done for something traced is part of that trace; what the clock sets off is of none. */
function traced(domain: DomainName, job: Job, work: () => Promise<void>): Promise<void> {
  const { trace } = job.data as Delivery;
  const parent = trace === undefined || isUntraced(domain) ? undefined : takenUp({ traceparent: trace });
  if (parent === undefined) return work();
  const attributes = { 'messaging.destination.name': domain, 'jihui.tries': job.attemptsMade + 1 };
  return endWith(beginSpan(job.name, { kind: SpanKind.CONSUMER, attributes }, parent), parent, work);
}
