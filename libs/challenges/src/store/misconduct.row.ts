import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Concern, NamedInReport } from '../core/misconduct/handlers.js';
import type {
  MisconductNote,
  MisconductReport,
  MisconductState,
  MisconductSubject,
} from '../core/misconduct/report.js';

@Entity({ schema: 'challenges', name: 'misconduct_report' })
export class MisconductReportRow implements MisconductReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: MisconductState;
  @Column('text') subject!: MisconductSubject;
  @Column('uuid', { nullable: true }) callId!: string | null;
  @Column('uuid', { nullable: true }) projectId!: string | null;
  @Column('text') divisionCode!: string;
  @Column('boolean') signed!: boolean;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') name!: string;
  @Column('text') contact!: string;
  @Column('jsonb') named!: readonly NamedInReport[];
  @Column('text', { array: true }) concerns!: readonly Concern[];
  @Column('text') statement!: string;
  @Column('text') receiptHash!: string;
  @Column('jsonb') notes!: readonly MisconductNote[];
  @Column('date') acceptBy!: LegalDay;
  @Column('date', { nullable: true }) concludeBy!: LegalDay | null;
  @Column('boolean') extended!: boolean;
  @Column('date', { nullable: true }) alarmedOn!: LegalDay | null;
  @Column('text') decision!: string;
  @Column('text') finding!: string;
  @Column('text') measures!: string;
  @Column('text') answer!: string;
  @Column('uuid', { nullable: true }) handledBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
