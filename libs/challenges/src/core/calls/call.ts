import type { Fen, LegalDay } from '@jihui/kernel';
import type { Indicator } from '../indicators/indicators.js';
import type { KeptFile } from '../files/kept-file.js';
import type { Funding } from '../money/plan.js';
import type { Criterion, Points } from '../review/scoring.js';
import type { CallState } from './lifecycle.js';
import { MODES, type Approval, type CallMode, type CallType, type ModeDocument } from './modes.js';

/** 公开、部分公开（登录可见）、脱敏（不显示单位） (reference B3). */
export const SECRECY = ['PUBLIC', 'PARTIAL', 'MASKED'] as const;
export type Secrecy = (typeof SECRECY)[number];

/** 知识产权归属意向. */
export const IP_TERMS = ['OWNER', 'UNDERTAKER', 'SHARED', 'LICENCE', 'NEGOTIABLE'] as const;
export type IpTerms = (typeof IP_TERMS)[number];

/** 企业类型 (reference B3): as the enterprise states them. */
export const ENTERPRISE_KINDS = ['ABOVE_SCALE', 'HIGH_TECH', 'TECH_SME', 'SPECIALISED'] as const;
export type EnterpriseKind = (typeof ENTERPRISE_KINDS)[number];

/** What the owner commits to (reference B4), each for itself. */
export const COMMITMENTS = ['REAL_NEED', 'FUNDS', 'CREDIT', 'OPEN_TERMS', 'SIGN_AND_PAY'] as const;
export type Commitment = (typeof COMMITMENTS)[number];

/** What the owner writes (reference B3). */
export interface CallContent {
  readonly title: string;
  readonly type: CallType | null;
  readonly cluster: string | null;
  readonly techField: string | null;
  /** 需求背景与意义. */
  readonly background: string;
  /** 主要研发内容. */
  readonly work: string;
  readonly indicators: readonly Indicator[];
  /** 成果交付形式. */
  readonly deliverables: string;
  /** 验收标准. */
  readonly acceptance: string;
  readonly ipTerms: IpTerms | null;
  readonly ipNote: string;
  readonly months: number | null;
  /** 支付方式. */
  readonly payment: string;
  /** 对揭榜方的要求. */
  readonly requirements: string;
  /** 须由创新联合体揭榜: lead and members, a university or institute among them (reference B4). */
  readonly consortium: boolean;
  readonly secrecy: Secrecy;
  /** 产业“卡脖子”技术 (H24). */
  readonly bottleneck: boolean;
  readonly contact: string;
  readonly phone: string;
  readonly enterpriseKinds: readonly EnterpriseKind[];
  readonly revenue: Fen | null;
  /** 近两年研发费用: the last year, and the one before. */
  readonly rdCost: Fen | null;
  readonly rdCostBefore: Fen | null;
  readonly commitments: readonly Commitment[];
}

/** A document that a mode asks for. */
export interface PlanDocument {
  readonly kind: ModeDocument;
  readonly title: string;
  /** 文号. */
  readonly number: string;
  readonly day: LegalDay | null;
  /** What it says, in short: the reason, the opinion, the terms. */
  readonly summary: string;
  /** The document itself, where it may lie on a network: minutes that may not are known by their number. */
  readonly files?: readonly KeptFile[];
}

export const CUSTODIAN_OFFICES = ['BUREAU', 'SUPERVISION', 'NOTARY'] as const;
export type CustodianOffice = (typeof CUSTODIAN_OFFICES)[number];

/** 开标密钥保管人: holds one share of every bid's key. */
export interface Custodian {
  readonly personId: string;
  readonly office: CustodianOffice;
}

export interface NamedCriterion extends Criterion {
  readonly name: string;
}

/** 答辩: who advances to it from the written review, and how much it counts. */
export interface SecondStage {
  /** The best so many. */
  readonly advance: number;
  /** Nobody below it; null: the pass line alone. */
  readonly line: Points | null;
  /** Hundredths of the whole with which the defence counts. */
  readonly weight: number;
}

/** What the bureau lays down before the call is approved. */
export interface CallPlan {
  /** 定向委托、一事一议: whom it is meant for. */
  readonly undertakerId: string | null;
  readonly winners: number;
  readonly biddingDays: number;
  readonly criteria: readonly NamedCriterion[];
  readonly custodians: readonly Custodian[];
  /** How many shares open a bid. */
  readonly threshold: number;
  readonly documents: readonly PlanDocument[];
  /** 重点榜单: experts from outside the city are needed. */
  readonly key: boolean;
  /** 每份方案的评审专家数; null: as few as the rule of panels asks for. */
  readonly judges: number | null;
  /** 专家组人数 as a multiple of it; 1: every member judges every bid. */
  readonly panelTimes: number;
  /** 两阶段评审; null where the written review decides. */
  readonly secondStage: SecondStage | null;
  /** 责任处室、责任人、监督人 (H22). */
  readonly office: string;
  readonly responsibleId: string | null;
  readonly supervisorId: string | null;
}

/** 论证. */
export interface Argument {
  readonly heldOn: LegalDay;
  readonly experts: string;
  readonly opinion: string;
  readonly verdict: 'PASSED' | 'REVISE' | 'FAILED';
}

export interface Approved {
  readonly approval: Approval;
  /** 会议纪要或文件号. */
  readonly document: string;
  readonly opinion: string;
  readonly day: LegalDay;
  readonly personId: string;
}

export const EXTENSION_CAUSES = ['OUTAGE', 'CLARIFICATION', 'SUSPENSION', 'OTHER'] as const;
export type ExtensionCause = (typeof EXTENSION_CAUSES)[number];

export interface Extension {
  readonly cause: ExtensionCause;
  readonly reason: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

/** What the published call is judged by for good, with the versions of the parameters it was taken from. */
export interface Fixed {
  readonly passLine: number;
  readonly dropFrom: number;
  readonly deviation: number;
  /** More than one in so many advising against fails a bid. */
  readonly against: number;
  readonly parameterIds: readonly string[];
}

/** 榜单: from the demand to the end of bidding. */
export interface Call {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly state: CallState;
  readonly mode: CallMode;
  /** 1, and 2 from 二次发榜 on. */
  readonly round: number;
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly needId: string | null;
  /** 征集批次 in which it was submitted; null where none was open. */
  readonly batchId: string | null;
  readonly content: CallContent;
  readonly funding: Funding;
  readonly plan: CallPlan;
  readonly argument: Argument | null;
  readonly approvals: readonly Approved[];
  readonly extensions: readonly Extension[];
  readonly fixed: Fixed | null;
  /** Why it was returned, declined, suspended or stopped; empty when nothing of the kind happened last. */
  readonly note: string;
  readonly noticeFrom: LegalDay | null;
  readonly noticeUntil: LegalDay | null;
  readonly publishedAt: Date | null;
  readonly opensAt: Date | null;
  /** From this instant on no bid comes in: decided by the database's clock. */
  readonly closesAt: Date | null;
  /** The opening of bids began: from here on the window cannot open again. */
  readonly openingAt: Date | null;
  /** Bids that hold, once all were opened; null before, when nobody may know. */
  readonly validBids: number | null;
  /** 资格审查、立项公示: the stage whose result is out for objections, from that day to the last one. */
  readonly stageFrom: LegalDay | null;
  readonly stageUntil: LegalDay | null;
  readonly suspendedAt: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The approvals of the mode, in order, that are still to come. */
export const approvalsLeft = ({ mode, approvals }: Pick<Call, 'mode' | 'approvals'>): readonly Approval[] =>
  MODES[mode].approvals.filter((approval) => !approvals.some((given) => given.approval === approval));

/** Whether a bid may come in at this instant. The states follow the clock by a job; this follows nothing but the clock. */
export const biddingIsOpen = (
  { state, opensAt, closesAt, suspendedAt }: Pick<Call, 'state' | 'opensAt' | 'closesAt' | 'suspendedAt'>,
  now: Date,
): boolean =>
  (state === 'PUBLISHED' || state === 'BIDDING') &&
  suspendedAt === null &&
  opensAt !== null &&
  closesAt !== null &&
  opensAt <= now &&
  now < closesAt;

/** Reference B7's weights, with which a plan begins; points are hundredths. */
export const DEFAULT_CRITERIA: readonly NamedCriterion[] = [
  { code: 'MATCH', name: '需求匹配与指标响应', weight: 3_000 },
  { code: 'ROUTE', name: '技术路线与创新性', weight: 2_500 },
  { code: 'TEAM', name: '团队与条件', weight: 2_000 },
  { code: 'SCHEDULE', name: '进度与经费合理性', weight: 1_500 },
  { code: 'IP', name: '知识产权与产业化', weight: 1_000 },
];

export const NO_FUNDING: Funding = { total: 0, owner: 0, city: 0, county: 0 };

/** A plan before anybody has laid down anything. */
export const emptyPlan = (mode: CallMode, biddingDays: number): CallPlan => ({
  undertakerId: null,
  winners: MODES[mode].winners.least,
  biddingDays,
  criteria: DEFAULT_CRITERIA,
  custodians: [],
  threshold: 2,
  documents: [],
  key: false,
  judges: null,
  panelTimes: 1,
  secondStage: null,
  office: '',
  responsibleId: null,
  supervisorId: null,
});
