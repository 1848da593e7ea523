import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Draw } from '../core/review/draw.js';
import type { Seat, SeatState } from '../core/review/seat.js';

@Entity({ schema: 'challenges', name: 'draw' })
export class DrawRowEntity implements Draw {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') callId!: string;
  @Column('int') round!: number;
  @Column('text') state!: Draw['state'];
  @Column('jsonb') parties!: Draw['parties'];
  @Column('int') threshold!: number;
  @Column('jsonb') criteria!: Draw['criteria'];
  @Column('text') criteriaHash!: string;
  @Column('jsonb') rows!: Draw['rows'];
  @Column('text') poolHash!: string;
  @Column('jsonb') parts!: Draw['parts'];
  @Column('jsonb') reveals!: Draw['reveals'];
  @Column('jsonb') shares!: Draw['shares'];
  @Column('text', { nullable: true }) seed!: string | null;
  @Column('jsonb', { nullable: true }) result!: Draw['result'];
  @Column('jsonb') changes!: Draw['changes'];
  @Column('jsonb') turns!: Draw['turns'];
  @Column('jsonb') recused!: Draw['recused'];
  @Column('jsonb') lacking!: Draw['lacking'];
  @Column('text') voidReason!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity({ schema: 'challenges', name: 'seat' })
export class SeatRow implements Seat {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') callId!: string;
  @Column('int') round!: number;
  @Column('uuid') drawId!: string;
  @Column('int') row!: number;
  @Column('text') stratum!: string;
  @Column('uuid') personId!: string;
  @Column('text') state!: SeatState;
  @Column('text') reason!: string;
  @Column('date') answerBy!: LegalDay;
  @Column('date', { nullable: true }) reviewBy!: LegalDay | null;
  @Column('boolean') lead!: boolean;
  @Column('uuid', { array: true, nullable: true }) votes!: string[] | null;
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
