import { Column, Entity } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Broker, BrokerContent } from '../core/brokers/broker.js';
import type { Credential, Level, Training } from '../core/brokers/records.js';
import { IntermediaryRow, listed } from './intermediary.row.js';

/** A broker's entry; beside the content the columns by which lists filter and find. */
@Entity({ schema: 'discovery', name: 'broker' })
export class BrokerRow extends IntermediaryRow {
  @Column('uuid') personId!: string;
  @Column('jsonb') content!: BrokerContent;
  @Column('jsonb') credentials!: readonly Credential[];
  @Column('jsonb') trainings!: readonly Training[];
  @Column('text', { nullable: true }) level!: Level | null;
  @Column('date', { nullable: true }) levelUntil!: LegalDay | null;
  @Column('text', { nullable: true }) confirmedBy!: string | null;
}

export const toBrokerRow = (broker: Broker): BrokerRow => ({
  ...broker,
  ...listed(broker),
});

export const toBroker = ({
  services: _s,
  techFields: _t,
  clusters: _c,
  designatedUntil: _d,
  ...broker
}: BrokerRow): Broker => broker;
