import { Injectable } from '@nestjs/common';
import { Db, sql, uuidv7 } from '@jihui/platform';
import type { Evaluation } from '../core/evaluation.js';

/** What was measured of versions, for good. */
@Injectable()
export class EvaluationsStore {
  constructor(private readonly db: Db) {}

  async add({ at, needs, pairs, versions }: Omit<Evaluation, 'id'>): Promise<void> {
    await this.db.query(sql`
      insert into matching.evaluation (id, at, needs, pairs, versions)
      values (${uuidv7()}, ${at}, ${needs}, ${pairs}, ${JSON.stringify(versions)}::jsonb)`);
  }

  /** Newest first. */
  newest(limit: number): Promise<Evaluation[]> {
    return this.db.query<Evaluation>(sql`
      select id, at, needs, pairs, versions from matching.evaluation order by at desc, id desc limit ${limit}`);
  }
}
