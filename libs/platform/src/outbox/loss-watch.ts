import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { DomainName } from '@jihui/events';
import { Db } from '../db/db.js';
import { uuidv7 } from '../db/identifiers.js';
import { sql } from '../db/sql.js';
import { QueueBackend, RETRIES } from '../queue/backend.js';
import { Queues } from '../queue/queues.js';
import { HandlerRegistry } from './handler-registry.js';
import { Lookout } from './lookout.js';
import { Replay } from './replay.js';

const LOOK_MS = 30_000;
/** Spells LOSS. */
const LOSS_LOCK = 0x4c4f5353;

/**
 * A queue in Redis can lose all that it holds: it was emptied by hand, or began anew without its disk. A mark beside the
 * jobs tells; where it is missing, what the clock asks for is set again, events as old as a delivery may wait are delivered
 * once more, and each domain asks again for what it knows to be left. On PostgreSQL jobs stand where the rows do.
 */
@Injectable()
export class LossWatch implements BeforeApplicationShutdown {
  private readonly log = new Logger('LossWatch');
  private readonly lookout = new Lookout(this.log, 'the queue’s mark', () => this.lookOnce());
  private schedule = (): Promise<void> => Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly backend: QueueBackend,
    private readonly queues: Queues,
    private readonly registry: HandlerRegistry,
    private readonly replay: Replay,
  ) {}

  /** @param schedule sets what runs by the clock */
  async start(schedule: () => Promise<void>): Promise<void> {
    this.schedule = schedule;
    await this.look();
    this.lookout.every(LOOK_MS);
  }

  /** Mends the queue where it lost what it held; whoever asks meanwhile waits for the same look. */
  look(): Promise<void> {
    return this.lookout.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.lookout.end();
  }

  private async lookOnce(): Promise<void> {
    if (await this.backend.isMarked()) return;
    await this.db.transaction(async () => {
      await this.db.query(sql`select pg_advisory_xact_lock(${LOSS_LOCK})`);
      // Another process may have mended it while we waited.
      if (await this.backend.isMarked()) return;
      await this.mend();
      // Last: a process that dies before has it done once more, which changes nothing.
      await this.backend.mark();
    });
  }

  private async mend(): Promise<void> {
    await this.schedule();
    const replayed = await this.replay.replay(await this.oldest());
    for (const [type, { mark }] of this.registry.jobs) {
      if (!mark.afterLoss) continue;
      const domain = type.split('.')[0] as DomainName;
      await this.queues.add(domain, type, { messageId: uuidv7(), payload: {} }, RETRIES);
    }
    const events = replayed.reduce((sum, one) => sum + one.events, 0);
    if (events > 0)
      this.log.warn(
        `队列中的任务不见了，已重新投递 ${events} 个事件 (the queue was emptied; delivered again)`,
      );
  }

  /** An event that was told before this has been delivered, or given up. */
  private async oldest(): Promise<Date> {
    const row = await this.db.one<{ at: Date }>(
      sql`select platform.business_now() - interval '3 days' as at`,
    );
    if (row === undefined) throw new Error('business_now() answered nothing');
    return row.at;
  }
}
