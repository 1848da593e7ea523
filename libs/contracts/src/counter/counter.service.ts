import { Injectable } from '@nestjs/common';
import { Codes, DomainError, isOfficerFor, notFound, refuseIf, type Actor } from '@jihui/kernel';
import { checkIds, Work } from '@jihui/platform';
import { ApplicationsService } from '../applications.service.js';
import { ContractChanges, personOf, type Target } from '../contract-changes.js';
import { isConflicted } from '../core/sight.js';
import { said } from '../core/decisions.js';
import { ContractCodes } from '../core/errors.js';
import { ContractsStore } from '../store/contracts.store.js';

/** 窗口代办. */
@Injectable()
export class CounterService {
  constructor(
    private readonly work: Work,
    private readonly applications: ApplicationsService,
    private readonly changes: ContractChanges,
    private readonly store: ContractsStore,
  ) {}

  /**
   * Begins an application for the seller, marked with who enters it.
   * @throws DomainError NOT_FOUND for a seller that is not known; FORBIDDEN for whoever is no registrar of
   * its place; CONTRACT.CONFLICT_OF_INTEREST, also by a former or declared tie.
   */
  async start(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly organisationId: string; readonly note: string },
  ): Promise<{ id: string }> {
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
      const blank = await this.applications.blankFor(input.organisationId, tx.now);
      if (blank === undefined) throw notFound('单位');
      const division = blank.registry?.divisionCode;
      if (division === undefined || !isOfficerFor(actor, division, 'REGISTRAR'))
        throw new DomainError(Codes.FORBIDDEN, '只有该单位所在地登记机构的登记员可以代办');
      const contract = {
        ...blank,
        applicantPersonId: clerkId,
        counterIntake: { clerkId, note, takenOverAt: null },
      };
      if (isConflicted(actor, contract) || (await this.store.isTied(actor, [input.organisationId])))
        throw new DomainError(
          ContractCodes.CONFLICT_OF_INTEREST,
          '您与该单位有利害关系，应当回避，请交由其他登记员代办',
        );
      refuseIf(wrong);
      await this.store.insert(contract);
      await this.changes.tell(tx, 'startCounter', contract, { reason: note });
      return { id: contract.id };
    });
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
