import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONSUMERS, type DomainEvent, type DomainName, type HandlerName } from '@jihui/events';
import { Config } from '../config/config.js';
import { Db } from '../db/db.js';
import { Listener } from '../db/listener.js';
import { raw, sql } from '../db/sql.js';
import { OUTBOX_CHANNEL } from '../db/effects.js';
import { Failpoints } from './failpoints.js';
import { RETRIES } from '../queue/backend.js';
import { Queues } from '../queue/queues.js';
import { Rarely } from '../logging/rarely.js';
import { notedOutage } from '../outage.js';
import { Served } from '../served.js';

/** An event as its domain keeps it. */
export interface EventRow {
  readonly id: string;
  readonly type: DomainEvent['type'];
  readonly aggregate_id: string;
  readonly version: number;
  readonly action: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly payload: never;
}

interface OutboxRow extends Omit<EventRow, 'id'> {
  readonly seq: string;
  readonly job_id: string | null;
  readonly job_type: string | null;
  readonly job_payload: unknown;
  readonly run_at: Date | null;
  readonly trace: string | null;
  readonly id: string | null;
}

/** What a queue holds for one delivery. */
export interface Delivery {
  /** The event's or the job's id: the key of the mark that it was handled. */
  readonly messageId: string;
  readonly event?: DomainEvent;
  readonly payload?: unknown;
  /** What it is done for (W3C traceparent), where that is traced. */
  readonly trace?: string;
  /** How often it failed by a defect. */
  readonly defects?: number;
}

const BATCH = 100;
/** How long after a missed wake-up an event may wait. */
const POLL_MS = 1_000;

/**
 * Turns committed outbox rows into queue jobs, at least once: a row goes in the same transaction
 * in which its jobs were accepted, and a job's id is `<event>.<handler>`, so that a crash between
 * the two adds nothing twice.
 */
@Injectable()
export class Relay implements BeforeApplicationShutdown {
  private readonly log = new Logger('Relay');
  private readonly rarely = new Rarely();
  private readonly listener: Listener;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private begun = 0;
  private ended = 0;
  private handed = 0;

  constructor(
    private readonly db: Db,
    private readonly queues: Queues,
    private readonly served: Served,
    config: Config,
    private readonly failpoints: Failpoints,
  ) {
    const heard = (): void => this.wake();
    const { databaseUrl } = config;
    this.listener = new Listener({ databaseUrl, name: 'jihui-relay', channel: OUTBOX_CHANNEL, heard });
  }

  async start(): Promise<void> {
    await this.listener.open();
    this.timer = setInterval(() => {
      this.wake();
      // The poll alone finds events a second late.
      this.listener.openAgain((error) => this.waits('the relay’s listener', error));
    }, POLL_MS);
    this.wake();
  }

  /** Runs once more now; calls that come while it runs are answered by one further run. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.loop().finally(() => {
      this.running = null;
      if (this.again) this.wake();
    });
  }

  /** Moves everything that waits, or what it can until it is stopped. @returns how many rows moved. */
  async drain(): Promise<number> {
    let moved = 0;
    for (const domain of this.served.domains)
      for (let count = BATCH; count === BATCH && !this.stopped;) {
        count = await this.move(domain.name);
        moved += count;
      }
    return moved;
  }

  /** How often rows were looked for so far, or null while a look is under way: alike twice, nothing moved meanwhile. */
  get looks(): number | null {
    return this.begun === this.ended ? this.ended : null;
  }

  /** How many rows the queues took from here so far. */
  get moved(): number {
    return this.handed;
  }

  /** Rows that no queue has accepted yet, those that a relay is moving at this moment included. */
  async waiting(): Promise<number> {
    let waiting = 0;
    for (const { name } of this.served.domains) {
      const row = await this.db.one<{ count: string }>(
        sql`select count(*) as count from ${raw(name)}.outbox`,
      );
      waiting += Number(row?.count ?? 0);
    }
    return waiting;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
    await this.listener.close();
  }

  private async loop(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await this.drain().catch((error: unknown) => this.waits('relay', error));
    }
  }

  private move(domain: DomainName): Promise<number> {
    this.begun += 1;
    return this.moveBatch(domain)
      .then((count) => {
        this.handed += count;
        return count;
      })
      .finally(() => {
        this.ended += 1;
      });
  }

  private moveBatch(domain: DomainName): Promise<number> {
    const schema = raw(domain);
    return this.db.transaction(async () => {
      const rows = await this.db.query<OutboxRow>(sql`
        select o.seq, o.job_id, o.job_type, o.job_payload, o.run_at, o.trace,
          e.id, e.type, e.aggregate_id, e.version, e.action, e.at, e.actor_id, e.payload
        from ${schema}.outbox o left join ${schema}.event e on e.id = o.event_id
        order by o.seq limit ${BATCH} for update of o skip locked`);
      if (rows.length === 0) return 0;
      this.failpoints.reach('before-relay', domain);
      await this.enqueue(domain, rows);
      this.failpoints.reach('before-queue-acknowledged', domain);
      await this.db.query(
        sql`delete from ${schema}.outbox where ${sql.any(
          sql`seq`,
          rows.map((row) => row.seq),
        )}`,
      );
      return rows.length;
    });
  }

  private async enqueue(domain: DomainName, rows: readonly OutboxRow[]): Promise<void> {
    const now = Date.now();
    for (const row of rows) {
      if (row.job_id !== null && row.job_type !== null) {
        const data: Delivery = { messageId: row.job_id, payload: row.job_payload, ...traceOf(row) };
        const delay = row.run_at === null ? 0 : Math.max(0, row.run_at.getTime() - now);
        await this.queues.add(domain, row.job_type, data, { ...RETRIES, jobId: `${row.job_id}.job`, delay });
        continue;
      }
      const { id } = row;
      if (id === null) throw new Error(`outbox row ${row.seq} names no event`);
      const event = eventOf({ ...row, id });
      for (const handler of CONSUMERS[event.type]) await deliver(this.queues, event, handler, traceOf(row));
    }
  }

  /** It is tried again every second; that it waits is said once a minute. */
  private waits(who: string, error: unknown): void {
    if (notedOutage(error, (line) => this.log.warn(line))) return;
    if (this.rarely.due(String(error))) this.log.warn(`${who} waits: ${String(error)}`);
  }
}

const traceOf = ({ trace }: Pick<OutboxRow, 'trace'>): Pick<Delivery, 'trace'> =>
  trace === null ? {} : { trace };

/** Puts the event into the handler's queue: once, however often it is done. */
export async function deliver(
  queues: Queues,
  event: DomainEvent,
  handler: HandlerName,
  more: Pick<Delivery, 'trace'> = {},
): Promise<void> {
  const data: Delivery = { messageId: event.id, event, ...more };
  const consumer = handler.split('.')[0] as DomainName;
  await queues.add(consumer, handler, data, { ...RETRIES, jobId: `${event.id}.${handler}` });
}

export const eventOf = (row: EventRow): DomainEvent => ({
  id: row.id,
  type: row.type,
  aggregateId: row.aggregate_id,
  version: row.version,
  action: row.action,
  at: row.at.toISOString(),
  actorId: row.actor_id,
  payload: row.payload,
});
