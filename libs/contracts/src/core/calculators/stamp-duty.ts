import { defineCalculator, fraction, rate, step, yuan, BASIS, type Step } from './calculator.js';
import { choice, money, rows, text, yesNo } from './fields.js';
import { STAMP_LEASE, STAMP_RELIEF, STAMP_SALE, STAMP_TECHNOLOGY, STAMP_TRANSFER } from './parameters.js';

/** Rates stand per 100,000 of the price: 万分之三 is 30. */
const PER = 100_000;
const KINDS = {
  TECHNOLOGY: '技术合同（开发、许可、咨询、服务、专利申请转让、非专利技术转让）',
  TRANSFER: '产权转移书据（专利权、著作权、专有技术使用权转让）',
  SALE: '买卖（设备、材料）',
  LEASE: '租赁',
} as const;

const perMille = (per100000: number): string => `${per100000 / 100}‰`;

export const stampDuty = defineCalculator({
  id: 'stamp-duty',
  title: '印花税',
  summary: '技术合同与产权转移书据按价款贴花，合同各方分别缴纳',
  version: 'stamp-duty-1',
  sources: ['印花税法第五、九、十条及税目税率表', '财政部 税务总局公告2023年第12号'],
  fields: {
    items: rows(
      '合同所载各事项',
      {
        title: text('事项'),
        kind: choice('税目', KINDS),
        price: money('价款、报酬或使用费', { required: true, hint: '不含单独列明的增值税' }),
      },
      1,
    ),
    apart: yesNo('各事项的价款在合同中分别列明'),
    small: yesNo('小规模纳税人、小型微利企业或个体工商户'),
  },
  parameters: {
    TECHNOLOGY: STAMP_TECHNOLOGY,
    TRANSFER: STAMP_TRANSFER,
    SALE: STAMP_SALE,
    LEASE: STAMP_LEASE,
    relief: STAMP_RELIEF,
  },
  calculate({ items, apart, small }, p) {
    const highest = Math.max(...items.map(({ kind }) => p[kind]));
    const rateOf = (kind: keyof typeof KINDS): number => (apart ? p[kind] : highest);
    const duties = items.map(({ kind, price }) => fraction(price, rateOf(kind), PER));
    const price = items.reduce((sum, item) => sum + item.price, 0);
    const full = apart ? duties.reduce((sum, duty) => sum + duty, 0) : fraction(price, highest, PER);
    const reduced = small ? p.relief : BASIS;
    const duty = fraction(full, reduced, BASIS);
    const itemSteps: Step[] = apart
      ? items.map((item, index) =>
          step(
            item.title || `第${index + 1}项`,
            '价款 × 税率',
            `${yuan(item.price)} × ${perMille(p[item.kind])}`,
            duties[index] ?? 0,
            '印花税法税目税率表',
          ),
        )
      : [];
    return {
      verdict: 'APPLIES',
      headline: `每一方应纳印花税 ${yuan(duty)} 元`,
      results: [{ label: '每一方应纳印花税', amount: duty }],
      steps: [
        ...itemSteps,
        step(
          '应纳税额',
          apart ? '各事项税额之和' : '价款合计 × 各税目中最高的税率',
          apart ? duties.map(yuan).join(' + ') : `${yuan(price)} × ${perMille(highest)}`,
          full,
          apart ? null : '印花税法第九条：未分别列明金额的，从高适用税率',
        ),
        ...(small
          ? [
              step(
                '减征后的税额',
                '应纳税额 × 减按比例',
                `${yuan(full)} × ${rate(reduced)}`,
                duty,
                '财政部 税务总局公告2023年第12号',
              ),
            ]
          : []),
      ],
      obstacles: [],
      notes: [
        '同一应税凭证由两方以上当事人书立的，按照各自涉及的金额分别计算（印花税法第十条）。',
        '签订时不能确定价款的（如提成），在实际结算时按结算金额计算。',
      ],
    };
  },
});
