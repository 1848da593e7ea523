import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { Expert } from '../core/contract.js';
import type { LegalDay } from '@jihui/kernel';
import type { Contract, ContractForm, Deficiency, FindingAnswer, Judgement } from '../core/contract.js';
import { wholeForm } from '../core/form-patch.js';
import type { State } from '../core/lifecycle.js';
import { searchTextOf, termsKeyOf, relatedIdsOf } from './derived.js';
import { newFormDigest, withDigest } from './form-digest.js';

/** PostgreSQL's bigint comes as text; amounts in 分 stay exact as numbers. */
const fen: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** What the last decision told the applicant. */
export interface Decision {
  readonly deficiencies: readonly Deficiency[];
  readonly refusalGrounds: readonly string[];
  readonly opinion: string | null;
  /** Left out in rows of before there was one. */
  readonly correctionDueOn?: LegalDay | null;
}

@Entity({ schema: 'contracts', name: 'contract' })
export class ContractRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: State;
  @Column('uuid', { nullable: true }) dealId!: string | null;
  @Column('uuid', { nullable: true }) resultId!: string | null;
  @Column('uuid', { nullable: true }) needId!: string | null;
  @Column('uuid') applicantOrganisationId!: string;
  @Column('uuid') applicantPersonId!: string;
  @Column('uuid', { nullable: true }) counterClerkId!: string | null;
  @Column('text', { nullable: true }) counterNote!: string | null;
  @Column('timestamptz', { nullable: true }) takenOverAt!: Date | null;
  @Column('uuid', { nullable: true }) registryOrganisationId!: string | null;
  @Column('text', { nullable: true }) registryDivision!: string | null;
  @Column('text', { nullable: true }) registryName!: string | null;
  /** Null before registries were data: then it is the division. */
  @Column('text', { nullable: true }) registryPrefix!: string | null;
  /** Every organisation with a stake: applicant, parties, brokers. Conflicts of interest are found by it. */
  @Column('uuid', { array: true }) relatedIds!: readonly string[];
  @Column('uuid', { array: true }) confirmedPartyIds!: readonly string[];
  @Column('text') title!: string;
  @Column('text', { nullable: true }) subclass!: string | null;
  @Column('date', { nullable: true }) signedOn!: LegalDay | null;
  @Column('bigint', { nullable: true, transformer: fen }) total!: number | null;
  @Column('bigint', { nullable: true, transformer: fen }) technical!: number | null;
  /** Hash of parties, total and signing day: equal for what is likely the same contract. */
  @Column('text', { nullable: true }) termsKey!: string | null;
  @Column('text') searchText!: string;
  @Column('jsonb') form!: ContractForm;
  @Column('text', { nullable: true }) formSha256!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('text', { nullable: true }) acceptanceNumber!: string | null;
  @Column('date', { nullable: true }) acceptedOn!: LegalDay | null;
  @Column('date', { nullable: true }) dueOn!: LegalDay | null;
  @Column('date', { nullable: true }) clockPausedOn!: LegalDay | null;
  @Column('int') clockPausedDays!: number;
  @Column('text', { nullable: true }) ruleSet!: string | null;
  @Column('uuid', { nullable: true }) firstReviewerId!: string | null;
  @Column('uuid', { nullable: true }) secondReviewerId!: string | null;
  @Column('uuid', { array: true }) formerReviewerIds!: readonly string[];
  @Column('boolean') rejectionProposed!: boolean;
  @Column('boolean', { nullable: true }) expertFavourable!: boolean | null;
  @Column('jsonb') decision!: Decision;
  @Column('jsonb') judgements!: readonly Judgement[];
  @Column('jsonb') experts!: readonly Expert[];
  @Column('jsonb') answers!: readonly FindingAnswer[];
  @Column('text', { nullable: true }) registrationNumber!: string | null;
  @Column('timestamptz', { nullable: true }) registeredAt!: Date | null;
  @Column('date', { nullable: true }) registeredOn!: LegalDay | null;
  @Column('text', { nullable: true }) nationalRegNo!: string | null;
  @Column('int') certificateVersion!: number;
  @Column('date', { nullable: true }) decidedOn!: LegalDay | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export function toRow(contract: Contract): ContractRow {
  const {
    registry,
    form,
    deficiencies,
    refusalGrounds,
    decisionOpinion,
    correctionDueOn,
    counterIntake,
    ...rest
  } = contract;
  return {
    ...rest,
    counterClerkId: counterIntake?.clerkId ?? null,
    counterNote: counterIntake?.note ?? null,
    takenOverAt: counterIntake?.takenOverAt ?? null,
    registryOrganisationId: registry?.organisationId ?? null,
    registryDivision: registry?.divisionCode ?? null,
    registryName: registry?.name ?? null,
    registryPrefix: registry?.numberPrefix ?? null,
    relatedIds: relatedIdsOf(contract),
    title: form.title,
    subclass: form.subclass,
    signedOn: form.signedOn,
    total: form.money.total,
    technical: form.money.technical,
    termsKey: termsKeyOf(form),
    searchText: searchTextOf(contract),
    form,
    formSha256: newFormDigest(form),
    decision: { deficiencies, refusalGrounds, opinion: decisionOpinion, correctionDueOn },
  };
}

export function toDomain(row: ContractRow): Contract {
  const { registryOrganisationId, registryDivision, registryName, registryPrefix } = row;
  const registry =
    registryOrganisationId === null || registryDivision === null || registryName === null
      ? null
      : {
          organisationId: registryOrganisationId,
          divisionCode: registryDivision,
          name: registryName,
          numberPrefix: registryPrefix ?? registryDivision,
        };
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    form: withDigest(wholeForm(row.form), row.formSha256),
    dealId: row.dealId,
    resultId: row.resultId,
    needId: row.needId,
    applicantOrganisationId: row.applicantOrganisationId,
    applicantPersonId: row.applicantPersonId,
    counterIntake:
      row.counterClerkId === null
        ? null
        : { clerkId: row.counterClerkId, note: row.counterNote ?? '', takenOverAt: row.takenOverAt },
    registry,
    confirmedPartyIds: row.confirmedPartyIds,
    submittedAt: row.submittedAt,
    acceptanceNumber: row.acceptanceNumber,
    acceptedOn: row.acceptedOn,
    dueOn: row.dueOn,
    clockPausedOn: row.clockPausedOn,
    clockPausedDays: row.clockPausedDays,
    ruleSet: row.ruleSet,
    firstReviewerId: row.firstReviewerId,
    secondReviewerId: row.secondReviewerId,
    formerReviewerIds: row.formerReviewerIds,
    rejectionProposed: row.rejectionProposed,
    expertFavourable: row.expertFavourable,
    deficiencies: row.decision.deficiencies,
    refusalGrounds: row.decision.refusalGrounds,
    decisionOpinion: row.decision.opinion,
    correctionDueOn: row.decision.correctionDueOn ?? null,
    decidedOn: row.decidedOn,
    judgements: row.judgements,
    experts: row.experts,
    answers: row.answers,
    registrationNumber: row.registrationNumber,
    registeredAt: row.registeredAt,
    registeredOn: row.registeredOn,
    nationalRegNo: row.nationalRegNo,
    certificateVersion: row.certificateVersion,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
