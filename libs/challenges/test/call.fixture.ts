import { anonymous, system, type Actor, type PersonActor } from '@jihui/kernel';
import {
  COMMITMENTS,
  emptyPlan,
  type Call,
  type CallContent,
  type CallPlan,
} from '../src/core/calls/call.js';
import type { CallState } from '../src/core/calls/lifecycle.js';
import { MODES, type CallMode } from '../src/core/calls/modes.js';
import { CALL_PARAMETERS, type CallRules } from '../src/core/calls/parameters.js';
import { NO_REVIEW, type CallCase } from '../src/core/calls/rules.js';

export const OWNER = '00000000-0000-7000-8000-000000000001';
export const COUNTY = '140981';
export const NOW = new Date('2026-11-23T02:00:00Z');

export const DEFAULT_RULES = Object.fromEntries(
  Object.entries(CALL_PARAMETERS).map(([key, { value }]) => [key, value]),
) as unknown as CallRules;

const member = (
  kind: PersonActor['memberships'][number]['kind'],
  divisionCode: string,
  roles: PersonActor['memberships'][number]['roles'],
  organisationId: string,
): PersonActor['memberships'][number] => ({ organisationId, kind, divisionCode, roles });
const person = (personId: string, ...memberships: PersonActor['memberships']): PersonActor => ({
  kind: 'person',
  personId,
  memberships,
});
const ownersOwn = member('ENTERPRISE', COUNTY, ['MEMBER'], OWNER);
const BUREAU = '00000000-0000-7000-8000-0000000000b1';

/** Everybody who meets a call. */
export const RIVAL = 'rival';
/** An officer who also belongs to a bidder: as any other until the bids are opened. */
export const RIVAL_OFFICER = person(
  'rival',
  member('BUREAU_CITY', '140900', ['OFFICER'], BUREAU),
  member('ENTERPRISE', COUNTY, ['TRANSFER_OFFICER'], RIVAL),
);

export const ACTORS = {
  owner: person('owner', member('ENTERPRISE', COUNTY, ['TRANSFER_OFFICER'], OWNER)),
  ownerMember: person('member', ownersOwn),
  outsider: person('outsider', member('UNIVERSITY', '140902', ['TRANSFER_OFFICER', 'ORG_ADMIN'], 'u')),
  county: person('county', member('BUREAU_COUNTY', COUNTY, ['OFFICER'], 'c')),
  otherCounty: person('otherCounty', member('BUREAU_COUNTY', '140922', ['OFFICER'], 'd')),
  city: person('city', member('BUREAU_CITY', '140900', ['OFFICER'], BUREAU)),
  /** An officer who also belongs to the owner. */
  conflicted: person('conflicted', member('BUREAU_CITY', '140900', ['OFFICER'], BUREAU), ownersOwn),
  registrar: person('registrar', member('BUREAU_CITY', '140900', ['REGISTRAR'], BUREAU)),
  clock: system('clock'),
  anonymous,
} satisfies Record<string, Actor>;
export type Who = keyof typeof ACTORS;

export const aContent = (change: Partial<CallContent> = {}): CallContent => ({
  title: '大口径风电法兰整体锻造成形技术',
  type: 'TECHNICAL_CHALLENGE',
  cluster: '8-4',
  techField: '03',
  background: '海上风电法兰直径超过九米，现有分段焊接工艺疲劳寿命不足。',
  work: '研究大口径环件轧制过程的组织控制与变形预测。',
  indicators: [
    {
      code: 'I1',
      name: '法兰外径',
      unit: 'mm',
      operator: 'AT_LEAST',
      target: '9300',
      upper: null,
      method: 'GB/T 1804',
      core: true,
    },
    {
      code: 'I2',
      name: '平面度',
      unit: 'mm',
      operator: 'AT_MOST',
      target: '0.5',
      upper: null,
      method: '三坐标测量',
      core: false,
    },
  ],
  deliverables: '工艺规程一套，样件两件',
  acceptance: '全部核心指标经第三方检测合格',
  ipTerms: 'SHARED',
  ipNote: '',
  months: 24,
  payment: '签约 30%，中期 40%，验收 30%',
  requirements: '具有环件轧制研究基础',
  secrecy: 'PUBLIC',
  bottleneck: true,
  consortium: false,
  contact: '张建军',
  phone: '0350-3000001',
  enterpriseKinds: ['HIGH_TECH'],
  revenue: 800_000_000_00,
  rdCost: 30_000_000_00,
  rdCostBefore: 26_000_000_00,
  commitments: COMMITMENTS,
  ...change,
});

export const aPlan = (mode: CallMode, change: Partial<CallPlan> = {}): CallPlan => ({
  ...emptyPlan(mode, 30),
  undertakerId: MODES[mode].open ? null : 'u',
  custodians: [
    { personId: 'k1', office: 'BUREAU' },
    { personId: 'k2', office: 'SUPERVISION' },
    { personId: 'k3', office: 'NOTARY' },
  ],
  documents: MODES[mode].needs.map((kind) => ({
    kind,
    title: '材料',
    number: '忻科字〔2026〕1号',
    day: '2026-11-20',
    summary: '内容摘要',
  })),
  office: '成果转化科',
  responsibleId: 'p1',
  supervisorId: 'p2',
  ...change,
});

/** 100 万元: 70 by the owner, 30 by the treasury. */
export const fundingOf = (mode: CallMode) =>
  MODES[mode].shared
    ? { total: 1_000_000_00, owner: 700_000_00, city: 150_000_00, county: 150_000_00 }
    : { total: 1_000_000_00, owner: 700_000_00, city: 300_000_00, county: 0 };

/** 200 万元, 60 of them by the treasury: so much that a finance expert sits in the panel. */
export const FINANCED = { total: 2_000_000_00, owner: 1_400_000_00, city: 600_000_00, county: 0 };

export const aCall = (state: CallState, change: Partial<Call> = {}): Call => {
  const mode = change.mode ?? 'JB';
  return {
    id: 'call',
    version: 1,
    code: 'BD2026-0001',
    state,
    mode,
    round: 1,
    ownerId: OWNER,
    divisionCode: COUNTY,
    needId: null,
    batchId: null,
    content: aContent(),
    funding: fundingOf(mode),
    plan: aPlan(mode),
    argument: null,
    approvals: [],
    extensions: [],
    fixed: null,
    note: '',
    noticeFrom: '2026-11-13',
    noticeUntil: '2026-11-20',
    publishedAt: null,
    opensAt: null,
    closesAt: null,
    openingAt: null,
    validBids: null,
    stageFrom: null,
    stageUntil: null,
    suspendedAt: null,
    createdBy: 'owner',
    createdAt: NOW,
    updatedAt: NOW,
    ...change,
  };
};

export const aCase = (call: Call, change: Partial<CallCase> = {}): CallCase => ({
  call,
  rules: DEFAULT_RULES,
  openObjections: 0,
  countyServed: true,
  keysMissing: 0,
  review: NO_REVIEW,
  ...change,
});
