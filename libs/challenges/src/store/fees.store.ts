import { Injectable } from '@nestjs/common';
import { containing, Db, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { FeeSheet } from '../core/review/fees.js';
import { FeeSheetRow } from './reviewer.row.js';

const COLUMNS =
  raw(`f.id, f.version, f.call_id as "callId", f.round, f.due_on::text as "dueOn", f.fees, f.unpaid,
  f.created_at as "createdAt", f.updated_at as "updatedAt"`);

export interface FeeFilter {
  /** Sheets on which all is paid, or those on which something waits. */
  readonly paid?: boolean | null;
  /** Part of the call's code or title, or of an expert's name. */
  readonly text?: string | null;
}

/** 评审费发放表: the only SQL on them. */
@Injectable()
export class FeesStore {
  constructor(private readonly db: Db) {}

  insert(sheet: FeeSheet): Promise<void> {
    return this.db.insert(FeeSheetRow, { ...sheet });
  }

  save(before: Pick<FeeSheet, 'id' | 'version'>, change: Partial<FeeSheet>): Promise<void> {
    return this.db.update(FeeSheetRow, { id: before.id, version: before.version }, change);
  }

  async remove(id: string): Promise<void> {
    await this.db.query(sql`delete from challenges.fee_sheet where id = ${id}`);
  }

  get(id: string): Promise<FeeSheet | undefined> {
    return this.db.one<FeeSheet>(sql`select ${COLUMNS} from challenges.fee_sheet f where f.id = ${id}`);
  }

  /** Of a round whose call is locked. */
  ofRound(callId: string, round: number): Promise<FeeSheet | undefined> {
    return this.db.one<FeeSheet>(sql`
      select ${COLUMNS} from challenges.fee_sheet f where f.call_id = ${callId} and f.round = ${round}
      order by f.created_at limit 1`);
  }

  /** Every sheet of these calls. */
  ofCalls(callIds: readonly string[]): Promise<readonly FeeSheet[]> {
    return this.db.query<FeeSheet>(sql`
      select ${COLUMNS} from challenges.fee_sheet f where ${sql.any(sql`f.call_id`, callIds)}`);
  }

  /** Newest first. */
  list(visible: Sql, filter: FeeFilter, args: PageArgs): Promise<Connection<FeeSheet>> {
    const pattern = containing((filter.text ?? '').trim());
    return this.db.page<FeeSheet, FeeSheet>(
      {
        select: COLUMNS,
        from: raw('challenges.fee_sheet f join challenges.call c on c.id = f.call_id'),
        where: [
          visible,
          ...(filter.paid == null ? [] : [filter.paid ? sql`f.unpaid = 0` : sql`f.unpaid > 0`]),
          ...(pattern === '%%'
            ? []
            : [
                sql`(c.code ilike ${pattern} or c.content ->> 'title' ilike ${pattern}
                  or exists (select from jsonb_array_elements(f.fees) e where e ->> 'name' ilike ${pattern}))`,
              ]),
        ],
        order: [
          { expression: sql`f.due_on`, type: 'date', direction: 'desc' },
          { expression: sql`f.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }
}
