import { system, type Actor, type Membership, type OrganisationKind, type Role } from '@jihui/kernel';
import type { Need } from '../src/core/need.js';
import type { Result } from '../src/core/result.js';
import type { IpRight, NeedContent, ResultContent } from '../src/core/types.js';

export const NOW = new Date('2026-11-23T02:00:00Z');
export const OWNER = '01930000-0000-7000-8000-000000000001';
export const AUTHOR = '01930000-0000-7000-8000-0000000000a1';
/** A county of the city: city officers cover it, another county's do not. */
export const DIVISION = '140981';

export const aRight = (change: Partial<IpRight> = {}): IpRight => ({
  kind: 'INVENTION_PATENT',
  title: '一种高强高韧合金的热处理方法',
  number: '200310100002X',
  status: 'GRANTED',
  filedOn: '2020-03-10',
  expiresOn: '2040-03-10',
  owners: ['某大学'],
  coOwnersConsent: false,
  encumbrance: 'NONE',
  encumbranceNote: '',
  ...change,
});

/** A form in which nothing is missing. */
export const resultContent = (change: Partial<ResultContent> = {}): ResultContent => ({
  title: '高强高韧合金锻件控温锻造与热处理成套技术',
  summary:
    '针对大型法兰锻件心部组织粗大、冲击韧性离散的问题，提出两段控温锻造与亚温淬火相结合的工艺路线，并配套在线测温与工艺数据库，使锻件各部位性能一致，已在企业产线完成小批量验证。',
  keywords: ['合金锻件', '热处理', '法兰'],
  keyPoints: '两段控温锻造，终锻温度控制在正负十五摄氏度以内；亚温淬火后高温回火，细化心部组织。',
  problem: '大型法兰锻件心部韧性不足',
  innovation: '亚温淬火与控温锻造联合',
  comparison: [{ indicator: '心部冲击功', ours: '≥ 60 J', peers: '35–45 J', basis: '第三方检测' }],
  applicationFields: ['风电法兰'],
  scenes: '风电塔筒法兰',
  cluster: '8-4',
  techField: '05',
  ipc: ['C21D1/18'],
  industry: 'C',
  trl: 7,
  trlEvidence: '完成三批次产线试制，检测报告齐全。',
  ipRights: [aRight()],
  awards: [],
  planSource: '3',
  planName: '',
  serviceInvention: true,
  stateFunded: true,
  stateOwned: true,
  unitApprovalDocument: '',
  cooperationModes: ['LICENCE_ORDINARY'],
  priceMode: 'RANGE',
  priceMin: 30_000_000,
  priceMax: 50_000_000,
  conditions: '',
  investment: null,
  expectedBenefit: '',
  cases: '',
  media: [],
  team: [],
  contact: { name: '王工', phone: '13800001234', email: 'wang@example.cn' },
  attachmentIds: [],
  visibility: 'PUBLIC',
  validUntil: null,
  divisionCode: DIVISION,
  ...change,
});

export const aResult = (change: Partial<Result> = {}, content: Partial<ResultContent> = {}): Result => ({
  id: '01930000-0000-7000-8000-000000000010',
  version: 1,
  code: 'CG2026000001',
  ownerId: OWNER,
  createdBy: AUTHOR,
  scopeCode: DIVISION,
  state: 'DRAFT',
  stateReason: null,
  submittedAt: null,
  stateSince: NOW,
  publishedAt: null,
  expiresOn: null,
  createdAt: NOW,
  updatedAt: NOW,
  unitApprovedBy: null,
  unitApprovedAt: null,
  validityParameter: null,
  content: resultContent(content),
  ...change,
});

export const needContent = (change: Partial<NeedContent> = {}): NeedContent => ({
  title: '光伏组件封装胶膜低温交联工艺需求',
  description:
    '现有封装胶膜须在一百四十五摄氏度以上交联，薄硅片在层压中隐裂率偏高。企业试过延长层压时间与改用预交联胶膜，隐裂率下降有限且节拍变慢，希望引进可在较低温度完成交联的配方与配套层压工艺。',
  keywords: ['封装胶膜', '低温交联', '光伏组件'],
  needType: 'PROCESS',
  indicators: [
    { name: '交联温度', operator: 'AT_MOST', target: '125', unit: '℃', testMethod: 'DSC' },
    { name: '隐裂率', operator: 'AT_MOST', target: '0.3', unit: '%', testMethod: 'EL 检测' },
    { name: '交联度', operator: 'RANGE', target: '75–90', unit: '%', testMethod: 'GB/T 29848' },
  ],
  foundation: '已有两条层压线和检测设备',
  cooperationModes: ['COMMISSIONED_RND'],
  budgetNegotiable: false,
  budgetMin: 50_000_000,
  budgetMax: 120_000_000,
  payment: '按节点支付',
  neededBy: '2027-10-31',
  urgency: 'URGENT',
  cluster: '8-3',
  techField: '06',
  ipc: [],
  industry: 'C',
  ownerScale: '中型',
  anonymous: false,
  wantsChallenge: true,
  contact: { name: '李工', phone: '13900005678', email: '' },
  attachmentIds: [],
  visibility: 'PUBLIC',
  validUntil: null,
  divisionCode: DIVISION,
  ...change,
});

export const aNeed = (change: Partial<Need> = {}, content: Partial<NeedContent> = {}): Need => ({
  id: '01930000-0000-7000-8000-000000000020',
  version: 1,
  code: 'XQ2026000001',
  ownerId: OWNER,
  createdBy: AUTHOR,
  scopeCode: DIVISION,
  state: 'DRAFT',
  stateReason: null,
  submittedAt: null,
  stateSince: NOW,
  publishedAt: null,
  expiresOn: null,
  createdAt: NOW,
  updatedAt: NOW,
  quality: 0,
  validityParameter: null,
  content: needContent(content),
  ...change,
});

const person = (personId: string, memberships: readonly Membership[]): Actor => ({
  kind: 'person',
  personId,
  memberships,
});
const member = (
  personId: string,
  organisationId: string,
  kind: OrganisationKind,
  divisionCode: string,
  ...roles: Role[]
): Actor => person(personId, [{ organisationId, kind, divisionCode, roles }]);
const id = (tail: string): string => `01930000-0000-7000-8000-${tail.padStart(12, '0')}`;

/** One actor of each kind that matters to a listing of OWNER in DIVISION, drafted by AUTHOR. */
export const ROLES: Readonly<Record<string, Actor>> = {
  anonymous: { kind: 'anonymous' },
  author: member(AUTHOR, OWNER, 'UNIVERSITY', DIVISION, 'RESEARCHER'),
  colleague: member(id('a2'), OWNER, 'UNIVERSITY', DIVISION, 'RESEARCHER'),
  member: member(id('a3'), OWNER, 'UNIVERSITY', DIVISION, 'MEMBER'),
  transferOfficer: member(id('a4'), OWNER, 'UNIVERSITY', DIVISION, 'TRANSFER_OFFICER'),
  orgAdmin: member(id('a5'), OWNER, 'UNIVERSITY', DIVISION, 'ORG_ADMIN'),
  formerAuthor: member(AUTHOR, id('2'), 'ENTERPRISE', DIVISION, 'RESEARCHER'),
  stranger: member(id('a6'), id('3'), 'ENTERPRISE', DIVISION, 'TRANSFER_OFFICER'),
  broker: member(id('a7'), id('4'), 'BROKER_AGENCY', DIVISION, 'BROKER'),
  cityOfficer: member(id('a8'), id('5'), 'BUREAU_CITY', '140900', 'OFFICER'),
  countyOfficer: member(id('a9'), id('6'), 'BUREAU_COUNTY', DIVISION, 'OFFICER'),
  otherCountyOfficer: member(id('b1'), id('7'), 'BUREAU_COUNTY', '140921', 'OFFICER'),
  registrar: member(id('b2'), id('5'), 'BUREAU_CITY', '140900', 'REGISTRAR'),
  platformAdmin: member(id('b3'), id('5'), 'BUREAU_CITY', '140900', 'PLATFORM_ADMIN'),
  system: system('test'),
};
