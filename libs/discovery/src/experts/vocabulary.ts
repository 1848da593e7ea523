import type { ExpertState } from '../core/experts/expert.js';

export const EXPERT_STATE_NAMES = {
  REVIEW: '待科技部门审核',
  ACTIVE: '在库',
  SUSPENDED: '暂停',
  RETURNED: '退回',
  EXITED: '已退出',
  UNIT_CONSENT: '待单位同意',
  DRAFT: '草稿',
} as const satisfies Readonly<Record<ExpertState, string>>;
