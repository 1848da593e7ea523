import type { CaseFacts, Twin } from '../facts.js';
import type { Facts } from '../findings.js';
import type { Citation } from '../rulesets/law.js';
import { block, hitIf, warning, type Rule } from '../rulesets/rule.js';

const ONCE: { readonly cite: Citation; readonly ground: 'R11'; readonly discreet: 'FACTS' } = {
  cite: (law) => law.once,
  ground: 'R11',
  discreet: 'FACTS',
};

const alike = ({ twins }: CaseFacts, likeness: Twin['likeness']): readonly Twin[] =>
  twins.filter((twin) => twin.likeness === likeness);
const shown = (twins: readonly Twin[]): Facts => ({
  contracts: twins.map(({ contractId, registered, similarity }) => ({ contractId, registered, similarity })),
});
/** Of the same title alone: what is alike otherwise as well is told by that. */
const sameTitleOnly = (facts: CaseFacts): readonly Twin[] => {
  const others = facts.twins.filter(({ likeness }) => likeness !== 'SAME_TITLE');
  const told = new Set(others.map(({ contractId }) => contractId));
  return alike(facts, 'SAME_TITLE').filter(({ contractId }) => !told.has(contractId));
};
const percent = (twins: readonly Twin[]): number =>
  Math.floor(Math.max(0, ...twins.map(({ similarity }) => similarity)) / 100);

/** One contract, one registration, at whatever registry (R11): by text, number, terms, title, right and likeness. */
export const duplicates: readonly Rule[] = [
  block('duplicates.same-text', 'CONTRACT.DUPLICATE', ONCE, ({ facts }) => {
    const twins = alike(facts, 'SAME_TEXT');
    return hitIf(
      twins.length > 0,
      'files.CONTRACT_TEXT',
      '同一份合同文本已申请或已登记，一份合同只能登记一次；如属误传，请更换文本',
      shown(twins),
    );
  }),
  warning('duplicates.same-number', 'CONTRACT.LIKELY_DUPLICATE', ONCE, ({ form, facts }) => {
    const twins = alike(facts, 'SAME_NUMBER');
    return hitIf(
      twins.length > 0,
      'contractNumber',
      `合同编号“${form.contractNumber ?? ''}”已用于贵单位的另一份申请或登记，请核对编号，或说明两份合同的关系`,
      shown(twins),
    );
  }),
  warning('duplicates.same-terms', 'CONTRACT.LIKELY_DUPLICATE', ONCE, ({ facts }) => {
    const twins = alike(facts, 'SAME_TERMS');
    return hitIf(
      twins.length > 0,
      '',
      '已有各方、金额和签订日期相同的合同申请或登记，请说明两份合同的关系和各自的技术内容',
      shown(twins),
    );
  }),
  warning('duplicates.same-title', 'CONTRACT.LIKELY_DUPLICATE', ONCE, ({ form, facts }) => {
    const twins = sameTitleOnly(facts);
    return hitIf(
      twins.length > 0,
      'title',
      `贵单位已有项目名称为“${form.title}”的申请或登记，请核对是否为同一份合同；如不是，请说明两份合同的关系，或在名称中写明区别`,
      shown(twins),
    );
  }),
  warning('duplicates.same-right', 'CONTRACT.RIGHT_TRANSFERRED', ONCE, ({ facts }) => {
    const twins = alike(facts, 'SAME_RIGHT');
    return hitIf(
      twins.length > 0,
      'content.ipRights',
      '权利清单中的权利已在另一份转让合同中申请或登记，请说明权利现状并核对登记簿副本',
      shown(twins),
    );
  }),
  warning('duplicates.similar-text', 'CONTRACT.SIMILAR_TEXT', ONCE, ({ facts }) => {
    const twins = alike(facts, 'SIMILAR_TEXT');
    return hitIf(
      twins.length > 0,
      'files.CONTRACT_TEXT',
      `合同文本与另一份已申请或已登记的合同高度相似（${percent(twins)}%），请说明两份合同的关系和各自的技术内容`,
      shown(twins),
    );
  }),
];
