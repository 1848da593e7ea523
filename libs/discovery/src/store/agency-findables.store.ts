import { Injectable } from '@nestjs/common';
import { Db, sql, type Sql } from '@jihui/platform';
import type { FindableAgency } from '../agencies/agency-document.js';
import type { Agency } from '../core/agencies/agency.js';
import { AGENCY_COLUMNS } from './agencies.store.js';
import { AGENCY_HANDED_IN } from './agency-visibility.js';

/** Reads of the register of agencies for the search index. */
@Injectable()
export class AgencyFindablesStore {
  constructor(private readonly db: Db) {}

  /** Locked in the order of ids, so that whoever makes documents of them makes them of the newest. */
  async lock(ids: readonly string[]): Promise<{ id: string; version: number }[]> {
    return this.db.query(sql`
      select a.id, a.version from discovery.agency a where ${sql.any(sql`a.id`, ids)} order by a.id for update`);
  }

  async byIds(ids: readonly string[]): Promise<FindableAgency[]> {
    const rows = await this.db.query<Agency & { readonly name: string }>(
      this.findable(sql`${AGENCY_COLUMNS}, a.content, o.name`, sql.any(sql`a.id`, ids)),
    );
    return rows.map(({ name, ...agency }) => ({ agency, name }));
  }

  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      ${this.findable(sql`a.id`, sql`(${after}::uuid is null or a.id > ${after}::uuid)`)} order by a.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  private findable(columns: Sql, condition: Sql): Sql {
    return sql`select ${columns} from discovery.agency a
      join discovery.organisation o on o.id = a.organisation_id where ${AGENCY_HANDED_IN} and ${condition}`;
  }
}
