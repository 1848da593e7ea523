import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import { StartError } from '../config/reasons.js';
import { BusinessClock } from '../db/clock.js';
import { Db } from '../db/db.js';
import { raw, sql } from '../db/sql.js';
import { Parameters } from '../law/parameters.js';
import { Queues } from '../queue/queues.js';
import { RETENTION } from '../retention/rules.js';
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
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Delivers every event since then once more and lets failed deliveries try again. A handler that has had its
   * effect is marked and does nothing the second time, as long as the mark is kept.
   * @throws StartError for a time before that
   */
  async replay(since: Date): Promise<Replayed[]> {
    await this.refuseUnmarked(since);
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

  /** Marks are taken away by the rule of `platform.marks`. */
  private async refuseUnmarked(since: Date): Promise<void> {
    const now = await this.clock.now();
    const { value: days } = await this.parameters.int(RETENTION.MARKS, legalDayOf(now));
    if (now.getTime() - since.getTime() > days * 86_400_000)
      throw new StartError(
        `只能重新投递最近 ${days} 天的事件：更早的完成标记已删除，重新投递会重复生效 (marks older than ${days} days are gone)`,
      );
  }
}
