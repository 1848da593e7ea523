import type { CooperationMode, IpKind, PriceMode, VisibilityTier } from './vocabulary.js';
import type { Fen, LegalDay } from '@jihui/kernel';

/** 联系人. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}
export const NO_CONTACT: Contact = { name: '', phone: '', email: '' };

export type IpStatus = 'PENDING' | 'GRANTED' | 'EXPIRED' | 'ABANDONED' | 'INVALIDATED';
export type IpEncumbrance = 'NONE' | 'PLEDGED' | 'LICENSED' | 'LICENSED_EXCLUSIVELY' | 'DISPUTED';

/** 知识产权 of a result. */
export interface IpRight {
  readonly kind: IpKind;
  readonly title: string;
  /** Normalised; empty for know-how. */
  readonly number: string;
  readonly status: IpStatus;
  readonly filedOn: LegalDay | null;
  /** Last day of the term: entered, or the legal default of a patent's filing day. */
  readonly expiresOn: LegalDay | null;
  readonly owners: readonly string[];
  readonly coOwnersConsent: boolean;
  readonly encumbrance: IpEncumbrance;
  readonly encumbranceNote: string;
}

/** 指标对比的一行. */
export interface Comparison {
  readonly indicator: string;
  readonly ours: string;
  readonly peers: string;
  readonly basis: string;
}

export type AwardKind = 'AWARD' | 'APPRAISAL' | 'NOVELTY_SEARCH' | 'TEST_REPORT' | 'ACCEPTANCE';
/** 获奖、鉴定、查新、检测. */
export interface Award {
  readonly kind: AwardKind;
  readonly name: string;
  readonly issuer: string;
  readonly issuedOn: LegalDay | null;
}

/** 媒体报道: what was written about the result. */
export interface MediaReport {
  readonly title: string;
  readonly outlet: string;
  /** http or https alone, or empty. */
  readonly url: string;
  readonly publishedOn: LegalDay | null;
}

export interface TeamMember {
  readonly name: string;
  readonly title: string;
  readonly role: string;
}

/** What results and needs have in common besides their content. */
export interface ListingFacts {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly ownerId: string;
  readonly createdBy: string;
  /**
   * Division of the bureau in charge: the listing's own, or the city where that lies outside it, so
   * that what a unit from elsewhere offers here has somebody to review it.
   */
  readonly scopeCode: string;
  readonly stateReason: string | null;
  readonly submittedAt: Date | null;
  /** Since when it has been in this state: for the review queues. */
  readonly stateSince: Date;
  readonly publishedAt: Date | null;
  /** Last day on which it is online. */
  readonly expiresOn: LegalDay | null;
  /** Version of the parameter by which its validity was counted. */
  readonly validityParameter: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the form of a result holds. Text that was not filled in is '', a code null. */
export interface ResultContent {
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly keyPoints: string;
  readonly problem: string;
  readonly innovation: string;
  readonly comparison: readonly Comparison[];
  readonly applicationFields: readonly string[];
  readonly scenes: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly ipc: readonly string[];
  readonly industry: string | null;
  readonly trl: number | null;
  readonly trlEvidence: string;
  readonly ipRights: readonly IpRight[];
  readonly awards: readonly Award[];
  readonly planSource: string | null;
  readonly planName: string;
  readonly serviceInvention: boolean | null;
  readonly stateFunded: boolean | null;
  /** 国有资产: what a state-owned owner sells of it is priced and disclosed by law. Null where it was not said. */
  readonly stateOwned: boolean | null;
  readonly unitApprovalDocument: string;
  readonly cooperationModes: readonly CooperationMode[];
  readonly priceMode: PriceMode | null;
  readonly priceMin: Fen | null;
  readonly priceMax: Fen | null;
  readonly conditions: string;
  readonly investment: Fen | null;
  readonly expectedBenefit: string;
  readonly cases: string;
  readonly media: readonly MediaReport[];
  readonly team: readonly TeamMember[];
  readonly contact: Contact;
  readonly attachmentIds: readonly string[];
  readonly visibility: VisibilityTier;
  readonly validUntil: LegalDay | null;
  readonly divisionCode: string;
}

export type NeedType =
  | 'KEY_TECHNOLOGY'
  | 'PRODUCT'
  | 'PROCESS'
  | 'EQUIPMENT'
  | 'TECHNOLOGY_IMPORT'
  | 'TALENT'
  | 'TESTING'
  | 'FINANCING'
  | 'PILOT';
export type Urgency = 'NORMAL' | 'URGENT' | 'CRITICAL';
export type IndicatorOperator =
  'AT_LEAST' | 'AT_MOST' | 'EQUAL' | 'MORE_THAN' | 'LESS_THAN' | 'RANGE' | 'QUALITATIVE';

/** 拟达到的指标. */
export interface NeedIndicator {
  readonly name: string;
  readonly operator: IndicatorOperator;
  readonly target: string;
  readonly unit: string;
  readonly testMethod: string;
}

/** What the form of a need holds. Text that was not filled in is '', a code null. */
export interface NeedContent {
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly needType: NeedType | null;
  readonly indicators: readonly NeedIndicator[];
  readonly foundation: string;
  readonly cooperationModes: readonly CooperationMode[];
  readonly budgetNegotiable: boolean | null;
  readonly budgetMin: Fen | null;
  readonly budgetMax: Fen | null;
  readonly payment: string;
  readonly neededBy: LegalDay | null;
  readonly urgency: Urgency;
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly ipc: readonly string[];
  readonly industry: string | null;
  readonly ownerScale: string;
  readonly anonymous: boolean;
  readonly wantsChallenge: boolean;
  readonly contact: Contact;
  readonly attachmentIds: readonly string[];
  readonly visibility: VisibilityTier;
  readonly validUntil: LegalDay | null;
  readonly divisionCode: string;
}
