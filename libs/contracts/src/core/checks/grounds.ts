import type { ContractForm } from '../contract.js';
import type { Twin } from '../facts.js';
import { statute, type Citation } from '../rulesets/law.js';
import { block, hitIf, warning, type Rule } from '../rulesets/rule.js';

/** What the rules name as non-technical by conventional means (reference A3). */
const NON_TECHNICAL =
  /常规(加工|维修|检测|测绘)|一般(加工|维修)|来料加工|广告(设计|发布)|印刷|装修|物业|翻译|摄影|施工总承包|工程监理|设备(租赁|采购|销售)|法律咨询|会计服务/;

/** Clauses that restrict the other side's development or competition (民法典第850、864条). */
const RESTRICTIVE =
  /(不得|禁止)[^。；]{0,12}(改进|研究开发|研发|竞争|采购|提出异议)|无偿(回授|归让与人|归许可人)|必须(购买|采购)[^。；]{0,10}(设备|原材料|产品)/;

/** Words of a title that name a class; a title that names another than the form is inconsistent (R07). */
const CLASS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/开发合同|研发合同|委托开发|合作开发/, '1'],
  [/转让合同|转让协议/, '2'],
  [/许可合同|许可协议/, '3'],
  [/咨询合同|咨询协议/, '4'],
  [/服务合同|服务协议|培训合同|中介合同/, '5'],
];

const proseOf = (form: ContractForm): string => `${form.title}\n${form.content.summary ?? ''}`;
const clausesOf = ({ content }: ContractForm): readonly (readonly [string, string | null])[] => [
  ['content.summary', content.summary],
  ['content.ownershipClause', content.ownershipClause],
  ['content.confidentialityClause', content.confidentialityClause],
];
const ONCE: { readonly cite: Citation; readonly ground: 'R11'; readonly discreet: true } = {
  cite: (law) => law.once,
  ground: 'R11',
  discreet: true,
};
const alike = (twins: readonly Twin[], likeness: Twin['likeness']): number =>
  twins.filter((twin) => twin.likeness === likeness).length;

const mostAlike = (twins: readonly Twin[]): number =>
  Math.floor(
    Math.max(
      0,
      ...twins.filter(({ likeness }) => likeness === 'SIMILAR_TEXT').map(({ similarity }) => similarity),
    ) / 100,
  );

/** First findings of the grounds of refusal: for the reviewer to look at, and R11 as a block. */
export const grounds: readonly Rule[] = [
  warning(
    'grounds.non-technical',
    'CONTRACT.NON_TECHNICAL',
    { cite: (law) => law.grounds, ground: 'R02' },
    ({ form }) => {
      const word = NON_TECHNICAL.exec(proseOf(form))?.[0] ?? null;
      return hitIf(
        word !== null,
        'content.summary',
        `内容提到“${word ?? ''}”，以常规手段完成的工作不属于技术合同，请说明其中的技术内容`,
        { word },
      );
    },
  ),
  warning(
    'grounds.restrictive-clause',
    'CONTRACT.RESTRICTIVE_CLAUSE',
    { cite: statute('民法典第850条、第864条'), ground: 'R08' },
    ({ form }) =>
      clausesOf(form).flatMap(([path, text]) => {
        const clause = RESTRICTIVE.exec(text ?? '')?.[0] ?? null;
        return [
          ...hitIf(clause !== null, path, `条款“${clause ?? ''}”可能限制技术竞争和技术发展，请核对合同原文`, {
            clause,
          }),
        ];
      }),
  ),
  warning(
    'grounds.title-class',
    'CONTRACT.TITLE_CLASS_MISMATCH',
    { cite: (law) => law.grounds, ground: 'R07' },
    ({ form, set }) => {
      const named = CLASS_WORDS.find(([words]) => words.test(form.title))?.[1];
      const meant = named === undefined ? null : set.classOf(`${named}0`);
      return hitIf(
        meant !== null && form.subclass !== null && meant !== set.classOf(form.subclass),
        'title',
        '项目名称所示的合同类型与所选类别不同，请核对',
        { named: meant, chosen: set.classOf(form.subclass) },
      );
    },
  ),
  block('grounds.same-text', 'CONTRACT.DUPLICATE', ONCE, ({ facts: { twins } }) =>
    hitIf(
      alike(twins, 'SAME_TEXT') > 0,
      'files.CONTRACT_TEXT',
      '同一份合同文本已申请或已登记，一份合同只能登记一次；如属误传，请更换文本',
      { contracts: alike(twins, 'SAME_TEXT') },
    ),
  ),
  warning('grounds.same-terms', 'CONTRACT.LIKELY_DUPLICATE', ONCE, ({ facts: { twins } }) =>
    hitIf(
      alike(twins, 'SAME_TERMS') > 0,
      '',
      '已有各方、金额和签订日期相同的合同申请或登记，请确认不是同一份合同或拆分的合同',
      { contracts: alike(twins, 'SAME_TERMS') },
    ),
  ),
  warning('grounds.similar-text', 'CONTRACT.SIMILAR_TEXT', ONCE, ({ facts: { twins } }) =>
    hitIf(
      alike(twins, 'SIMILAR_TEXT') > 0,
      'files.CONTRACT_TEXT',
      `合同文本与另一份已申请或已登记的合同高度相似（${mostAlike(twins)}%），请确认不是同一份合同或拆分的合同`,
      { contracts: alike(twins, 'SIMILAR_TEXT'), percent: mostAlike(twins) },
    ),
  ),
];
