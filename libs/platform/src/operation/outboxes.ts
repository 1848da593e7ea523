import type { DomainName } from '@jihui/events';
import type { Db } from '../db/db.js';
import { join, raw, sql } from '../db/sql.js';

/** What of a domain is committed, and not yet taken by the queue. */
export interface OutboxOf {
  readonly domain: DomainName;
  readonly rows: number;
  /** How long the oldest event of those has waited, in seconds of business time; null where none does. */
  readonly oldestSeconds: number | null;
}

/** @param domains that are installed in the database */
export async function outboxes(db: Db, domains: readonly DomainName[]): Promise<readonly OutboxOf[]> {
  if (domains.length === 0) return [];
  const each = domains.map(
    (domain) => sql`
      select ${domain}::text as domain, count(*)::int as rows,
        extract(epoch from platform.business_now() - min(e.at))::float8 as "oldestSeconds"
      from ${raw(domain)}.outbox o left join ${raw(domain)}.event e on e.id = o.event_id`,
  );
  return db.query<OutboxOf>(join(each, raw(' union all ')));
}
