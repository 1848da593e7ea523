import { Injectable } from '@nestjs/common';
import { cleanText, legalDayOf } from '@jihui/kernel';
import { BusinessClock, isUuid, type GraphContext } from '@jihui/platform';
import { ContractFacts } from '../contract-facts.js';
import { bankStakeOf, type BankExpert, type PanelCase } from '../core/bank-experts.js';
import type { Contract } from '../core/contract.js';
import { isAsked } from '../core/expert-seat.js';
import { caseStaffOf } from '../core/reviewers.js';
import { ContractsQueries } from '../contracts.queries.js';
import { BankExpertsStore, type FittingExpert } from '../store/bank-experts.store.js';
import { relatedIdsOf } from '../store/derived.js';

/** As many as a registrar looks through. */
const MOST = 20;

/** Who of the expert bank fits a panel, and whom it may not take. */
@Injectable()
export class ExpertCandidates {
  constructor(
    private readonly queries: ContractsQueries,
    private readonly store: BankExpertsStore,
    private readonly facts: ContractFacts,
    private readonly clock: BusinessClock,
  ) {}

  /** For the registry while the panel is asked; whoever is bound to the case stands last, with the reason. */
  async of(context: GraphContext, contractId: string, text: string | null) {
    const view = isUuid(contractId) ? await this.queries.one(context, contractId) : null;
    if (view?.sight !== 'REGISTRY' || !isAsked(view.contract)) return [];
    const { contract } = view;
    const { content, title } = contract.form;
    const found = await this.store.fitting(
      {
        techField: content.techField,
        words: `${title} ${content.summary}`,
        text: cleanText(text ?? '').slice(0, 100) || null,
      },
      MOST,
    );
    const known = await this.caseOf(contract, await this.clock.now());
    const candidates = found.map((expert) => candidateOf(expert, contract, bankStakeOf(expert, known)));
    return candidates.sort((one, other) => Number(one.stake !== null) - Number(other.stake !== null));
  }

  /** Of those of the bank that are in it: what binds each to the case, or null. */
  async stakes(
    contract: Contract,
    now: Date,
    experts: readonly BankExpert[],
  ): Promise<Map<string, string | null>> {
    const known = await this.caseOf(contract, now);
    return new Map(experts.map((expert) => [expert.id, bankStakeOf(expert, known)]));
  }

  private async caseOf(contract: Contract, now: Date): Promise<PanelCase> {
    const { values } = await this.facts.parameters(now);
    return {
      contract,
      related: relatedIdsOf(contract),
      staff: caseStaffOf(contract),
      today: legalDayOf(now),
      years: values.formerTieYears,
    };
  }
}

const candidateOf = (expert: FittingExpert, { experts }: Contract, stake: string | null) => ({
  id: expert.id,
  name: expert.name,
  unit: expert.unit,
  title: expert.title,
  fieldFits: expert.fieldFits,
  sharedKeywords: expert.sharedKeywords,
  recentSeats: expert.recentSeats,
  seated: experts.some(({ expertId }) => expertId === expert.id),
  stake,
});
