import { Injectable } from '@nestjs/common';
import { Db, sql, type Sql } from '@jihui/platform';
import type { Expert } from '../core/experts/expert.js';
import type { FindableExpert } from '../experts/expert-document.js';
import { EXPERT_COLUMNS } from './experts.store.js';
import { HANDED_IN } from './expert-visibility.js';

/** Experts whom anybody but themselves may find: whatever reached the bureau, of people whose account stands. */
const FINDABLE = sql`(${HANDED_IN} and m.active)`;

/** Reads of the bank for the search index. */
@Injectable()
export class ExpertFindablesStore {
  constructor(private readonly db: Db) {}

  /** Locked in the order of ids, so that whoever makes documents of them makes them of the newest. */
  async lock(ids: readonly string[]): Promise<{ id: string; version: number }[]> {
    return this.db.query(sql`
      select e.id, e.version from discovery.expert e where ${sql.any(sql`e.id`, ids)} order by e.id for update`);
  }

  async byIds(ids: readonly string[]): Promise<FindableExpert[]> {
    const rows = await this.db.query<Expert & Omit<FindableExpert, 'expert'>>(
      this.findable(sql`${EXPERT_COLUMNS}, e.content, m.name, o.name as "unitName"`, sql.any(sql`e.id`, ids)),
    );
    return rows.map(({ name, unitName, ...expert }) => ({ expert, name, unitName }));
  }

  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      ${this.findable(sql`e.id`, sql`(${after}::uuid is null or e.id > ${after}::uuid)`)} order by e.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  /** The unit's experts, a page in the order of ids. */
  async idsOfUnit(organisationId: string, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select e.id from discovery.expert e where e.organisation_id = ${organisationId}
        and (${after}::uuid is null or e.id > ${after}::uuid) order by e.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  private findable(columns: Sql, condition: Sql): Sql {
    return sql`select ${columns} from discovery.expert e join discovery.person m on m.id = e.person_id
      left join discovery.organisation o on o.id = e.organisation_id where ${FINDABLE} and ${condition}`;
  }
}
