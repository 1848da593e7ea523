import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { raw, sql } from '../db/sql.js';
import { Queues } from '../queue/queues.js';
import { Served } from '../served.js';
import { Relay } from './relay.js';

export interface Replayed {
  readonly domain: string;
  /** Events put into the outbox again. */
  readonly events: number;
}

/** Delivers again what may have been lost: the operator's remedy after a restored backup or an emptied Redis. */
@Injectable()
export class Replay {
  constructor(
    private readonly db: Db,
    private readonly served: Served,
    private readonly queues: Queues,
    private readonly relay: Relay,
  ) {}

  /**
   * Delivers every event since then once more and lets failed deliveries try again. A handler that has had its
   * effect is marked and does nothing the second time.
   */
  async replay(since: Date): Promise<Replayed[]> {
    const replayed: Replayed[] = [];
    for (const { name } of this.served.domains) {
      const schema = raw(name);
      const rows = await this.db.query(sql`
        insert into ${schema}.outbox (event_id)
        select e.id from ${schema}.event e
        where e.at >= ${since} and not exists (select from ${schema}.outbox o where o.event_id = e.id)
        order by e.seq returning seq`);
      replayed.push({ domain: name, events: rows.length });
      await this.queues.of(name).retryJobs({ state: 'failed' });
    }
    await this.relay.drain();
    return replayed;
  }
}
