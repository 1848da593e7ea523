import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Deficiency } from '../core/contract.js';
import { wholeForm } from '../core/form-patch.js';
import type { ProceedingState } from '../core/proceedings/lifecycle.js';
import {
  EMPTY_DRAFT,
  type Defence,
  type Examination,
  type OpenedBy,
  type Proceeding,
  type ProceedingDecision,
  type ProceedingDraft,
  type ProceedingKind,
} from '../core/proceedings/proceeding.js';

/** In jsonb an instant is its ISO text. */
type Stored<T> = { readonly [key in keyof T]: T[key] extends Date ? string : T[key] };

@Entity({ schema: 'contracts', name: 'proceeding' })
export class ProceedingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') contractId!: string;
  @Column('text') kind!: ProceedingKind;
  @Column('text') state!: ProceedingState;
  @Column('text') openedBy!: OpenedBy;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  @Column('jsonb') against!: Proceeding['against'];
  @Column('jsonb') draft!: ProceedingDraft;
  @Column('date', { nullable: true }) openedOn!: LegalDay | null;
  @Column('date', { nullable: true }) dueOn!: LegalDay | null;
  @Column('date', { nullable: true }) defendUntil!: LegalDay | null;
  @Column('jsonb') deficiencies!: readonly Deficiency[];
  @Column('jsonb', { nullable: true }) examination!: Stored<Examination> | null;
  @Column('uuid', { nullable: true }) examinerId!: string | null;
  @Column('jsonb') defences!: readonly Stored<Defence>[];
  @Column('jsonb', { nullable: true }) decision!: Stored<ProceedingDecision> | null;
  @Column('uuid', { nullable: true }) deciderId!: string | null;
  @Column('date', { nullable: true }) decidedOn!: LegalDay | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity({ schema: 'contracts', name: 'proceeding_file' })
export class ProceedingFileRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') proceedingId!: string;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('bigint') size!: number;
  @Column('text') sha256!: string;
  @Column('text') purpose!: FilePurpose;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
/** EVIDENCE of the one who opened it; DEFENCE of the seller. */
export type FilePurpose = 'EVIDENCE' | 'DEFENCE';

const store = <T extends { readonly at: Date }>(value: T): Stored<T> =>
  ({ ...value, at: value.at.toISOString() }) as unknown as Stored<T>;
const read = <T extends { readonly at: Date }>(value: Stored<T>): T =>
  ({ ...value, at: new Date(value.at) }) as unknown as T;

export function toRow(proceeding: Proceeding): ProceedingRow {
  const {
    reason,
    proposal,
    base,
    receipt,
    grounds,
    groundOn,
    benefits,
    noBenefits,
    objector,
    objectorName,
    documentNumber,
    ...rest
  } = proceeding;
  return {
    ...rest,
    draft: {
      reason,
      proposal,
      base,
      receipt,
      grounds,
      groundOn,
      benefits,
      noBenefits,
      objector,
      objectorName,
      documentNumber,
    },
    examination: rest.examination && store(rest.examination),
    examinerId: rest.examination?.examinerId ?? (rest.kind === 'REVOCATION' ? rest.personId : null),
    defences: rest.defences.map(store),
    decision: rest.decision && store(rest.decision),
    deciderId: rest.decision?.deciderId ?? null,
  };
}

export function toDomain(row: ProceedingRow): Proceeding {
  return {
    id: row.id,
    version: row.version,
    contractId: row.contractId,
    kind: row.kind,
    state: row.state,
    openedBy: row.openedBy,
    organisationId: row.organisationId,
    personId: row.personId,
    against: row.against,
    ...EMPTY_DRAFT,
    ...row.draft,
    proposal: row.draft.proposal && wholeForm(row.draft.proposal),
    base: row.draft.base && wholeForm(row.draft.base),
    openedOn: row.openedOn,
    dueOn: row.dueOn,
    defendUntil: row.defendUntil,
    deficiencies: row.deficiencies,
    examination: row.examination && read<Examination>(row.examination),
    defences: row.defences.map((defence) => read<Defence>(defence)),
    decision: row.decision && read<ProceedingDecision>(row.decision),
    decidedOn: row.decidedOn,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
