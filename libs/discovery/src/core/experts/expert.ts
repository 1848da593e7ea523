import type { LegalDay } from '@jihui/kernel';
import { ExpertCodes } from '../errors.js';
import type { Reasons } from '../reasons.js';

export const EXPERT_STATES = [
  'DRAFT',
  'UNIT_CONSENT',
  'REVIEW',
  'RETURNED',
  'ACTIVE',
  'SUSPENDED',
  'EXITED',
] as const;
/** 在库状态 (reference H50): entry, unit consent, review, active, suspended, exit. */
export type ExpertState = (typeof EXPERT_STATES)[number];

export const REASONS = {
  INCOMPLETE: '材料不齐',
  INFORMATION_WRONG: '信息不实或有误',
  NOT_OUR_STAFF: '不是本单位人员',
  UNIT_DISAGREES: '单位不同意',
  NOT_QUALIFIED: '不符合入库条件',
  OWN_REQUEST: '本人申请',
  ABSENCE: '多次缺席评审',
  INTEGRITY_CHECK: '诚信核查期间',
  CONFLICT_UNTOLD: '隐瞒回避关系',
  MOVED_AWAY: '调离或离岗',
  HEALTH: '健康原因',
  VIOLATION: '违规清退',
  OTHER: '其他',
} as const;
/** 事由: why somebody was turned down, suspended or left. */
export type Reason = keyof typeof REASONS;

/** Which reasons each act may give; of leaving, the first list is the expert's own, the second the bureau's. */
export const REASONS_OF = {
  decline: ['NOT_OUR_STAFF', 'UNIT_DISAGREES', 'INFORMATION_WRONG', 'OTHER'],
  return: ['INCOMPLETE', 'INFORMATION_WRONG', 'NOT_QUALIFIED', 'OTHER'],
  suspend: ['OWN_REQUEST', 'ABSENCE', 'INTEGRITY_CHECK', 'CONFLICT_UNTOLD', 'OTHER'],
  exit: ['OWN_REQUEST', 'MOVED_AWAY', 'HEALTH', 'OTHER'],
  remove: ['VIOLATION', 'CONFLICT_UNTOLD', 'MOVED_AWAY', 'HEALTH', 'OTHER'],
} as const satisfies Readonly<Record<string, readonly Reason[]>>;

export const EXPERT_REASONS: Reasons<keyof typeof REASONS_OF, Reason> = {
  names: REASONS,
  of: REASONS_OF,
  code: ExpertCodes.REASON,
};

export const FLEXIBLE_MODES = {
  MIGRATORY: '候鸟式',
  WEEKEND: '双休日',
  ONLINE: '互联网咨询',
  PROJECT: '项目合作',
  PART_TIME: '兼职',
  FULL_TIME: '全职引进',
} as const;
/** 柔性合作方式 (reference H54). */
export type FlexibleMode = keyof typeof FLEXIBLE_MODES;

export const AVAILABILITIES = { OPEN: '可接受邀请', LIMITED: '时间有限', CLOSED: '暂不接受' } as const;
/** 可用时间. */
export type Availability = keyof typeof AVAILABILITIES;

/** Who may read a field: everybody, whoever signed in, or the bureau's officers alone. */
export const TIERS = ['PUBLIC', 'SIGNED_IN', 'OFFICERS'] as const;
export type Tier = (typeof TIERS)[number];

/** Fields whose readers the expert chooses; everything else of a profile goes with the profile itself. */
export const PRIVATE_FIELDS = [
  'position',
  'degree',
  'disciplines',
  'introduction',
  'achievements',
  'phone',
  'email',
  'outputs',
] as const;
export type PrivateField = (typeof PRIVATE_FIELDS)[number];
export type Privacy = { readonly [field in PrivateField]: Tier };

/** Until the expert chooses otherwise: what one can be reached by is the bureau's. */
export const DEFAULT_PRIVACY: Privacy = {
  position: 'PUBLIC',
  degree: 'SIGNED_IN',
  disciplines: 'PUBLIC',
  introduction: 'PUBLIC',
  achievements: 'PUBLIC',
  phone: 'OFFICERS',
  email: 'OFFICERS',
  outputs: 'PUBLIC',
};

/** What an expert says of oneself. Text that was not filled in is ''. */
export interface ExpertContent {
  /** 职称. */
  readonly title: string;
  /** 职务. */
  readonly position: string;
  /** 学历学位. */
  readonly degree: string;
  /** 工作单位 as written, where it is not on the platform. */
  readonly unitName: string;
  /** GB/T 13745 first-level codes. */
  readonly disciplines: readonly string[];
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
  readonly keywords: readonly string[];
  readonly introduction: string;
  readonly achievements: string;
  readonly modes: readonly FlexibleMode[];
  readonly availability: Availability;
  readonly availabilityNote: string;
  readonly phone: string;
  readonly email: string;
}

export const BLANK_CONTENT: ExpertContent = {
  title: '',
  position: '',
  degree: '',
  unitName: '',
  disciplines: [],
  techFields: [],
  clusters: [],
  keywords: [],
  introduction: '',
  achievements: '',
  modes: [],
  availability: 'OPEN',
  availabilityNote: '',
  phone: '',
  email: '',
};

export const RELATION_KINDS = {
  EMPLOYMENT: '任职',
  FORMER_EMPLOYMENT: '曾任职',
  SHAREHOLDING: '持股',
  DIRECTORSHIP: '董事、监事、高管',
  CONSULTING: '顾问、咨询',
  SPOUSE: '配偶',
  KIN: '直系或三代以内旁系血亲',
  IN_LAW: '近姻亲',
  SUPERVISION: '师生',
  COAUTHOR: '论文合著',
  CO_PROJECT: '共同承担项目',
  CO_PATENT: '共同专利',
  ECONOMIC_INTEREST: '其他经济利益',
  PREPARED: '参与需求或方案编制',
} as const;
/** 回避关系 as a typed fact (reference B7): what a recusal rule asks for. */
export type RelationKind = keyof typeof RELATION_KINDS;

/** Kinds of relations that a work stands for: it may name all of its authors, participants or owners. */
export const SHARED_WORKS: readonly RelationKind[] = ['COAUTHOR', 'CO_PROJECT', 'CO_PATENT'];

/** Somebody beside the expert on a paper, a project or a patent. */
export interface WorkPerson {
  readonly name: string;
  readonly unit: string;
}

/** A fact about an expert and an organisation, a person, or all who share a work. */
export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  /** Of an organisation, a person, or a person who stands for one; null where the organisation is not on the platform. */
  readonly organisationId: string | null;
  readonly organisationName: string;
  readonly personName: string;
  readonly from: LegalDay | null;
  /** Last day on which it held; null while it holds. */
  readonly to: LegalDay | null;
  readonly note: string;
  /** Of a shared work its title, of a paper the day of publication is `from`; empty for everything else. */
  readonly work: string;
  /** Who shares it, with their units as the work names them. */
  readonly people: readonly WorkPerson[];
}

/** 专家. */
export interface Expert {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  /** 所在单位 on the platform; null where it is not there. */
  readonly organisationId: string | null;
  /** Division of the bureau in charge. */
  readonly scopeCode: string;
  readonly state: ExpertState;
  /** Why it is in this state, where a reason was given. */
  readonly stateReason: Reason | null;
  readonly stateNote: string;
  /** First legal day on which somebody who was removed may apply again; null where nothing bars them. */
  readonly barredUntil: LegalDay | null;
  /** 本人承诺: when the expert last declared the relations to be complete. */
  readonly relationsDeclaredAt: Date | null;
  /** Who may know that the expert is in the bank at all. */
  readonly visibility: Tier;
  readonly privacy: Privacy;
  readonly content: ExpertContent;
  readonly relations: readonly Relation[];
  readonly consentedBy: string | null;
  readonly admittedAt: Date | null;
  readonly stateSince: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
