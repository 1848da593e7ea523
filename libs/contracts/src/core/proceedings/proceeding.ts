import type { Fen, LegalDay } from '@jihui/kernel';
import type { ContractForm, Deficiency, TaxBenefit } from '../contract.js';
import type { ReceiptForm } from '../royalty.js';
import type { ProceedingState } from './lifecycle.js';

/** 变更、注销、撤销、异议 (reference A4, A7). */
export const PROCEEDING_KINDS = {
  CHANGE: '变更登记',
  SUPPLEMENT: '提成补充登记',
  CANCELLATION: '注销登记',
  REVOCATION: '撤销登记',
  OBJECTION: '认定异议',
} as const;
export type ProceedingKind = keyof typeof PROCEEDING_KINDS;

/** Who opened it: the applicant, another confirmed party, or the registry (also for a tax or finance body). */
export type OpenedBy = 'APPLICANT' | 'PARTY' | 'REGISTRY';

/** 注销事由. */
export const CANCELLATION_GROUNDS = {
  RESCISSION: { name: '合同解除', article: '民法典第五百六十二条至第五百六十六条' },
  INVALIDATION: { name: '合同被确认无效', article: '民法典第一百四十四条、第一百四十六条、第一百五十三条' },
  AVOIDANCE: { name: '合同被撤销', article: '民法典第一百四十七条至第一百五十一条' },
  OTHER: { name: '其他', article: null },
} as const;
export type CancellationGround = keyof typeof CANCELLATION_GROUNDS;

/** 沪科技市〔2025〕31号 as far as its text is known (reference A7); taken over as our default. */
const SHANGHAI_2025 = '参照《上海市技术合同认定登记管理实施办法》（沪科技市〔2025〕31号）撤销情形';
/** 撤销事由. */
export const REVOCATION_GROUNDS = {
  FALSE_CONTRACT: { name: '提供虚假合同', article: SHANGHAI_2025 },
  FRAUD: { name: '以欺骗手段取得登记', article: SHANGHAI_2025 },
  BRIBERY: { name: '以贿赂等不正当手段取得登记', article: SHANGHAI_2025 },
  INFRINGEMENT: { name: '侵害他人知识产权', article: SHANGHAI_2025 },
  NOT_CANCELLED: { name: '合同已失效而卖方未申请注销', article: SHANGHAI_2025 },
  DUPLICATE: { name: '重复登记', article: SHANGHAI_2025 },
  BEYOND_CONTRACT: { name: '超出合同内容或有效期登记', article: SHANGHAI_2025 },
  OTHER: { name: '其他不应登记的情形', article: '《技术合同认定登记管理办法》（2026年条文待核）' },
} as const;
export type RevocationGround = keyof typeof REVOCATION_GROUNDS;

/** 异议人. A tax or finance body has no account here: the registry records its letter. */
export const OBJECTORS = {
  APPLICANT: '申请人',
  PARTY: '合同另一方',
  TAX: '税务机关',
  FINANCE: '财政部门',
} as const;
export type Objector = keyof typeof OBJECTORS;

/** 已享受的优惠 as the seller reports it or the registry knows it. */
export interface BenefitUse {
  readonly benefit: TaxBenefit;
  /** 减免税额 or the deducted amount. */
  readonly amount: Fen;
  readonly usedOn: LegalDay;
  /** 申报期或凭证号. */
  readonly note: string;
}

/** What the opener writes while it is a draft. */
export interface ProceedingDraft {
  /** 事由说明: why; what the others read. */
  readonly reason: string;
  /** 变更后的登记表 (a change), or what the redetermination proposes (an objection against a registration). */
  readonly proposal: ContractForm | null;
  /** 变更前的登记表: the form that the proposal was made over. */
  readonly base: ContractForm | null;
  /** 提成到账 that a supplement registers. */
  readonly receipt: ReceiptForm | null;
  readonly grounds: readonly string[];
  /** 事由发生日, e.g. of the rescission. */
  readonly groundOn: LegalDay | null;
  readonly benefits: readonly BenefitUse[];
  /** True when the opener says that no benefit was used; null while nothing is said. */
  readonly noBenefits: boolean | null;
  readonly objector: Objector | null;
  /** Name of the tax or finance body, and its letter. */
  readonly objectorName: string | null;
  readonly documentNumber: string | null;
}

/** 初审意见 on it. */
export interface Examination {
  readonly examinerId: string;
  readonly favourable: boolean;
  readonly opinion: string;
  /** Amounts as the examiner approves them: of a change or a redetermination. */
  readonly approved: ApprovedAmounts | null;
  readonly at: Date;
}
export interface ApprovedAmounts {
  readonly total: Fen;
  readonly technical: Fen;
}

/** 陈述申辩. */
export interface Defence {
  readonly statement: string;
  /** The seller gives up the rest of the period. */
  readonly final: boolean;
  readonly personId: string;
  readonly at: Date;
}

export interface ProceedingDecision {
  readonly deciderId: string;
  readonly opinion: string;
  readonly articles: readonly string[];
  readonly at: Date;
}

/** A proceeding on a decided contract: opened, examined by one, decided by another. */
export interface Proceeding extends ProceedingDraft {
  readonly id: string;
  readonly version: number;
  readonly contractId: string;
  readonly kind: ProceedingKind;
  readonly state: ProceedingState;
  readonly openedBy: OpenedBy;
  readonly organisationId: string;
  readonly personId: string;
  /** State of the contract and version of its certificate that it was opened against. */
  readonly against: { readonly registered: boolean; readonly certificateVersion: number };
  readonly openedOn: LegalDay | null;
  /** Day by which the registry decides. */
  readonly dueOn: LegalDay | null;
  /** Last day of 陈述申辩. */
  readonly defendUntil: LegalDay | null;
  readonly deficiencies: readonly Deficiency[];
  readonly examination: Examination | null;
  readonly defences: readonly Defence[];
  readonly decision: ProceedingDecision | null;
  readonly decidedOn: LegalDay | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const EMPTY_DRAFT: ProceedingDraft = {
  reason: '',
  proposal: null,
  base: null,
  receipt: null,
  grounds: [],
  groundOn: null,
  benefits: [],
  noBenefits: null,
  objector: null,
  objectorName: null,
  documentNumber: null,
};
