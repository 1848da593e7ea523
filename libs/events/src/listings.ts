import type { Fen, LegalDay } from '@jihui/kernel';

/** 公开 · 登录可见 · 签署保密协议可见 (reference C3). */
export type VisibilityTier = 'PUBLIC' | 'SIGNED_IN' | 'NDA';
export type CooperationMode =
  | 'TRANSFER'
  | 'LICENCE_ORDINARY'
  | 'LICENCE_SOLE'
  | 'LICENCE_EXCLUSIVE'
  | 'LICENCE_OPEN'
  | 'EQUITY'
  | 'COMMISSIONED_RND'
  | 'JOINT_RND'
  | 'SERVICE'
  | 'CONSULTING'
  | 'JOINT_LAB'
  | 'TALENT'
  | 'OTHER';
export type PriceMode = 'NEGOTIABLE' | 'FIXED' | 'RANGE' | 'LISTED' | 'AUCTION' | 'ROYALTY' | 'EQUITY';
/** 协议定价 · 挂牌交易 · 拍卖 (促进科技成果转化法 art 18). */
export type IpKind =
  | 'INVENTION_PATENT'
  | 'UTILITY_MODEL'
  | 'DESIGN_PATENT'
  | 'SOFTWARE_COPYRIGHT'
  | 'PLANT_VARIETY'
  | 'IC_LAYOUT'
  | 'BIO_MEDICINE_VARIETY'
  | 'KNOW_HOW'
  | 'DESIGN_COPYRIGHT';

export interface IpRight {
  readonly kind: IpKind;
  readonly title: string;
  /** Normalised number; empty for know-how. */
  readonly number: string;
  readonly status: 'PENDING' | 'GRANTED' | 'EXPIRED' | 'ABANDONED' | 'INVALIDATED';
  readonly filedOn: LegalDay | null;
  readonly expiresOn: LegalDay | null;
  readonly owners: readonly string[];
}

export interface Indicator {
  readonly name: string;
  readonly operator: '>=' | '<=' | '=' | '>' | '<' | 'RANGE' | 'QUALITATIVE';
  readonly target: string;
  readonly unit: string;
  readonly testMethod: string;
}

/** listings.result: a research result (成果) with everything that matching, deals and contracts need. */
export interface ResultSnapshot {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly keyPoints: string;
  readonly keywords: readonly string[];
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdBy: string;
  readonly divisionCode: string;
  readonly cluster: string | null;
  /** Technical field code 01–11. */
  readonly techField: string | null;
  readonly trl: number | null;
  readonly cooperationModes: readonly CooperationMode[];
  readonly priceMode: PriceMode;
  readonly priceMin: Fen | null;
  readonly priceMax: Fen | null;
  readonly ipRights: readonly IpRight[];
  readonly stateFunded: boolean;
  readonly visibility: VisibilityTier;
  readonly state: string;
  /** Whether it can be found and matched now. */
  readonly online: boolean;
  readonly expiresOn: LegalDay | null;
}

/** listings.need: a technical need (需求). */
export interface NeedSnapshot {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  /** 现状与难点. */
  readonly description: string;
  readonly keywords: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdBy: string;
  /** The owner's name is shown to nobody but its members and the bureau. */
  readonly anonymous: boolean;
  readonly needType: string;
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly cooperationModes: readonly CooperationMode[];
  readonly budgetMin: Fen | null;
  readonly budgetMax: Fen | null;
  readonly neededBy: LegalDay | null;
  readonly visibility: VisibilityTier;
  readonly state: string;
  readonly online: boolean;
  readonly expiresOn: LegalDay | null;
}

/** listings.resultsImported / listings.needsImported: one event for up to 500 imported rows. */
export interface ResultsImported {
  readonly results: readonly ResultSnapshot[];
}
export interface NeedsImported {
  readonly needs: readonly NeedSnapshot[];
}

/** listings.searchFound: what came online and matches a search that a person saved, as far as they may see it. */
export interface SearchFound {
  readonly personId: string;
  readonly kind: 'RESULT' | 'NEED' | 'PATENT';
  /** What the person called the search. */
  readonly name: string;
  readonly text: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly count: number;
  /** Up to twenty of them. */
  readonly found: readonly { readonly id: string; readonly title: string }[];
}
