import { Injectable } from '@nestjs/common';
import { cleanText, legalDayOf, refuseIf, toHalfWidth, type Actor } from '@jihui/kernel';
import { ContractChanges, type Target } from './contract-changes.js';
import { nationalNumberViolations } from './core/decisions.js';
import { registrationNumber } from './core/numbers.js';
import { opinionOf, type WithOpinion } from './reviews.service.js';

import { Ledger } from './statistics/ledger.js';
import { PartsStore } from './store/parts.store.js';

/** 登记: number, ledger and certificate in one transaction. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly parts: PartsStore,
    private readonly ledger: Ledger,
  ) {}

  /**
   * 复核通过并登记. The number is of the legal year of registration at the contract's registry; whoever
   * registers there at the same moment waits for it, so it is taken when all else is decided.
   */
  async passSecond(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const opinion = opinionOf(input);
    return this.changes.perform(
      actor,
      'passSecondReview',
      'passSecond',
      input,
      async ({ tx, subject, personId }) => {
        const { contract } = subject;
        const registeredOn = legalDayOf(tx.now);
        const year = Number(registeredOn.slice(0, 4));
        const registry = contract.registry?.divisionCode ?? '';
        await tx.addJob('contracts.renderCertificate', { contractId: contract.id });
        return {
          patch: { secondReviewerId: personId, registeredAt: tx.now, registeredOn, certificateVersion: 1 },
          reason: opinion,
          review: { stage: 'SECOND', verdict: 'PASS', opinion },
          last: async () => ({
            registrationNumber: registrationNumber(
              year,
              registry,
              await this.parts.nextSerial('REGISTRATION', year, registry),
            ),
          }),
          beside: (next) => this.ledger.register(next, subject.facts.parameters.largeFrom),
        };
      },
    );
  }

  /** 回填全国登记号: kept apart from the platform's own, and printed on the next version of the certificate. */
  async recordNationalNumber(
    actor: Actor,
    input: Target & { readonly nationalRegNo: string },
  ): Promise<{ id: string }> {
    const nationalRegNo = toHalfWidth(cleanText(input.nationalRegNo)).toUpperCase();
    refuseIf(nationalNumberViolations(nationalRegNo));
    return this.changes.perform(
      actor,
      'recordNationalNumber',
      'recordNationalNumber',
      input,
      async ({ tx, subject }) => {
        await tx.addJob('contracts.renderCertificate', { contractId: subject.contract.id });
        return {
          patch: { nationalRegNo, certificateVersion: subject.contract.certificateVersion + 1 },
          reason: nationalRegNo,
        };
      },
    );
  }
}
