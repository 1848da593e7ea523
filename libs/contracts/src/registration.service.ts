import { Injectable } from '@nestjs/common';
import { cleanText, refuseIf, toHalfWidth, type Actor } from '@jihui/kernel';
import { ContractChanges, type Target } from './contract-changes.js';
import { batchSizeViolations, nationalNumberViolations, opinionIn } from './core/decisions.js';
import { Registrations, type Targets } from './registrations.js';
import type { WithOpinion } from './reviews.service.js';

/** 复核通过与登记. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly registrations: Registrations,
  ) {}

  /** 复核通过并登记. */
  async passSecond(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.registrations.register({
      name: 'passSecondReview',
      action: 'passSecond',
      actor,
      input,
      targets: [input],
      review: { stage: 'SECOND', verdict: 'PASS', opinion },
      wrong,
      answer: ([id = input.id]) => ({ id }),
    });
  }

  /** 复核通过，待登记: the registry registers such contracts together. */
  async approve(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.changes.perform(
      actor,
      'approveRegistration',
      'approve',
      input,
      ({ personId }) => ({
        patch: { secondReviewerId: personId },
        reason: opinion,
        review: { stage: 'SECOND', verdict: 'PASS', opinion },
      }),
      wrong,
    );
  }

  /** 撤回复核意见: back to the second review, by the same or another second reviewer. */
  async reopen(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.changes.perform(
      actor,
      'reopenReview',
      'reopen',
      input,
      () => ({
        patch: { secondReviewerId: null },
        reason: opinion,
        review: { stage: 'SECOND', verdict: 'REOPEN', opinion },
      }),
      wrong,
    );
  }

  /**
   * 集中登记: contracts that two persons have reviewed, all of them or none, in one transaction; their
   * numbers follow each other in the order given.
   * @throws DomainError INVALID_INPUT naming each contract that cannot be registered, and why.
   */
  async registerAll(actor: Actor, input: Targets): Promise<{ ids: readonly string[] }> {
    refuseIf(batchSizeViolations(input.contracts));
    return this.registrations.register({
      name: 'registerContracts',
      action: 'register',
      actor,
      input,
      targets: input.contracts,
      answer: (ids) => ({ ids }),
    });
  }

  /** 回填全国登记号: kept apart from the platform's own, and printed on the next version of the certificate. */
  async recordNationalNumber(
    actor: Actor,
    input: Target & { readonly nationalRegNo: string },
  ): Promise<{ id: string }> {
    const nationalRegNo = toHalfWidth(cleanText(input.nationalRegNo)).toUpperCase();
    const wrong = nationalNumberViolations(nationalRegNo);
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
      wrong,
    );
  }
}
