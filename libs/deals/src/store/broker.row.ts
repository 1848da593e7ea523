import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Brokerage } from '../core/brokerage.js';
import type { CommissionState, CommissionTerms } from '../core/commission.js';
import type { BrokerageState, DealState, Represents, Side } from '../core/types.js';

@Entity({ schema: 'deals', name: 'brokerage' })
export class BrokerageRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') dealId!: string;
  @Column('text') state!: BrokerageState;
  @Column('uuid') organisationId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') represents!: Represents;
  @Column('text', { nullable: true }) invitedBy!: Side | null;
  @Column('text') message!: string;
  @Column('timestamptz', { nullable: true }) dualDisclosedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sellerConsentedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) buyerConsentedAt!: Date | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** A brokerage as one statement reads it, with its agency's name and its deal's sides and state. */
export interface BrokerageView {
  readonly id: string;
  readonly version: number;
  readonly deal_id: string;
  readonly state: BrokerageState;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly person_id: string | null;
  readonly represents: Represents;
  readonly invited_by: Side | null;
  readonly message: string;
  readonly dual_disclosed_at: Date | null;
  readonly seller_consented_at: Date | null;
  readonly buyer_consented_at: Date | null;
  readonly end_reason: string | null;
  readonly seller_id: string;
  readonly buyer_id: string;
  readonly deal_state: DealState;
}

export const toBrokerage = (view: BrokerageView): Brokerage => ({
  id: view.id,
  version: view.version,
  dealId: view.deal_id,
  state: view.state,
  organisationId: view.organisation_id,
  organisationName: view.organisation_name,
  personId: view.person_id,
  represents: view.represents,
  invitedBy: view.invited_by,
  message: view.message,
  dualDisclosedAt: view.dual_disclosed_at,
  sellerConsentedAt: view.seller_consented_at,
  buyerConsentedAt: view.buyer_consented_at,
  endReason: view.end_reason,
  sellerId: view.seller_id,
  buyerId: view.buyer_id,
  dealState: view.deal_state,
});

@Entity({ schema: 'deals', name: 'commission' })
export class CommissionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') dealId!: string;
  @Column('text') state!: CommissionState;
  @Column('jsonb') terms!: CommissionTerms;
  @Column('jsonb', { nullable: true }) concluded!: { total: number; technical: number } | null;
  @Column('date', { nullable: true }) dueSince!: LegalDay | null;
  @Column('date', { nullable: true }) settledOn!: LegalDay | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity({ schema: 'deals', name: 'bypass_alert' })
export class BypassAlertRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: 'OPEN' | 'CLOSED';
  @Column('uuid') introductionId!: string;
  @Column('uuid') contractId!: string;
  @Column('text') sellerName!: string;
  @Column('text') buyerName!: string;
  @Column('text') registrationNumber!: string;
  @Column('date') registeredOn!: LegalDay;
  @Column('int') windowMonths!: number;
  @Column('text') parameterId!: string;
  @Column('text', { nullable: true }) conclusion!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
