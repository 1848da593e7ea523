import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RatingState, Scores } from '../core/ratings/rating.js';

/** A rating of a broker by a side of a deal. */
@Entity({ schema: 'discovery', name: 'rating' })
export class RatingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: RatingState;
  @Column('uuid') brokerId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') scopeCode!: string;
  @Column('uuid') dealId!: string;
  @Column('uuid') raterId!: string;
  @Column('text') ratedBy!: string;
  @Column('jsonb') scores!: Scores;
  @Column('text') text!: string;
  @Column('text') answer!: string;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text') hiddenReason!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
