import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { TaxNoticeContent } from '../core/proceedings/tax-notice.js';

@Entity({ schema: 'contracts', name: 'tax_notice' })
export class TaxNoticeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') contractId!: string;
  @Column('uuid') proceedingId!: string;
  @Column('text') registryDivision!: string;
  @Column('text') state!: 'PENDING' | 'SENT';
  @Column('jsonb') content!: TaxNoticeContent;
  @Column('date') dueOn!: LegalDay;
  @Column('text', { nullable: true }) recipient!: string | null;
  @Column('text', { nullable: true }) documentNumber!: string | null;
  @Column('date', { nullable: true }) sentOn!: LegalDay | null;
  @Column('uuid', { nullable: true }) sentBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
