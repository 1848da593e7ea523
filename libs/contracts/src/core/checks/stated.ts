import { formatYuan, sumFen, toHalfWidth } from '@jihui/kernel';
import { disposesOfRight, rightNumberOf, type ContractForm } from '../contract.js';
import type { CaseFacts, StatedParty, StatedTerms } from '../facts.js';
import { statute } from '../rulesets/law.js';
import { hitIf, warning, type Hit, type Rule, type Subject } from '../rulesets/rule.js';
import { RESTRICTIONS } from '../text/restrictions.js';

/** What each text of the contract states; nothing of those that were read before it was looked for. */
const statedIn = ({ texts }: CaseFacts): readonly StatedTerms[] =>
  texts.flatMap(({ stated }) => stated ?? []);

const same = (one: string, other: string): boolean => toHalfWidth(one) === toHalfWidth(other);

/** 内设机构: a part of the party that is no legal person, named after it. A hospital or company beside it is one. */
const UNIT = /(?:学院|系|所|中心|实验室|课题组|项目组|团队|处|部|室|研究院|分院|分公司)$/;
const isUnitOf = (name: string, party: string): boolean => {
  const [whole, part] = [toHalfWidth(name), toHalfWidth(party)];
  return part !== '' && whole !== part && whole.startsWith(part) && UNIT.test(whole.slice(part.length));
};

const isParty =
  ({ name, identifier }: StatedParty) =>
  (party: { readonly name: string; readonly identifier: string | null }): boolean =>
    same(party.name, name) || (identifier !== null && party.identifier === identifier);

/** Parties as the texts name them, each once. */
function statedParties(facts: CaseFacts): readonly StatedParty[] {
  const all = statedIn(facts).flatMap(({ parties }) => parties);
  return all.filter((party, index) => all.findIndex(({ name }) => same(name, party.name)) === index);
}

/** A part of one of the form's parties that signed in its stead. */
const signingUnit = (form: ContractForm, stated: StatedParty): string | null =>
  form[stated.side].find(({ name }) => isUnitOf(stated.name, name))?.name ?? null;

function partyHits({ form, facts }: Subject): readonly Hit[] {
  return statedParties(facts).flatMap((stated): readonly Hit[] => {
    const { side, name } = stated;
    const is = isParty(stated);
    const known = form[side].some(is) || form.brokers.some((broker) => same(broker.name, name));
    if (known || signingUnit(form, stated) !== null) return [];
    const other = side === 'sellers' ? 'buyers' : 'sellers';
    const place = form[other].findIndex(is);
    if (place >= 0)
      return hitIf(
        true,
        `${other}.${place}.name`,
        side === 'sellers'
          ? `“${name}”在合同文本中是卖方，申请表中填为买方，请按合同的权利义务核对`
          : `“${name}”在合同文本中是买方，申请表中填为卖方，请按合同的权利义务核对`,
        { name, side },
      );
    return hitIf(
      true,
      side,
      side === 'sellers'
        ? `合同文本写明的卖方“${name}”不在申请表中，请核对各方名称与印章；如为简称、曾用名或不是合同一方，请说明`
        : `合同文本写明的买方“${name}”不在申请表中，请核对各方名称与印章；如为简称、曾用名或不是合同一方，请说明`,
      { name, side },
    );
  });
}

/** Days that the texts state; none where one of them says what the form says. */
function otherDays(
  facts: CaseFacts,
  of: 'signedOn' | 'effectiveTo',
  entered: string | null,
): readonly string[] {
  const days = [...new Set(statedIn(facts).flatMap((stated) => stated[of] ?? []))];
  return entered === null || days.includes(entered) ? [] : days;
}

function deductionHits({ form: { money }, facts }: Subject): readonly Hit[] {
  const listed = [...money.deductions.map(({ amount }) => amount), ...money.carriers.map(({ cost }) => cost)];
  return statedIn(facts).flatMap(({ deductions }) => {
    const left = deductions.filter(({ amount }) => !listed.includes(amount));
    const sum = sumFen(left.map(({ amount }) => amount));
    // Items that the form gathers in one are listed all the same.
    const gathered = sumFen(listed) >= sumFen(deductions.map(({ amount }) => amount));
    return hitIf(
      left.length > 0 && !gathered && money.total !== null,
      'money.deductions',
      `合同文本列有“${left.map(({ name }) => name).join('、')}”共 ${formatYuan(sum)} 元，没有列入非技术性费用，请核对技术交易额；属于合理数量标的物的，请列入标的物`,
      { left, listed },
    );
  });
}

/** What the files state, held against what the form says: each difference is the applicant's to mend or explain. */
export const statedRules: readonly Rule[] = [
  warning(
    'texts.parties',
    'CONTRACT.TEXT_PARTY_DIFFERS',
    { cite: (law) => law.wholeText, ground: 'R10' },
    partyHits,
  ),
  warning(
    'file.UNIT_AUTHORISATION',
    'CONTRACT.UNIT_AUTHORISATION_MISSING',
    { cite: statute('技术合同登记材料：内设机构或课题组签订的须有法人授权书'), ground: 'R09' },
    ({ form, facts }) => {
      const units = statedParties(facts).filter((stated) => signingUnit(form, stated) !== null);
      return hitIf(
        units.length > 0 && !facts.fileKinds.includes('UNIT_AUTHORISATION'),
        'files.UNIT_AUTHORISATION',
        `合同由“${units.map(({ name }) => name).join('、')}”签订，内设机构或课题组不是法人，请上传法人授权书；如有独立法人资格，请改填该单位`,
        { units: units.map(({ name }) => name) },
      );
    },
  ),
  warning(
    'texts.signed-on',
    'CONTRACT.TEXT_DATE_DIFFERS',
    { cite: statute('民法典第845条'), ground: 'R01' },
    ({ form: { signedOn }, facts }) => {
      const days = otherDays(facts, 'signedOn', signedOn);
      return hitIf(
        days.length > 0,
        'signedOn',
        `合同文本写明的签订日期为 ${days.join('、')}，与所填的 ${signedOn ?? ''} 不同，请核对`,
        { days, signedOn },
      );
    },
  ),
  warning(
    'texts.effective-to',
    'CONTRACT.TEXT_DATE_DIFFERS',
    { cite: (law) => law.withinTerm, ground: 'R12' },
    ({ form: { effectiveTo }, facts }) => {
      const days = otherDays(facts, 'effectiveTo', effectiveTo);
      return hitIf(
        days.length > 0,
        'effectiveTo',
        `合同文本写明的有效期止于 ${days.join('、')}，与所填的 ${effectiveTo ?? ''} 不同，请核对`,
        { days, effectiveTo },
      );
    },
  ),
  warning(
    'texts.deductions',
    'CONTRACT.TEXT_DEDUCTION_LEFT_OUT',
    { cite: (law) => law.amounts, ground: 'R05' },
    deductionHits,
  ),
  warning(
    'texts.rights',
    'CONTRACT.TEXT_RIGHT_LEFT_OUT',
    { cite: (law) => law.titleProof, ground: 'R09' },
    ({ form, facts }) => {
      const listed = form.content.ipRights.map(rightNumberOf);
      const left = [...new Set(statedIn(facts).flatMap(({ rights }) => rights))].filter(
        (number) => !listed.includes(number),
      );
      return hitIf(
        disposesOfRight(form.subclass) && left.length > 0,
        'content.ipRights',
        `合同文本写明的专利 ${left.join('、')} 不在权利清单中，请补充；如不是合同的标的，请说明`,
        { left },
      );
    },
  ),
  warning(
    'texts.restrictive',
    'CONTRACT.RESTRICTIVE_CLAUSE',
    { cite: statute('民法典第850条、第864条；最高人民法院技术合同纠纷解释第10条'), ground: 'R08' },
    ({ facts }) =>
      facts.texts.flatMap(({ kind, fileId, stated }) =>
        (stated?.restrictions ?? []).flatMap(({ kind: way, clause, page, quote }) => [
          ...hitIf(
            true,
            `files.${kind}`,
            `合同文本第${page}页${clause}“${quote}”可能属于${RESTRICTIONS[way]}，请核对；非法垄断技术的条款无效，有合理理由的请说明`,
            { fileId, page, way },
          ),
        ]),
      ),
  ),
];
