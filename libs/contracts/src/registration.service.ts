import { Injectable } from '@nestjs/common';
import { cleanText, legalDayOf, refuseIf, toHalfWidth, type Actor } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import { ContractChanges, streamOf, type Changed, type Target, type Targets } from './contract-changes.js';
import type { Contract } from './core/contract.js';
import { batchViolations, nationalNumberViolations, opinionIn } from './core/decisions.js';
import type { WithOpinion } from './reviews.service.js';
import { Ledger } from './statistics/ledger.js';
import { RegistrationStore } from './store/registration.store.js';

/** 登记: number, ledger and certificate in one transaction. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly store: RegistrationStore,
    private readonly ledger: Ledger,
  ) {}

  /** 复核通过并登记. */
  async passSecond(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.changes.perform(
      actor,
      'passSecondReview',
      'passSecond',
      input,
      ({ tx, subject, personId }) => ({
        patch: { secondReviewerId: personId, ...registeredNow(tx) },
        reason: opinion,
        review: { stage: 'SECOND', verdict: 'PASS', opinion },
        write: async (next) => {
          const [registered = next] = await this.register(tx, [{ subject, next }]);
          return registered;
        },
      }),
      wrong,
    );
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
    refuseIf(batchViolations(input.contracts));
    return this.changes.performAll(actor, 'registerContracts', 'register', input, (tx, cases) =>
      this.register(
        tx,
        cases.map(({ subject, next }) => ({ subject, next: { ...next, ...registeredNow(tx) } })),
      ),
    );
  }

  /**
   * The number is of the legal year of registration at the contract's registry; whoever registers there at
   * the same moment waits for it, so it is taken when all else is prepared and only the writing is left.
   */
  private async register(tx: Tx, contracts: readonly Changed[]): Promise<readonly Contract[]> {
    const year = Number(legalDayOf(tx.now).slice(0, 4));
    for (const { next } of contracts) await tx.addJob('contracts.renderCertificate', { contractId: next.id });
    await tx.prepareAudit(contracts.map(({ next }) => streamOf(next.id)));
    const numbers = new Map<string, string>();
    for (const [registry, those] of byRegistry(contracts))
      for (const [id, number] of await this.store.register({ year, registry }, those))
        numbers.set(id, number);
    const registered = contracts.map(({ next }) => ({
      ...next,
      registrationNumber: numbers.get(next.id) ?? null,
    }));
    this.ledger.register(
      tx,
      registered.map((contract, index) => ({
        contract,
        largeFrom: contracts[index]?.subject.facts.parameters.largeFrom ?? 0,
      })),
    );
    return registered;
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

const registeredNow = ({ now }: Tx) => ({
  registeredAt: now,
  registeredOn: legalDayOf(now),
  certificateVersion: 1,
});

/** By prefix, so that two batches take their series in one order; within one, as given. */
function byRegistry(contracts: readonly Changed[]): readonly (readonly [string, readonly Changed[]])[] {
  const groups = new Map<string, Changed[]>();
  for (const changed of contracts) {
    const registry = changed.next.registry?.numberPrefix ?? '';
    groups.set(registry, [...(groups.get(registry) ?? []), changed]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
