import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Expert } from '../core/contract.js';
import type { ContractForm, Deficiency, FileKind, FindingAnswer, Judgement } from '../core/contract.js';
import type { CaseFacts } from '../core/facts.js';
import type { Finding } from '../core/findings.js';

@Entity({ schema: 'contracts', name: 'file' })
export class FileRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('text') kind!: FileKind;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('bigint') size!: number;
  @Column('text') sha256!: string;
  /** The very text that both sides confirmed on the deal. */
  @Column('boolean') signed!: boolean;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

export type ReviewStage = 'ACCEPTANCE' | 'FIRST' | 'SECOND' | 'EXPERT';
export type ReviewVerdict =
  'PASS' | 'PROPOSE_REJECTION' | 'RETURN' | 'REJECT' | 'SEND_BACK' | 'TO_EXPERTS' | 'UNFAVOURABLE' | 'REOPEN';

/** What a verdict rested on, so that it can be shown and replayed. */
export interface Basis {
  readonly ruleSet: string;
  /** Parameter name → the version used. */
  readonly parameters: Readonly<Record<string, { readonly id: string; readonly value: number }>>;
  /** What the rules looked at besides the form. */
  readonly facts: CaseFacts;
  /** Each with its rule, article and what the rule looked at. */
  readonly findings: readonly Finding[];
  readonly judgements: readonly Judgement[];
  /** 专家组, of a conclusion of experts. */
  readonly experts?: readonly Expert[];
  readonly answers: readonly FindingAnswer[];
  /** The form that was judged; with a registration, since a registered contract may change. */
  readonly form?: ContractForm;
}

@Entity({ schema: 'contracts', name: 'review' })
export class ReviewRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('text') stage!: ReviewStage;
  @Column('text') verdict!: ReviewVerdict;
  @Column('uuid') reviewerId!: string;
  @Column('text') opinion!: string;
  @Column('text', { array: true }) grounds!: readonly string[];
  @Column('jsonb') deficiencies!: readonly Deficiency[];
  @Column('jsonb') basis!: Basis;
  @Column('timestamptz') at!: Date;
}

@Entity({ schema: 'contracts', name: 'certificate' })
export class CertificateRow {
  @PrimaryColumn('uuid') contractId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('text') keyId!: string;
  @Column('text') token!: string;
  @Column('text') sha256!: string;
  @Column('bigint') size!: number;
  @Column('timestamptz') issuedAt!: Date;
}
