import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import { Db, putRows, sql } from '@jihui/platform';
import type { Patent } from '../core/patents/patent.js';
import { toDomain, toRow, type StoredPatent } from './patent.row.js';
import { PATENT_COLUMNS } from './patents.store.js';

/** An entry of the register, with what the last file said of it; null where none did. */
export interface Standing {
  readonly patent: Patent;
  readonly importHash: string | null;
}

/** Patents by the batch: for imports alone. */
@Injectable()
export class PatentImportStore {
  constructor(private readonly db: Db) {}

  /** Every living entry of these numbers, locked in the order of ids. */
  async standing(numbers: readonly string[]): Promise<Standing[]> {
    const rows = await this.db.query<StoredPatent & { importHash: string | null }>(sql`
      select ${PATENT_COLUMNS}, p.import_hash as "importHash" from discovery.patent p
      where ${sql.any(sql`p.number`, [...new Set(numbers)])} and p.state <> 'REMOVED' order by p.id for update`);
    return rows.map(({ importHash, ...row }) => ({ patent: toDomain(row), importHash }));
  }

  /** Writes new entries and corrected ones in one statement; the corrected ones are locked by then. */
  async write(
    changes: readonly { readonly after: Patent; readonly importHash: string }[],
    now: Date,
  ): Promise<void> {
    const today = legalDayOf(now);
    const rows = changes.map(({ after, importHash }) => Object.assign(toRow(after, today), { importHash }));
    await this.db.query(putRows('discovery.patent', rows));
  }
}
