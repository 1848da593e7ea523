import type { StatusTone } from '../design/StatusTag.js';
import type { IntermediaryService, RegisterReason, RegisterState } from '../gql/graphql.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

/** Where an entry of the register of intermediaries stands. */
export const registerStates = words<Names<RegisterState>>(
  {
    DRAFT: '草稿',
    CONSENT: '待机构确认',
    REVIEW: '待科技部门审核',
    RETURNED: '退回',
    ACTIVE: '在册',
    SUSPENDED: '暂停',
    EXITED: '已退出',
  },
  {
    DRAFT: 'Draft',
    CONSENT: 'Waits for the agency',
    REVIEW: 'Waits for the bureau',
    RETURNED: 'Returned',
    ACTIVE: 'Registered',
    SUSPENDED: 'Suspended',
    EXITED: 'Left',
  },
);

export const registerTones: Readonly<Record<RegisterState, StatusTone>> = {
  DRAFT: 'rest',
  CONSENT: 'moving',
  REVIEW: 'moving',
  RETURNED: 'attention',
  ACTIVE: 'good',
  SUSPENDED: 'refused',
  EXITED: 'ended',
};

export const registerReasons = words<Names<RegisterReason>>(
  {
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
  },
  {
    INCOMPLETE: 'Incomplete',
    INFORMATION_WRONG: 'Wrong information',
    NOT_OUR_STAFF: 'Not of our staff',
    AGENCY_DISAGREES: 'The agency does not agree',
    NOT_QUALIFIED: 'Does not qualify',
    OWN_REQUEST: 'On request',
    LEFT_AGENCY: 'Left the agency',
    CLOSED: 'Out of business',
    INACTIVE: 'No activity for long',
    INTEGRITY_CHECK: 'Integrity under examination',
    COMPLAINT: 'A complaint was upheld',
    VIOLATION: 'Removed for a violation',
    OTHER: 'Other',
  },
);

export const intermediaryServices = words<Names<IntermediaryService>>(
  {
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
  },
  {
    DIAGNOSIS: 'Diagnosis of needs',
    EVALUATION: 'Evaluation of results',
    BROKERAGE: 'Brokering',
    REGISTRATION: 'Contract registration',
    PATENT: 'Patents and licensing',
    INVESTMENT: 'Finance',
    PILOT: 'Pilot plants and testing',
    INCUBATION: 'Incubation',
    TRAINING: 'Training',
    POLICY: 'Policies and projects',
  },
);
