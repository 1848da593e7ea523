import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { DayKind, Disclosure, Objection, ObjectionState } from '../core/disclosure.js';
import type { CooperationMode, DisclosureState } from '../core/types.js';

/** What the public reads and nothing filters by. */
export interface DisclosureBody {
  readonly summary: string;
  readonly conversionMode: CooperationMode;
  readonly price: number;
  readonly technical: number;
  readonly royaltyTerms: string;
  readonly transfereeName: string;
  readonly relatedParty: boolean;
  readonly relation: string;
  readonly basis: string;
  readonly days: number;
  readonly dayKind: DayKind;
  readonly requiredDaysSource: string;
  readonly channels: readonly string[];
  readonly objectionOffice: string;
  readonly objectionPhone: string;
}

@Entity({ schema: 'deals', name: 'disclosure' })
export class DisclosureRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('uuid') dealId!: string;
  @Column('uuid') proposalId!: string;
  @Column('text') state!: DisclosureState;
  @Column('uuid') sellerId!: string;
  @Column('text') sellerName!: string;
  @Column('text') resultName!: string;
  @Column('date') startsOn!: LegalDay;
  @Column('date') endsOn!: LegalDay;
  @Column('int') requiredDays!: number;
  @Column('text') parameterId!: string;
  @Column('jsonb') body!: DisclosureBody;
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
  @Column('text', { nullable: true }) annulledReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export const toDisclosure = (row: DisclosureRow): Disclosure => ({
  id: row.id,
  version: row.version,
  code: row.code,
  dealId: row.dealId,
  proposalId: row.proposalId,
  state: row.state,
  sellerId: row.sellerId,
  sellerName: row.sellerName,
  resultName: row.resultName,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  requiredDays: row.requiredDays,
  parameterId: row.parameterId,
  completedAt: row.completedAt,
  annulledReason: row.annulledReason,
  ...row.body,
});

/** The row of a new disclosure. */
export function disclosureRow(disclosure: Disclosure, at: Date): DisclosureRow {
  const {
    id,
    version,
    code,
    dealId,
    proposalId,
    state,
    sellerId,
    sellerName,
    resultName,
    startsOn,
    endsOn,
    requiredDays,
    parameterId,
    completedAt,
    annulledReason,
    ...body
  } = disclosure;
  return {
    id,
    version,
    code,
    dealId,
    proposalId,
    state,
    sellerId,
    sellerName,
    resultName,
    startsOn,
    endsOn,
    requiredDays,
    parameterId,
    completedAt,
    annulledReason,
    body,
    createdAt: at,
    updatedAt: at,
  };
}

@Entity({ schema: 'deals', name: 'objection' })
export class ObjectionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') disclosureId!: string;
  @Column('text') state!: ObjectionState;
  @Column('uuid') personId!: string;
  @Column('text') name!: string;
  @Column('text') contact!: string;
  @Column('text') reason!: string;
  @Column('text', { nullable: true }) decision!: string | null;
  @Column('text', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export const toObjection = (row: ObjectionRow, sellerId: string): Objection => ({
  id: row.id,
  version: row.version,
  disclosureId: row.disclosureId,
  state: row.state,
  personId: row.personId,
  sellerId,
  name: row.name,
  contact: row.contact,
  reason: row.reason,
  raisedAt: row.createdAt,
  decision: row.decision,
  decidedAt: row.decidedAt,
});
