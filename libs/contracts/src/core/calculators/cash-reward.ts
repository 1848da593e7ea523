import { addYears, type Fen } from '@jihui/kernel';
import { BASIS, defineCalculator, fraction, obstaclesOf, rate, step, yuan } from './calculator.js';
import { choice, count, day, money, yesNo } from './fields.js';
import { IIT_BRACKETS, IIT_COUNTED, IIT_DISCLOSED, IIT_YEARS } from './parameters.js';

type Brackets = { readonly [key in keyof typeof IIT_BRACKETS]: number };

/** 综合所得 for the whole year, by the table of brackets (个人所得税法附表一). */
export function comprehensiveTax(income: Fen, p: Brackets): Fen {
  const brackets: readonly (readonly [upTo: number, rate: number])[] = [
    [p.upTo1, p.rate1],
    [p.upTo2, p.rate2],
    [p.upTo3, p.rate3],
    [p.upTo4, p.rate4],
    [p.upTo5, p.rate5],
    [p.upTo6, p.rate6],
    [Infinity, p.rate7],
  ];
  let below = 0;
  // In 1/10,000 分 until the end, so that no bracket is rounded by itself.
  let tax = 0n;
  for (const [upTo, basisPoints] of brackets) {
    if (income <= below) break;
    tax += BigInt(Math.min(income, upTo) - below) * BigInt(basisPoints);
    below = upTo;
  }
  return Number((tax + 5_000n) / 10_000n);
}

export const cashReward = defineCalculator({
  id: 'cash-reward',
  title: '现金奖励个人所得税',
  summary: '非营利性科研机构和高校发放职务科技成果转化现金奖励，减按50%计入当月工资、薪金',
  version: 'cash-reward-1',
  sources: ['财税〔2018〕58号', '国科发政〔2018〕103号', '个人所得税法附表一'],
  fields: {
    reward: money('现金奖励', { required: true }),
    unit: choice('发放单位', {
      STATE: '国家设立的科研机构、高校',
      PRIVATE: '登记的民办非营利性科研机构、高校',
      OTHER: '其他单位',
    }),
    ownUse: yesNo('成果由单位自行实施（不是转让、许可或作价投资）'),
    registered: yesNo('技术合同已认定登记'),
    received: day('单位取得转化收入的日期'),
    paid: day('发放奖励的日期'),
    disclosed: count('公示的工作日数', 0, 366),
    income: money('本人当年已累计的应纳税所得额', { hint: '用来估算这笔奖励增加的税额' }),
  },
  parameters: { counted: IIT_COUNTED, years: IIT_YEARS, disclosed: IIT_DISCLOSED, ...IIT_BRACKETS },
  calculate(inputs, p) {
    const { reward, income } = inputs;
    const last = addYears(inputs.received, p.years);
    const obstacles = obstaclesOf([
      [inputs.unit !== 'OTHER', '只有非营利性科研机构和高校的科技人员享受'],
      [!inputs.ownUse, '限于转让、许可或作价投资取得的转化收入'],
      [inputs.registered, '技术合同须经认定登记，并在公示中列明登记信息'],
      [
        inputs.paid >= inputs.received && inputs.paid <= last,
        `须在取得转化收入之日起${p.years}年内发放（至${last}）`,
      ],
      [inputs.disclosed >= p.disclosed, `公示不少于${p.disclosed}个工作日`],
    ]);
    const applies = obstacles.length === 0;
    const share = applies ? p.counted : BASIS;
    const counted = fraction(reward, share, BASIS);
    const before = comprehensiveTax(income, p);
    const taxFor = (amount: Fen): Fen => comprehensiveTax(income + amount, p) - before;
    const tax = taxFor(counted);
    const full = taxFor(reward);
    return {
      verdict: applies ? 'APPLIES' : 'DOES_NOT_APPLY',
      headline: `计入工资、薪金 ${yuan(counted)} 元`,
      results: [
        { label: '计入工资、薪金', amount: counted },
        { label: '增加的个人所得税（估算）', amount: tax },
        { label: '少缴的个人所得税（估算）', amount: full - tax },
      ],
      steps: [
        step(
          '计入工资、薪金',
          '现金奖励 × 计入比例',
          `${yuan(reward)} × ${rate(share)}`,
          counted,
          '财税〔2018〕58号第一条',
        ),
        step(
          '增加的个人所得税',
          '税额（已累计所得 + 计入部分）− 税额（已累计所得）',
          `${yuan(before + tax)} − ${yuan(before)}`,
          tax,
          '个人所得税法附表一，按全年综合所得估算',
        ),
      ],
      obstacles,
      notes: ['单位应在发放奖励的次月将公示结果等资料报主管税务机关。'],
    };
  },
});
