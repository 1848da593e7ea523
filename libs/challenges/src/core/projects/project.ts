import type { Fen, LegalDay } from '@jihui/kernel';
import type { Indicator, Measurement, Promised } from '../indicators/indicators.js';
import type { CallMode } from '../calls/modes.js';
import type { KeptFile } from '../files/kept-file.js';
import type { Entry } from '../money/ledger.js';
import type { Instalment } from '../money/plan.js';
import type { ProjectState } from './lifecycle.js';
import type { PerformanceLine } from './performance.js';

/** Files of a record. Records from before there were files have none. */
interface WithFiles {
  readonly files?: readonly KeptFile[];
}

/** 任务书: what owner, undertaker and bureau sign, with the signed copy. */
export interface TaskBook extends WithFiles {
  readonly number: string;
  readonly signedOn: LegalDay;
  readonly endsOn: LegalDay;
}

/** 技术合同 of the two sides, as the registry tells of it. */
export interface LinkedContract {
  readonly contractId: string;
  readonly registrationNumber: string;
}

export type MilestoneVerdict = 'PASSED' | 'RECTIFY' | 'FAILED';

/** 节点报告, with what proves it. */
export interface Report extends WithFiles {
  readonly text: string;
  readonly evidence: string;
  readonly measurements: readonly Measurement[];
  readonly at: string;
}

/** 节点: reported by the undertaker, assessed by the bureau. */
export interface Milestone {
  readonly id: string;
  readonly name: string;
  readonly dueOn: LegalDay;
  readonly report: Report | null;
  readonly verdict: MilestoneVerdict | null;
  readonly opinion: string;
  readonly assessedAt: string | null;
  /** The day on which it was told that it is overdue; it is told once. */
  readonly alarmedOn?: LegalDay;
}

/** 发榜方付款证明: what the owner has paid of its own part, by the bank's receipt. */
export interface OwnerPayment extends WithFiles {
  readonly day: LegalDay;
  readonly amount: Fen;
  readonly receipt: string;
  readonly at: string;
}

/** A payment that waits for its second level. */
export interface PaymentRequest extends WithFiles {
  readonly instalment: string;
  readonly voucher: string;
  readonly personId: string;
  readonly at: string;
}

/** A row of the ledger with its day and who entered it. */
export interface LedgerRow extends Entry, WithFiles {
  readonly day: LegalDay;
  /** Who entered it, and for a payment who approved it. */
  readonly personIds: readonly string[];
  /** Who was paid, or paid back; rows of before the undertaker could change are of the first one. */
  readonly organisationId?: string;
}

export const CHANGE_KINDS = ['EXTENSION', 'BUDGET', 'PEOPLE', 'UNIT', 'UNDERTAKER'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export interface ProjectChange extends WithFiles {
  readonly kind: ChangeKind;
  readonly reason: string;
  readonly endsOn: LegalDay | null;
  readonly at: string;
  /** 更换承担单位: who carries it on instead of whom. */
  readonly undertaker?: { readonly from: string; readonly to: string };
}

/** 检查: what was found on the spot, and by when it has to be mended. */
export interface Inspection extends WithFiles {
  readonly day: LegalDay;
  readonly findings: string;
  readonly rectifyBy: LegalDay | null;
  readonly personId: string;
}

export interface Acceptance extends WithFiles {
  readonly appliedAt: string;
  readonly summary: string;
  readonly measurements: readonly Measurement[];
  /** 用户报告 of the owner: without its word on the core indicators nothing is accepted. */
  readonly userReport: (WithFiles & { readonly satisfied: boolean; readonly text: string }) | null;
  readonly opinion: string;
  /** 专家组验收意见 and the like, with the conclusion. */
  readonly conclusionFiles?: readonly KeptFile[];
  /** What was concluded; kept since results are registered. */
  readonly passed?: boolean;
  /** The day of the conclusion, from which what follows it is counted. */
  readonly concludedOn?: LegalDay;
  /** 整改期限: stays with what is applied for after it, since a project is sent to rectify once. */
  readonly rectifyBy: LegalDay | null;
}

/** 成果类别 (科技成果登记, reference C1). */
export const RESULT_KINDS = ['APPLIED', 'BASIC', 'SOFT'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** 成果登记: a result of the project as the register of results holds it, with its certificate. */
export interface RegisteredResult extends WithFiles {
  readonly name: string;
  readonly kind: ResultKind;
  /** 登记号. */
  readonly number: string;
  readonly registeredOn: LegalDay;
  /** 登记机构. */
  readonly authority: string;
  readonly at: string;
}

/** 经济效益报告 of one year after the acceptance (reference B8: for three years). */
export interface BenefitReport extends WithFiles {
  /** The calendar year that it is of. */
  readonly year: number;
  /** 新增销售收入、利润、税收, 分. */
  readonly sales: Fen;
  readonly profit: Fen;
  readonly tax: Fen;
  /** 新增就业, people. */
  readonly jobs: number;
  readonly text: string;
  readonly at: string;
  /** The side that reported. */
  readonly organisationId: string;
}

/** That something which a project that was accepted owes is late; told once. */
export interface Alarm {
  /** REGISTRATION, or BENEFIT with its year. */
  readonly about: string;
  readonly on: LegalDay;
}

/** 免责认定 (科技进步法第六十八条、第九十七条): proposed, reviewed, decided by three different hands, two of them above the first. */
export interface Exemption extends WithFiles {
  readonly facts: string;
  /** 原始记录清单: what proves diligent work. */
  readonly records: string;
  readonly expertOpinion: string;
  readonly proposedBy: string;
  readonly reviewedBy: string | null;
  readonly review: string;
  readonly decidedBy: string | null;
  readonly exempt: boolean | null;
  readonly conclusion: string;
}

/** 项目: what a call's award becomes. */
export interface Project {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly state: ProjectState;
  readonly callId: string;
  readonly round: number;
  readonly bidId: string;
  readonly mode: CallMode;
  readonly title: string;
  readonly organisationId: string;
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly office: string;
  readonly responsibleId: string | null;
  readonly supervisorId: string | null;
  /** Of the treasury's money at most. */
  readonly approved: Fen;
  /** What the owner pays. */
  readonly ownerDue: Fen;
  readonly indicators: readonly Indicator[];
  readonly promises: readonly Promised[];
  /** Whose bids of the round were opened, the undertaker's among them. Read with the project, not kept with it. */
  readonly bidderIds: readonly string[];
  readonly taskBook: TaskBook | null;
  readonly contract: LinkedContract | null;
  readonly milestones: readonly Milestone[];
  readonly instalments: readonly Instalment[];
  readonly entries: readonly LedgerRow[];
  readonly ownerPayments: readonly OwnerPayment[];
  readonly request: PaymentRequest | null;
  readonly changes: readonly ProjectChange[];
  readonly inspections: readonly Inspection[];
  readonly acceptance: Acceptance | null;
  readonly exemption: Exemption | null;
  readonly results: readonly RegisteredResult[];
  /** 经济效益报告, in the order of their years. */
  readonly benefits: readonly BenefitReport[];
  readonly alarms: readonly Alarm[];
  /** 绩效 in hundredths of a point, set at settlement: the sum of its sheet. */
  readonly performance: number | null;
  /** Empty of what was settled before it was judged by criteria. */
  readonly performanceSheet: readonly PerformanceLine[];
  readonly note: string;
  readonly suspendedAt: Date | null;
  readonly signBy: LegalDay;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is kept of it. */
export type NewProject = Omit<Project, 'bidderIds'>;

/** Whether the undertaker is still to report it, for the first time or after a rectification. */
const isToReport = ({ report, verdict }: Milestone): boolean =>
  verdict === null ? report === null : verdict !== 'PASSED';

/** 逾期节点 (责任制, H22) of a project that runs: due before today, to be reported, and not told of yet. */
export const overdueUntold = (
  { state, suspendedAt, milestones }: Pick<Project, 'state' | 'suspendedAt' | 'milestones'>,
  today: LegalDay,
): readonly Milestone[] =>
  state === 'RUNNING' && suspendedAt === null
    ? milestones.filter((one) => one.dueOn < today && isToReport(one) && one.alarmedOn === undefined)
    : [];

/** Every measurement so far, oldest first: the last of each indicator counts. */
export const measurementsOf = ({
  milestones,
  acceptance,
}: Pick<Project, 'milestones' | 'acceptance'>): readonly Measurement[] => [
  ...milestones.flatMap(({ report }) => report?.measurements ?? []),
  ...(acceptance?.measurements ?? []),
];

/** Who undertook it when its task book was signed, whoever carries it on now. */
export const firstUndertaker = ({
  organisationId,
  changes,
}: Pick<Project, 'organisationId' | 'changes'>): string =>
  changes.find(({ undertaker }) => undertaker !== undefined)?.undertaker?.from ?? organisationId;
