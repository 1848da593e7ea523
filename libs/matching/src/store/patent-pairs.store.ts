import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';
import { patentPairKey, type PatentPairIds } from '../core/patent.js';
import type { Part } from '../core/score.js';

/** A pair of which both owners were told, with the score as it was. */
export interface PatentRecommendation extends PatentPairIds {
  readonly id: string;
  readonly needOwnerId: string;
  readonly patentOwnerId: string;
  readonly score: number;
  readonly parts: readonly Part[];
  readonly sharedTerms: readonly string[];
  readonly modelVersion: string;
  readonly createdAt: Date;
}

/** What the platform recommended of needs and patents. */
@Injectable()
export class PatentPairsStore {
  constructor(private readonly db: Db) {}

  /** Stores recommendations. @returns the keys of those pairs of which nobody had been told before. */
  async add(rows: readonly PatentRecommendation[]): Promise<Set<string>> {
    const inserted = await this.db.query<PatentPairIds>(sql`
      with added as (
        insert into matching.patent_recommendation (id, need_id, patent_id, need_owner_id, patent_owner_id, score, parts,
          shared_terms, model_version, created_at)
        select r.id, r."needId", r."patentId", r."needOwnerId", r."patentOwnerId", r.score, r.parts,
          array(select jsonb_array_elements_text(r."sharedTerms")), r."modelVersion", r."createdAt"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "needId" uuid, "patentId" uuid,
          "needOwnerId" uuid, "patentOwnerId" uuid, score int, parts jsonb, "sharedTerms" jsonb, "modelVersion" text,
          "createdAt" timestamptz)
        order by r."needId", r."patentId"
        on conflict on constraint patent_recommendation_once do nothing returning need_id, patent_id)
      select need_id as "needId", patent_id as "patentId" from added`);
    return new Set(inserted.map(patentPairKey));
  }
}
