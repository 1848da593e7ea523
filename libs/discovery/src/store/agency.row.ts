import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Agency, AgencyContent } from '../core/agencies/agency.js';
import type { Support } from '../core/agencies/support.js';
import type { Designation } from '../core/register/designation.js';
import type { RegisterReason, RegisterState, Service } from '../core/register/register.js';

/** An agency's entry; beside the content the columns by which lists filter and find. */
@Entity({ schema: 'discovery', name: 'agency' })
export class AgencyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') organisationId!: string;
  @Column('text') scopeCode!: string;
  @Column('text') state!: RegisterState;
  @Column('text', { nullable: true }) stateReason!: RegisterReason | null;
  @Column('text') stateNote!: string;
  @Column('date', { nullable: true }) barredUntil!: LegalDay | null;
  @Column('jsonb') content!: AgencyContent;
  @Column('text', { array: true }) services!: Service[];
  @Column('text', { array: true }) techFields!: string[];
  @Column('text', { array: true }) clusters!: string[];
  @Column('jsonb', { nullable: true }) designation!: Designation | null;
  @Column('jsonb') supports!: readonly Support[];
  @Column('date', { nullable: true }) designatedUntil!: LegalDay | null;
  @Column('timestamptz', { nullable: true }) admittedAt!: Date | null;
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export const toAgencyRow = (agency: Agency): AgencyRow => ({
  ...agency,
  services: [...agency.content.services],
  techFields: [...agency.content.techFields],
  clusters: [...agency.content.clusters],
  designatedUntil: agency.designation?.until ?? null,
});

export const toAgency = ({
  services: _s,
  techFields: _t,
  clusters: _c,
  designatedUntil: _d,
  ...agency
}: AgencyRow): Agency => agency;
