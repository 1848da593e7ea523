import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Ban, BanLevel } from '../core/bans/ban.js';

@Entity({ schema: 'challenges', name: 'ban' })
export class BanRow implements Ban {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text') personName!: string;
  @Column('text') personUnit!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') divisionCode!: string;
  @Column('text') level!: BanLevel;
  @Column('date') fromDay!: LegalDay;
  @Column('date', { nullable: true }) untilDay!: LegalDay | null;
  @Column('text') document!: string;
  @Column('text') reason!: string;
  @Column('date', { nullable: true }) liftedOn!: LegalDay | null;
  @Column('text') liftDocument!: string;
  @Column('text') liftReason!: string;
  @Column('date', { nullable: true }) endedOn!: LegalDay | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
