import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DOMAIN_NAMES, type DomainName } from '@jihui/events';
import { Config } from '../config/config.js';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import { Queues } from '../queue/queues.js';
import { outboxes, type OutboxOf } from './outboxes.js';

/** How a domain's work stands: rows of its outbox, and deliveries and jobs of its queue. */
export interface WorkOf {
  readonly domain: DomainName;
  /** Committed, and not yet taken by the queue. */
  readonly outbox: number;
  /** How long the oldest event of those has waited, in seconds of business time; null where none does. */
  readonly oldestSeconds: number | null;
  /** Null while the queue does not answer. */
  readonly queue: QueueCounts | null;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** Due later: by the clock, or tried again after a failure. */
  readonly delayed: number;
  readonly failed: number;
}

/** A delivery or job that was given up. */
export interface GivenUp {
  readonly domain: DomainName;
  readonly id: string;
  /** The handler or the job. */
  readonly name: string;
  readonly reason: string;
  readonly tries: number;
  readonly failedAt: Date | null;
}

export interface Storage {
  /**
   * Of the volume on which files, mail and keys stand, in bytes; in whole hundredths of it, since to the byte it would tell
   * that a sealed bid came, and how long it is.
   */
  readonly free: number;
  readonly total: number;
  readonly database: number;
}

/** So many of those that were given up are shown, the newest first. */
const MOST_SHOWN = 50;
const MOST_REASON = 300;

/** What an error says, without the addresses that it may repeat, and not at length. */
const plain = (reason: string): string =>
  (reason.split('\n', 1)[0] ?? '').replace(/[^\s<>:"]+@[^\s<>:"]+/g, '…').slice(0, MOST_REASON);

/** How the platform runs, for whoever operates it; whichever process is asked, it speaks of all. */
@Injectable()
export class OperationFigures {
  constructor(
    private readonly db: Db,
    private readonly queues: Queues,
    private readonly config: Config,
  ) {}

  async work(): Promise<readonly WorkOf[]> {
    const [waiting, counts] = await Promise.all([
      this.outboxes(),
      this.queues.promptly(this.queues.counts()).catch(() => null),
    ]);
    return DOMAIN_NAMES.map((domain) => {
      const { rows = 0, oldestSeconds = null } = waiting.find((outbox) => outbox.domain === domain) ?? {};
      return { domain, outbox: rows, oldestSeconds, queue: countsOf(counts?.get(domain)) };
    });
  }

  /** The newest that were given up; empty while the queue does not answer. */
  async givenUp(): Promise<readonly GivenUp[]> {
    const asked = DOMAIN_NAMES.map(async (domain) => {
      const jobs = await this.queues.of(domain).getFailed(0, MOST_SHOWN - 1);
      return jobs.map((job): GivenUp => ({
        domain,
        id: job.id ?? '',
        name: job.name,
        reason: plain(job.failedReason ?? ''),
        tries: job.attemptsMade,
        failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn),
      }));
    });
    const found = await this.queues.promptly(Promise.all(asked)).catch(() => []);
    return found
      .flat()
      .sort((one, other) => (other.failedAt?.getTime() ?? 0) - (one.failedAt?.getTime() ?? 0))
      .slice(0, MOST_SHOWN);
  }

  /** Which of these were given up. @throws PartAway while the queue does not answer */
  async areGivenUp(domain: DomainName, ids: readonly string[]): Promise<readonly boolean[]> {
    const queue = this.queues.of(domain);
    return this.queues.promptly(
      Promise.all(ids.map(async (id) => (await (await queue.getJob(id))?.isFailed()) ?? false)),
    );
  }

  /** Has them tried once more, as often as at first; what is given up no longer is left. @returns how many. */
  async retry(domain: DomainName, ids: readonly string[]): Promise<number> {
    const queue = this.queues.of(domain);
    let retried = 0;
    for (const id of ids) {
      const job = await queue.getJob(id);
      if (job === undefined || !(await job.isFailed())) continue;
      await job.retry('failed', { resetAttemptsMade: true });
      retried += 1;
    }
    return retried;
  }

  async storage(): Promise<Storage> {
    const [volume, row] = await Promise.all([
      statfs(this.config.dataDir),
      this.db.one<{ bytes: string }>(sql`select pg_database_size(current_database()) as bytes`),
    ]);
    const { bsize, bavail, blocks } = volume;
    const total = blocks * bsize;
    const free = Math.floor((100 * bavail) / blocks) * (total / 100);
    return { free, total, database: Number(row?.bytes ?? 0) };
  }

  /** Of the domains that the database has, whoever serves them. */
  private async outboxes(): Promise<readonly OutboxOf[]> {
    const installed = await this.db.query<{ name: DomainName }>(sql`
      select n.nspname as name from pg_namespace n
      where ${sql.any(sql`n.nspname`, DOMAIN_NAMES)} and to_regclass(n.nspname || '.outbox') is not null`);
    return outboxes(
      this.db,
      installed.map(({ name }) => name),
    );
  }
}

function countsOf(counts: Readonly<Record<string, number>> | undefined): QueueCounts | null {
  if (counts === undefined) return null;
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { waiting: waiting + prioritized, active, delayed, failed };
}
