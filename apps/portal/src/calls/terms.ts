import type { StatusTone } from '../design/StatusTag.js';
import type {
  CallApprovalKind,
  CallCommitment,
  CallDocumentKind,
  CallEnterpriseKind,
  CallExtensionCause,
  CallFieldsFragment,
  CallIndicatorOperator,
  CallIpTerms,
  CallMode,
  CallSecrecy,
  CallState,
  CallType,
  CustodianOffice,
} from '../gql/graphql.js';
import { words } from '../i18n/index.js';

export type Call = CallFieldsFragment;
type Names<K extends string> = Readonly<Record<K, string>>;

export const callModes = words<Names<CallMode>>(
  {
    JB: '揭榜挂帅',
    SM: '赛马制',
    ZY: '竞争择优',
    DW: '定向委托',
    YY: '一事一议',
    SX: '市县联合',
    BM: '部门协同',
  },
  {
    JB: 'Open challenge',
    SM: 'Horse race',
    ZY: 'Competitive selection',
    DW: 'Directed commission',
    YY: 'Case by case',
    SX: 'City and county together',
    BM: 'Several departments',
  },
);

export const modeExplanations = words<Names<CallMode>>(
  {
    JB: '面向全国公开揭榜，立项一家，不限年龄、职称和注册年限',
    SM: '两至三家并行起步，节点考核淘汰，留下的继续支持',
    ZY: '按竞争性申报择优立项一家',
    DW: '指定一家承担，须有理由、专家论证、领导决策和公示',
    YY: '个案专门安排，须有决策记录',
    SX: '市、县共同出资，双方审批，县级共同监管',
    BM: '多部门会签',
  },
  {
    JB: 'Open to the whole country; one winner; no limits of age, title or years of registration',
    SM: 'Two or three start side by side; an assessment eliminates; who stays is funded further',
    ZY: 'The best of the competing applications is funded',
    DW: 'One undertaker is named; it takes a reason, experts, a decision and a notice',
    YY: 'A package of its own; a record of the decision is required',
    SX: 'City and county share the money, approve and supervise',
    BM: 'Signed by several departments',
  },
);

export const callStates = words<Names<CallState>>(
  {
    DRAFT: '草稿',
    RETURNED: '退回修改',
    SUBMITTED: '待推荐',
    RECOMMENDED: '待形式审查',
    FORM_CHECKED: '待论证',
    CANDIDATE: '待审批',
    APPROVED: '待公示',
    NOTICED: '公示中',
    CLEARED: '待张榜',
    PUBLISHED: '即将揭榜',
    BIDDING: '揭榜中',
    BIDS_CLOSED: '已截止',
    BIDS_OPENED: '资格审查中',
    QUALIFIED: '资格审查已公布',
    REVIEWING: '评审中',
    REVIEWED: '待审议',
    AWARD_NOTICED: '拟立项公示中',
    AWARDED: '已立项',
    FINISHED: '已完结',
    FAILED: '流标',
    DECLINED: '不予受理',
    WITHDRAWN: '已撤回',
    TERMINATED: '已终止',
  },
  {
    DRAFT: 'Draft',
    RETURNED: 'Returned',
    SUBMITTED: 'Awaits recommendation',
    RECOMMENDED: 'Awaits the form check',
    FORM_CHECKED: 'Awaits the experts',
    CANDIDATE: 'Awaits approval',
    APPROVED: 'Awaits its notice',
    NOTICED: 'On notice',
    CLEARED: 'Awaits publication',
    PUBLISHED: 'Opens soon',
    BIDDING: 'Open for bids',
    BIDS_CLOSED: 'Closed',
    BIDS_OPENED: 'Bids are checked',
    QUALIFIED: 'Checked bids published',
    REVIEWING: 'Under review',
    REVIEWED: 'Awaits deliberation',
    AWARD_NOTICED: 'Awards on notice',
    AWARDED: 'Awarded',
    FINISHED: 'Finished',
    FAILED: 'No valid bid',
    DECLINED: 'Declined',
    WITHDRAWN: 'Withdrawn',
    TERMINATED: 'Ended',
  },
);

export const callTones: Readonly<Record<CallState, StatusTone>> = {
  DRAFT: 'rest',
  RETURNED: 'attention',
  SUBMITTED: 'moving',
  RECOMMENDED: 'moving',
  FORM_CHECKED: 'moving',
  CANDIDATE: 'moving',
  APPROVED: 'moving',
  NOTICED: 'moving',
  CLEARED: 'moving',
  PUBLISHED: 'attention',
  BIDDING: 'good',
  BIDS_CLOSED: 'ended',
  BIDS_OPENED: 'moving',
  QUALIFIED: 'moving',
  REVIEWING: 'moving',
  REVIEWED: 'moving',
  AWARD_NOTICED: 'attention',
  AWARDED: 'good',
  FINISHED: 'ended',
  FAILED: 'refused',
  DECLINED: 'refused',
  WITHDRAWN: 'ended',
  TERMINATED: 'ended',
};

/** States that everybody sees: what the hall can be narrowed to. */
export const PUBLIC_STATES = [
  'BIDDING',
  'PUBLISHED',
  'NOTICED',
  'CLEARED',
  'BIDS_CLOSED',
  'BIDS_OPENED',
  'QUALIFIED',
  'REVIEWING',
  'REVIEWED',
  'AWARD_NOTICED',
  'AWARDED',
  'FINISHED',
  'FAILED',
  'TERMINATED',
] as const satisfies readonly CallState[];

export const callTypes = words<Names<CallType>>(
  { TECHNICAL_CHALLENGE: '技术攻关类', RESULT_TRANSFER: '成果转化类' },
  { TECHNICAL_CHALLENGE: 'Technical challenge', RESULT_TRANSFER: 'Putting a result to work' },
);

export const secrecies = words<Names<CallSecrecy>>(
  { PUBLIC: '公开', PARTIAL: '部分公开：登录后可见内容', MASKED: '脱敏：不显示本单位' },
  { PUBLIC: 'Public', PARTIAL: 'Content for who signed in', MASKED: 'Our name is not shown' },
);

export const ipTerms = words<Names<CallIpTerms>>(
  {
    OWNER: '归发榜方',
    UNDERTAKER: '归揭榜方',
    SHARED: '双方共有',
    LICENCE: '归揭榜方，许可发榜方使用',
    NEGOTIABLE: '另行协商',
  },
  {
    OWNER: 'To the owner',
    UNDERTAKER: 'To the undertaker',
    SHARED: 'Shared',
    LICENCE: 'To the undertaker, licensed to the owner',
    NEGOTIABLE: 'To be agreed',
  },
);

export const indicatorOperators = words<Names<CallIndicatorOperator>>(
  { AT_LEAST: '不低于', AT_MOST: '不高于', BETWEEN: '介于', EQUAL: '等于' },
  { AT_LEAST: 'at least', AT_MOST: 'at most', BETWEEN: 'between', EQUAL: 'equal to' },
);

export const enterpriseKinds = words<Names<CallEnterpriseKind>>(
  {
    ABOVE_SCALE: '规模以上企业',
    HIGH_TECH: '高新技术企业',
    TECH_SME: '科技型中小企业',
    SPECIALISED: '专精特新企业',
  },
  {
    ABOVE_SCALE: 'Above designated size',
    HIGH_TECH: 'High-tech enterprise',
    TECH_SME: 'Technology SME',
    SPECIALISED: 'Specialised and innovative SME',
  },
);

export const commitments = words<Names<CallCommitment>>(
  {
    REAL_NEED: '需求来自生产实际，自身无法解决，也买不到现成的',
    FUNDS: '有能力出资，并提供场地、试验和产业化条件',
    CREDIT: '信用良好，不在严重失信、科研失信、经营异常名单',
    OPEN_TERMS: '对揭榜方的要求不歧视、不量身定做；没有为已签约的工作申报',
    SIGN_AND_PAY: '揭榜成功后按时签约，并按约定付款',
  },
  {
    REAL_NEED: 'The need comes from production, cannot be met by ourselves and cannot be bought',
    FUNDS: 'We can fund it, and give site, tests and conditions for production',
    CREDIT: 'Our credit is good: on no list of serious dishonesty or abnormal operation',
    OPEN_TERMS:
      'What we ask of bidders neither discriminates nor is tailored to one; the work is under no contract yet',
    SIGN_AND_PAY: 'After a successful bid we sign in time and pay as agreed',
  },
);

export const approvalKinds = words<Names<CallApprovalKind>>(
  {
    BUREAU_MEETING: '局务会（党组会）',
    COUNTY_BUREAU: '县（市、区）科技主管部门',
    CO_DEPARTMENTS: '会签部门',
    CITY_LEADERSHIP: '市政府分管领导',
  },
  {
    BUREAU_MEETING: "Meeting of the city's bureau",
    COUNTY_BUREAU: "County's bureau",
    CO_DEPARTMENTS: 'Departments that sign',
    CITY_LEADERSHIP: "City's leadership",
  },
);

export const documentKinds = words<Names<CallDocumentKind>>(
  {
    DESIGNATION_REASON: '定向委托理由',
    EXPERT_ARGUMENT: '专家论证意见',
    DECISION_RECORD: '一事一议决策记录',
    FUNDING_AGREEMENT: '市县资金分担协议',
    CO_SIGNATURES: '会签部门意见',
    NOVELTY_REPORT: '查新报告',
    INDICATOR_ARGUMENT: '指标论证意见',
    RECOMMENDATION: '推荐函',
  },
  {
    DESIGNATION_REASON: 'Why this undertaker',
    EXPERT_ARGUMENT: "Experts' opinion",
    DECISION_RECORD: 'Record of the decision',
    FUNDING_AGREEMENT: 'Agreement of city and county on the money',
    CO_SIGNATURES: 'Opinions of the departments',
    NOVELTY_REPORT: 'Novelty search report',
    INDICATOR_ARGUMENT: 'Opinion on the indicators',
    RECOMMENDATION: 'Letter of recommendation',
  },
);

export const offices = words<Names<CustodianOffice>>(
  { BUREAU: '主管部门', SUPERVISION: '监督部门', NOTARY: '公证机构' },
  { BUREAU: 'Bureau', SUPERVISION: 'Supervision', NOTARY: 'Notary' },
);

export const extensionCauses = words<Names<CallExtensionCause>>(
  { OUTAGE: '平台故障', CLARIFICATION: '澄清内容影响准备', SUSPENSION: '中止后恢复', OTHER: '其他' },
  {
    OUTAGE: 'Outage of the platform',
    CLARIFICATION: 'A clarification changes the preparation',
    SUSPENSION: 'Resumed after a suspension',
    OTHER: 'Other',
  },
);
