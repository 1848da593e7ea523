import type { PatentKind } from '@jihui/kernel';
import type { PatentState } from '../core/patents/patent.js';

export const KIND_NAMES = {
  INVENTION_PATENT: '发明',
  UTILITY_MODEL: '实用新型',
  DESIGN_PATENT: '外观设计',
} as const satisfies Readonly<Record<PatentKind, string>>;

export const STATE_NAMES = {
  GRANTED: '有效',
  EXAMINATION: '实质审查',
  PUBLISHED: '已公布',
  FILED: '已申请',
  LAPSED: '未缴年费终止',
  EXPIRED: '期限届满',
  ABANDONED: '已放弃',
  INVALIDATED: '已宣告无效',
  REJECTED: '已驳回',
  WITHDRAWN: '已撤回',
  REMOVED: '已移除',
} as const satisfies Readonly<Record<PatentState, string>>;

/** IPC 部 (reference G5). */
export const IPC_SECTIONS = {
  A: '人类生活必需',
  B: '作业、运输',
  C: '化学、冶金',
  D: '纺织、造纸',
  E: '固定建筑物',
  F: '机械工程、照明、加热、武器、爆破',
  G: '物理',
  H: '电学',
} as const;
