import {
  atLeastZero,
  BASIS,
  defineCalculator,
  fraction,
  rate,
  refused,
  step,
  yuan,
  type Step,
} from './calculator.js';
import { choice, money, rows, text, yesNo, type Inputs } from './fields.js';
import { CIT_EXEMPT, CIT_RATE, CIT_REDUCED } from './parameters.js';

const TRANSFER = {
  title: text('合同或技术名称'),
  technology: choice('技术', {
    PATENT: '专利',
    SOFTWARE: '计算机软件著作权',
    IC_LAYOUT: '集成电路布图设计',
    PLANT_VARIETY: '植物新品种',
    BIO_MEDICINE: '生物医药新品种',
    KNOW_HOW: '技术秘密或其他',
  }),
  mode: choice('方式', {
    OWNERSHIP: '转让所有权',
    EXCLUSIVE: '5年以上全球独占许可',
    NON_EXCLUSIVE: '5年以上非独占许可',
    SHORT: '不满5年的许可',
  }),
  revenue: money('转让收入', { required: true, hint: '不含设备、零部件和无关服务的收入' }),
  cost: money('转让成本', { hint: '非独占许可填无形资产摊销' }),
  taxes: money('相关税费'),
  expenses: money('应分摊的期间费用', { when: { field: 'mode', is: ['NON_EXCLUSIVE'] } }),
  recognised: yesNo('已认定登记（跨境的由商务部门认定）'),
  related: yesNo('受让方为100%关联方'),
} as const;
type Transfer = Inputs<typeof TRANSFER>;

const ELIGIBLE = ['PATENT', 'SOFTWARE', 'IC_LAYOUT', 'PLANT_VARIETY', 'BIO_MEDICINE'];

/** Why a transfer is not counted; null when it is. */
function exclusion({ technology, mode, recognised, related }: Transfer): string | null {
  if (!ELIGIBLE.includes(technology)) return '不在财税〔2010〕111号所列技术范围';
  if (mode === 'SHORT') return '许可不满5年（财税〔2015〕116号）';
  if (!recognised) return '未经认定登记';
  return related ? '从100%关联方取得的转让所得不享受优惠（财税〔2010〕111号）' : null;
}

const incomeOf = ({ mode, revenue, cost, taxes, expenses }: Transfer): number =>
  revenue - cost - taxes - (mode === 'NON_EXCLUSIVE' ? expenses : 0);

const nameOf = ({ title }: Transfer, index: number): string => title || `第${index + 1}项`;

const incomeStep = (transfer: Transfer, index: number): Step => {
  const { mode, revenue, cost, taxes, expenses } = transfer;
  const parts = [revenue, cost, taxes, ...(mode === 'NON_EXCLUSIVE' ? [expenses] : [])];
  return step(
    `转让所得：${nameOf(transfer, index)}`,
    mode === 'NON_EXCLUSIVE'
      ? '转让收入 − 无形资产摊销 − 相关税费 − 应分摊期间费用'
      : '转让收入 − 转让成本 − 相关税费',
    parts.map(yuan).join(' − '),
    incomeOf(transfer),
    mode === 'NON_EXCLUSIVE' ? '国家税务总局公告2015年第82号' : '国税函〔2009〕212号',
  );
};

/** 一个企业一个纳税年度合并计算, never one contract alone. */
export const corporateIncomeTax = defineCalculator({
  id: 'corporate-income-tax',
  title: '技术转让所得企业所得税',
  summary: '居民企业一个纳税年度内技术转让所得不超过500万元的部分免征，超过的部分减半征收',
  version: 'corporate-income-tax-1',
  sources: [
    '企业所得税法实施条例第九十条',
    '财税〔2010〕111号',
    '财税〔2015〕116号',
    '国家税务总局公告2015年第82号',
  ],
  fields: {
    resident: yesNo('居民企业'),
    transfers: rows('本纳税年度的各项技术转让', TRANSFER, 1, { hint: '同一企业同一年度的转让所得合并计算' }),
  },
  parameters: { exempt: CIT_EXEMPT, reduced: CIT_REDUCED, rate: CIT_RATE },
  calculate({ resident, transfers }, parameters) {
    const excluded = transfers.map(exclusion);
    const counted = transfers.filter((_, index) => excluded[index] === null);
    const obstacles = [
      ...(resident ? [] : ['只有居民企业享受']),
      ...transfers.flatMap((transfer, index) => {
        const reason = excluded[index];
        return reason ? [`${nameOf(transfer, index)}：${reason}，不计入`] : [];
      }),
    ];
    if (!resident || counted.length === 0) return refused('没有可享受优惠的技术转让', obstacles);
    const income = counted.reduce((sum, transfer) => sum + incomeOf(transfer), 0);
    const base = atLeastZero(income);
    const exempt = Math.min(base, parameters.exempt);
    const excess = base - exempt;
    const plain = fraction(base, parameters.rate, BASIS);
    const tax = fraction(excess, parameters.rate * parameters.reduced, BASIS * BASIS);
    return {
      verdict: 'APPLIES',
      headline: `应纳企业所得税 ${yuan(tax)} 元`,
      results: [
        { label: '转让所得合计', amount: income },
        { label: '免税所得', amount: exempt },
        { label: '减半征收的所得', amount: excess },
        { label: '应纳企业所得税', amount: tax },
        { label: '少缴的企业所得税', amount: plain - tax },
      ],
      steps: [
        ...counted.map(incomeStep),
        step(
          '转让所得合计',
          '各项转让所得之和',
          counted.map((each) => yuan(incomeOf(each))).join(' + '),
          income,
        ),
        step(
          '免税所得',
          '转让所得与免税限额中较小的一个',
          `min(${yuan(base)}, ${yuan(parameters.exempt)})`,
          exempt,
          '企业所得税法实施条例第九十条',
        ),
        step('减半征收的所得', '转让所得 − 免税所得', `${yuan(base)} − ${yuan(exempt)}`, excess),
        step(
          '应纳企业所得税',
          '减半征收的所得 × 法定税率 × 减半',
          `${yuan(excess)} × ${rate(parameters.rate)} × ${rate(parameters.reduced)}`,
          tax,
          '高新技术企业也按25%的法定税率减半',
        ),
      ],
      obstacles,
      notes: [
        ...(income < 0 ? ['转让所得合计为负，没有应纳税额，亏损按一般规定结转'] : []),
        '技术开发、咨询、服务收入不享受此项优惠；应单独核算转让所得并分摊期间费用。',
        '使用财政资金形成的技术向境外转让的，须经省级以上部门审批。',
      ],
    };
  },
});
