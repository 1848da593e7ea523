import { Injectable } from '@nestjs/common';
import {
  cleanText,
  DomainError,
  hasRole,
  legalDayOf,
  notFound,
  refuseIf,
  say,
  type Actor,
} from '@jihui/kernel';
import { checkIds, uuidv7, Work } from '@jihui/platform';
import { ContractChanges, personOf, type Target } from '../contract-changes.js';
import { ContractFacts } from '../contract-facts.js';
import type { Contract } from '../core/contract.js';
import { ContractCodes } from '../core/errors.js';
import type { ContractCase } from '../core/facts.js';
import { formLimits } from '../core/form-limits.js';
import { bindOrganisations, mergeForm, type FormPatch } from '../core/form-patch.js';
import { wasRegistered } from '../core/lifecycle.js';
import { contractMachine } from '../core/perform.js';
import { draftLimits } from '../core/proceedings/completeness.js';
import { OPENING, proceedingMachine } from '../core/proceedings/perform.js';
import {
  EMPTY_DRAFT,
  type BenefitUse,
  type Objector,
  type OpenedBy,
  type Proceeding,
  type ProceedingDraft,
  type ProceedingKind,
} from '../core/proceedings/proceeding.js';
import { EMPTY_RECEIPT, supplemented, type ReceiptForm } from '../core/royalty.js';
import { isConflicted } from '../core/sight.js';
import type { FilePurpose } from '../store/proceeding.row.js';
import { ProceedingsStore, type ProceedingFile } from '../store/proceedings.store.js';
import { ProjectionsStore } from '../store/projections.store.js';
import { ProceedingChanges } from './proceeding-changes.js';

/** A supplementary agreement with its annexes rarely has more. */
const MAX_FILES = 20;

export interface ProceedingDraftInput {
  readonly reason?: string | null;
  readonly form?: FormPatch | null;
  readonly receipt?: Partial<ReceiptForm> | null;
  readonly grounds?: readonly string[] | null;
  readonly groundOn?: string | null;
  readonly benefits?: readonly BenefitUse[] | null;
  readonly noBenefits?: boolean | null;
  readonly objector?: Objector | null;
  readonly objectorName?: string | null;
  readonly documentNumber?: string | null;
}
export interface UploadedEvidence {
  readonly proceedingId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** Papers while they are written: started, saved as one types, given their evidence, thrown away. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly work: Work,
    private readonly changes: ContractChanges,
    private readonly papers: ProceedingChanges,
    private readonly facts: ContractFacts,
    private readonly proceedings: ProceedingsStore,
    private readonly projections: ProjectionsStore,
  ) {}

  /** Opens a draft, or the one of the kind that this side is already writing. @throws what the opening verb would. */
  async start(
    actor: Actor,
    input: {
      readonly clientMutationId: string;
      readonly contractId: string;
      readonly kind: ProceedingKind;
    },
  ): Promise<{ id: string }> {
    const { clientMutationId, contractId, kind } = input;
    const command = { domain: 'contracts', name: 'startProceeding', actor, clientMutationId, input } as const;
    checkIds(contractId);
    return this.work.run(command, async (tx) => {
      const contract = await this.changes.visible(actor, contractId);
      const subject = await this.facts.of(contract, tx.now);
      contractMachine.perform(subject, OPENING[kind], actor, tx.now);
      const { openedBy, organisationId } = sideOf(actor, contract, kind);
      const written = ((await this.proceedings.ofContracts([contractId])).get(contractId) ?? []).find(
        (found) =>
          found.kind === kind &&
          found.organisationId === organisationId &&
          (found.state === 'DRAFT' || found.state === 'RETURNED'),
      );
      if (written !== undefined) return { id: written.id };
      const proceeding: Proceeding = {
        ...EMPTY_DRAFT,
        ...(kind === 'CHANGE' ? { base: contract.form, proposal: contract.form } : {}),
        objector: kind !== 'OBJECTION' ? null : openedBy === 'REGISTRY' ? 'TAX' : openedBy,
        id: uuidv7(),
        version: 1,
        contractId,
        kind,
        state: 'DRAFT',
        openedBy,
        organisationId,
        personId: personOf(actor),
        against: {
          registered: wasRegistered(contract.state),
          certificateVersion: contract.certificateVersion,
        },
        openedOn: null,
        dueOn: null,
        defendUntil: null,
        deficiencies: [],
        examination: null,
        defences: [],
        decision: null,
        decidedOn: null,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.proceedings.insert(proceeding);
      return { id: proceeding.id };
    });
  }

  /** Saves as one types: incomplete is fine, unreadable is not. */
  async save(actor: Actor, input: Target & ProceedingDraftInput): Promise<{ id: string }> {
    return this.papers.write(
      actor,
      'saveProceedingDraft',
      input,
      'editDraft',
      async ({ tx, proceeding, subject, personId }) => {
        const today = legalDayOf(tx.now);
        const written = draftOf(proceeding, input);
        const paper: Proceeding = {
          ...proceeding,
          ...written,
          ...(proceeding.kind === 'SUPPLEMENT'
            ? proposedBy(subject.contract, written.receipt)
            : { proposal: await this.proposal(proceeding, subject.contract, input.form ?? null, today) }),
          personId,
        };
        refuseIf(draftLimits(paper, today));
        return paper;
      },
    );
  }

  async discard(actor: Actor, input: Target): Promise<{ id: string; contractId: string }> {
    const { id } = await this.papers.write(actor, 'discardProceeding', input, 'discard', async () => ({}));
    const contractId = (await this.proceedings.byIds([id])).get(id)?.contractId ?? '';
    return { id, contractId };
  }

  /** Whether the actor may add a file, before its bytes are taken. @throws DomainError NOT_FOUND, FORBIDDEN. */
  async checkUpload(actor: Actor, proceedingId: string): Promise<void> {
    await this.work.run({ domain: 'contracts', name: 'check', actor }, async (tx) => {
      const { subject, proceeding } = await this.papers.open(tx, actor, proceedingId);
      this.purposeOf(actor, subject, proceeding, tx.now);
    });
  }

  /** Records a file whose bytes are stored: the opener's while it writes, the seller's while it is heard. */
  async addFile(actor: Actor, file: UploadedEvidence): Promise<ProceedingFile> {
    return this.work.run({ domain: 'contracts', name: 'addProceedingFile', actor }, async (tx) => {
      const { subject, proceeding } = await this.papers.open(tx, actor, file.proceedingId);
      const purpose = this.purposeOf(actor, subject, proceeding, tx.now);
      const present = (await this.proceedings.filesOf([proceeding.id])).get(proceeding.id) ?? [];
      if (present.filter((one) => one.purpose === purpose).length >= MAX_FILES)
        throw new DomainError(
          ContractCodes.TOO_MANY_EVIDENCE_FILES,
          say`依据材料最多${MAX_FILES}个，请合并后上传或先移除不需要的`,
        );
      const { name, type, size, sha256 } = file;
      const row = {
        id: uuidv7(),
        proceedingId: proceeding.id,
        name,
        type,
        size,
        sha256,
        purpose,
        uploadedBy: personOf(actor),
        createdAt: tx.now,
        removedAt: null,
      };
      await this.proceedings.addFile(row);
      return row;
    });
  }

  async removeFile(actor: Actor, input: Target & { readonly fileId: string }): Promise<{ id: string }> {
    checkIds(input.fileId);
    return this.papers.write(
      actor,
      'removeProceedingFile',
      input,
      'editDraft',
      async ({ tx, proceeding }) => {
        const file = await this.proceedings.file(input.fileId);
        if (file?.proceedingId !== proceeding.id) throw notFound('附件');
        await this.proceedings.removeFile(file.id, tx.now);
        return {};
      },
    );
  }

  private purposeOf(actor: Actor, subject: ContractCase, proceeding: Proceeding, now: Date): FilePurpose {
    if (proceeding.state === 'OPEN' && proceeding.kind === 'REVOCATION') {
      contractMachine.perform(subject, 'defend', actor, now);
      return 'DEFENCE';
    }
    proceedingMachine.perform(subject, 'editDraft', actor, now);
    return 'EVIDENCE';
  }

  private async proposal(
    proceeding: Proceeding,
    contract: Contract,
    patch: FormPatch | null,
    today: string,
  ): Promise<Proceeding['proposal']> {
    if (proceeding.kind !== 'CHANGE' || patch === null) return proceeding.proposal;
    return this.boundForm(proceeding.proposal ?? contract.form, contract, patch, today);
  }

  /** @throws DomainError INVALID_INPUT with what could not be stored as meant. */
  async boundForm(
    form: Contract['form'],
    contract: Contract,
    patch: FormPatch,
    today: string,
  ): Promise<Contract['form']> {
    const merged = mergeForm(form, patch, today);
    refuseIf(formLimits(merged));
    const codes = [...merged.sellers, ...merged.buyers].flatMap(({ identifier }) => identifier ?? []);
    return bindOrganisations(merged, await this.projections.organisationIds(codes), contract.form.brokers);
  }
}

/** What a receipt makes of the form that is registered now. */
const proposedBy = (
  { form }: Contract,
  receipt: ReceiptForm | null,
): Pick<Proceeding, 'proposal' | 'base'> => ({
  base: form,
  proposal: receipt && supplemented(form, receipt),
});

/** A field left out stays as it is, null clears it. */
function draftOf(
  before: Proceeding,
  input: ProceedingDraftInput,
): Omit<ProceedingDraft, 'proposal' | 'base'> {
  const text = (value: string | null | undefined, old: string | null): string | null =>
    value === undefined ? old : value === null ? null : cleanText(value) || null;
  return {
    reason: text(input.reason, before.reason) ?? '',
    receipt:
      before.kind === 'SUPPLEMENT'
        ? { ...(before.receipt ?? EMPTY_RECEIPT), ...input.receipt }
        : before.receipt,
    grounds: input.grounds === undefined ? before.grounds : [...new Set(input.grounds ?? [])],
    groundOn: input.groundOn === undefined ? before.groundOn : input.groundOn,
    benefits:
      input.benefits === undefined
        ? before.benefits
        : (input.benefits ?? []).map(({ benefit, amount, usedOn, note }) => ({
            benefit,
            amount,
            usedOn,
            note: cleanText(note),
          })),
    noBenefits: input.noBenefits === undefined ? before.noBenefits : input.noBenefits,
    objector: input.objector === undefined ? before.objector : input.objector,
    objectorName: text(input.objectorName, before.objectorName),
    documentNumber: text(input.documentNumber, before.documentNumber),
  };
}

/** On whose behalf the actor opens it: the applicant's where it is of both. */
function sideOf(
  actor: Actor,
  contract: Contract,
  kind: ProceedingKind,
): { readonly openedBy: OpenedBy; readonly organisationId: string } {
  const { applicantOrganisationId, confirmedPartyIds, registry } = contract;
  if (kind !== 'REVOCATION') {
    if (hasRole(actor, applicantOrganisationId, 'TRANSFER_OFFICER'))
      return { openedBy: 'APPLICANT', organisationId: applicantOrganisationId };
    const party = confirmedPartyIds.find((id) => hasRole(actor, id, 'TRANSFER_OFFICER'));
    if (party !== undefined && isConflicted(actor, contract))
      return { openedBy: 'PARTY', organisationId: party };
  }
  return { openedBy: 'REGISTRY', organisationId: registry?.organisationId ?? applicantOrganisationId };
}
