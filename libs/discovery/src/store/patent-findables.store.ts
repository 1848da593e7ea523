import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db, raw, sql } from '@jihui/platform';
import type { FindablePatent } from '../patents/patent-document.js';
import { toDomain, type StoredPatent } from './patent.row.js';
import { PATENT_COLUMNS } from './patents.store.js';

const STANDS = raw(`p.state <> 'REMOVED'`);

/** Reads of the register for the search index. */
@Injectable()
export class PatentFindablesStore {
  constructor(private readonly db: Db) {}

  /** Locked in the order of ids, so that whoever makes documents of them makes them of the newest. */
  async lock(ids: readonly string[]): Promise<{ id: string; version: number }[]> {
    return this.db.query(sql`
      select p.id, p.version from discovery.patent p where ${sql.any(sql`p.id`, ids)} order by p.id for update`);
  }

  async byIds(ids: readonly string[]): Promise<FindablePatent[]> {
    const rows = await this.db.query<StoredPatent & { nextFeeDueOn: LegalDay | null }>(sql`
      select ${PATENT_COLUMNS}, p.next_fee_due_on::text as "nextFeeDueOn" from discovery.patent p
      where ${sql.any(sql`p.id`, ids)} and ${STANDS}`);
    return rows.map(({ nextFeeDueOn, ...row }) => ({ patent: toDomain(row), nextFeeDueOn }));
  }

  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select p.id from discovery.patent p where ${STANDS} and (${after}::uuid is null or p.id > ${after}::uuid)
      order by p.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }
}
