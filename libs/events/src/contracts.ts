import type { Fen, LegalDay } from '@jihui/kernel';

/** contracts.contract: a registration application and, later, the registered contract. */
export interface ContractSnapshot {
  readonly id: string;
  readonly version: number;
  readonly dealId: string | null;
  readonly resultId: string | null;
  readonly needId: string | null;
  readonly state: string;
  readonly title: string;
  /** Two-digit subclass of reference A2, e.g. 21. */
  readonly subclass: string | null;
  readonly acceptanceNumber: string | null;
  readonly registrationNumber: string | null;
  readonly registeredOn: LegalDay | null;
  readonly dueOn: LegalDay | null;
  readonly registryDivision: string;
  readonly applicantOrganisationId: string;
  readonly applicantPersonId: string;
  readonly sellerName: string;
  readonly buyerNames: readonly string[];
  /** Platform organisations on either side, where known. */
  readonly sellerOrganisationId: string | null;
  readonly buyerOrganisationIds: readonly string[];
  /** Of the platform's organisations, those whose signature is confirmed: besides the applicant only they may see the contract. */
  readonly confirmedPartyIds: readonly string[];
  readonly brokerNames: readonly string[];
  readonly signedOn: LegalDay | null;
  readonly totalAmount: Fen;
  readonly technicalAmount: Fen;
  readonly returnReason: string | null;
  /** 补正期限 of what was returned; events from before there was one do not say. */
  readonly correctionDueOn?: LegalDay | null;
  /** Whether its registration stands; a change or objection that is being decided does not touch that. */
  readonly standing: boolean;
  /** 变更、注销、撤销、异议: what the present act was part of. */
  readonly proceeding: {
    readonly id: string;
    readonly kind: 'CHANGE' | 'SUPPLEMENT' | 'CANCELLATION' | 'REVOCATION' | 'OBJECTION';
    readonly openedBy: 'APPLICANT' | 'PARTY' | 'REGISTRY';
    readonly organisationId: string;
    readonly dueOn: LegalDay | null;
    /** Last day on which the seller may state its defence. */
    readonly defendUntil: LegalDay | null;
    /** Why it was opened, returned or decided. */
    readonly reason: string | null;
  } | null;
}

/** contracts.annualReport: what a unit that has to report is reminded of (促进科技成果转化法第二十一条). */
export interface AnnualReportReminded {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly divisionCode: string;
  readonly year: number;
  readonly dueOn: LegalDay;
}

/** contracts.reward: a plan of reward as its unit may know of it: nobody's name and no amount. */
export interface RewardSnapshot {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  /** The unit whose result was turned to account. */
  readonly organisationId: string;
  /** Null of a result that the unit uses itself (自行实施). */
  readonly contractId: string | null;
  readonly contractTitle: string;
  /** Last day of the 公示; null while it is not disclosed. */
  readonly disclosedUntil: LegalDay | null;
  /** Accounts of those whom the plan rewards. */
  readonly personIds: readonly string[];
}
