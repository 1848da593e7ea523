import { Injectable } from '@nestjs/common';
import { addRows, Db } from '@jihui/platform';
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

  /** Stores recommendations, not none. @returns the keys of those pairs of which nobody had been told before. */
  async add(rows: readonly PatentRecommendation[]): Promise<Set<string>> {
    const added = await this.db.query<PatentPairIds>(
      addRows('matching.patent_recommendation', ['needId', 'patentId'], rows),
    );
    return new Set(added.map(patentPairKey));
  }
}
