import { Injectable } from '@nestjs/common';
import { Db, sql, type Sql } from '@jihui/platform';
import type { FindableBroker } from '../brokers/broker-document.js';
import type { Broker } from '../core/brokers/broker.js';
import { BROKER_COLUMNS } from './brokers.store.js';
import { HANDED_IN } from './register-visibility.js';

/** Brokers whom anybody but themselves may find: whatever reached the bureau, of people whose account stands. */
const FINDABLE = sql`(${HANDED_IN} and m.active)`;

/** Reads of the register of brokers for the search index. */
@Injectable()
export class BrokerFindablesStore {
  constructor(private readonly db: Db) {}

  /** Locked in the order of ids, so that whoever makes documents of them makes them of the newest. */
  async lock(ids: readonly string[]): Promise<{ id: string; version: number }[]> {
    return this.db.query(sql`
      select b.id, b.version from discovery.broker b where ${sql.any(sql`b.id`, ids)} order by b.id for update`);
  }

  async byIds(ids: readonly string[]): Promise<FindableBroker[]> {
    const rows = await this.db.query<Broker & Omit<FindableBroker, 'broker'>>(
      this.findable(
        sql`${BROKER_COLUMNS}, b.content, m.name, o.name as "agencyName"`,
        sql.any(sql`b.id`, ids),
      ),
    );
    return rows.map(({ name, agencyName, ...broker }) => ({ broker, name, agencyName }));
  }

  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      ${this.findable(sql`b.id`, sql`(${after}::uuid is null or b.id > ${after}::uuid)`)} order by b.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  /** The agency's brokers, a page in the order of ids. */
  async idsOfAgency(organisationId: string, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select b.id from discovery.broker b where b.organisation_id = ${organisationId}
        and (${after}::uuid is null or b.id > ${after}::uuid) order by b.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  private findable(columns: Sql, condition: Sql): Sql {
    return sql`select ${columns} from discovery.broker b join discovery.person m on m.id = b.person_id
      join discovery.organisation o on o.id = b.organisation_id where ${FINDABLE} and ${condition}`;
  }
}
