import {
  atLeastZero,
  BASIS,
  defineCalculator,
  fraction,
  obstaclesOf,
  rate,
  step,
  yuan,
} from './calculator.js';
import { choice, money, yesNo } from './fields.js';
import { CIT_RATE, DEFERRAL, IIT_PROPERTY, INSTALMENTS } from './parameters.js';

export const deferral = defineCalculator({
  id: 'deferral',
  title: '技术入股递延纳税',
  summary: '以技术成果投资入股，可以选择递延至转让股权时纳税',
  version: 'deferral-1',
  sources: ['财税〔2016〕101号第三条', '财税〔2014〕116号', '财税〔2015〕41号'],
  fields: {
    investor: choice('投资方', { ENTERPRISE: '企业', INDIVIDUAL: '个人' }),
    technology: choice('技术成果', {
      LISTED: '专利、软件著作权、布图设计、植物新品种、生物医药新品种',
      OTHER: '其他',
    }),
    domestic: yesNo('被投资企业为境内居民企业'),
    sharesOnly: yesNo('支付的对价全部为股票（权）'),
    filed: yesNo('已向主管税务机关备案', { hint: '技术合同认定登记证明是备案资料之一' }),
    value: money('技术成果作价（股权价值）', { required: true }),
    cost: money('技术成果原值'),
    taxes: money('合理税费'),
    price: money('预计转让股权的收入', { required: true }),
  },
  parameters: { inForce: DEFERRAL, years: INSTALMENTS, individual: IIT_PROPERTY, enterprise: CIT_RATE },
  calculate(inputs, p) {
    const { value, cost, taxes, price } = inputs;
    const basisPoints = inputs.investor === 'INDIVIDUAL' ? p.individual : p.enterprise;
    const taxOn = (income: number): number => fraction(atLeastZero(income), basisPoints, BASIS);
    const now = taxOn(value - cost - taxes);
    const aYear = Math.ceil(now / p.years);
    const later = taxOn(price - cost - taxes);
    const laterWithout = taxOn(price - value);
    const obstacles = obstaclesOf([
      [p.inForce === 1, '所选日期没有有效的递延纳税规定'],
      [inputs.technology === 'LISTED', '不在财税〔2016〕101号所列技术成果范围'],
      [inputs.domestic, '被投资企业须为境内居民企业'],
      [inputs.sharesOnly, '对价须全部为股票（权）'],
      [inputs.filed, '须向主管税务机关备案'],
    ]);
    const may = obstacles.length === 0;
    return {
      verdict: may ? 'APPLIES' : 'DOES_NOT_APPLY',
      headline: may ? `入股时不纳税，转让股权时纳税 ${yuan(later)} 元` : '不能选择递延纳税',
      results: [
        { label: '选择递延：入股时应纳税', amount: may ? 0 : now },
        { label: '选择递延：转让股权时应纳税', amount: may ? later : laterWithout },
        { label: '不选择递延：入股时应纳税', amount: now },
        { label: `不选择递延：分${p.years}年，每年至多`, amount: aYear },
        { label: '不选择递延：转让股权时应纳税', amount: laterWithout },
      ],
      steps: [
        step(
          '递延：转让股权时应纳税',
          '（股权转让收入 − 技术成果原值 − 合理税费）× 税率',
          `(${[price, cost, taxes].map(yuan).join(' − ')}) × ${rate(basisPoints)}`,
          later,
          '财税〔2016〕101号第三条第（一）项',
        ),
        step(
          '不递延：入股时应纳税',
          '（作价 − 技术成果原值 − 合理税费）× 税率',
          `(${[value, cost, taxes].map(yuan).join(' − ')}) × ${rate(basisPoints)}`,
          now,
          inputs.investor === 'INDIVIDUAL' ? '财税〔2015〕41号' : '财税〔2014〕116号',
        ),
        step('不递延：每年至多', '入股时应纳税 ÷ 分期年限', `${yuan(now)} ÷ ${p.years}`, aYear),
        step(
          '不递延：转让股权时应纳税',
          '（股权转让收入 − 作价）× 税率',
          `(${yuan(price)} − ${yuan(value)}) × ${rate(basisPoints)}`,
          laterWithout,
        ),
      ],
      obstacles,
      notes: ['所得为负的按零计；企业的税额未计其他所得与亏损。'],
    };
  },
});
