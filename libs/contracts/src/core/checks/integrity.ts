import { formatYuan, sumFen, type Fen } from '@jihui/kernel';
import type { CaseFacts, Relation } from '../facts.js';
import { statute, type Citation } from '../rulesets/law.js';
import { hitIf, warning, type Hit, type Rule, type Subject } from '../rulesets/rule.js';

const OURS = statute('本平台规则：登记诚信核查');
const NAMES: { readonly [kind in Relation['kind']]: string } = {
  LEGAL_REPRESENTATIVE: '法定代表人相同',
  CONTROLLER: '实际控制人相同',
  DECLARED: '曾申报为关联方',
};
const REVIEW: { readonly cite: Citation } = { cite: (law) => law.expertReview };

/** Sums of which each stays under the threshold while together they reach it. */
function splitUnder(
  subject: Subject,
  threshold: Fen,
  of: 'technical' | 'total',
  standard: string,
): readonly Hit[] {
  const { form, facts } = subject;
  const own = form.money[of] ?? 0;
  const amounts = [own, ...facts.siblings.map((sibling) => sibling[of])];
  const near = Math.floor((threshold * facts.parameters.splitNearBasisPoints) / 10_000);
  const together = sumFen(amounts);
  const split =
    amounts.length > 1 &&
    together >= threshold &&
    amounts.every((amount) => amount < threshold) &&
    (amounts.length > 2 || amounts.some((amount) => amount >= near));
  if (!split) return [];
  const siblings = facts.siblings.map((sibling) => ({
    contractId: sibling.contractId,
    signedOn: sibling.signedOn,
    amount: sibling[of],
  }));
  return [
    {
      path: `money.${of}`,
      message: `与相同各方在相近日期签订的${amounts.length - 1}份合同合计 ${formatYuan(together)} 元，达到 ${formatYuan(threshold)} 元的${standard}，而每份都低于标准；如为一项交易，请合并为一份合同，否则请说明各合同的技术内容`,
      facts: { threshold, own, together, siblings, windowDays: facts.parameters.splitWindowDays },
    },
  ];
}

const related = ({ relations }: CaseFacts): readonly string[] => [
  ...new Set(relations.map(({ kind, name }) => (name === null ? NAMES[kind] : `${NAMES[kind]}（${name}）`))),
];

/** Whether the transaction is what it says: each finding is the applicant's to explain and the reviewer's to weigh. */
export const integrity: readonly Rule[] = [
  warning('integrity.split', 'CONTRACT.SPLIT', REVIEW, (subject) =>
    subject.set.expertTimeLimit === null
      ? []
      : splitUnder(subject, subject.facts.parameters.expertThreshold, 'technical', '专家评审标准'),
  ),
  warning('integrity.split-cap', 'CONTRACT.SPLIT', { cite: OURS }, (subject) =>
    splitUnder(subject, subject.facts.parameters.countyCap, 'total', '县级登记机构限额'),
  ),
  warning('integrity.related-undeclared', 'CONTRACT.RELATED_PARTIES', { cite: OURS }, ({ form, facts }) =>
    hitIf(
      form.flags.relatedParties === false && facts.relations.length > 0,
      'flags.relatedParties',
      `申报为非关联交易，但买卖双方${related(facts).join('、')}，请核对；如不构成关联，请说明理由`,
      {
        relations: facts.relations.map(({ kind, name, contractId }) => ({ kind, name, contractId })),
      },
    ),
  ),
  warning('integrity.mutual', 'CONTRACT.CIRCULAR', { cite: OURS }, ({ facts }) =>
    hitIf(
      facts.circle?.length === 1,
      'buyers',
      '买卖双方在相近时间还有方向相反的技术合同，请说明两份合同各自的技术内容和实际履行情况',
      { contracts: facts.circle, windowDays: facts.parameters.circleWindowDays },
    ),
  ),
  warning('integrity.circle', 'CONTRACT.CIRCULAR', { cite: OURS, discreet: 'UNTIL_SUBMITTED' }, ({ facts }) =>
    hitIf(
      (facts.circle?.length ?? 0) > 1,
      'buyers',
      '该交易经其他合同在相近时间回到卖方，形成循环，请说明交易背景、技术内容和实际履行情况',
      { contracts: facts.circle, windowDays: facts.parameters.circleWindowDays },
    ),
  ),
];
