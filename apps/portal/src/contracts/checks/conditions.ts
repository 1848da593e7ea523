import type { English } from '../../i18n/reading.js';

/** The conditions of recognition (认定条件), as they are judged and as refusals name them. */
export const english: English = {
  '有明确、具体的研究开发目标': 'A clear, concrete goal of research and development',
  标的是签约时双方尚未掌握的技术方案: 'A technical solution that the parties have not mastered at signing',
  研究开发工作及预期成果有技术创新内容: 'Work and expected result contain technical innovation',
  '标的是签约时已掌握的成果（专利、技术秘密或其他知识产权）':
    'The subject is a result mastered at signing (patent, know-how, other right)',
  '成果完整、实用，构成一项技术方案': 'Complete and practical: a technical solution',
  知识产权权属约定明确: 'Ownership of rights agreed clearly',
  '标的不属于公有领域（权利有效）': 'Not in the public domain (rights in force)',
  技术秘密不为公众所知悉: 'The know-how is not publicly known',
  技术秘密能带来经济利益: 'The know-how can bring economic benefit',
  技术秘密具有实用性: 'The know-how is practical',
  权利人采取了保密措施: 'Its holder keeps it confidential',
  标的是特定技术项目的咨询课题: 'A consulting topic on a specific technical project',
  '运用科学知识和技术手段进行分析、论证、评价或预测':
    'Analysis, evaluation or forecast by scientific and technical means',
  成果是咨询报告或意见: 'The result is a report or an opinion',
  '运用专业知识、经验和信息解决特定技术问题': 'Solves a specific technical problem by professional knowledge',
  '内容是专业技术工作，不是一般加工、修理、检测、设计或施工':
    'Professional technical work; no ordinary processing, repair, testing, design or construction',
  成果有具体的质量和数量指标: 'Concrete targets of quality and quantity',
  '知识的传递不涉及专利、技术秘密权属': 'Does not touch the ownership of patents or know-how',
  目的是促成委托人与第三人订立技术合同: 'Aims at a technology contract between client and third party',
  针对特定的技术成果或项目: 'About a specific technical result or project',
  '传授特定技术项目的专业知识，不是一般职工教育或产品使用培训':
    'Teaches the knowledge of a specific technical project, not general or product training',
  '培训对象由委托人指定，并与该技术项目有关': 'Trainees named by the client and related to that project',
  '当事人明确，印章齐全且与名称一致': 'Parties clear; seals complete and as the names',
  '技术标的明确，能看懂是什么技术': 'Subject clear: one understands the technology',
  '价款、报酬或使用费明确，技术交易额计算有合同依据':
    'Price clear; the technical amount rests on the contract',
  在合同有效期内申请: 'Applied for within the contract’s term',
  '证明材料齐全，与合同一致': 'Documents complete and consistent',
  依规须审批的已获批准: 'Approvals obtained where required',
  '没有非法垄断技术、妨碍技术进步或侵害他人成果的条款':
    'No clause that monopolises, blocks progress or infringes',
};
