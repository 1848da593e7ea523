import { Injectable } from '@nestjs/common';
import {
  Codes,
  DomainError,
  invalid,
  isOfficerFor,
  notFound,
  refuseIf,
  scopesOf,
  Violations,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import { checkIds, City, uuidv7, Work } from '@jihui/platform';
import { ApplicationsService } from '../applications.service.js';
import { ContractChanges, personOf, type Target } from '../contract-changes.js';
import type { Contract } from '../core/contract.js';
import { cleanSeller, sellerViolations, type OffPlatformSeller } from '../core/counter.js';
import { isConflicted } from '../core/sight.js';
import { said } from '../core/decisions.js';
import { ContractCodes } from '../core/errors.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ProjectionsStore, type KnownOrganisation } from '../store/projections.store.js';

export interface CounterInput {
  readonly clientMutationId: string;
  readonly organisationId?: string | null;
  readonly seller?: OffPlatformSeller | null;
  readonly note: string;
}

/** 窗口代办. */
@Injectable()
export class CounterService {
  constructor(
    private readonly work: Work,
    private readonly applications: ApplicationsService,
    private readonly changes: ContractChanges,
    private readonly store: ContractsStore,
    private readonly projections: ProjectionsStore,
    private readonly city: City,
  ) {}

  /**
   * Begins an application for the seller, marked with who enters it. A seller without an account is taken from its paper.
   * @throws DomainError NOT_FOUND for a seller that is not known; FORBIDDEN for whoever is no registrar of
   * its place; CONTRACT.CONFLICT_OF_INTEREST, also by a former or declared tie; INVALID_INPUT with all that is wrong.
   */
  async start(actor: Actor, input: CounterInput): Promise<{ id: string }> {
    checkIds(input.organisationId);
    const clerkId = personOf(actor);
    const { text: note, wrong } = said('note', '到场人与材料', input.note, 500);
    const { clientMutationId } = input;
    const command = {
      domain: 'contracts',
      name: 'startCounterIntake',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      const { seller, wrong: unfit } = await this.seller(actor, input);
      const blank = await this.applications.blankOf(seller, tx.now);
      const division = blank.registry?.divisionCode;
      // A place that is none of the city's is named among the faults below.
      if (unfit.length === 0 && (division === undefined || !isOfficerFor(actor, division, 'REGISTRAR')))
        throw notOfThePlace();
      const contract = {
        ...blank,
        applicantPersonId: clerkId,
        counterIntake: { clerkId, note, takenOverAt: null },
      };
      if (isConflicted(actor, contract) || (await this.store.isTied(actor, [seller.id])))
        throw new DomainError(
          ContractCodes.CONFLICT_OF_INTEREST,
          '您与该单位有利害关系，应当回避，请交由其他登记员代办',
        );
      refuseIf([...unfit, ...wrong]);
      const kept = await this.kept(contract, input);
      await this.store.insert(kept);
      await this.changes.tell(tx, 'startCounter', kept, { reason: note });
      return { id: kept.id };
    });
  }

  /** The organisation that was chosen, or the seller as its paper shows it, with what is wrong with that. */
  private async seller(
    actor: Actor,
    { organisationId, seller }: CounterInput,
  ): Promise<{ readonly seller: KnownOrganisation; readonly wrong: readonly Violation[] }> {
    if (organisationId != null) {
      const known = (await this.projections.organisations([organisationId])).get(organisationId);
      if (known === undefined) throw notFound('单位');
      const both = new Violations().when(
        seller != null,
        'seller',
        'NOT_ALLOWED',
        '已选择单位，无需再填写卖方',
      );
      return { seller: known, wrong: both.found };
    }
    if (scopesOf(actor, 'REGISTRAR').length === 0) throw notOfThePlace();
    if (seller == null)
      throw invalid([
        { path: 'organisationId', code: 'REQUIRED', message: '请选择卖方单位，或填写卖方信息' },
      ]);
    const clean = cleanSeller(seller);
    await this.projections.lockSellerCode(clean.uscc);
    const wrong = sellerViolations(clean, {
      placeIsKnown: this.city.isDivision(clean.divisionCode),
      onPlatform: (await this.projections.organisationIds([clean.uscc])).has(clean.uscc),
    });
    return {
      seller: { ...clean, id: uuidv7(), stateEstablished: false, active: true, onPlatform: false },
      wrong,
    };
  }

  /** With the seller's entry, that of an earlier visit where there was one. */
  private async kept(contract: Contract, { organisationId, seller }: CounterInput): Promise<Contract> {
    if (organisationId != null || seller == null) return contract;
    const id = await this.projections.putCounterSeller(contract.applicantOrganisationId, cleanSeller(seller));
    const sellers = contract.form.sellers.map((party) => ({ ...party, organisationId: null }));
    return { ...contract, applicantOrganisationId: id, form: { ...contract.form, sellers } };
  }

  /** 接管. @throws DomainError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, STALE_VERSION, CONTRACT.NOT_AT_COUNTER. */
  async takeOver(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.changes.perform(
      actor,
      'takeOverApplication',
      'takeOver',
      input,
      ({ tx, subject, personId }) => ({
        patch: {
          applicantPersonId: personId,
          counterIntake: subject.contract.counterIntake && {
            ...subject.contract.counterIntake,
            takenOverAt: tx.now,
          },
        },
      }),
    );
  }
}

const notOfThePlace = (): DomainError =>
  new DomainError(Codes.FORBIDDEN, '只有该单位所在地登记机构的登记员可以代办');
