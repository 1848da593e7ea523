import {
  BASIS,
  defineCalculator,
  fraction,
  obstaclesOf,
  rate,
  step,
  yuan,
  type Result,
} from './calculator.js';
import { choice, money, yesNo } from './fields.js';
import { VAT_EXEMPT, VAT_GENERAL, VAT_SMALL } from './parameters.js';

/** Classes whose price is exempt; consulting and service only with one of these (财税〔2016〕36号附件3). */
const EXEMPT_CLASSES = ['DEVELOPMENT', 'TRANSFER', 'LICENCE'];

export const vat = defineCalculator({
  id: 'vat',
  title: '增值税免税',
  summary: '技术转让、技术开发和与之相关的技术咨询、技术服务免征增值税',
  version: 'vat-1',
  sources: ['财税〔2016〕36号附件3第一条第（二十六）项', '增值税法第二十五、二十六、二十七条'],
  fields: {
    contractClass: choice('合同类别', {
      DEVELOPMENT: '技术开发',
      TRANSFER: '技术转让',
      LICENCE: '技术许可（专利、技术秘密使用权）',
      CONSULTING: '技术咨询（单独签订）',
      SERVICE: '技术服务（单独签订）',
    }),
    technical: money('技术部分价款（含税）', { required: true, hint: '登记证明上的技术交易额' }),
    related: money('与之相关的技术咨询、服务价款（含税）'),
    sameInvoice: yesNo('相关咨询、服务价款与技术价款开在同一张发票上'),
    other: money('其余价款（设备、材料等，含税）'),
    recognised: yesNo('已取得技术合同认定登记证明'),
    separate: yesNo('免税与应税项目分别核算'),
    waived: yesNo('已放弃免税', { hint: '放弃后36个月内不得再申请免税' }),
    taxpayer: choice('纳税人', { GENERAL: '一般纳税人', SMALL: '小规模纳税人' }),
  },
  parameters: { exempt: VAT_EXEMPT, general: VAT_GENERAL, small: VAT_SMALL },
  calculate(inputs, parameters) {
    const { technical, other } = inputs;
    const obstacles = obstaclesOf([
      [parameters.exempt === 1, '所选日期没有有效的免税规定'],
      [EXEMPT_CLASSES.includes(inputs.contractClass), '单独签订的技术咨询、技术服务合同不在免税范围'],
      [inputs.recognised, '免税须有省级科技主管部门认定的技术合同，请先办理认定登记'],
      [inputs.separate, '免税项目应当单独核算，未单独核算的不得免税（增值税法第二十六条）'],
      [!inputs.waived, '已放弃免税，36个月内不得再申请（增值税法第二十七条）'],
    ]);
    const counted = inputs.sameInvoice ? inputs.related : 0;
    const whole = technical + inputs.related + other;
    const exempt = obstacles.length === 0 ? technical + counted : 0;
    const taxable = whole - exempt;
    const basisPoints = inputs.taxpayer === 'SMALL' ? parameters.small : parameters.general;
    const relieved = fraction(exempt, basisPoints, BASIS + basisPoints);
    const results: Result[] = [
      { label: '免税销售额', amount: exempt },
      { label: '应税销售额（含税）', amount: taxable },
      { label: '少缴的增值税（未扣减不得抵扣的进项税额）', amount: relieved },
    ];
    return {
      verdict: obstacles.length === 0 ? 'APPLIES' : 'DOES_NOT_APPLY',
      headline: obstacles.length === 0 ? `免税销售额 ${yuan(exempt)} 元` : '不符合免税条件，全部应税',
      results,
      steps: [
        step(
          '免税销售额',
          '技术部分价款 + 同一发票上的相关咨询、服务价款',
          obstacles.length === 0 ? `${yuan(technical)} + ${yuan(counted)}` : '不符合条件',
          exempt,
          '财税〔2016〕36号附件3第一条第（二十六）项',
        ),
        step('应税销售额', '价款合计 − 免税销售额', `${yuan(whole)} − ${yuan(exempt)}`, taxable),
        step(
          '少缴的增值税',
          '免税销售额 ÷（1 + 税率）× 税率',
          `${yuan(exempt)} ÷（1 + ${rate(basisPoints)}）× ${rate(basisPoints)}`,
          relieved,
        ),
      ],
      obstacles,
      notes: [
        ...(inputs.related > 0 && !inputs.sameInvoice
          ? ['相关咨询、服务价款没有开在同一张发票上，不能免税']
          : []),
        '免税项目对应的进项税额不得抵扣；设备、材料按各自的税率计税，本测算未计。',
      ],
    };
  },
});
