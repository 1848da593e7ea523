import type { RegisterState } from '../core/register/register.js';

export const REGISTER_STATE_NAMES = {
  REVIEW: '待科技部门审核',
  ACTIVE: '在册',
  SUSPENDED: '暂停',
  RETURNED: '退回',
  EXITED: '已退出',
  CONSENT: '待所在机构确认',
  DRAFT: '草稿',
} as const satisfies Readonly<Record<RegisterState, string>>;
