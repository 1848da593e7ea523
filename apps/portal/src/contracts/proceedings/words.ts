import type { StatusTone } from '../../design/StatusTag.js';
import type { ContractProceedingKind, ContractProceedingState } from '../../gql/graphql.js';
import { words } from '../../i18n/index.js';

/** The words of what comes after a decision. */
export const proceedingWords = words(
  {
    title: '登记后事项',
    kind: {
      CHANGE: '变更登记',
      CANCELLATION: '注销登记',
      REVOCATION: '撤销登记',
      OBJECTION: '认定异议',
    } satisfies Readonly<Record<ContractProceedingKind, string>>,
    state: {
      DRAFT: '草稿',
      OPEN: '办理中',
      RETURNED: '退回补正',
      GRANTED: '准予',
      REFUSED: '未准予',
      WITHDRAWN: '已撤回',
      DISCARDED: '已作废',
    } satisfies Readonly<Record<ContractProceedingState, string>>,
    opener: '提出方',
    openedOn: '提交日',
    due: '决定期限',
    defendUntil: '陈述申辩截至',
    reason: '事由',
    grounds: '依据事由',
    files: '依据材料',
    defence: '陈述申辩',
    examination: '初审意见',
    favourable: '同意',
    against: '不同意',
    decision: '决定',
    articles: '依据条款',
    decidedOn: '决定日',
    deficiencies: '补正事项',
  },
  {
    title: 'After the decision',
    kind: {
      CHANGE: 'Change',
      CANCELLATION: 'Cancellation',
      REVOCATION: 'Revocation',
      OBJECTION: 'Objection',
    },
    state: {
      DRAFT: 'Draft',
      OPEN: 'Being decided',
      RETURNED: 'Returned',
      GRANTED: 'Granted',
      REFUSED: 'Not granted',
      WITHDRAWN: 'Withdrawn',
      DISCARDED: 'Discarded',
    },
    opener: 'Opened by',
    openedOn: 'Handed in',
    due: 'To be decided by',
    defendUntil: 'Defence until',
    reason: 'Reason',
    grounds: 'Grounds',
    files: 'Evidence',
    defence: 'Defence',
    examination: 'Examiner’s opinion',
    favourable: 'in favour',
    against: 'against',
    decision: 'Decision',
    articles: 'Articles',
    decidedOn: 'Decided on',
    deficiencies: 'To correct',
  },
);

export const proceedingTones: Readonly<Record<ContractProceedingState, StatusTone>> = {
  DRAFT: 'rest',
  OPEN: 'moving',
  RETURNED: 'attention',
  GRANTED: 'good',
  REFUSED: 'refused',
  WITHDRAWN: 'ended',
  DISCARDED: 'ended',
};
