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
import { ofDatabase, ofRedis, QueueAway } from '../config/away.js';
import { CalmClient } from '../db/client.js';
import type { Config } from '../config/config.js';

const PING_MS = 2_000;
/**
 * How long adding a job may take: whoever adds holds a transaction meanwhile, which the database ends after a minute. A Redis
 * that hangs keeps its connections open, so the one that is silent for so long is given up and opened anew.
 */
const ADD_MS = 10_000;
/** What stands beside the jobs as long as none of them was lost. */
const MARK = 'jihui:kept-since';

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

const NO_ANSWER = 'the queue does not answer';

/** @throws Error when it takes longer than so many milliseconds */
async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(NO_ANSWER)), milliseconds).unref();
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Where BullMQ keeps its jobs: PostgreSQL by default, Redis where REDIS_URL is set. */
export class QueueBackend {
  private readonly pool: Pool | null;
  /** For those who wait for jobs: while Redis is away they wait for it. */
  private readonly redis: Redis | null;
  /** For those who add jobs and ask: while Redis is away they are told so at once. */
  private readonly asking: Redis | null;
  /** Done once that was connected for the first time. */
  private readonly connected: Promise<unknown>;

  constructor(config: Pick<Config, 'redisUrl' | 'databaseUrl'>) {
    const { redisUrl: url } = config;
    this.redis = url === null ? null : new Redis(url, { maxRetriesPerRequest: null });
    // BullMQ's first command waits until it is connected.
    this.asking =
      url === null ? null : new Redis(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false });
    const { asking } = this;
    this.connected = new Promise<void>((resolve) =>
      asking === null ? resolve() : void asking.once('ready', () => resolve()),
    );
    this.pool =
      config.redisUrl === null
        ? new Pool({
            Client: CalmClient,
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
    for (const redis of [this.redis, this.asking]) redis?.on('error', () => undefined);
  }

  queue(name: string): Queue {
    const options = { connection: this.asking ?? this.pool } as unknown as QueueOptions;
    return this.pool === null
      ? new Queue(name, options)
      : new Queue(name, options, createPostgresBackend as never);
  }

  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker {
    const settings = { backoffStrategy: waitAfter };
    const all = { ...options, settings, connection: this.redis ?? this.pool } as unknown as WorkerOptions;
    return this.pool === null
      ? new Worker(name, processor, all)
      : new Worker(name, processor, all, createPostgresBackend as never);
  }

  /** Whether the queue's server is known to be away; PostgreSQL never is, to a queue that stands in it. */
  get isAway(): boolean {
    return this.asking !== null && this.asking.status !== 'ready';
  }

  /** Done once the connection is lost; on PostgreSQL never. */
  lost(): Promise<void> {
    return new Promise((resolve) => this.asking?.once('close', () => resolve()));
  }

  /** Told before anything is asked of a queue that was never connected: its first command would wait. @throws PartAway */
  refuseAway(): void {
    if (this.isAway) throw new QueueAway(this.asking?.status ?? '');
  }

  /** What the queue threw, as that of the part it stands on where that is away. */
  told(error: unknown): unknown {
    return this.redis === null ? ofDatabase(error) : ofRedis(error);
  }

  /**
   * For whoever asks and will not wait: a Redis that hangs answers nothing at all.
   * @throws PartAway when the queue does not answer in time
   */
  async promptly<T>(asked: Promise<T>): Promise<T> {
    try {
      return await (this.asking === null ? asked : within(PING_MS, asked));
    } catch (error) {
      throw this.told(error);
    }
  }

  /**
   * For whoever adds a job: what is not answered in time is undone, and asked for anew over another connection. Should the
   * silent one have taken it after all, its id makes both one.
   * @throws PartAway while the queue takes nothing
   */
  async taken<T>(asked: Promise<T>): Promise<T> {
    const { asking } = this;
    try {
      return await (asking === null ? asked : within(ADD_MS, asked));
    } catch (error) {
      if ((error as Error).message === NO_ANSWER) asking?.disconnect(true);
      throw this.told(error);
    }
  }

  /** @throws PartAway when the queue does not answer in time. */
  async ping(): Promise<void> {
    const asked = async (): Promise<void> => {
      await this.connected;
      await (this.asking?.ping() ?? this.pool?.query('select 1'));
    };
    await this.promptly(asked());
  }

  /**
   * Whether Redis has kept what it was given since {@link mark}; PostgreSQL always has.
   * @throws PartAway when it does not answer in time
   */
  async isMarked(): Promise<boolean> {
    const { asking } = this;
    if (asking === null) return true;
    return this.promptly(this.connected.then(async () => (await asking.exists(MARK)) === 1));
  }

  /** @throws PartAway when it does not answer in time */
  async mark(): Promise<void> {
    const { asking } = this;
    if (asking !== null) await this.promptly(asking.set(MARK, new Date().toISOString()));
  }

  async close(): Promise<void> {
    await this.pool?.end();
    for (const redis of [this.redis, this.asking]) redis?.disconnect();
  }
}
