import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { CallMode } from '../core/calls/modes.js';
import type { ProjectState } from '../core/projects/lifecycle.js';
import type { NewProject, Project } from '../core/projects/project.js';

@Entity({ schema: 'challenges', name: 'project' })
export class ProjectRow implements NewProject {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('text') state!: ProjectState;
  @Column('uuid') callId!: string;
  @Column('int') round!: number;
  @Column('uuid') bidId!: string;
  @Column('text') mode!: CallMode;
  @Column('text') title!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') ownerId!: string;
  @Column('text') divisionCode!: string;
  @Column('text') office!: string;
  @Column('uuid', { nullable: true }) responsibleId!: string | null;
  @Column('uuid', { nullable: true }) supervisorId!: string | null;
  @Column('bigint') approved!: number;
  @Column('bigint') ownerDue!: number;
  @Column('jsonb') indicators!: Project['indicators'];
  @Column('jsonb') promises!: Project['promises'];
  @Column('jsonb', { nullable: true }) taskBook!: Project['taskBook'];
  @Column('jsonb', { nullable: true }) contract!: Project['contract'];
  @Column('jsonb') milestones!: Project['milestones'];
  @Column('jsonb') instalments!: Project['instalments'];
  @Column('jsonb') entries!: Project['entries'];
  @Column('jsonb') ownerPayments!: Project['ownerPayments'];
  @Column('jsonb', { nullable: true }) request!: Project['request'];
  @Column('jsonb') changes!: Project['changes'];
  @Column('jsonb') inspections!: Project['inspections'];
  @Column('jsonb') results!: Project['results'];
  @Column('jsonb') benefits!: Project['benefits'];
  @Column('jsonb') alarms!: Project['alarms'];
  @Column('jsonb', { nullable: true }) acceptance!: Project['acceptance'];
  @Column('jsonb', { nullable: true }) exemption!: Project['exemption'];
  @Column('int', { nullable: true }) performance!: number | null;
  @Column('jsonb') performanceSheet!: Project['performanceSheet'];
  @Column('text') note!: string;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
  @Column('date') signBy!: LegalDay;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
