import { Injectable } from '@nestjs/common';
import { Db, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { Sums } from '../core/statistics/figures.js';
import type { Month } from '../core/statistics/months.js';

/** A published month. */
export interface Closing extends Sums {
  readonly month: Month;
  readonly closedAt: Date;
  readonly closedBy: string;
  /** SHA-256 of the figures as they were published. */
  readonly figuresSha256: string;
}

/** Published months, and the lock under which one is closed. */
@Injectable()
export class ClosingsStore {
  constructor(private readonly db: Db) {}

  /** Waits for the rows of the ledger under way; those that come later count in the month after. */
  async lockMonths(): Promise<void> {
    await this.db.query(sql`select pg_advisory_xact_lock(hashtextextended('contracts/months', 0))`);
  }

  async closedThrough(): Promise<Month | null> {
    const row = await this.db.one<{ month: Month | null }>(
      sql`select max(month) as month from contracts.closed_month`,
    );
    return row?.month ?? null;
  }

  async add(closing: Closing & { readonly figures: string }): Promise<void> {
    await this.db.query(sql`
      insert into contracts.closed_month
        (month, closed_at, closed_by, count, total, technical, figures, figures_sha256)
      values (${closing.month}, ${closing.closedAt}, ${closing.closedBy}, ${closing.count}, ${closing.total},
        ${closing.technical}, ${closing.figures}::jsonb, ${closing.figuresSha256})`);
  }

  async get(month: Month): Promise<Closing | undefined> {
    return this.db.one<Closing>(
      sql`select ${COLUMNS} from contracts.closed_month m where m.month = ${month}`,
    );
  }

  /** Newest first. */
  list(args: PageArgs): Promise<Connection<Closing>> {
    return this.db.page<Closing, Closing>(
      {
        select: COLUMNS,
        from: sql`contracts.closed_month m`,
        where: [],
        order: [{ expression: sql`m.month`, type: 'text', direction: 'desc' }],
        toNode: (row) => row,
      },
      args,
    );
  }
}

const COLUMNS = sql`m.month, m.closed_at as "closedAt", m.closed_by as "closedBy", m.count,
  m.total::float8 as total, m.technical::float8 as technical, m.figures_sha256 as "figuresSha256"`;
