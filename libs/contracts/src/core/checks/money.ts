import { formatYuan } from '@jihui/kernel';
import { fixedPart, isOpenEnded, technicalAmount, technicalRatio } from '../amounts.js';
import { classOf, type ContractForm, type Money } from '../contract.js';
import type { CaseFacts, FormCheck } from '../facts.js';
import { Findings } from '../findings.js';

const AMOUNTS = '技术合同认定登记规则：合同成交总额、技术交易额的核定';
const PRICE = { article: '民法典第846条', ground: 'R05' } as const;
const EQUIPMENT_WORDS = /设备|仪器|机组|生产线|零部件|原材料|耗材|采购/;

function totals(money: Money, found: Findings): void {
  const { total, technical, deductions } = money;
  found
    .required('money.total', '合同成交总额', total, PRICE)
    .required('money.technical', '技术交易额', technical, { article: AMOUNTS, ground: 'R05' });
  deductions.forEach((deduction, index) => {
    const path = `money.deductions.${index}`;
    found
      .blockIf(deduction.amount <= 0, `${path}.amount`, 'CONTRACT.DEDUCTION_EMPTY', '扣除金额应大于零', {
        article: AMOUNTS,
      })
      .required(`${path}.name`, '费用名称', deduction.name, { article: AMOUNTS })
      .required(`${path}.clause`, '对应的合同条款', deduction.clause, { article: AMOUNTS });
  });
  if (total === null) return;
  const computed = technicalAmount(total, deductions);
  found.blockIf(
    computed < 0,
    'money.deductions',
    'CONTRACT.DEDUCTIONS_EXCEED_TOTAL',
    `非技术性费用合计超过合同成交总额 ${formatYuan(total)} 元，请核对`,
    { article: AMOUNTS, ground: 'R05' },
  );
  found.blockIf(
    computed >= 0 && technical !== null && technical !== computed,
    'money.technical',
    'CONTRACT.AMOUNT_MISMATCH',
    `技术交易额应为成交总额减去非技术性费用，即 ${formatYuan(Math.max(computed, 0))} 元`,
    { article: AMOUNTS, ground: 'R05' },
  );
}

function carriers(money: Money, facts: CaseFacts, found: Findings): void {
  const cost = money.carriers.reduce((sum, carrier) => sum + carrier.cost, 0);
  found.blockIf(
    money.technical !== null && cost > money.technical,
    'money.carriers',
    'CONTRACT.CARRIERS_EXCEED_TECHNICAL',
    '合理数量标的物的直接成本含在技术交易额内，合计不能超过技术交易额；超出部分请列入非技术性费用',
    { article: AMOUNTS },
  );
  money.carriers.forEach((carrier, index) => {
    const path = `money.carriers.${index}`;
    found
      .required(`${path}.name`, '标的物名称', carrier.name, { article: AMOUNTS })
      .blockIf(carrier.quantity < 1, `${path}.quantity`, 'CONTRACT.CARRIER_QUANTITY', '数量至少为1', {
        article: AMOUNTS,
      })
      .warnIf(
        carrier.kind === 'EQUIPMENT_SET' && carrier.quantity > facts.parameters.equipmentSets,
        `${path}.quantity`,
        'CONTRACT.UNREASONABLE_QUANTITY',
        `成套设备或试验装置一般以${facts.parameters.equipmentSets}套以内为合理数量，超出部分请列入非技术性费用`,
        { article: AMOUNTS },
      );
  });
}

function royalty(money: Money, found: Findings): void {
  if (!isOpenEnded(money)) {
    found.blockIf(money.total === 0, 'money.total', 'CONTRACT.TOTAL_EMPTY', '合同成交总额应大于零', PRICE);
    return;
  }
  const terms = money.royalty;
  found
    .required('money.royalty.base', '提成基数', terms?.base, PRICE)
    .required('money.royalty.trend', '提成方式', terms?.trend, PRICE)
    .required('money.royalty.rateBasisPoints', '提成比例', terms?.rateBasisPoints, PRICE)
    .required('money.royalty.years', '提成年限', terms?.years, PRICE);
  if (money.paymentMode === 'ENTRY_FEE_ROYALTY')
    found.blockIf(
      (terms?.entryFee ?? 0) <= 0,
      'money.royalty.entryFee',
      'REQUIRED',
      '约定了入门费，请填写入门费金额',
      PRICE,
    );
  if (terms === null) return;
  const fixed = fixedPart(terms);
  found
    .blockIf(
      money.total !== null && money.total !== fixed,
      'money.total',
      'CONTRACT.ROYALTY_TOTAL',
      `提成合同先按固定部分（入门费或保底）登记，成交总额应为 ${formatYuan(fixed)} 元，提成到账后再补充登记`,
      { article: AMOUNTS, ground: 'R05' },
    )
    .blockIf(
      terms.cap !== null && terms.cap < fixed,
      'money.royalty.cap',
      'CONTRACT.CAP_BELOW_FIXED',
      '封顶金额不能低于入门费或保底金额',
      PRICE,
    )
    .warn(
      'money.total',
      'CONTRACT.AMOUNT_OPEN',
      '金额待定：每次提成到账后应补充申报，补充前不得就未申报部分申请减免税或提取奖酬金',
      { article: '技术合同认定登记规则第51条（2001）' },
    );
}

function proportion(form: ContractForm, facts: CaseFacts, found: Findings): void {
  const { total, technical, lowRatioReason } = form.money;
  if (total === null || technical === null || technical > total) return;
  if (technicalRatio(total, technical) < facts.parameters.lowRatioBasisPoints) {
    const percent = facts.parameters.lowRatioBasisPoints / 100;
    const message = `技术交易额不到成交总额的${percent}%，请说明理由`;
    const basis = { article: '本平台规则：技术交易额占比核查', ground: 'R02' } as const;
    if (lowRatioReason) found.warn('money.technical', 'CONTRACT.LOW_RATIO', `${message}（已说明）`, basis);
    else found.block('money.lowRatioReason', 'CONTRACT.LOW_RATIO', message, basis);
  }
  found.warnIf(
    technical === total && total > 0 && EQUIPMENT_WORDS.test(`${form.title} ${form.content.summary ?? ''}`),
    'money.technical',
    'CONTRACT.EQUIPMENT_WORDS',
    '内容提到设备或材料，而技术交易额等于成交总额：如合同含设备、材料价款，请列入非技术性费用',
    { article: AMOUNTS },
  );
}

/** Amounts (reference A6): itemised deductions sum exactly, and 0 ≤ technical ≤ total. */
export const moneyChecks: FormCheck = (form, facts) => {
  const found = new Findings();
  const { money } = form;
  found.required('money.paymentMode', '支付方式', money.paymentMode, PRICE);
  totals(money, found);
  carriers(money, facts, found);
  royalty(money, found);
  proportion(form, facts, found);
  if (classOf(form.subclass) === '2')
    found
      .required('money.expectedInvestment', '预计新增投入', money.expectedInvestment, {
        article: '技术合同登记表填写说明第5条',
      })
      .required('money.expectedOutput', '预计新增产值', money.expectedOutput, {
        article: '技术合同登记表填写说明第5条',
      });
  return found.found;
};
