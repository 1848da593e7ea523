import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import type { DealSnapshot } from '@jihui/events';
import type { Contract } from './core/contract.js';
import type { CaseFacts, ContractCase, DealFacts } from './core/facts.js';
import { findingsOf, ruleSetOf } from './core/rule-sets.js';
import { FactsStore, type ParametersInForce } from './store/facts.store.js';
import type { Basis } from './store/parts.row.js';
import { ProjectionsStore } from './store/projections.store.js';

const dealFacts = (deal: DealSnapshot | undefined): DealFacts | null =>
  deal === undefined
    ? null
    : {
        pricingMethod: deal.price?.method ?? null,
        disclosureCompleted: deal.disclosure?.state === 'COMPLETED',
      };

/** Gathers what the rules look at, for one application or for a page of them, in a fixed number of statements. */
@Injectable()
export class ContractFacts {
  constructor(
    private readonly facts: FactsStore,
    private readonly projections: ProjectionsStore,
  ) {}

  async of(contract: Contract, now: Date): Promise<ContractCase> {
    const [subject] = await this.ofAll([contract], now);
    if (subject === undefined) throw new Error('no facts');
    return subject;
  }

  async ofAll(contracts: readonly Contract[], now: Date): Promise<readonly ContractCase[]> {
    const ids = contracts.map(({ id }) => id);
    const today = legalDayOf(now);
    // One after another: inside a transaction they share its connection.
    const parameters = await this.facts.parameters(today);
    const fileKinds = await this.facts.fileKinds(ids);
    const twins = await this.facts.twins(ids);
    const deals = await this.projections.deals(contracts.flatMap(({ dealId }) => dealId ?? []));
    const organisations = await this.projections.organisations(
      contracts.map((contract) => contract.applicantOrganisationId),
    );
    return contracts.map((contract) => {
      const applicant = organisations.get(contract.applicantOrganisationId);
      const editing = contract.state === 'DRAFT' || contract.state === 'RETURNED';
      const facts: CaseFacts = {
        // A contract returned for correction is applied for on the day it is sent again.
        applicationDay: editing || contract.submittedAt === null ? today : legalDayOf(contract.submittedAt),
        parameters: parameters.values,
        fileKinds: fileKinds.get(contract.id) ?? [],
        twins: twins.get(contract.id) ?? [],
        deal: contract.dealId === null ? null : dealFacts(deals.get(contract.dealId)),
        applicantUscc: applicant?.uscc ?? '',
        applicantStateEstablished: applicant?.stateEstablished ?? false,
      };
      return { contract, facts };
    });
  }

  parameters(now: Date): Promise<ParametersInForce> {
    return this.facts.parameters(legalDayOf(now));
  }

  /** What a verdict rests on now. */
  async basisOf(subject: ContractCase, now: Date): Promise<Basis> {
    const { versions } = await this.parameters(now);
    return {
      ruleSet: ruleSetOf(subject.contract).id,
      parameters: versions,
      findings: findingsOf(subject).map(({ code, path, level }) => ({ code, path, level })),
    };
  }
}
