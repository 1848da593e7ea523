import type { StatusTone } from '../design/StatusTag.js';
import type {
  AwardKind,
  CooperationMode,
  IndicatorOperator,
  IpEncumbrance,
  IpKind,
  IpStatus,
  ListingVisibility,
  NeedState,
  NeedType,
  OrganisationKind,
  PriceMode,
  ResultState,
  TrlBand,
  Urgency,
} from '../gql/graphql.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

export const cooperationModes = words<Names<CooperationMode>>(
  {
    TRANSFER: '转让',
    LICENCE_ORDINARY: '普通许可',
    LICENCE_SOLE: '排他许可',
    LICENCE_EXCLUSIVE: '独占许可',
    LICENCE_OPEN: '开放许可',
    EQUITY: '作价入股',
    COMMISSIONED_RND: '委托开发',
    JOINT_RND: '合作开发',
    SERVICE: '技术服务',
    CONSULTING: '技术咨询',
    JOINT_LAB: '共建平台',
    TALENT: '人才引进',
    OTHER: '其他',
  },
  {
    TRANSFER: 'Transfer',
    LICENCE_ORDINARY: 'Non-exclusive licence',
    LICENCE_SOLE: 'Sole licence',
    LICENCE_EXCLUSIVE: 'Exclusive licence',
    LICENCE_OPEN: 'Open licence',
    EQUITY: 'Equity contribution',
    COMMISSIONED_RND: 'Commissioned development',
    JOINT_RND: 'Joint development',
    SERVICE: 'Technical service',
    CONSULTING: 'Technical consulting',
    JOINT_LAB: 'Joint laboratory',
    TALENT: 'Talent',
    OTHER: 'Other',
  },
);

/** What the legal words mean, for whoever hovers over them. */
export const cooperationExplanations = words<Partial<Names<CooperationMode>>>(
  {
    TRANSFER: '权利归买方，卖方不再持有。',
    LICENCE_ORDINARY: '卖方可以自己使用，也可以再许可给别人。',
    LICENCE_SOLE: '只许可给一家，卖方自己仍可使用。',
    LICENCE_EXCLUSIVE: '只有被许可的一家可以使用，卖方自己也不能用。',
    LICENCE_OPEN: '专利权人公开声明价格，任何人书面通知并付费即可使用（专利法第50条）。',
    EQUITY: '用技术作价，换取企业股权。',
    COMMISSIONED_RND: '由一方出资，委托另一方研究开发。',
    JOINT_RND: '双方分工投入，共同研究开发。',
  },
  {
    TRANSFER: 'The right passes to the buyer; the seller no longer holds it.',
    LICENCE_ORDINARY: 'The seller may use it and may license others as well.',
    LICENCE_SOLE: 'Licensed to one party alone; the seller may still use it.',
    LICENCE_EXCLUSIVE: 'Only the licensee may use it; not even the seller.',
    LICENCE_OPEN:
      'The owner declares a price in public; anyone may use it on written notice and payment (Patent Law art. 50).',
    EQUITY: 'The technology is valued and exchanged for shares.',
    COMMISSIONED_RND: 'One side pays the other to do the research and development.',
    JOINT_RND: 'Both sides contribute and develop together.',
  },
);

export const priceModes = words<Names<PriceMode>>(
  {
    NEGOTIABLE: '面议',
    FIXED: '固定价格',
    RANGE: '价格区间',
    LISTED: '挂牌',
    AUCTION: '拍卖',
    ROYALTY: '提成',
    EQUITY: '入股',
  },
  {
    NEGOTIABLE: 'Negotiable',
    FIXED: 'Fixed price',
    RANGE: 'Price range',
    LISTED: 'Listed price',
    AUCTION: 'Auction',
    ROYALTY: 'Royalty',
    EQUITY: 'Equity',
  },
);

export const resultStates = words<Names<ResultState>>(
  {
    DRAFT: '草稿',
    RETURNED: '已退回',
    UNIT_REVIEW: '单位审核中',
    BUREAU_REVIEW: '科技部门审核中',
    ONLINE: '已上线',
    IN_NEGOTIATION: '洽谈中',
    UNDER_DISCLOSURE: '公示中',
    SIGNED: '已签约',
    TRANSFORMED: '已转化',
    OFFLINE: '已下架',
    EXPIRED: '已到期',
    TAKEN_DOWN: '已强制下架',
    DISCARDED: '已作废',
  },
  {
    DRAFT: 'Draft',
    RETURNED: 'Returned',
    UNIT_REVIEW: 'In unit review',
    BUREAU_REVIEW: 'In bureau review',
    ONLINE: 'Online',
    IN_NEGOTIATION: 'In negotiation',
    UNDER_DISCLOSURE: 'Price disclosed',
    SIGNED: 'Signed',
    TRANSFORMED: 'Transferred',
    OFFLINE: 'Withdrawn',
    EXPIRED: 'Expired',
    TAKEN_DOWN: 'Taken down',
    DISCARDED: 'Discarded',
  },
);

export const needStates = words<Names<NeedState>>(
  {
    DRAFT: '草稿',
    RETURNED: '已退回',
    BUREAU_REVIEW: '科技部门审核中',
    ONLINE: '已上线',
    IN_NEGOTIATION: '洽谈中',
    SIGNED: '已签约',
    SOLVED: '已解决',
    CLOSED: '已关闭',
    EXPIRED: '已到期',
    CONVERTED: '已转为揭榜任务',
    TAKEN_DOWN: '已强制下架',
    DISCARDED: '已作废',
  },
  {
    DRAFT: 'Draft',
    RETURNED: 'Returned',
    BUREAU_REVIEW: 'In bureau review',
    ONLINE: 'Online',
    IN_NEGOTIATION: 'In negotiation',
    SIGNED: 'Signed',
    SOLVED: 'Solved',
    CLOSED: 'Closed',
    EXPIRED: 'Expired',
    CONVERTED: 'Became a challenge',
    TAKEN_DOWN: 'Taken down',
    DISCARDED: 'Discarded',
  },
);

export const stateTones: Readonly<Record<ResultState | NeedState, StatusTone>> = {
  DRAFT: 'rest',
  RETURNED: 'refused',
  UNIT_REVIEW: 'moving',
  BUREAU_REVIEW: 'moving',
  ONLINE: 'good',
  IN_NEGOTIATION: 'good',
  UNDER_DISCLOSURE: 'attention',
  SIGNED: 'good',
  TRANSFORMED: 'good',
  SOLVED: 'good',
  OFFLINE: 'ended',
  CLOSED: 'ended',
  EXPIRED: 'attention',
  CONVERTED: 'ended',
  TAKEN_DOWN: 'refused',
  DISCARDED: 'ended',
};

export const visibilities = words<Names<ListingVisibility>>(
  { PUBLIC: '公开', SIGNED_IN: '登录可见', NDA: '签署保密协议可见' },
  { PUBLIC: 'Public', SIGNED_IN: 'Signed-in visitors', NDA: 'After an NDA' },
);

export const needTypes = words<Names<NeedType>>(
  {
    KEY_TECHNOLOGY: '关键技术攻关',
    PRODUCT: '产品开发',
    PROCESS: '工艺改进',
    EQUIPMENT: '设备',
    TECHNOLOGY_IMPORT: '技术引进',
    TALENT: '人才',
    TESTING: '检测',
    FINANCING: '融资',
    PILOT: '中试',
  },
  {
    KEY_TECHNOLOGY: 'Key technology',
    PRODUCT: 'Product development',
    PROCESS: 'Process improvement',
    EQUIPMENT: 'Equipment',
    TECHNOLOGY_IMPORT: 'Technology import',
    TALENT: 'Talent',
    TESTING: 'Testing',
    FINANCING: 'Financing',
    PILOT: 'Pilot production',
  },
);

export const urgencies = words<Names<Urgency>>(
  { NORMAL: '一般', URGENT: '较急', CRITICAL: '特急' },
  { NORMAL: 'Normal', URGENT: 'Urgent', CRITICAL: 'Critical' },
);

export const trlBands = words<Names<TrlBand>>(
  {
    RESEARCH: '研发（1–3 级）',
    LAB: '小试（4–5 级）',
    PILOT: '中试（6–7 级）',
    INDUSTRIAL: '产业化（8–9 级）',
    SCALE: '规模化（10 级以上）',
  },
  {
    RESEARCH: 'Research (1–3)',
    LAB: 'Laboratory (4–5)',
    PILOT: 'Pilot (6–7)',
    INDUSTRIAL: 'Industrial (8–9)',
    SCALE: 'At scale (10+)',
  },
);

export const ipKinds = words<Names<IpKind>>(
  {
    INVENTION_PATENT: '发明专利',
    UTILITY_MODEL: '实用新型专利',
    DESIGN_PATENT: '外观设计专利',
    SOFTWARE_COPYRIGHT: '计算机软件著作权',
    PLANT_VARIETY: '植物新品种',
    IC_LAYOUT: '集成电路布图设计',
    BIO_MEDICINE_VARIETY: '生物、医药新品种',
    KNOW_HOW: '技术秘密',
    DESIGN_COPYRIGHT: '设计著作权',
  },
  {
    INVENTION_PATENT: 'Invention patent',
    UTILITY_MODEL: 'Utility model',
    DESIGN_PATENT: 'Design patent',
    SOFTWARE_COPYRIGHT: 'Software copyright',
    PLANT_VARIETY: 'Plant variety',
    IC_LAYOUT: 'IC layout design',
    BIO_MEDICINE_VARIETY: 'Biological or pharmaceutical variety',
    KNOW_HOW: 'Know-how',
    DESIGN_COPYRIGHT: 'Design copyright',
  },
);

export const ipStatuses = words<Names<IpStatus>>(
  {
    PENDING: '申请中',
    GRANTED: '有效',
    EXPIRED: '已到期或未缴费失效',
    ABANDONED: '已放弃或视为撤回',
    INVALIDATED: '已宣告无效',
  },
  {
    PENDING: 'Pending',
    GRANTED: 'In force',
    EXPIRED: 'Expired or lapsed',
    ABANDONED: 'Abandoned',
    INVALIDATED: 'Invalidated',
  },
);

export const ipStatusTones: Readonly<Record<IpStatus, StatusTone>> = {
  PENDING: 'moving',
  GRANTED: 'good',
  EXPIRED: 'refused',
  ABANDONED: 'ended',
  INVALIDATED: 'refused',
};

export const encumbrances = words<Names<IpEncumbrance>>(
  {
    NONE: '无',
    PLEDGED: '已质押',
    LICENSED: '已许可（普通）',
    LICENSED_EXCLUSIVELY: '已独占或排他许可',
    DISPUTED: '权属有争议或被查封',
  },
  {
    NONE: 'None',
    PLEDGED: 'Pledged',
    LICENSED: 'Licensed (non-exclusive)',
    LICENSED_EXCLUSIVELY: 'Licensed exclusively',
    DISPUTED: 'Disputed or seized',
  },
);

export const awardKinds = words<Names<AwardKind>>(
  {
    AWARD: '获奖',
    APPRAISAL: '鉴定、评价',
    NOVELTY_SEARCH: '科技查新',
    TEST_REPORT: '检测报告',
    ACCEPTANCE: '项目验收',
  },
  {
    AWARD: 'Award',
    APPRAISAL: 'Appraisal',
    NOVELTY_SEARCH: 'Novelty search',
    TEST_REPORT: 'Test report',
    ACCEPTANCE: 'Project acceptance',
  },
);

export const operators = words<Names<IndicatorOperator>>(
  {
    AT_LEAST: '≥',
    AT_MOST: '≤',
    EQUAL: '=',
    MORE_THAN: '>',
    LESS_THAN: '<',
    RANGE: '区间',
    QUALITATIVE: '定性',
  },
  {
    AT_LEAST: '≥',
    AT_MOST: '≤',
    EQUAL: '=',
    MORE_THAN: '>',
    LESS_THAN: '<',
    RANGE: 'range',
    QUALITATIVE: 'qualitative',
  },
);

export const organisationKinds = words<Names<OrganisationKind>>(
  {
    UNIVERSITY: '高等院校',
    INSTITUTE: '科研机构',
    ENTERPRISE: '企业',
    BROKER_AGENCY: '技术转移服务机构',
    BUREAU_CITY: '市级科技主管部门',
    BUREAU_COUNTY: '县级科技主管部门',
    FINANCIAL_INSTITUTION: '金融机构',
    OTHER: '其他机构',
  },
  {
    UNIVERSITY: 'University',
    INSTITUTE: 'Research institute',
    ENTERPRISE: 'Enterprise',
    BROKER_AGENCY: 'Technology-transfer agency',
    BUREAU_CITY: 'City bureau',
    BUREAU_COUNTY: 'County bureau',
    FINANCIAL_INSTITUTION: 'Financial institution',
    OTHER: 'Other',
  },
);

/** The names of an enumeration as the choices of a select. */
export const choicesFrom = <K extends string>(
  names: Names<K>,
  only?: readonly K[],
): { value: K; label: string }[] =>
  (only ?? (Object.keys(names) as K[])).map((value) => ({ value, label: names[value] }));
