import { Injectable } from '@nestjs/common';
import {
  Codes,
  DomainError,
  hasRole,
  legalDayOf,
  notFound,
  refuseIf,
  say,
  type Actor,
  type LegalDay,
} from '@jihui/kernel';
import { checkIds, uuidv7, Work, type Tx } from '@jihui/platform';
import { ContractChanges, personOf, type Target } from './contract-changes.js';
import {
  EMPTY_FORM,
  FILE_KINDS,
  TEXT_KINDS,
  type Contract,
  type ContractForm,
  type FileKind,
} from './core/contract.js';
import { said } from './core/decisions.js';
import { ContractCodes } from './core/errors.js';
import type { ContractCase } from './core/facts.js';
import { formLimits } from './core/form-limits.js';
import { bindOrganisations, mergeForm, partyOf, type FormPatch } from './core/form-patch.js';
import { registryFor } from './core/registries/registry.js';
import { expertReads } from './core/expert-seat.js';
import { seesText, sightOf } from './core/sight.js';
import { SignedDeals } from './signed-deals.js';
import { ContractsStore } from './store/contracts.store.js';
import { ExpertSeatsStore } from './store/expert-seats.store.js';
import type { FileRow } from './store/parts.row.js';
import { PartsStore, type ContractFile } from './store/parts.store.js';
import { ProjectionsStore, type KnownOrganisation } from './store/projections.store.js';
import { RegistriesStore } from './store/registries.store.js';

/** A contract with its annexes rarely has more; the limit keeps one application from filling the disk. */
const MAX_FILES = 60;

export interface UploadedFile {
  readonly contractId: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

const isFileKind = (kind: string): kind is FileKind => Object.hasOwn(FILE_KINDS, kind);

/** What the applicant's side does. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly work: Work,
    private readonly changes: ContractChanges,
    private readonly store: ContractsStore,
    private readonly seats: ExpertSeatsStore,
    private readonly parts: PartsStore,
    private readonly registries: RegistriesStore,
    private readonly projections: ProjectionsStore,
    private readonly deals: SignedDeals,
  ) {}

  /**
   * Opens an application, filled in from a signed deal or empty but for the applicant.
   * @throws DomainError CONTRACTS.NOT_YET_KNOWN, CONTRACT.DEAL_NOT_SIGNED, CONTRACT.DEAL_HAS_APPLICATION,
   * FORBIDDEN for whoever does not apply for that organisation.
   */
  async start(
    actor: Actor,
    input: {
      readonly clientMutationId: string;
      readonly dealId?: string | null;
      readonly organisationId?: string | null;
    },
  ): Promise<{ id: string }> {
    const command = {
      domain: 'contracts',
      name: 'startApplication',
      actor,
      clientMutationId: input.clientMutationId,
      input,
    } as const;
    checkIds(input.dealId, input.organisationId);
    const personId = personOf(actor);
    return this.work.run(command, async (tx) => {
      const deal = input.dealId ? await this.deals.forApplicant(actor, input.dealId) : null;
      const applicant = deal?.applicant ?? (await this.applicant(actor, input.organisationId ?? null));
      const contract: Contract = {
        ...BLANK,
        id: uuidv7(),
        form: deal?.form ?? ownForm(applicant),
        dealId: deal?.dealId ?? null,
        resultId: deal?.resultId ?? null,
        needId: deal?.needId ?? null,
        applicantOrganisationId: applicant.id,
        applicantPersonId: personId,
        registry: await this.registryOf(applicant, legalDayOf(tx.now)),
        confirmedPartyIds: deal?.partyIds ?? [],
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.store.insert(contract);
      if (deal?.file)
        await this.keepFile(tx, {
          ...deal.file,
          id: uuidv7(),
          contractId: contract.id,
          uploadedBy: personId,
          createdAt: tx.now,
          removedAt: null,
        });
      await this.changes.tell(tx, 'start', contract);
      return { id: contract.id };
    });
  }

  /** An empty application of that organisation. */
  async blankOf(applicant: KnownOrganisation, now: Date): Promise<Contract> {
    return {
      ...BLANK,
      id: uuidv7(),
      form: ownForm(applicant),
      applicantOrganisationId: applicant.id,
      applicantPersonId: applicant.id,
      registry: await this.registryOf(applicant, legalDayOf(now)),
      createdAt: now,
      updatedAt: now,
    };
  }

  /** Saves as one types: incomplete is fine, unreadable is not. */
  async save(actor: Actor, input: Target & { readonly form: FormPatch }): Promise<{ id: string }> {
    return this.changes.perform(actor, 'saveApplicationDraft', 'edit', input, async ({ tx, subject }) => ({
      patch: { form: await this.formAfter(subject.contract.form, input.form, legalDayOf(tx.now)) },
    }));
  }

  /** The form with the patch over it. @throws DomainError INVALID_INPUT for what could not be stored as meant. */
  async formAfter(form: ContractForm, patch: FormPatch, today: LegalDay): Promise<ContractForm> {
    const merged = mergeForm(form, patch, today);
    refuseIf(formLimits(merged));
    const codes = [...merged.sellers, ...merged.buyers].flatMap(({ identifier }) => identifier ?? []);
    return bindOrganisations(merged, await this.projections.organisationIds(codes), form.brokers);
  }

  async submit(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.changes.perform(actor, 'submitApplication', 'submit', input, async ({ tx, subject }) => {
      const { contract } = subject;
      return {
        patch: {
          submittedAt: tx.now,
          registry: (await this.registryNow(subject, legalDayOf(tx.now))) ?? contract.registry,
          deficiencies: [],
          decisionOpinion: null,
          correctionDueOn: null,
        },
      };
    });
  }

  async withdraw(actor: Actor, input: Target & { readonly reason: string }): Promise<{ id: string }> {
    const { text: reason, wrong } = said('reason', '撤回原因', input.reason, 500);
    return this.changes.perform(
      actor,
      'withdrawApplication',
      'withdraw',
      input,
      () => ({
        patch: { dueOn: null, correctionDueOn: null },
        reason,
      }),
      wrong,
    );
  }

  async removeFile(actor: Actor, input: Target & { readonly fileId: string }): Promise<{ id: string }> {
    checkIds(input.fileId);
    return this.changes.perform(actor, 'removeApplicationFile', 'edit', input, async ({ tx, subject }) => {
      const file = await this.parts.file(input.fileId);
      if (file?.contractId !== subject.contract.id || file.kind === 'EXPERT_OPINION') throw notFound('附件');
      await this.parts.removeFile(file.id, tx.now);
      return { reason: `移除附件：${file.name}` };
    });
  }

  /**
   * Whether the actor may add such a file, before its bytes are taken.
   * @throws DomainError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, CONTRACT.FILE_KIND_NOT_ALLOWED, CONTRACT.SECRET_OFFLINE.
   */
  async checkUpload(actor: Actor, contractId: string, kind: string): Promise<void> {
    refuseSecret(await this.changes.performDry(actor, actionOf(kind), contractId));
  }

  /** Records a file whose bytes are stored. The applicant adds while editing, the registrar the experts' opinion. */
  async addFile(actor: Actor, file: UploadedFile): Promise<ContractFile & { readonly version: number }> {
    const { kind } = file;
    if (!isFileKind(kind)) throw kindRefused();
    return this.changes.performNow(
      actor,
      'addApplicationFile',
      actionOf(kind),
      file.contractId,
      async ({ tx, subject, personId }) => {
        const { contract } = subject;
        refuseSecret(contract);
        const present = (await this.parts.filesOf([contract.id])).get(contract.id) ?? [];
        if (present.length >= MAX_FILES)
          throw new DomainError(
            ContractCodes.TOO_MANY_FILES,
            say`附件最多${MAX_FILES}个，请合并后上传或先移除不需要的`,
          );
        const row = {
          ...file,
          kind,
          id: uuidv7(),
          signed: false,
          uploadedBy: personId,
          createdAt: tx.now,
          removedAt: null,
        };
        await this.keepFile(tx, row);
        return {
          outcome: { reason: `上传${FILE_KINDS[kind]}：${file.name}` },
          answer: { ...row, version: contract.version + 1 },
        };
      },
    );
  }

  /**
   * A file for reading; the view of a contract's text is recorded before a byte is sent.
   * @throws DomainError NOT_FOUND for what the actor may not read.
   */
  async openFile(actor: Actor, fileId: string): Promise<ContractFile> {
    checkIds(fileId);
    const file = await this.parts.file(fileId);
    const contract = file && (await this.store.byIds(actor, [file.contractId])).get(file.contractId);
    const sight = contract ? sightOf(actor, contract) : 'NONE';
    if (file === undefined) throw notFound('附件');
    if (!seesText(sight)) return this.openAsExpert(actor, file);
    if (sight === 'PARTY' && !file.signed) throw notFound('附件');
    if (sight === 'APPLICANT' && file.kind === 'EXPERT_OPINION') throw notFound('附件');
    await this.changes.recordView(actor, file);
    return file;
  }

  /** @throws DomainError NOT_FOUND for whoever is no expert of the case's panel, or may not read yet or any more. */
  private async openAsExpert(actor: Actor, file: ContractFile): Promise<ContractFile> {
    const contract = await this.seats.ofExpert(actor, file.contractId);
    if (contract === undefined || !expertReads(actor, contract) || file.kind === 'EXPERT_OPINION')
      throw notFound('附件');
    await this.changes.recordView(actor, file);
    return file;
  }

  /** The text of a contract is read apart from the request: it may take a minute. */
  private async keepFile(tx: Tx, row: FileRow): Promise<void> {
    await this.parts.addFile(row);
    if (TEXT_KINDS.includes(row.kind)) await tx.addJob('contracts.readText', { fileId: row.id });
  }

  private async applicant(actor: Actor, organisationId: string | null): Promise<KnownOrganisation> {
    if (organisationId === null)
      throw new DomainError(Codes.INVALID_INPUT, '请选择申请单位', [
        { path: 'organisationId', code: 'REQUIRED', message: '请选择申请单位' },
      ]);
    if (!hasRole(actor, organisationId, 'TRANSFER_OFFICER'))
      throw new DomainError(Codes.FORBIDDEN, '只有本单位的技术转移人员或管理员可以申请合同登记');
    const organisation = (await this.projections.organisations([organisationId])).get(organisationId);
    if (organisation === undefined)
      throw new DomainError(ContractCodes.NOT_YET_KNOWN, '单位信息正在同步，请稍后再试');
    return organisation;
  }

  /** Of a draft, whose amount is not known yet. */
  private async registryOf(
    { divisionCode }: KnownOrganisation,
    day: LegalDay,
  ): Promise<Contract['registry']> {
    return registryFor(await this.registries.forPlace(divisionCode), {
      division: divisionCode,
      total: null,
      countyCap: 0,
      day,
    });
  }

  /** By the entries of today; 市级委托县级 and caps may have changed since the draft was begun. */
  private async registryNow({ contract, facts }: ContractCase, day: LegalDay): Promise<Contract['registry']> {
    const applicant = (await this.projections.organisations([contract.applicantOrganisationId])).get(
      contract.applicantOrganisationId,
    );
    if (applicant === undefined) return null;
    return registryFor(await this.registries.forPlace(applicant.divisionCode), {
      division: applicant.divisionCode,
      total: contract.form.money.total,
      countyCap: facts.parameters.countyCap,
      day,
    });
  }
}

/** 涉密合同: nothing of it is stored here, whatever its kind. */
function refuseSecret({ form }: Contract): void {
  if (form.flags.secret === true)
    throw new DomainError(
      ContractCodes.SECRET_OFFLINE,
      '涉密合同不得在线上传，请携带纸质材料到登记机构的涉密窗口办理；如不涉密，请先更正“是否涉密”',
    );
}

const kindRefused = (): DomainError =>
  new DomainError(ContractCodes.FILE_KIND_NOT_ALLOWED, '请从列表中选择附件类别', [
    { path: 'kind', code: ContractCodes.FILE_KIND_NOT_ALLOWED, message: '请从列表中选择附件类别' },
  ]);

/** Adding the experts' opinion is the registry's verb; every other file is part of the application. */
function actionOf(kind: string): 'edit' | 'attachOpinion' {
  if (!isFileKind(kind)) throw kindRefused();
  return kind === 'EXPERT_OPINION' ? 'attachOpinion' : 'edit';
}

const ownForm = (applicant: KnownOrganisation): ContractForm => ({
  ...EMPTY_FORM,
  sellers: [
    partyOf({
      ...applicant,
      organisationId: applicant.id,
      identifier: applicant.uscc,
      identifierKind: 'USCC',
    }),
  ],
});

/** A contract of which nothing is known yet. */
const BLANK: Omit<
  Contract,
  'id' | 'form' | 'applicantOrganisationId' | 'applicantPersonId' | 'registry' | 'createdAt' | 'updatedAt'
> = {
  version: 1,
  state: 'DRAFT',
  dealId: null,
  resultId: null,
  needId: null,
  counterIntake: null,
  confirmedPartyIds: [],
  submittedAt: null,
  acceptanceNumber: null,
  acceptedOn: null,
  dueOn: null,
  clockPausedOn: null,
  clockPausedDays: 0,
  ruleSet: null,
  firstReviewerId: null,
  secondReviewerId: null,
  formerReviewerIds: [],
  rejectionProposed: false,
  expertFavourable: null,
  deficiencies: [],
  correctionDueOn: null,
  refusalGrounds: [],
  judgements: [],
  experts: [],
  answers: [],
  decisionOpinion: null,
  decidedOn: null,
  registrationNumber: null,
  registeredAt: null,
  registeredOn: null,
  nationalRegNo: null,
  certificateVersion: 0,
};
