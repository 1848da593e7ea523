import type { ContractForm } from '../contract.js';
import { statute } from '../rulesets/law.js';
import { block, hitIf, warning, type Rule } from '../rulesets/rule.js';
import { restrictiveWords } from '../text/restrictions.js';

/** What the rules name as non-technical by conventional means (reference A3). */
const NON_TECHNICAL =
  /常规(加工|维修|检测|测绘)|一般(加工|维修)|来料加工|广告(设计|发布)|印刷|装修|物业|翻译|摄影|施工总承包|工程监理|设备(租赁|采购|销售)|法律咨询|会计服务/;

/** What each class is not (reference A3); by subclass where it has conditions of its own. */
const NOT_OF_CLASS: { readonly [key in string]?: RegExp } = {
  '1': /仿制|(简单|仅)(改变|调整)(尺寸|参数|排列)|一般(检验|鉴定)|日常维护|常规(设计|维护)/,
  '4': /经济(分析|评价)|社会发展评价|(设备|仪器|原材料)(询价|选购|采购)信息|法律意见/,
  '51': /描晒|复印图纸|计量检定|(勘察|设计|安装|施工)总承包|仪器(买卖|租赁)/,
  '53': /职工(教育|培训)|入职培训|产品使用(培训|说明)/,
};
/** Words of implementing: a consulting contract ends with a report. */
const IMPLEMENTS = /(指导|负责|组织)[^。；]{0,8}(实施|施工|安装|调试|投产)|现场(实施|服务)/;

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
/** First findings of the grounds of refusal, for the reviewer to look at, and what a mixed contract needs. */
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
    'grounds.not-of-class',
    'CONTRACT.NON_TECHNICAL',
    { cite: (law) => law.grounds, ground: 'R02' },
    ({ form }) => {
      const { subclass } = form;
      const pattern = NOT_OF_CLASS[subclass ?? ''] ?? NOT_OF_CLASS[subclass?.slice(0, 1) ?? ''];
      const word = pattern?.exec(proseOf(form))?.[0] ?? null;
      return hitIf(
        word !== null,
        'content.summary',
        `内容提到“${word ?? ''}”，这类工作一般不属于所选的合同类别，请说明其中的技术内容或改选类别`,
        { word, subclass },
      );
    },
  ),
  warning(
    'grounds.consulting-implements',
    'CONTRACT.CONSULTING_IMPLEMENTS',
    { cite: (law) => law.consulting, ground: 'R07' },
    ({ form }) => {
      const text = `${form.content.summary ?? ''}\n${form.content.acceptanceClause ?? ''}`;
      const word = form.subclass === '40' ? (IMPLEMENTS.exec(text)?.[0] ?? null) : null;
      return hitIf(
        word !== null,
        'subclass',
        `内容提到“${word ?? ''}”：咨询合同的成果是报告或意见，包含实施指导的请改按技术服务申请`,
        { word },
      );
    },
  ),
  block(
    'grounds.mixed-never',
    'CONTRACT.MIXED',
    { cite: (law) => law.mixed, ground: 'R02' },
    ({ form, set }) =>
      hitIf(
        set.mixed === 'NEVER' && form.flags.mixed === true,
        'flags.mixed',
        '合同含有买卖、承揽、建设工程等其他合同的内容，按该合同适用的规则不予登记，请将技术部分单独订立合同',
      ),
  ),
  block(
    'grounds.mixed-amount',
    'CONTRACT.MIXED_AMOUNT',
    { cite: (law) => law.mixed, ground: 'R05' },
    ({ form, set }) =>
      hitIf(
        set.mixed === 'TECHNICAL_PART' && form.flags.mixed === true && form.money.deductions.length === 0,
        'money.deductions',
        '混合合同须写明技术部分的金额：请把其他合同内容的价款逐项列入非技术性费用',
        { deductions: form.money.deductions.length },
      ),
  ),
  warning(
    'grounds.restrictive-clause',
    'CONTRACT.RESTRICTIVE_CLAUSE',
    { cite: statute('民法典第850条、第864条'), ground: 'R08' },
    ({ form }) =>
      clausesOf(form).flatMap(([path, text]) => {
        const clause = restrictiveWords(text ?? '');
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
];
