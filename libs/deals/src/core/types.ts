import type { Fen, LegalDay } from '@jihui/kernel';

export const DEAL_STATES = [
  'LEAD',
  'INTEREST',
  'CONFIRMED',
  'NEGOTIATING',
  'PRICED',
  'DISCLOSING',
  'READY_TO_SIGN',
  'SIGNATURE_RECORDED',
  'SIGNED',
  'REGISTERED',
  'CLOSED',
  'ABANDONED',
] as const;
export type DealState = (typeof DEAL_STATES)[number];

/** States after which nothing happens to a deal any more. */
export const OVER: readonly DealState[] = ['CLOSED', 'ABANDONED'];
/** States in which the contract is concluded: both sides confirmed its signature. */
export const CONCLUDED: readonly DealState[] = ['SIGNED', 'REGISTERED', 'CLOSED'];

export const isOver = (state: DealState): boolean => OVER.includes(state);

export type Side = 'SELLER' | 'BUYER';
export const otherSide = (side: Side): Side => (side === 'SELLER' ? 'BUYER' : 'SELLER');

export const COOPERATION_MODES = [
  'TRANSFER',
  'LICENCE_ORDINARY',
  'LICENCE_SOLE',
  'LICENCE_EXCLUSIVE',
  'LICENCE_OPEN',
  'EQUITY',
  'COMMISSIONED_RND',
  'JOINT_RND',
  'SERVICE',
  'CONSULTING',
  'JOINT_LAB',
  'TALENT',
  'OTHER',
] as const;
export type CooperationMode = (typeof COOPERATION_MODES)[number];

export type PricingMethod = 'AGREEMENT' | 'LISTING' | 'AUCTION';
export type PaymentMode = 'LUMP_SUM' | 'INSTALMENTS' | 'ROYALTY' | 'ENTRY_FEE_ROYALTY' | 'OTHER';

export interface Royalty {
  readonly rateBasisPoints: number;
  readonly base: string;
  readonly years: number;
  readonly minimumPerYear: Fen | null;
}

/** What the sides agree on as the price (价款), 民法典 art 845–846. */
export interface PriceTerms {
  readonly cooperationMode: CooperationMode;
  /** 成交总额 in 分: the fixed part where royalties are agreed. */
  readonly total: Fen;
  /** 技术部分 in 分, at most the total (reference I4). */
  readonly technical: Fen;
  readonly method: PricingMethod;
  readonly methodEvidence: string;
  readonly basis: string;
  readonly paymentMode: PaymentMode;
  readonly paymentTerms: string;
  readonly royalty: Royalty | null;
  readonly note: string;
}

export interface AgreedPrice extends PriceTerms {
  readonly proposalId: string;
}

/** A proposal that waits for the other side. */
export interface OpenProposal {
  readonly id: string;
  readonly side: Side;
  readonly personId: string;
}

export interface Party {
  readonly organisationId: string;
  readonly name: string;
  readonly divisionCode: string;
  /** 国家设立的研究开发机构、高等院校 (促进科技成果转化法 art 18). */
  readonly stateEstablished: boolean;
  readonly confirmedAt: Date | null;
  readonly ndaSignedAt: Date | null;
  /** Persons who take part on this side. */
  readonly people: readonly string[];
}

export type DisclosureState = 'RUNNING' | 'OBJECTED' | 'COMPLETED' | 'ANNULLED';

/** The deal's newest disclosure, as far as the deal's own rules look at it. */
export interface DisclosureMark {
  readonly id: string;
  readonly state: DisclosureState;
  readonly startsOn: LegalDay;
  readonly endsOn: LegalDay;
  readonly openObjections: number;
  /** The price that it disclosed: another price needs another disclosure. */
  readonly proposalId: string;
}

export interface Signature {
  readonly signedOn: LegalDay;
  readonly place: string;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay;
  readonly signatories: readonly string[];
  readonly fileId: string;
  readonly fileSha256: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly recordedBy: Side;
  readonly recordedByPerson: string;
  readonly recordedAt: Date;
  readonly confirmedAt: Date | null;
}

export type LossReason =
  | 'PRICE'
  | 'TECHNOLOGY'
  | 'RIGHTS'
  | 'FUNDING'
  | 'NO_ANSWER'
  | 'OTHER_PARTNER'
  | 'OBJECTION'
  | 'APPROVAL'
  | 'OTHER';

export interface Loss {
  readonly reason: LossReason;
  readonly note: string;
  readonly at: Date;
  readonly by: Side | null;
}

export type BrokerageState = 'INVITED' | 'JOINED' | 'DECLINED' | 'ENDED';
export type Represents = 'NONE' | Side | 'BOTH';

/** An agency's part in the deal, as far as the deal's own rules look at it. */
export interface BrokerMark {
  readonly id: string;
  readonly organisationId: string;
  readonly state: BrokerageState;
  readonly represents: Represents;
  /** Null for the broker that introduced the sides. */
  readonly invitedBy: Side | null;
}

/** 对接: one seller, one buyer, from interest to the signed contract (reference D3). */
export interface Deal {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly state: DealState;
  readonly cooperationMode: CooperationMode;
  readonly origin: Side | 'BROKER';
  readonly openingMessage: string;
  readonly resultId: string | null;
  readonly resultTitle: string | null;
  readonly needId: string | null;
  readonly needTitle: string | null;
  readonly seller: Party;
  readonly buyer: Party;
  /** The need is anonymous: until its owner confirms, it is hidden from everybody but the bureau. */
  readonly buyerAnonymous: boolean;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly proposal: OpenProposal | null;
  readonly price: AgreedPrice | null;
  readonly disclosure: DisclosureMark | null;
  readonly signature: Signature | null;
  readonly loss: Loss | null;
  readonly closingSummary: string | null;
  readonly brokers: readonly BrokerMark[];
}

export const partyOf = (deal: Deal, side: Side): Party => (side === 'SELLER' ? deal.seller : deal.buyer);

/** Whether the buyer's name is still hidden from the seller and the brokers. */
export const buyerHidden = (deal: Deal): boolean => deal.buyerAnonymous && deal.buyer.confirmedAt === null;

/** Both sides signed the platform's confidentiality text. */
export const ndaInForce = (deal: Deal): boolean =>
  deal.seller.ndaSignedAt !== null && deal.buyer.ndaSignedAt !== null;

/**
 * Whether signing needs a completed disclosure: a state-established seller whose price is settled by
 * agreement (促进科技成果转化法 art 18; reference I1). Before a price is settled, agreement is assumed.
 */
export const disclosureRequired = (deal: Deal): boolean =>
  deal.seller.stateEstablished && (deal.price?.method ?? 'AGREEMENT') === 'AGREEMENT';

/** Whether the gate is open: nothing to disclose, or this very price was disclosed to the end. */
export const disclosureSatisfied = (deal: Deal): boolean =>
  !disclosureRequired(deal) ||
  (deal.disclosure?.state === 'COMPLETED' && deal.disclosure.proposalId === deal.price?.proposalId);
