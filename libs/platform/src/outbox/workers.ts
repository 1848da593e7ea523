import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError, type Job, type Worker } from 'bullmq';
import { system } from '@jihui/kernel';
import type { DomainName, HandlerName } from '@jihui/events';
import { Config } from '../config/config.js';
import { Rarely } from '../logging/rarely.js';
import { MailServerAway, MailWaits } from '../mail/mailer.js';
import { isOutage } from '../config/reasons.js';
import { notedOutage } from '../outage.js';
import { Db } from '../db/db.js';
import { uuidv7 } from '../db/identifiers.js';
import { raw, sql } from '../db/sql.js';
import type { Tx } from '../db/tx.js';
import { Work } from '../db/work.js';
import { DEFECT_TRIES, QueueBackend } from '../queue/backend.js';
import { Queues } from '../queue/queues.js';
import { keepSchedule } from '../queue/schedule.js';
import { Served } from '../served.js';
import { Failpoints } from './failpoints.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobWatch } from './job-watch.js';
import { ClockWatch } from './clock-watch.js';
import { LossWatch } from './loss-watch.js';
import type { Delivery } from './relay.js';

const CONCURRENCY = 4;
/** Spells JOBS. */
const SCHEDULE_LOCK = 0x4a4f4253;

/** Runs deliveries and jobs of the domains served. */
@Injectable()
export class Workers implements BeforeApplicationShutdown {
  private readonly log = new Logger('Workers');
  private readonly rarely = new Rarely();
  private readonly workers: Worker[] = [];

  constructor(
    private readonly db: Db,
    private readonly work: Work,
    private readonly registry: HandlerRegistry,
    private readonly queues: Queues,
    private readonly backend: QueueBackend,
    private readonly served: Served,
    private readonly failpoints: Failpoints,
    private readonly config: Config,
    private readonly jobs: JobWatch,
    private readonly losses: LossWatch,
    private readonly clock: ClockWatch,
  ) {}

  async start(): Promise<void> {
    for (const { name } of this.served.domains) {
      const worker = this.backend.worker(name, (job) => this.attempt(name, job), {
        concurrency: CONCURRENCY,
        // A worker that died holds its job for so long; a live one renews the lock in time.
        lockDuration: this.config.jobLockMs,
        stalledInterval: this.config.jobLockMs / 2,
        // Every crash counts as a stall: a job is given up by its attempts alone, never by that.
        maxStalledCount: 1_000,
      });
      worker.on('error', (error) => this.queueWaits(error));
      worker.on('failed', (job, error) => this.failed(`${job?.name ?? name} ${job?.id ?? ''}`, job, error));
      this.workers.push(worker);
    }
    await this.schedule();
    await this.losses.start(() => this.schedule());
    await this.clock.start(() => this.schedule());
  }

  /** What runs is ended first; a Redis that is away is not waited for: what it did not hear of is delivered again. */
  async beforeApplicationShutdown(): Promise<void> {
    const { isAway } = this.backend;
    const closed = Promise.all(this.workers.map((worker) => worker.close(isAway)));
    await Promise.race([closed, this.backend.lost()]);
  }

  /** Every worker fails at every poll while the queue is away: that is said once a minute. */
  private queueWaits(error: Error): void {
    if (notedOutage(this.backend.told(error), (line) => this.log.warn(line))) return;
    if (this.rarely.due(error.message)) this.log.warn(`the queue: ${error.stack ?? error.message}`);
  }

  /** A defect with its stack; what is away is no defect, and was said. */
  private failed(what: string, job: Job | undefined, error: Error): void {
    if (error instanceof MailServerAway || notedOutage(error, (line) => this.log.warn(line))) return;
    if (error instanceof MailWaits) return this.mailWaits(error);
    this.log.warn(`${what} attempt ${job?.attemptsMade ?? '?'} failed: ${error.stack ?? error.message}`);
    if (error instanceof UnrecoverableError)
      this.log.error(`${what} 已放弃；修复后执行 npm run jihui -- replay-outbox 重新投递 (given up)`);
  }

  /** A server that takes nothing refuses every mail: that is said once a minute. */
  private mailWaits({ message }: MailWaits): void {
    // Of the same kind by its code: the rest of an answer is another for each mail.
    if (this.rarely.due(message.slice(0, 3)))
      this.log.warn(`邮件服务器拒收（${message}）：邮件留在队列中 (mail waits)`);
  }

  /** What is away is waited for; a defect is counted, and at the last of its tries the delivery is given up. */
  private async attempt(domain: DomainName, job: Job): Promise<void> {
    try {
      await this.jobs.watch(domain, job, () => this.process(domain, job));
    } catch (error) {
      if (isOutage(error) || error instanceof MailWaits) throw error;
      const delivery = job.data as Delivery;
      const defects = (delivery.defects ?? 0) + 1;
      // A queue that is away at this moment has not counted it: it is tried once more.
      await job.updateData({ ...delivery, defects }).catch(() => undefined);
      // Not `>=`: what an operator delivers again has all its tries again.
      throw defects % DEFECT_TRIES === 0 ? givenUp(error) : error;
    }
  }

  /** One delivery: the effect and the mark that it happened commit together. */
  private async process(domain: DomainName, job: Job): Promise<void> {
    const delivery = job.data as Delivery;
    const messageId = delivery.messageId ?? uuidv7();
    const handler = this.registry.events.get(job.name as HandlerName);
    if (handler !== undefined && delivery.event !== undefined) {
      const { event } = delivery;
      return this.once(domain, messageId, job.name, (tx) => handler.run(event, tx));
    }
    const jobHandler = this.registry.jobs.get(job.name);
    if (jobHandler === undefined) throw new Error(`no handler for ${job.name}`);
    const payload = delivery.payload ?? {};
    if (!jobHandler.mark.transaction)
      return this.work.within(domain, system(job.name), (tx) => jobHandler.run(payload, tx));
    return this.once(domain, messageId, job.name, (tx) => jobHandler.run(payload, tx));
  }

  private async once(
    domain: DomainName,
    messageId: string,
    handler: string,
    run: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const marked = await this.db.query(sql`
        insert into ${raw(domain)}.handled (message_id, handler) values (${messageId}, ${handler})
        on conflict do nothing returning 1`);
      if (marked.length === 0) return;
      await this.work.within(domain, system(handler), run);
      this.failpoints.reach('before-commit', handler);
    });
    this.failpoints.reach('before-acknowledgement', handler);
  }

  /** One process at a time: on PostgreSQL, BullMQ fails when two set the same scheduler at once. */
  private schedule(): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.query(sql`select pg_advisory_xact_lock(${SCHEDULE_LOCK})`);
      for (const [type, handler] of this.registry.jobs) {
        if (handler.schedule === null) continue;
        await keepSchedule(this.queues.of(type.split('.')[0] as DomainName), type, handler.schedule);
      }
    });
  }
}

/** BullMQ tries no more what fails with this; the stack is that of the defect. */
function givenUp(defect: unknown): UnrecoverableError {
  const last = new UnrecoverableError(defect instanceof Error ? defect.message : String(defect));
  if (defect instanceof Error && defect.stack !== undefined) last.stack = defect.stack;
  return last;
}
