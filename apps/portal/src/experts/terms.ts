import type { StatusTone } from '../design/StatusTag.js';
import type {
  ExpertAvailability,
  ExpertMode,
  ExpertReaders,
  ExpertReason,
  ExpertRelationKind,
  ExpertState,
} from '../gql/graphql.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

export const expertStates = words<Names<ExpertState>>(
  {
    DRAFT: '草稿',
    UNIT_CONSENT: '待单位同意',
    REVIEW: '待科技部门审核',
    RETURNED: '退回',
    ACTIVE: '在库',
    SUSPENDED: '暂停',
    EXITED: '已退出',
  },
  {
    DRAFT: 'Draft',
    UNIT_CONSENT: 'Waits for the unit',
    REVIEW: 'Waits for the bureau',
    RETURNED: 'Returned',
    ACTIVE: 'In the bank',
    SUSPENDED: 'Suspended',
    EXITED: 'Left',
  },
);

export const expertTones: Readonly<Record<ExpertState, StatusTone>> = {
  DRAFT: 'rest',
  UNIT_CONSENT: 'moving',
  REVIEW: 'moving',
  RETURNED: 'attention',
  ACTIVE: 'good',
  SUSPENDED: 'refused',
  EXITED: 'ended',
};

export const expertModes = words<Names<ExpertMode>>(
  {
    MIGRATORY: '候鸟式',
    WEEKEND: '双休日',
    ONLINE: '互联网咨询',
    PROJECT: '项目合作',
    PART_TIME: '兼职',
    FULL_TIME: '全职引进',
  },
  {
    MIGRATORY: 'Seasonal stays',
    WEEKEND: 'Weekends',
    ONLINE: 'Online advice',
    PROJECT: 'By project',
    PART_TIME: 'Part time',
    FULL_TIME: 'Full time',
  },
);

export const expertAvailabilities = words<Names<ExpertAvailability>>(
  { OPEN: '可接受邀请', LIMITED: '时间有限', CLOSED: '暂不接受' },
  { OPEN: 'Open to invitations', LIMITED: 'Little time', CLOSED: 'Not now' },
);

export const expertReaders = words<Names<ExpertReaders>>(
  { PUBLIC: '所有人', SIGNED_IN: '登录用户', OFFICERS: '仅科技部门' },
  { PUBLIC: 'Everybody', SIGNED_IN: 'Who signed in', OFFICERS: 'The bureau alone' },
);

export const expertReasons = words<Names<ExpertReason>>(
  {
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
  },
  {
    INCOMPLETE: 'Incomplete',
    INFORMATION_WRONG: 'Wrong information',
    NOT_OUR_STAFF: 'Not of our staff',
    UNIT_DISAGREES: 'The unit does not agree',
    NOT_QUALIFIED: 'Does not qualify',
    OWN_REQUEST: 'On request',
    ABSENCE: 'Absent from reviews',
    INTEGRITY_CHECK: 'Integrity under examination',
    CONFLICT_UNTOLD: 'Concealed a conflict of interest',
    MOVED_AWAY: 'Moved or left the post',
    HEALTH: 'Health',
    VIOLATION: 'Removed for a violation',
    OTHER: 'Other',
  },
);

export const relationKinds = words<Names<ExpertRelationKind>>(
  {
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
  },
  {
    EMPLOYMENT: 'Employment',
    FORMER_EMPLOYMENT: 'Former employment',
    SHAREHOLDING: 'Shareholding',
    DIRECTORSHIP: 'Director, supervisor or executive',
    CONSULTING: 'Adviser',
    SPOUSE: 'Spouse',
    KIN: 'Close blood relative',
    IN_LAW: 'Close in-law',
    SUPERVISION: 'Supervisor or student',
    COAUTHOR: 'Co-author',
    CO_PROJECT: 'Joint project',
    CO_PATENT: 'Joint patent',
    ECONOMIC_INTEREST: 'Other economic interest',
    PREPARED: 'Helped to prepare a demand or proposal',
  },
);
