import type { LegalDay } from '@jihui/kernel';
import type { Designation } from './designation.js';

export const REGISTER_STATES = [
  'DRAFT',
  'CONSENT',
  'REVIEW',
  'RETURNED',
  'ACTIVE',
  'SUSPENDED',
  'EXITED',
] as const;
/** 登记状态 in the register of intermediaries (reference D4, H17, H18). */
export type RegisterState = (typeof REGISTER_STATES)[number];

export const REGISTER_REASONS = {
  INCOMPLETE: '材料不齐',
  INFORMATION_WRONG: '信息不实或有误',
  NOT_OUR_STAFF: '不是本机构人员',
  AGENCY_DISAGREES: '机构不同意',
  NOT_QUALIFIED: '不符合登记条件',
  OWN_REQUEST: '本人或本机构申请',
  LEFT_AGENCY: '已离开所在机构',
  CLOSED: '停业或注销',
  INACTIVE: '长期未开展业务',
  INTEGRITY_CHECK: '诚信核查期间',
  COMPLAINT: '投诉查实',
  VIOLATION: '违规清退',
  OTHER: '其他',
} as const;
/** 事由: why an entry was turned down, suspended or taken out. */
export type RegisterReason = keyof typeof REGISTER_REASONS;

export type ReasonsOf<A extends string> = Readonly<Record<A, readonly RegisterReason[]>>;

/** What every entry of the register has. */
export interface RegisterEntry {
  readonly id: string;
  readonly version: number;
  /** Division of the bureau in charge. */
  readonly scopeCode: string;
  readonly state: RegisterState;
  /** Why it is in this state, where a reason was given. */
  readonly stateReason: RegisterReason | null;
  readonly stateNote: string;
  /** First legal day on which somebody who was removed may apply again; null where nothing bars them. */
  readonly barredUntil: LegalDay | null;
  readonly admittedAt: Date | null;
  readonly stateSince: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An entry of a broker or an agency, which the bureau may designate (骨干认定). */
export interface Intermediary extends RegisterEntry {
  readonly designation: Designation | null;
}

/** An entry of which nothing is decided yet. */
export const newEntry = (id: string, scopeCode: string, now: Date): RegisterEntry => ({
  id,
  version: 1,
  scopeCode,
  state: 'DRAFT',
  stateReason: null,
  stateNote: '',
  barredUntil: null,
  admittedAt: null,
  stateSince: now,
  createdAt: now,
  updatedAt: now,
});

export const SERVICES = {
  DIAGNOSIS: '需求诊断',
  EVALUATION: '成果评价',
  BROKERAGE: '技术经纪与撮合',
  REGISTRATION: '合同登记代办',
  PATENT: '知识产权运营',
  INVESTMENT: '科技金融对接',
  PILOT: '中试与检验检测',
  INCUBATION: '孵化与创业辅导',
  TRAINING: '技术转移培训',
  POLICY: '政策与项目咨询',
} as const;
/** 服务内容 of brokers and agencies (reference H17, D4). */
export type Service = keyof typeof SERVICES;
