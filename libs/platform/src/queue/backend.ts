import {
  createPostgresBackend,
  Queue,
  Worker,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { ofDatabase, ofRedis } from '../config/away.js';
import type { Config } from '../config/config.js';

const PING_MS = 2_000;

/** How a failed delivery is tried again: see {@link RETRIES}. */
const PATIENT = 'patient';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long a delivery that failed so often waits: half a second, doubled each time, a quarter of an hour at most. */
export const waitAfter = (attempts: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);

/**
 * A mail server, or the database beside a queue on Redis, may be away for a weekend: a delivery waits for it for three
 * days, and is kept after that for `jihui replay-outbox`. A defect ends it sooner ({@link DEFECT_TRIES}).
 */
export const RETRIES = {
  attempts: 300,
  backoff: { type: PATIENT },
  removeOnComplete: 1_000,
  removeOnFail: false,
} as const;

/** So often is a delivery tried that fails by a defect (some 17 minutes): no later try would mend it. */
export const DEFECT_TRIES = 12;

const late = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the queue does not answer')), milliseconds).unref();
  });

/** Where BullMQ keeps its jobs: PostgreSQL by default, Redis where REDIS_URL is set. */
export class QueueBackend {
  private readonly pool: Pool | null;
  private readonly redis: Redis | null;

  constructor(config: Pick<Config, 'redisUrl' | 'databaseUrl'>) {
    this.redis = config.redisUrl === null ? null : new Redis(config.redisUrl, { maxRetriesPerRequest: null });
    this.pool =
      config.redisUrl === null
        ? new Pool({
            connectionString: config.databaseUrl,
            max: 10,
            options: '-c search_path=bullmq',
            application_name: 'jihui-queue',
          })
        : null;
    // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
    this.pool?.on('error', () => undefined);
    // Every queue and worker listens to the one pool.
    this.pool?.setMaxListeners(64);
    // ioredis connects again by itself; without a listener it writes each failure to the terminal.
    this.redis?.on('error', () => undefined);
  }

  queue(name: string): Queue {
    const options = { connection: this.connection } as unknown as QueueOptions;
    return this.pool === null
      ? new Queue(name, options)
      : new Queue(name, options, createPostgresBackend as never);
  }

  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker {
    const settings = { backoffStrategy: waitAfter };
    const all = { ...options, settings, connection: this.connection } as unknown as WorkerOptions;
    return this.pool === null
      ? new Worker(name, processor, all)
      : new Worker(name, processor, all, createPostgresBackend as never);
  }

  /** What the queue threw, as that of the part it stands on where that is away. */
  told(error: unknown): unknown {
    return this.redis === null ? ofDatabase(error) : ofRedis(error);
  }

  /**
   * For whoever asks and will not wait: a command to a Redis that is away waits for its return.
   * @throws PartAway when the queue does not answer in time
   */
  async promptly<T>(asked: Promise<T>): Promise<T> {
    try {
      return await (this.redis === null ? asked : Promise.race([asked, late(PING_MS)]));
    } catch (error) {
      throw this.told(error);
    }
  }

  /** @throws PartAway when the queue does not answer in time. */
  async ping(): Promise<void> {
    await this.promptly<unknown>(this.redis?.ping() ?? this.pool?.query('select 1') ?? Promise.resolve());
  }

  async close(): Promise<void> {
    await this.pool?.end();
    this.redis?.disconnect();
  }

  private get connection(): Pool | Redis | null {
    return this.pool ?? this.redis;
  }
}
