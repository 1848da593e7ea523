import { BASIS, defineCalculator, fraction, fractionDown, rate, refused, step, yuan } from './calculator.js';
import { choice, money, yesNo } from './fields.js';
import {
  RND_ENTRUSTED,
  RND_EXTRA,
  RND_EXTRA_IC,
  RND_OTHER,
  RND_OVERSEAS_BY,
  RND_OVERSEAS_OF,
} from './parameters.js';

const RATES = { '25': 2_500, '15': 1_500, '20': 2_000 } as const;

export const superDeduction = defineCalculator({
  id: 'super-deduction',
  title: '研发费用加计扣除',
  summary: '自行研发与委托研发费用在据实扣除之外再加计扣除',
  version: 'super-deduction-1',
  sources: [
    '财税〔2015〕119号',
    '财税〔2018〕64号',
    '国家税务总局公告2021年第28号',
    '财政部 税务总局公告2023年第7号',
    '财政部等四部门公告2023年第44号',
  ],
  fields: {
    enterprise: choice('企业', {
      GENERAL: '一般企业',
      IC_MACHINE_TOOL: '清单内集成电路或工业母机企业',
    }),
    negativeIndustry: yesNo('属于负面清单行业', {
      hint: '烟草、住宿和餐饮、批发和零售、房地产、租赁和商务服务、娱乐',
    }),
    staff: money('人员人工费用'),
    direct: money('直接投入费用'),
    depreciation: money('折旧费用'),
    amortisation: money('无形资产摊销'),
    design: money('新产品设计费等'),
    other: money('其他相关费用'),
    entrusted: money('委托境内研发的实际费用'),
    overseas: money('委托境外机构研发的实际费用', { hint: '委托境外个人的不得加计扣除' }),
    registered: yesNo('委托研发合同已认定登记', { hint: '委托境外研发由委托方登记' }),
    capitalised: money('形成无形资产的研发支出本年摊销额'),
    taxRate: choice('适用的企业所得税税率', {
      '25': '25%',
      '15': '15%（高新技术企业）',
      '20': '20%（小型微利）',
    }),
  },
  parameters: {
    extra: RND_EXTRA,
    extraIc: RND_EXTRA_IC,
    entrusted: RND_ENTRUSTED,
    overseasOf: RND_OVERSEAS_OF,
    overseasBy: RND_OVERSEAS_BY,
    other: RND_OTHER,
  },
  calculate(inputs, p) {
    if (inputs.negativeIndustry)
      return refused('不能加计扣除', ['负面清单行业不适用加计扣除（财税〔2015〕119号第四条）']);
    const extra = inputs.enterprise === 'IC_MACHINE_TOOL' ? p.extraIc : p.extra;
    const five = inputs.staff + inputs.direct + inputs.depreciation + inputs.amortisation + inputs.design;
    const otherCap = fractionDown(five, p.other, BASIS - p.other);
    const other = Math.min(inputs.other, otherCap);
    const unregistered = !inputs.registered && inputs.entrusted + inputs.overseas > 0;
    const entrusted = inputs.registered ? fraction(inputs.entrusted, p.entrusted, BASIS) : 0;
    const domestic = five + other + entrusted;
    const overseasActual = inputs.registered ? fraction(inputs.overseas, p.entrusted, BASIS) : 0;
    const overseasCap = fractionDown(domestic, p.overseasOf, p.overseasBy);
    const overseas = Math.min(overseasActual, overseasCap);
    const base = domestic + overseas + inputs.capitalised;
    const deduction = fraction(base, extra, BASIS);
    const saved = fraction(deduction, RATES[inputs.taxRate], BASIS);
    return {
      verdict: 'APPLIES',
      headline: `加计扣除额 ${yuan(deduction)} 元`,
      results: [
        { label: '可加计的研发费用', amount: base },
        { label: '加计扣除额', amount: deduction },
        { label: '少缴的企业所得税', amount: saved },
      ],
      steps: [
        step(
          '前五项费用',
          '人员人工 + 直接投入 + 折旧 + 无形资产摊销 + 新产品设计费等',
          [inputs.staff, inputs.direct, inputs.depreciation, inputs.amortisation, inputs.design]
            .map(yuan)
            .join(' + '),
          five,
        ),
        step(
          '其他相关费用限额',
          '前五项费用 × 10% ÷（1 − 10%）',
          `${yuan(five)} × ${rate(p.other)} ÷（1 − ${rate(p.other)}）`,
          otherCap,
          '国家税务总局公告2021年第28号第三条',
        ),
        step(
          '计入的其他相关费用',
          '实际发生额与限额中较小的一个',
          `min(${yuan(inputs.other)}, ${yuan(otherCap)})`,
          other,
        ),
        step(
          '计入的委托境内研发费用',
          '实际费用 × 80%',
          inputs.registered ? `${yuan(inputs.entrusted)} × ${rate(p.entrusted)}` : '委托合同未登记，不计入',
          entrusted,
          '财税〔2015〕119号第二条第一项',
        ),
        step(
          '境内符合条件的研发费用',
          '前五项 + 其他相关 + 委托境内',
          [five, other, entrusted].map(yuan).join(' + '),
          domestic,
        ),
        step(
          '计入的委托境外研发费用',
          '实际费用 × 80%，不超过境内符合条件费用的三分之二',
          `min(${yuan(overseasActual)}, ${yuan(domestic)} × ${p.overseasOf} ÷ ${p.overseasBy})`,
          overseas,
          '财税〔2018〕64号第一条',
        ),
        step(
          '加计扣除额',
          '（境内 + 境外 + 无形资产摊销额）× 加计比例',
          `(${[domestic, overseas, inputs.capitalised].map(yuan).join(' + ')}) × ${rate(extra)}`,
          deduction,
          '财政部 税务总局公告2023年第7号',
        ),
        step('少缴的企业所得税', '加计扣除额 × 适用税率', `${yuan(deduction)} × ${inputs.taxRate}%`, saved),
      ],
      obstacles: unregistered ? ['委托研发合同未经科技主管部门登记，委托费用未计入'] : [],
      notes: [
        '费用未形成无形资产的据实扣除后加计；形成无形资产的按成本的200%（220%）摊销，等于本年摊销额另加计一次。',
      ],
    };
  },
});
