import type { Fen, LegalDay, Role } from '@jihui/kernel';

/** What the rules and texts read of a result or a need: the owner's event holds more. */
export interface ListingFact {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdBy: string;
  readonly divisionCode: string;
  readonly expiresOn: LegalDay | null;
  /** The owner's name is shown to nobody but its members and the bureau. */
  readonly anonymous?: boolean;
}

/** What the rules and texts read of an expert. */
export interface ExpertFact {
  readonly id: string;
  readonly name: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly unitName: string;
  readonly scopeCode: string;
  readonly note: string;
}

/** What the rules and texts read of a broker's entry. */
export interface BrokerFact {
  readonly id: string;
  readonly name: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly scopeCode: string;
  readonly note: string;
}

/** What the rules and texts read of an agency's entry. */
export interface AgencyFact {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly scopeCode: string;
  readonly note: string;
  readonly designatedUntil: LegalDay | null;
}

/** What the rules and texts read of a call (榜单). */
export interface CallFact {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly divisionCode: string;
  readonly noticeUntil: LegalDay | null;
  readonly closesAt: string | null;
  readonly custodianIds: readonly string[];
  readonly undertakerId: string | null;
  readonly concernedIds?: readonly string[];
  readonly bidderIds?: readonly string[];
  readonly stageUntil?: LegalDay | null;
  readonly note: string;
}

/** What the rules and texts read of a project of a call. */
export interface ProjectFact {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly formerOrganisationId?: string | null;
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly supervisorId: string | null;
  readonly note: string;
}

/** What the rules and texts read of a report of misconduct: whom to tell, and by when something is due. */
export interface MisconductFact {
  readonly id: string;
  readonly handlerIds: readonly string[];
  readonly reporterId: string | null;
  readonly dueOn: LegalDay | null;
}

/** What the rules and texts read of a ban (失信禁入): of an organisation, or of a person with the unit. */
export interface BanFact {
  readonly id: string;
  readonly organisationId: string | null;
  readonly personName: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly fromDay: LegalDay;
  readonly untilDay: LegalDay | null;
  readonly document: string;
}

/** What the rules and texts read of an expert's fee or record (评审费、评审信用). */
export interface ReviewerFact {
  readonly id: string;
  readonly personId: string;
  readonly amount: Fen | null;
  readonly paidOn: LegalDay | null;
  readonly record: string | null;
}

/** What the rules and texts read of a rating of a broker. */
export interface RatingFact {
  readonly id: string;
  readonly brokerId: string;
  readonly brokerName: string;
  readonly personId: string;
  readonly raterId: string;
  readonly raterName: string;
  readonly ratedBy: string;
  readonly reason: string;
}

/** What the rules and texts read of a patent of the register. */
export interface PatentFact {
  readonly id: string;
  readonly title: string;
  readonly displayNumber: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly expiresOn: LegalDay;
  /** What its holder is warned of. */
  readonly warning: string | null;
}

export interface DealFact {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly buyerId: string;
  /** Already hidden by deals while an anonymous buyer has not shown itself. */
  readonly buyerName: string;
  readonly sellerPersonIds: readonly string[];
  readonly buyerPersonIds: readonly string[];
  readonly brokers: readonly {
    readonly organisationId: string;
    readonly organisationName: string;
    readonly personId: string;
    readonly joined: boolean;
  }[];
  readonly disclosure: { readonly startsOn: LegalDay; readonly endsOn: LegalDay } | null;
  readonly message: string | null;
}

export interface ContractFact {
  readonly id: string;
  readonly title: string;
  readonly acceptanceNumber: string | null;
  readonly registrationNumber: string | null;
  readonly dueOn: LegalDay | null;
  readonly registryDivision: string;
  readonly applicantOrganisationId: string;
  readonly applicantPersonId: string;
  readonly sellerOrganisationId: string | null;
  readonly buyerOrganisationIds: readonly string[];
  /** Of the parties those that may see the contract. */
  readonly confirmedPartyIds: readonly string[];
  readonly returnReason: string | null;
  /** Last day for the correction that was asked for. */
  readonly correctionDueOn?: LegalDay | null;
  /** The change, cancellation, revocation or objection that the act was part of. */
  readonly proceeding: {
    readonly dueOn: LegalDay | null;
    readonly defendUntil: LegalDay | null;
    readonly reason: string | null;
  } | null;
}

export interface RewardFact {
  readonly id: string;
  readonly contractTitle: string;
  readonly organisationId: string;
  readonly disclosedUntil: LegalDay | null;
  readonly personIds: readonly string[];
}

export interface OrganisationFact {
  readonly id: string;
  readonly name: string;
  readonly divisionCode: string;
}

/** An export of what an organisation owns, which is over. */
export interface ExportFact {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly expiresOn: LegalDay | null;
}

/** A unit that has not handed in its annual report of a year. */
export interface ReportFact {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly divisionCode: string;
  readonly year: number;
  readonly dueOn: LegalDay;
}

/** One owner's view of a set of matches: the own listing, and what was found for it. */
export interface MatchFact {
  readonly kind: 'RESULT' | 'NEED';
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly found: readonly {
    readonly title: string;
    readonly score: number;
    readonly sharedTerms: readonly string[];
  }[];
}

/** What came online and matches a search that somebody saved. */
export interface SearchFact {
  readonly personId: string;
  readonly kind: 'RESULT' | 'NEED' | 'PATENT';
  readonly name: string;
  readonly text: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly count: number;
  readonly found: readonly { readonly id: string; readonly title: string }[];
}

/** A person as far as telling them goes: this domain's own projection. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly active: boolean;
  readonly memberships: readonly {
    readonly organisationId: string;
    /** Whether the organisation is one of the bureau. */
    readonly bureau: boolean;
    readonly divisionCode: string;
    readonly roles: readonly Role[];
    readonly active: boolean;
    /** False while the organisation is not approved, or suspended. */
    readonly organisationActive: boolean;
  }[];
}

/** What is told of needs and experts, or needs and patents, found for the first time, to one of the sides. */
export interface PairFact {
  /** The need, the expert or the patent. */
  readonly id: string;
  /** The need's title; empty for an expert, who reads of themselves. */
  readonly title: string;
  /** The need's owner, the patent's holder, or the expert's account. */
  readonly toId: string;
  readonly found: MatchFact['found'];
}

/** What the rules and texts read of an invitation of an expert. */
export interface InvitationFact {
  readonly needId: string;
  readonly needTitle: string;
  readonly needOwnerId: string;
  readonly expertId: string;
  readonly personId: string;
  readonly inviterId: string;
  readonly inviterName: string;
  readonly byBroker: boolean;
  readonly invitedBy: string;
  /** Null or empty where nothing was said. */
  readonly message: string | null;
}
