import { randomUUID } from 'node:crypto';
import type {
  DomainEvent,
  ExpertSnapshot,
  NeedSnapshot,
  PatentSnapshot,
  ResultSnapshot,
} from '@jihui/events';
import { system } from '@jihui/kernel';
import { Work } from '@jihui/platform';
import { CITY, testApp, type TestApp } from '@jihui/testing';
import { matchingDomain } from '../src/index.js';
import { MatchingHandlers } from '../src/matching.handlers.js';

export const aResult = (result: Partial<ResultSnapshot> = {}): ResultSnapshot => ({
  id: randomUUID(),
  version: 1,
  code: 'CG2026000001',
  title: '一项成果',
  summary: '',
  keyPoints: '',
  keywords: [],
  ownerId: randomUUID(),
  ownerName: '某大学',
  createdBy: randomUUID(),
  divisionCode: CITY,
  cluster: null,
  techField: null,
  trl: null,
  cooperationModes: [],
  priceMode: 'NEGOTIABLE',
  priceMin: null,
  priceMax: null,
  ipRights: [],
  stateFunded: false,
  visibility: 'PUBLIC',
  state: 'ONLINE',
  online: true,
  expiresOn: null,
  ...result,
});

export const aNeed = (need: Partial<NeedSnapshot> = {}): NeedSnapshot => ({
  id: randomUUID(),
  version: 1,
  code: 'XQ2026000001',
  title: '一项需求',
  description: '',
  keywords: [],
  indicators: [],
  ownerId: randomUUID(),
  ownerName: '某企业',
  createdBy: randomUUID(),
  anonymous: false,
  needType: 'PROCESS',
  divisionCode: CITY,
  cluster: null,
  techField: null,
  cooperationModes: [],
  budgetMin: null,
  budgetMax: null,
  neededBy: null,
  visibility: 'PUBLIC',
  state: 'ONLINE',
  online: true,
  expiresOn: null,
  ...need,
});

export const anExpert = (change: Partial<ExpertSnapshot> = {}): ExpertSnapshot => ({
  id: randomUUID(),
  version: 1,
  personId: randomUUID(),
  name: '某专家',
  organisationId: null,
  unitName: '某大学',
  scopeCode: CITY,
  state: 'ACTIVE',
  reason: null,
  note: '',
  visibility: 'PUBLIC',
  title: '教授',
  disciplines: [],
  techFields: [],
  clusters: [],
  keywords: [],
  introduction: '',
  worksOpen: true,
  modes: [],
  availability: 'OPEN',
  employments: [],
  relations: [],
  ...change,
});

export const aPatent = (change: Partial<PatentSnapshot> = {}): PatentSnapshot => ({
  id: randomUUID(),
  version: 1,
  number: '202010123456X',
  displayNumber: 'ZL202010123456.X',
  kind: 'INVENTION_PATENT',
  title: '一项专利',
  summary: '',
  keywords: [],
  ipc: [],
  applicants: [],
  inventors: [],
  ownerId: randomUUID(),
  ownerName: '某大学',
  createdBy: randomUUID(),
  divisionCode: CITY,
  cluster: null,
  techField: null,
  state: 'GRANTED',
  open: true,
  openLicenceUntil: null,
  exclusiveUntil: null,
  pledged: false,
  filedOn: '2020-02-03',
  expiresOn: '2040-02-02',
  warning: null,
  ...change,
});

export const GANGUE_EXPERT: Partial<ExpertSnapshot> = {
  techFields: ['07'],
  keywords: ['煤矸石', '陶瓷滤料', '烧结'],
  introduction: '长期研究煤矸石烧结多孔陶瓷滤料和矿井水处理。',
};

/** A result and a need about the same thing, from a market of other things. */
export const GANGUE = {
  result: {
    title: '煤矸石制备多孔陶瓷滤料的烧结工艺',
    keywords: ['煤矸石', '多孔陶瓷', '烧结'],
    cluster: '07',
    techField: '07',
    summary: '以煤矸石为主要原料，经造粒、低温烧结得到多孔陶瓷滤料，孔隙率可控，用于矿井水处理。',
    trl: 7,
    cooperationModes: ['LICENCE_ORDINARY', 'SERVICE'],
  },
  need: {
    title: '煤矸石综合利用制备陶瓷滤料',
    keywords: ['煤矸石', '滤料'],
    cluster: '07',
    techField: '07',
    description: '我公司每年产生大量煤矸石，希望烧结成多孔陶瓷滤料，用于矿井水处理，目前孔隙率难以控制。',
    cooperationModes: ['LICENCE_ORDINARY'],
    needType: 'PROCESS',
  },
} as const satisfies { result: Partial<ResultSnapshot>; need: Partial<NeedSnapshot> };

export const OTHER_RESULTS: readonly Partial<ResultSnapshot>[] = [
  {
    title: '高压法兰智能锻造生产线控制方法',
    summary: '环锻件轧制过程的在线检测与自适应控制。',
    techField: '03',
  },
  {
    title: '沙棘黄酮提取与功能饮品配方',
    summary: '沙棘果渣中黄酮的超声提取，药茶饮品的稳定性。',
    techField: '09',
  },
  {
    title: '砷化镓衬底的化学机械抛光液',
    summary: '半导体衬底抛光液的配方与表面粗糙度控制。',
    techField: '05',
  },
  { title: '光伏组件热斑的无人机巡检算法', summary: '红外图像中热斑的识别与定位。', techField: '01' },
  { title: '藜麦全谷物挤压膨化工艺', summary: '杂粮食品的膨化度与营养保留。', techField: '09' },
  { title: '取向硅钢二次再结晶退火制度', summary: '冷轧取向硅钢磁感与铁损的改进。', techField: '05' },
];

export type Fact = 'listings.result' | 'listings.need';

/** The matching domain alone, told by hand what listings and identity would tell it. */
export interface World extends TestApp {
  result(result: ResultSnapshot, action?: string): Promise<void>;
  need(need: NeedSnapshot, action?: string): Promise<void>;
  expert(expert: ExpertSnapshot, action?: string): Promise<void>;
  patent(patent: PatentSnapshot, action?: string): Promise<void>;
  handlers: MatchingHandlers;
  /** Runs the handler as the relay would, in one transaction. */
  deliver(
    run: (handlers: MatchingHandlers, tx: Parameters<MatchingHandlers['indexResult']>[1]) => Promise<void>,
  ): Promise<void>;
}

export async function aWorld(settings: Readonly<Record<string, string>> = {}): Promise<World> {
  const app = await testApp([matchingDomain], { settings });
  const handlers = app.get(MatchingHandlers);
  const work = app.get(Work);
  const deliver: World['deliver'] = (run) =>
    work.run({ domain: 'matching', name: 'deliver', actor: system('test') }, (tx) => run(handlers, tx));
  return Object.assign(app, {
    handlers,
    deliver,
    result: (result: ResultSnapshot, action = 'publish') =>
      deliver((to, tx) => to.indexResult(anEvent('listings.result', result, action), tx)),
    need: (need: NeedSnapshot, action = 'publish') =>
      deliver((to, tx) => to.indexNeed(anEvent('listings.need', need, action), tx)),
    patent: (patent: PatentSnapshot, action = 'save') =>
      deliver((to, tx) => to.indexPatent(anEvent('discovery.patent', patent, action), tx)),
    expert: (expert: ExpertSnapshot, action = 'admit') =>
      deliver((to, tx) => to.indexExpert(anEvent('discovery.expert', expert, action), tx)),
  });
}

export const anEvent = <
  K extends
    'listings.result' | 'listings.need' | 'identity.organisation' | 'discovery.expert' | 'discovery.patent',
>(
  type: K,
  payload: DomainEvent<K>['payload'],
  action: string,
  version = 'version' in payload ? payload.version : 1,
): DomainEvent<K> => ({
  id: randomUUID(),
  type,
  aggregateId: payload.id,
  version,
  action,
  at: '2026-11-23T00:00:00.000Z',
  actorId: randomUUID(),
  payload,
});
