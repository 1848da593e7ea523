import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import {
  type Availability,
  type Expert,
  type ExpertContent,
  type ExpertState,
  type FlexibleMode,
  type Privacy,
  type Reason,
  type Relation,
  type Tier,
} from '../core/experts/expert.js';

/** An expert. `content` is the profile; the columns beside it are what lists are filtered and counted by. */
@Entity({ schema: 'discovery', name: 'expert' })
export class ExpertRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') personId!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text') scopeCode!: string;
  @Column('text') state!: ExpertState;
  @Column('text', { nullable: true }) stateReason!: Reason | null;
  @Column('text') stateNote!: string;
  @Column('date', { nullable: true }) barredUntil!: LegalDay | null;
  @Column('text') visibility!: Tier;
  @Column('jsonb') privacy!: Privacy;
  @Column('jsonb') content!: ExpertContent;
  @Column('jsonb') relations!: readonly Relation[];
  @Column('timestamptz', { nullable: true }) relationsDeclaredAt!: Date | null;
  @Column('text', { array: true }) techFields!: string[];
  @Column('text', { array: true }) clusters!: string[];
  @Column('text', { array: true }) modes!: FlexibleMode[];
  @Column('text') availability!: Availability;
  @Column('text', { nullable: true }) consentedBy!: string | null;
  @Column('timestamptz', { nullable: true }) admittedAt!: Date | null;
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export const toExpertRow = (expert: Expert): ExpertRow => ({
  ...expert,
  techFields: [...expert.content.techFields],
  clusters: [...expert.content.clusters],
  modes: [...expert.content.modes],
  availability: expert.content.availability,
});

export const toExpert = ({
  techFields: _t,
  clusters: _c,
  modes: _m,
  availability: _a,
  ...expert
}: ExpertRow): Expert => expert;
