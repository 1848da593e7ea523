import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { CreditEvent, CreditKind } from '../core/review/credit.js';
import type { FeeSheet, ReviewFee } from '../core/review/fees.js';

@Entity({ schema: 'challenges', name: 'fee_sheet' })
export class FeeSheetRow implements FeeSheet {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') callId!: string;
  @Column('int') round!: number;
  @Column('date') dueOn!: LegalDay;
  @Column('jsonb') fees!: readonly ReviewFee[];
  @Column('int') unpaid!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity({ schema: 'challenges', name: 'credit_event' })
export class CreditEventRow implements CreditEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') personId!: string;
  @Column('uuid') callId!: string;
  @Column('int') round!: number;
  @Column('uuid') seatId!: string;
  @Column('text') kind!: CreditKind;
  @Column('text') note!: string;
  @Column('date') day!: LegalDay;
  @Column('date', { nullable: true }) liftedOn!: LegalDay | null;
  @Column('text') liftReason!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
