import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Broker, BrokerContent } from '../core/brokers/broker.js';
import type { Credential, Level, Training } from '../core/brokers/records.js';
import type { Designation } from '../core/register/designation.js';
import type { RegisterReason, RegisterState, Service } from '../core/register/register.js';

/** A broker's entry; beside the content the columns by which lists filter and find. */
@Entity({ schema: 'discovery', name: 'broker' })
export class BrokerRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') scopeCode!: string;
  @Column('text') state!: RegisterState;
  @Column('text', { nullable: true }) stateReason!: RegisterReason | null;
  @Column('text') stateNote!: string;
  @Column('date', { nullable: true }) barredUntil!: LegalDay | null;
  @Column('jsonb') content!: BrokerContent;
  @Column('text', { array: true }) services!: Service[];
  @Column('text', { array: true }) techFields!: string[];
  @Column('text', { array: true }) clusters!: string[];
  @Column('jsonb') credentials!: readonly Credential[];
  @Column('jsonb') trainings!: readonly Training[];
  @Column('text', { nullable: true }) level!: Level | null;
  @Column('date', { nullable: true }) levelUntil!: LegalDay | null;
  @Column('jsonb', { nullable: true }) designation!: Designation | null;
  @Column('date', { nullable: true }) designatedUntil!: LegalDay | null;
  @Column('text', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) admittedAt!: Date | null;
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export const toBrokerRow = (broker: Broker): BrokerRow => ({
  ...broker,
  services: [...broker.content.services],
  techFields: [...broker.content.techFields],
  clusters: [...broker.content.clusters],
  designatedUntil: broker.designation?.until ?? null,
});

export const toBroker = ({
  services: _s,
  techFields: _t,
  clusters: _c,
  designatedUntil: _d,
  ...broker
}: BrokerRow): Broker => broker;
