import { Column, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Designation } from '../core/register/designation.js';
import type { Intermediary, RegisterReason, RegisterState, Service } from '../core/register/register.js';

/** The columns of brokers' and agencies' entries alike; beside the content those by which lists filter and find. */
export abstract class IntermediaryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') organisationId!: string;
  @Column('text') scopeCode!: string;
  @Column('text') state!: RegisterState;
  @Column('text', { nullable: true }) stateReason!: RegisterReason | null;
  @Column('text') stateNote!: string;
  @Column('date', { nullable: true }) barredUntil!: LegalDay | null;
  @Column('text', { array: true }) services!: Service[];
  @Column('text', { array: true }) techFields!: string[];
  @Column('text', { array: true }) clusters!: string[];
  @Column('jsonb', { nullable: true }) designation!: Designation | null;
  @Column('date', { nullable: true }) designatedUntil!: LegalDay | null;
  @Column('timestamptz', { nullable: true }) admittedAt!: Date | null;
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** Columns that repeat part of the entry. */
export const listed = ({
  content,
  designation,
}: Pick<Intermediary, 'designation'> & {
  readonly content: {
    readonly services: readonly Service[];
    readonly techFields: readonly string[];
    readonly clusters: readonly string[];
  };
}) => ({
  services: [...content.services],
  techFields: [...content.techFields],
  clusters: [...content.clusters],
  designatedUntil: designation?.until ?? null,
});
