import { Injectable, Logger } from '@nestjs/common';
import type { DomainName, HandlerName } from '@jihui/events';
import { Db } from '../db/db.js';
import { raw, sql } from '../db/sql.js';
import { Queues } from '../queue/queues.js';
import { Served } from '../served.js';
import { HandlerRegistry, type EventHandler } from './handler-registry.js';
import { deliver, eventOf, type EventRow } from './relay.js';

/** Verbs of handlers that keep a copy of what others told. The others act on what is told, never on what is long past. */
const COPYING = ['project', 'index'];
const BATCH = 500;

/**
 * What was told before a handler came. A release that brings a copy of what another domain tells would else begin with
 * an empty one, and stay without whatever never changes again.
 */
@Injectable()
export class CatchUp {
  private readonly log = new Logger('CatchUp');

  constructor(
    private readonly db: Db,
    private readonly registry: HandlerRegistry,
    private readonly queues: Queues,
    private readonly served: Served,
  ) {}

  /**
   * Delivers to each handler that this database meets for the first time, and that keeps a copy, every event of its
   * type. A crash between delivering and remembering delivers once more, which the marks of what was handled make one.
   */
  async run(): Promise<void> {
    const known = await this.known();
    // Where no handler ever ran, what was told still waits for the relay.
    if (known.size > 0)
      for (const handler of this.registry.events.values())
        if (!known.has(handler.mark.name) && isCopying(handler.mark.name)) await this.deliverAll(handler);
    await this.db.query(sql`
      insert into platform.known_handler (handler) select unnest(${[...this.registry.events.keys()]}::text[])
      on conflict do nothing`);
  }

  /** Handlers met before; where none is remembered yet, those that left a mark. */
  private async known(): Promise<ReadonlySet<string>> {
    const remembered = await this.db.query<{ handler: string }>(
      sql`select handler from platform.known_handler`,
    );
    if (remembered.length > 0) return new Set(remembered.map(({ handler }) => handler));
    const marked = await Promise.all(
      this.served.domains.map(({ name }) =>
        this.db.query<{ handler: string }>(sql`select distinct handler from ${raw(name)}.handled`),
      ),
    );
    return new Set(marked.flat().map(({ handler }) => handler));
  }

  private async deliverAll({ mark }: EventHandler): Promise<void> {
    const [owner] = mark.type.split('.') as [DomainName];
    const schema = raw(owner);
    // A domain that is served elsewhere, on a database of its own.
    const kept = await this.db.one<{ here: boolean }>(
      sql`select to_regclass(${`${owner}.event`}) is not null as here`,
    );
    if (kept?.here !== true) return;
    const told = await this.db.query<{ id: string }>(sql`
      select id from ${schema}.event where type = ${mark.type} order by seq`);
    for (let from = 0; from < told.length; from += BATCH) {
      const ids = told.slice(from, from + BATCH).map(({ id }) => id);
      const rows = await this.db.query<EventRow>(sql`
        select id, type, aggregate_id, version, action, at, actor_id, payload from ${schema}.event
        where ${sql.any(sql`id`, ids)} order by seq`);
      for (const row of rows) await deliver(this.queues, eventOf(row), mark.name);
    }
    if (told.length > 0) this.log.log(`${mark.name} is told of ${told.length} events from before`);
  }
}

const isCopying = (name: HandlerName): boolean => {
  const verb = name.slice(name.indexOf('.') + 1);
  return COPYING.some((copying) => verb.startsWith(copying));
};
