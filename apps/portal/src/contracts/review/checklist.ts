import { words } from '../../i18n/index.js';

/** 认定条件 of each class and what is asked of every contract (reference A3), as questions to the reviewer. */
export interface ChecklistItem {
  readonly key: string;
  /** What must hold. */
  readonly text: string;
  /** Ground of refusal when it does not. */
  readonly ground?: string;
}

type ByClass = Readonly<Record<string, readonly ChecklistItem[]>>;

const zhGeneral: readonly ChecklistItem[] = [
  { key: 'parties', text: '当事人明确，印章齐全且与名称一致', ground: 'R10' },
  { key: 'subject', text: '技术标的明确，能看懂是什么技术', ground: 'R04' },
  { key: 'price', text: '价款、报酬或使用费明确，技术交易额计算有合同依据', ground: 'R05' },
  { key: 'term', text: '在合同有效期内申请', ground: 'R12' },
  { key: 'proof', text: '证明材料齐全，与合同一致', ground: 'R09' },
  { key: 'approval', text: '依规须审批的已获批准', ground: 'R06' },
  { key: 'legal', text: '没有非法垄断技术、妨碍技术进步或侵害他人成果的条款', ground: 'R08' },
];
const zhDisposal: readonly ChecklistItem[] = [
  { key: 'mastered', text: '标的是签约时已掌握的成果（专利、技术秘密或其他知识产权）' },
  { key: 'complete', text: '成果完整、实用，构成一项技术方案' },
  { key: 'ownership', text: '知识产权权属约定明确' },
  { key: 'alive', text: '标的不属于公有领域（权利有效）', ground: 'R02' },
];
const zhClasses: ByClass = {
  '1': [
    { key: 'goal', text: '有明确、具体的研究开发目标' },
    { key: 'unmastered', text: '标的是签约时双方尚未掌握的技术方案' },
    { key: 'innovation', text: '研究开发工作及预期成果有技术创新内容' },
  ],
  '2': zhDisposal,
  '3': zhDisposal,
  '4': [
    { key: 'topic', text: '标的是特定技术项目的咨询课题' },
    { key: 'method', text: '运用科学知识和技术手段进行分析、论证、评价或预测' },
    { key: 'report', text: '成果是咨询报告或意见' },
  ],
  '5': [
    { key: 'problem', text: '运用专业知识、经验和信息解决特定技术问题' },
    { key: 'work', text: '内容是专业技术工作，不是一般加工、修理、检测、设计或施工' },
    { key: 'target', text: '成果有具体的质量和数量指标' },
    { key: 'noIp', text: '知识的传递不涉及专利、技术秘密权属' },
  ],
};
const enGeneral: readonly ChecklistItem[] = [
  { key: 'parties', text: 'Parties clear; seals complete and as the names', ground: 'R10' },
  { key: 'subject', text: 'Subject clear: one understands the technology', ground: 'R04' },
  { key: 'price', text: 'Price clear; the technical amount rests on the contract', ground: 'R05' },
  { key: 'term', text: 'Applied for within the contract’s term', ground: 'R12' },
  { key: 'proof', text: 'Documents complete and consistent', ground: 'R09' },
  { key: 'approval', text: 'Approvals obtained where required', ground: 'R06' },
  { key: 'legal', text: 'No clause that monopolises, blocks progress or infringes', ground: 'R08' },
];
const enDisposal: readonly ChecklistItem[] = [
  { key: 'mastered', text: 'The subject is a result mastered at signing (patent, know-how, other right)' },
  { key: 'complete', text: 'Complete and practical: a technical solution' },
  { key: 'ownership', text: 'Ownership of rights agreed clearly' },
  { key: 'alive', text: 'Not in the public domain (rights in force)', ground: 'R02' },
];
const enClasses: ByClass = {
  '1': [
    { key: 'goal', text: 'A clear, concrete goal of research and development' },
    { key: 'unmastered', text: 'A technical solution that the parties have not mastered at signing' },
    { key: 'innovation', text: 'Work and expected result contain technical innovation' },
  ],
  '2': enDisposal,
  '3': enDisposal,
  '4': [
    { key: 'topic', text: 'A consulting topic on a specific technical project' },
    { key: 'method', text: 'Analysis, evaluation or forecast by scientific and technical means' },
    { key: 'report', text: 'The result is a report or an opinion' },
  ],
  '5': [
    { key: 'problem', text: 'Solves a specific technical problem by professional knowledge' },
    {
      key: 'work',
      text: 'Professional technical work; no ordinary processing, repair, testing, design or construction',
    },
    { key: 'target', text: 'Concrete targets of quality and quantity' },
    { key: 'noIp', text: 'Does not touch the ownership of patents or know-how' },
  ],
};

export const checklists = words(
  { general: zhGeneral, classes: zhClasses },
  { general: enGeneral, classes: enClasses },
);
