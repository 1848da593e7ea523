import type { Ground } from '../findings.js';
import type { Citation } from './law.js';

/** One condition of recognition (认定条件, reference A3): it must hold, and the contract must show it. */
export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly cite: Citation;
  /** Ground of refusal when it does not hold. */
  readonly ground: Ground;
  /** General conditions are the reviewer's alone; those of the class the applicant answers first. */
  readonly by: 'APPLICANT' | 'REVIEWER';
}

const ofClass =
  (cite: Citation) =>
  (id: string, text: string, ground: Ground = 'R02'): ChecklistItem => ({
    id,
    text,
    cite,
    ground,
    by: 'APPLICANT',
  });

const development = ofClass((law) => law.development);
const disposal = ofClass((law) => law.disposal);
const consulting = ofClass((law) => law.consulting);
const service = ofClass((law) => law.service);
const training = ofClass((law) => law.training);
const broker = ofClass((law) => law.broker);

const DEVELOPMENT: readonly ChecklistItem[] = [
  development('development.goal', '有明确、具体的研究开发目标'),
  development('development.unmastered', '标的是签约时双方尚未掌握的技术方案'),
  development('development.innovation', '研究开发工作及预期成果有技术创新内容'),
];
const DISPOSAL: readonly ChecklistItem[] = [
  disposal('disposal.mastered', '标的是签约时已掌握的成果（专利、技术秘密或其他知识产权）'),
  disposal('disposal.complete', '成果完整、实用，构成一项技术方案'),
  disposal('disposal.ownership', '知识产权权属约定明确'),
  ofClass((law) => law.publicDomain)('disposal.alive', '标的不属于公有领域（权利有效）'),
];
/** 技术秘密四要件. */
const KNOW_HOW: readonly ChecklistItem[] = [
  ofClass((law) => law.knowHow)('know-how.secret', '技术秘密不为公众所知悉'),
  ofClass((law) => law.knowHow)('know-how.value', '技术秘密能带来经济利益'),
  ofClass((law) => law.knowHow)('know-how.practical', '技术秘密具有实用性'),
  ofClass((law) => law.knowHow)('know-how.protected', '权利人采取了保密措施'),
];
const CONSULTING: readonly ChecklistItem[] = [
  consulting('consulting.topic', '标的是特定技术项目的咨询课题'),
  consulting('consulting.method', '运用科学知识和技术手段进行分析、论证、评价或预测'),
  consulting('consulting.report', '成果是咨询报告或意见'),
];
const SERVICE: readonly ChecklistItem[] = [
  service('service.problem', '运用专业知识、经验和信息解决特定技术问题'),
  service('service.work', '内容是专业技术工作，不是一般加工、修理、检测、设计或施工'),
  service('service.target', '成果有具体的质量和数量指标'),
  service('service.no-right', '知识的传递不涉及专利、技术秘密权属'),
];
const BROKER: readonly ChecklistItem[] = [
  broker('broker.aim', '目的是促成委托人与第三人订立技术合同'),
  broker('broker.project', '针对特定的技术成果或项目'),
];
const TRAINING: readonly ChecklistItem[] = [
  training('training.project', '传授特定技术项目的专业知识，不是一般职工教育或产品使用培训'),
  training('training.people', '培训对象由委托人指定，并与该技术项目有关'),
];

const general = (id: string, text: string, ground: Ground): ChecklistItem => ({
  id: `general.${id}`,
  text,
  cite: (law) => law.grounds,
  ground,
  by: 'REVIEWER',
});
const GENERAL: readonly ChecklistItem[] = [
  general('parties', '当事人明确，印章齐全且与名称一致', 'R10'),
  general('subject', '技术标的明确，能看懂是什么技术', 'R04'),
  general('price', '价款、报酬或使用费明确，技术交易额计算有合同依据', 'R05'),
  general('term', '在合同有效期内申请', 'R12'),
  general('proof', '证明材料齐全，与合同一致', 'R09'),
  general('approval', '依规须审批的已获批准', 'R06'),
  general('legal', '没有非法垄断技术、妨碍技术进步或侵害他人成果的条款', 'R08'),
];

const ALL: readonly ChecklistItem[] = [
  ...DEVELOPMENT,
  ...DISPOSAL,
  ...KNOW_HOW,
  ...CONSULTING,
  ...SERVICE,
  ...BROKER,
  ...TRAINING,
  ...GENERAL,
];
const IDS = new Set(ALL.map(({ id }) => id));
export const isChecklistItem = (id: string): boolean => IDS.has(id);

const KNOW_HOW_SUBCLASSES = ['23', '32'];

function classItems(subclass: string | null): readonly ChecklistItem[] {
  switch (subclass?.[0]) {
    case '1':
      return DEVELOPMENT;
    case '2':
    case '3':
      return KNOW_HOW_SUBCLASSES.includes(subclass) ? [...DISPOSAL, ...KNOW_HOW] : DISPOSAL;
    case '4':
      return CONSULTING;
    case '5':
      return subclass === '52' ? BROKER : subclass === '53' ? TRAINING : SERVICE;
    default:
      return [];
  }
}

/**
 * The conditions of a subclass, the applicant's first. They read alike under all rule sets that are
 * known; where each stands is the set's law.
 */
export const checklistOf = (subclass: string | null): readonly ChecklistItem[] => [
  ...classItems(subclass),
  ...GENERAL,
];
