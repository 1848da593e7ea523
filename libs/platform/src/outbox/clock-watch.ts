import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import { Queues } from '../queue/queues.js';
import { isPlannedLate, SKEW_MS } from '../queue/schedule.js';
import { Served } from '../served.js';
import { Lookout } from './lookout.js';

const TICK_MS = 1_000;
/** What nobody noticed is found within a minute. */
const TICKS_A_LOOK = 60;
/** A clock that is kept right by the network is moved by less. */
const JUMP_MS = 5_000;
/** What is read of a queue at once, and how often at most in one look: more is left to the next. */
const PAGE = { size: 500, most: 4 };
/** Spells TIME. */
const CLOCK_LOCK = 0x54494d45;

/** How far the computer's clock is before the one that only ever goes on; milliseconds. */
const lead = (): number => Date.now() - performance.now();

/** Milliseconds since 1970 by the clock of whoever put the job off. */
const putOffAt = ({ processedOn, timestamp }: Job): number => processedOn ?? timestamp;

interface Ahead {
  /** Failed in the future. */
  readonly retries: readonly Job[];
  readonly isPlannedLate: boolean;
}

/**
 * A queue puts jobs off until a time of the computer's clock. Where that was ahead and was set right, what was put off
 * meanwhile would wait until the clock comes there once more: for days, or for years where a machine began with a wrong
 * date. What was put off in the future is therefore tried at once, and what runs by the clock is set anew.
 */
@Injectable()
export class ClockWatch implements BeforeApplicationShutdown {
  private readonly log = new Logger('ClockWatch');
  private readonly lookout = new Lookout(this.log, 'the computer’s clock', () => this.lookOnce());
  private ticks = 0;
  private lead = lead();
  private schedule = (): Promise<void> => Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly queues: Queues,
    private readonly served: Served,
  ) {}

  /** @param schedule sets what runs by the clock */
  async start(schedule: () => Promise<void>): Promise<void> {
    this.schedule = schedule;
    await this.look();
    this.lookout.every(TICK_MS, () => this.tick());
  }

  /** Mends what a clock that was set back left behind; whoever asks meanwhile waits for the same look. */
  look(): Promise<void> {
    return this.lookout.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.lookout.end();
  }

  private tick(): void {
    const now = lead();
    const wentBack = now < this.lead - JUMP_MS;
    this.lead = now;
    this.ticks += 1;
    if (wentBack || this.ticks % TICKS_A_LOOK === 0) void this.look();
  }

  private async lookOnce(): Promise<void> {
    const isRight = ({ retries, isPlannedLate: isLate }: Ahead): boolean => retries.length === 0 && !isLate;
    if (isRight(await this.ahead())) return;
    await this.db.transaction(async () => {
      await this.db.query(sql`select pg_advisory_xact_lock(${CLOCK_LOCK})`);
      // Another process may have mended it while we waited.
      const ahead = await this.ahead();
      if (!isRight(ahead)) await this.mend(ahead);
    });
  }

  private async mend({ retries }: Ahead): Promise<void> {
    await this.schedule();
    for (const job of retries) await job.promote();
    this.log.warn(
      `系统时钟曾经超前：定时任务已按现在的时间重设，${retries.length} 个推迟的任务立即再试 (the clock was set back; what was put off is tried now)`,
    );
  }

  private async ahead(): Promise<Ahead> {
    const queues = this.served.domains.map(({ name }) => this.queues.of(name));
    const asked = queues.map((queue) => Promise.all([this.retriesAhead(queue), isPlannedLate(queue)]));
    const found = await this.queues.promptly(Promise.all(asked));
    return {
      retries: found.flatMap(([retries]) => retries),
      isPlannedLate: found.some(([, isLate]) => isLate),
    };
  }

  /** Those due last come first, and among them all that were put off in the future. What comes again is no retry. */
  private async retriesAhead(queue: Queue): Promise<Job[]> {
    // Another machine's clock may be a little before ours.
    const future = Date.now() + SKEW_MS;
    const all: Job[] = [];
    for (let page = 0; page < PAGE.most; page += 1) {
      const from = page * PAGE.size;
      const jobs = await queue.getJobs(['delayed'], from, from + PAGE.size - 1, false);
      const ahead = jobs.filter((job) => job.repeatJobKey === undefined && putOffAt(job) > future);
      all.push(...ahead);
      if (ahead.length === 0 || jobs.length < PAGE.size) break;
    }
    return all;
  }
}
