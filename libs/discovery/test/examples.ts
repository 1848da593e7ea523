import {
  anonymous,
  system,
  type Actor,
  type Membership,
  type OrganisationKind,
  type Role,
} from '@jihui/kernel';
import {
  DEFAULT_PRIVACY,
  BLANK_CONTENT,
  type Expert,
  type ExpertContent,
} from '../src/core/experts/expert.js';
import { BLANK_AGENCY, type Agency, type AgencyContent } from '../src/core/agencies/agency.js';
import { BLANK_BROKER, type Broker, type BrokerContent } from '../src/core/brokers/broker.js';
import type { Rating } from '../src/core/ratings/rating.js';
import type { Patent, PatentContent } from '../src/core/patents/patent.js';

export const HOLDER = '019d0000-0000-7000-8000-0000000000a1';
export const NOW = new Date('2026-11-23T02:00:00Z');
export const TODAY = '2026-11-23';
export const PLACE = '140902';

const at = (
  organisationId: string,
  kind: OrganisationKind,
  role: Role,
  divisionCode = PLACE,
): Membership => ({ organisationId, kind, divisionCode, roles: [role] });
const person = (personId: string, ...memberships: Membership[]): Actor => ({
  kind: 'person',
  personId,
  memberships,
});

/** Everybody who stands in a matrix. */
export const ROLES: Readonly<Record<string, Actor>> = {
  ANONYMOUS: anonymous,
  MEMBER: person('member', at(HOLDER, 'UNIVERSITY', 'MEMBER')),
  RESEARCHER: person('researcher', at(HOLDER, 'UNIVERSITY', 'RESEARCHER')),
  TRANSFER_OFFICER: person('office', at(HOLDER, 'UNIVERSITY', 'TRANSFER_OFFICER')),
  ORG_ADMIN: person('orgAdmin', at(HOLDER, 'UNIVERSITY', 'ORG_ADMIN')),
  OTHER_OFFICE: person('other', at('elsewhere', 'UNIVERSITY', 'TRANSFER_OFFICER')),
  BROKER: person('broker', at('agency', 'BROKER_AGENCY', 'BROKER')),
  COUNTY_OFFICER: person('county', at('countyBureau', 'BUREAU_COUNTY', 'OFFICER')),
  OTHER_COUNTY: person('otherCounty', at('otherBureau', 'BUREAU_COUNTY', 'OFFICER', '140981')),
  CITY_OFFICER: person('city', at('cityBureau', 'BUREAU_CITY', 'OFFICER', '140900')),
  PLATFORM_ADMIN: person('admin', at('cityBureau', 'BUREAU_CITY', 'PLATFORM_ADMIN', '140900')),
  SYSTEM: system('test'),
};

export const patentContent = (change: Partial<PatentContent> = {}): PatentContent => ({
  number: '200310100002X',
  kind: 'INVENTION_PATENT',
  title: '一种煤矸石陶粒的制备方法',
  summary: '以煤矸石为原料，经破碎、造粒、焙烧制得轻质陶粒。',
  applicants: ['忻州工业技术大学'],
  owners: ['忻州工业技术大学'],
  inventors: ['李文博'],
  ipc: ['C04B33/132', 'C04B38/00'],
  keywords: ['煤矸石', '陶粒'],
  filedOn: '2018-03-01',
  publishedOn: '2019-09-01',
  publicationNumber: 'CN110000000A',
  grantedOn: '2021-05-18',
  expiresOn: '2038-02-28',
  termNote: '',
  feeReduction: 'NONE',
  family: [],
  cluster: null,
  techField: '05',
  divisionCode: PLACE,
  ...change,
});

export const aPatent = ({ content, ...change }: Partial<Patent> = {}): Patent => ({
  id: '019d0000-0000-7000-8000-0000000000b1',
  version: 1,
  ownerId: HOLDER,
  createdBy: 'office',
  scopeCode: PLACE,
  state: 'GRANTED',
  content: content ?? patentContent(),
  paidThrough: null,
  fees: [],
  licences: [],
  pledges: [],
  openLicence: null,
  history: [{ state: 'GRANTED', on: '2021-05-18', note: '' }],
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});

export const expertContent = (change: Partial<ExpertContent> = {}): ExpertContent => ({
  ...BLANK_CONTENT,
  title: '教授',
  disciplines: ['430'],
  techFields: ['05'],
  keywords: ['煤矸石', '陶粒'],
  introduction: '长期从事煤矸石等工业固废的资源化利用研究，主持过多项省级科研项目，熟悉陶粒烧结工艺。',
  phone: '0350-3048003',
  ...change,
});

/** A profile of the researcher of ROLES. */
export const anExpert = ({ content, ...change }: Partial<Expert> = {}): Expert => ({
  id: '019d0000-0000-7000-8000-0000000000c1',
  version: 1,
  personId: 'researcher',
  organisationId: HOLDER,
  scopeCode: PLACE,
  state: 'ACTIVE',
  stateReason: null,
  stateNote: '',
  barredUntil: null,
  visibility: 'PUBLIC',
  privacy: DEFAULT_PRIVACY,
  content: content ?? expertContent(),
  relations: [],
  relationsDeclaredAt: NOW,
  consentedBy: 'office',
  admittedAt: NOW,
  stateSince: NOW,
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});

export const brokerContent = (change: Partial<BrokerContent> = {}): BrokerContent => ({
  ...BLANK_BROKER,
  services: ['BROKERAGE'],
  techFields: ['05'],
  introduction: '从事工业固废领域的技术经纪工作八年，促成多项成果在本地落地转化。',
  phone: '0350-3059008',
  ...change,
});

/** The entry of the researcher of ROLES, who works for the holder's office. */
export const aBroker = ({ content, ...change }: Partial<Broker> = {}): Broker => ({
  id: '019d0000-0000-7000-8000-0000000000d1',
  version: 1,
  personId: 'researcher',
  organisationId: HOLDER,
  scopeCode: PLACE,
  state: 'ACTIVE',
  stateReason: null,
  stateNote: '',
  barredUntil: null,
  content: content ?? brokerContent(),
  confirmedBy: 'office',
  credentials: [],
  trainings: [],
  level: null,
  levelUntil: null,
  designation: null,
  admittedAt: NOW,
  stateSince: NOW,
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});

export const agencyContent = (change: Partial<AgencyContent> = {}): AgencyContent => ({
  ...BLANK_AGENCY,
  services: ['BROKERAGE', 'EVALUATION'],
  techFields: ['05'],
  introduction: '面向工业固废与新材料领域，提供需求诊断、成果评价和技术经纪服务的专业机构。',
  address: '忻州市忻府区长征西街创新大厦三层',
  contact: '赵敏',
  phone: '0350-3059008',
  ...change,
});

/** The entry of the holder of ROLES as an agency. */
export const anAgency = ({ content, ...change }: Partial<Agency> = {}): Agency => ({
  id: '019d0000-0000-7000-8000-0000000000f1',
  version: 1,
  organisationId: HOLDER,
  scopeCode: PLACE,
  state: 'ACTIVE',
  stateReason: null,
  stateNote: '',
  barredUntil: null,
  content: content ?? agencyContent(),
  designation: null,
  supports: [],
  admittedAt: NOW,
  stateSince: NOW,
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});

/** A rating of the broker above by an enterprise. */
export const aRating = (change: Partial<Rating> = {}): Rating => ({
  id: '019d0000-0000-7000-8000-0000000000e1',
  version: 1,
  state: 'SHOWN',
  brokerId: '019d0000-0000-7000-8000-0000000000d1',
  personId: 'researcher',
  organisationId: HOLDER,
  scopeCode: PLACE,
  dealId: '019d0000-0000-7000-8000-0000000000e2',
  raterId: 'enterprise',
  ratedBy: 'buyer',
  scores: { EXPERTISE: 5, TIMELINESS: 4, HONESTY: 5, OUTCOME: 4 },
  text: '沟通及时',
  answer: '',
  answeredAt: null,
  hiddenReason: '',
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});
