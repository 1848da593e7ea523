import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type {
  Approved,
  Argument,
  Call,
  CallContent,
  CallPlan,
  Extension,
  Fixed,
} from '../core/calls/call.js';
import type { CallState } from '../core/calls/lifecycle.js';
import type { CallMode } from '../core/calls/modes.js';
import type { Funding } from '../core/money/plan.js';

@Entity({ schema: 'challenges', name: 'call' })
export class CallRow implements Call {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('text') state!: CallState;
  @Column('text') mode!: CallMode;
  @Column('int') round!: number;
  @Column('uuid') ownerId!: string;
  @Column('text') divisionCode!: string;
  @Column('uuid', { nullable: true }) needId!: string | null;
  @Column('uuid', { nullable: true }) batchId!: string | null;
  @Column('jsonb') content!: CallContent;
  @Column('jsonb') funding!: Funding;
  @Column('jsonb') plan!: CallPlan;
  @Column('jsonb', { nullable: true }) argument!: Argument | null;
  @Column('jsonb') approvals!: readonly Approved[];
  @Column('jsonb') extensions!: readonly Extension[];
  @Column('jsonb', { nullable: true }) fixed!: Fixed | null;
  @Column('text') note!: string;
  @Column('date', { nullable: true }) noticeFrom!: LegalDay | null;
  @Column('date', { nullable: true }) noticeUntil!: LegalDay | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closesAt!: Date | null;
  @Column('timestamptz', { nullable: true }) openingAt!: Date | null;
  @Column('int', { nullable: true }) validBids!: number | null;
  @Column('date', { nullable: true }) stageFrom!: LegalDay | null;
  @Column('date', { nullable: true }) stageUntil!: LegalDay | null;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
