import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Batch } from '../core/calls/batch.js';

@Entity({ schema: 'challenges', name: 'batch' })
export class BatchRow implements Batch {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('date') opensOn!: LegalDay;
  @Column('date') closesOn!: LegalDay;
  @Column('text') guide!: string;
  @Column('text') divisionCode!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
