import type { StatusTone } from '../design/StatusTag.js';
import type {
  PatentFeeReduction,
  PatentFeeState,
  PatentKind,
  PatentLicenceKind,
  PatentState,
  PatentWarningKind,
} from '../gql/graphql.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

export const patentKinds = words<Names<PatentKind>>(
  { INVENTION_PATENT: '发明', UTILITY_MODEL: '实用新型', DESIGN_PATENT: '外观设计' },
  { INVENTION_PATENT: 'Invention', UTILITY_MODEL: 'Utility model', DESIGN_PATENT: 'Design' },
);

export const patentStates = words<Names<PatentState>>(
  {
    FILED: '已申请',
    PUBLISHED: '已公布',
    EXAMINATION: '实质审查',
    GRANTED: '有效',
    REJECTED: '已驳回',
    WITHDRAWN: '已撤回',
    LAPSED: '未缴年费终止',
    EXPIRED: '期限届满',
    ABANDONED: '已放弃',
    INVALIDATED: '已宣告无效',
    REMOVED: '已移除',
  },
  {
    FILED: 'Filed',
    PUBLISHED: 'Published',
    EXAMINATION: 'In examination',
    GRANTED: 'In force',
    REJECTED: 'Rejected',
    WITHDRAWN: 'Withdrawn',
    LAPSED: 'Lapsed, fee unpaid',
    EXPIRED: 'Expired',
    ABANDONED: 'Abandoned',
    INVALIDATED: 'Invalidated',
    REMOVED: 'Removed',
  },
);

export const patentTones: Readonly<Record<PatentState, StatusTone>> = {
  FILED: 'rest',
  PUBLISHED: 'moving',
  EXAMINATION: 'moving',
  GRANTED: 'good',
  REJECTED: 'refused',
  WITHDRAWN: 'ended',
  LAPSED: 'ended',
  EXPIRED: 'ended',
  ABANDONED: 'ended',
  INVALIDATED: 'refused',
  REMOVED: 'ended',
};

export const feeStates = words<Names<PatentFeeState>>(
  {
    PAID: '已缴',
    WITH_GRANT: '随授权登记缴纳',
    NOT_REPORTED: '未填报',
    UPCOMING: '未到期',
    DUE_SOON: '即将到期',
    LATE: '补缴期内',
    MISSED: '补缴期已过',
  },
  {
    PAID: 'Paid',
    WITH_GRANT: 'Paid with the grant',
    NOT_REPORTED: 'Not reported',
    UPCOMING: 'Not due yet',
    DUE_SOON: 'Due soon',
    LATE: 'Late, can still be paid',
    MISSED: 'Missed',
  },
);

export const feeTones: Readonly<Record<PatentFeeState, StatusTone>> = {
  PAID: 'good',
  WITH_GRANT: 'good',
  NOT_REPORTED: 'rest',
  UPCOMING: 'rest',
  DUE_SOON: 'attention',
  LATE: 'attention',
  MISSED: 'refused',
};

export const warningKinds = words<Names<PatentWarningKind>>(
  {
    FEE_SOON: '年费将到期',
    FEE_NEAR: '年费临近到期',
    FEE_LATE: '年费补缴期内',
    FEE_LAST: '补缴期临近届满',
    FEE_MISSED: '补缴期已过',
    EXPIRY: '期限临近届满',
    FILING_NEAR: '许可合同待备案',
    FILING_OVERDUE: '许可备案逾期',
  },
  {
    FEE_SOON: 'Fee due',
    FEE_NEAR: 'Fee due shortly',
    FEE_LATE: 'Fee late',
    FEE_LAST: 'Last weeks to pay',
    FEE_MISSED: 'Fee missed',
    EXPIRY: 'Term ends',
    FILING_NEAR: 'Licence to be filed',
    FILING_OVERDUE: 'Filing overdue',
  },
);

/** Warnings after which a day has passed already. */
export const OVERDUE: readonly PatentWarningKind[] = ['FEE_LATE', 'FEE_LAST', 'FEE_MISSED', 'FILING_OVERDUE'];

export const licenceKinds = words<Names<PatentLicenceKind>>(
  {
    EXCLUSIVE: '独占许可',
    SOLE: '排他许可',
    ORDINARY: '普通许可',
    OPEN: '开放许可',
    CROSS: '交叉许可',
    SUBLICENCE: '分许可',
  },
  {
    EXCLUSIVE: 'Exclusive',
    SOLE: 'Sole',
    ORDINARY: 'Non-exclusive',
    OPEN: 'Open',
    CROSS: 'Cross',
    SUBLICENCE: 'Sublicence',
  },
);

export const feeReductions = words<Names<PatentFeeReduction>>(
  { NONE: '不减缴', SINGLE: '减缴（一个申请人）', JOINT: '减缴（两个以上申请人）' },
  { NONE: 'None', SINGLE: 'Reduced, one applicant', JOINT: 'Reduced, several applicants' },
);

export const ipcSections = words<Names<'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H'>>(
  {
    A: 'A 人类生活必需',
    B: 'B 作业、运输',
    C: 'C 化学、冶金',
    D: 'D 纺织、造纸',
    E: 'E 固定建筑物',
    F: 'F 机械、照明、加热',
    G: 'G 物理',
    H: 'H 电学',
  },
  {
    A: 'A Human necessities',
    B: 'B Operations, transport',
    C: 'C Chemistry, metallurgy',
    D: 'D Textiles, paper',
    E: 'E Fixed constructions',
    F: 'F Mechanics, lighting, heating',
    G: 'G Physics',
    H: 'H Electricity',
  },
);
