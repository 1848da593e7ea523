import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ManualMatch, ManualMatchState } from '../core/manual.js';
import type { Part } from '../core/score.js';
import type { PartName } from '../core/weights.js';

export type Verdict = 'USEFUL' | 'NOT_USEFUL';

/** One person's verdict on one pair, with the score that was shown: what a ranker learns from later. */
@Entity({ schema: 'matching', name: 'feedback' })
export class FeedbackRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') needId!: string;
  @Column('uuid') resultId!: string;
  @Column('uuid') personId!: string;
  @Column('text') verdict!: Verdict;
  @Column('text') reason!: string;
  @Column('text', { array: true }) causes!: PartName[];
  /** The owners of the pair for whom the person spoke. */
  @Column('uuid', { array: true }) spokeFor!: string[];
  @Column('int') score!: number;
  @Column('jsonb') parts!: Part[];
  @Column('text') modelVersion!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity({ schema: 'matching', name: 'manual_match' })
export class ManualMatchRow implements ManualMatch {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: ManualMatchState;
  @Column('uuid') needId!: string;
  @Column('uuid') resultId!: string;
  @Column('uuid') agencyId!: string;
  @Column('uuid') personId!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** A pair of which its owners were told, with the score as it was (reference D2). */
@Entity({ schema: 'matching', name: 'recommendation' })
export class RecommendationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') needId!: string;
  @Column('uuid') resultId!: string;
  @Column('uuid') needOwnerId!: string;
  @Column('uuid') resultOwnerId!: string;
  @Column('int') score!: number;
  @Column('jsonb') parts!: Part[];
  @Column('text', { array: true }) sharedTerms!: string[];
  @Column('text') modelVersion!: string;
  @Column('timestamptz') createdAt!: Date;
}
