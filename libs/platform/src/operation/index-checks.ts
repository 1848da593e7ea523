import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import type { Checked } from '../search/index-check.js';

/** What the last look at the search index found. */
export interface IndexReport {
  /** When somebody asked for a look that has not ended; null where none is under way. */
  readonly askedAt: Date | null;
  readonly checkedAt: Date | null;
  readonly documents: number;
  readonly drifts: readonly DriftCount[];
}

export interface DriftCount {
  readonly engine: string;
  readonly type: string;
  readonly problem: string;
  readonly count: number;
}

interface Row {
  readonly asked_at: Date | null;
  readonly checked_at: Date | null;
  readonly documents: number;
  readonly drifts: readonly DriftCount[];
}

/** The one row in which looks at the search index are asked for and told. */
@Injectable()
export class IndexChecks {
  constructor(private readonly db: Db) {}

  async last(): Promise<IndexReport> {
    const row = await this.db.one<Row>(
      sql`select asked_at, checked_at, documents, drifts from platform.index_check`,
    );
    return {
      askedAt: row?.asked_at ?? null,
      checkedAt: row?.checked_at ?? null,
      documents: row?.documents ?? 0,
      drifts: row?.drifts ?? [],
    };
  }

  async ask(at: Date): Promise<void> {
    await this.db.query(sql`update platform.index_check set asked_at = ${at}`);
  }

  async tell({ documents, drifts }: Checked): Promise<void> {
    const counts = new Map<string, DriftCount>();
    for (const { engine, type, problem } of drifts) {
      const key = `${engine} ${type} ${problem}`;
      counts.set(key, { engine, type, problem, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    await this.db.query(sql`
      update platform.index_check set asked_at = null, checked_at = platform.business_now(),
        documents = ${documents}, drifts = ${JSON.stringify([...counts.values()])}::jsonb`);
  }
}
