import { formatYuan, sumFen } from '@jihui/kernel';
import { fixedPart, isOpenEnded, technicalAmount, technicalRatio } from '../amounts.js';
import type { Money } from '../contract.js';
import { registeredTotal } from '../royalty.js';
import { statute, type Citation } from '../rulesets/law.js';
import { block, hitIf, missing, required, warning, type Rule } from '../rulesets/rule.js';

const AMOUNTS: { readonly cite: Citation } = { cite: (law) => law.amounts };
const AMOUNTS_CLEAR: { readonly cite: Citation; readonly ground: 'R05' } = { ...AMOUNTS, ground: 'R05' };
const CARRIERS: { readonly cite: Citation } = { cite: (law) => law.carriers };
const PRICE = { cite: statute('民法典第846条'), ground: 'R05' } as const;
const FORM_NOTE_5 = { cite: statute('技术合同登记表填写说明第5条') } as const;
const OUR_RATIO = { cite: statute('本平台规则：技术交易额占比核查'), ground: 'R02' } as const;
const EQUIPMENT_WORDS = /设备|仪器|机组|生产线|零部件|原材料|耗材|采购/;

const deducted = ({ deductions }: Money): number => sumFen(deductions.map(({ amount }) => amount));
const sumFacts = (money: Money) => ({
  total: money.total,
  technical: money.technical,
  deductions: deducted(money),
});

/** Itemised deductions sum exactly, and 0 ≤ technical ≤ total (reference A6). */
const totals: readonly Rule[] = [
  required('money.paymentMode', '支付方式', PRICE, ({ money }) => money.paymentMode),
  required('money.total', '合同成交总额', PRICE, ({ money }) => money.total),
  required('money.technical', '技术交易额', AMOUNTS_CLEAR, ({ money }) => money.technical),
  block('money.deduction-positive', 'CONTRACT.DEDUCTION_EMPTY', AMOUNTS, ({ form }) =>
    form.money.deductions.flatMap(({ amount }, index) => [
      ...hitIf(amount <= 0, `money.deductions.${index}.amount`, '扣除金额应大于零', { amount }),
    ]),
  ),
  block('money.deduction-named', 'REQUIRED', AMOUNTS, ({ form }) =>
    form.money.deductions.flatMap(({ name, clause }, index) => [
      ...missing(`money.deductions.${index}.name`, '费用名称', name),
      ...missing(`money.deductions.${index}.clause`, '对应的合同条款', clause),
    ]),
  ),
  block(
    'money.deductions-within-total',
    'CONTRACT.DEDUCTIONS_EXCEED_TOTAL',
    AMOUNTS_CLEAR,
    ({ form: { money } }) =>
      hitIf(
        money.total !== null && technicalAmount(money.total, money.deductions) < 0,
        'money.deductions',
        `非技术性费用合计超过合同成交总额 ${formatYuan(money.total ?? 0)} 元，请核对`,
        sumFacts(money),
      ),
  ),
  block('money.technical-sum', 'CONTRACT.AMOUNT_MISMATCH', AMOUNTS_CLEAR, ({ form: { money } }) => {
    if (money.total === null || money.technical === null) return [];
    const computed = technicalAmount(money.total, money.deductions);
    return hitIf(
      computed >= 0 && money.technical !== computed,
      'money.technical',
      `技术交易额应为成交总额减去非技术性费用，即 ${formatYuan(Math.max(computed, 0))} 元`,
      { ...sumFacts(money), computed },
    );
  }),
];

const carriers: readonly Rule[] = [
  block('money.carriers-within', 'CONTRACT.CARRIERS_EXCEED_TECHNICAL', CARRIERS, ({ form: { money } }) => {
    const cost = sumFen(money.carriers.map((carrier) => carrier.cost));
    return hitIf(
      money.technical !== null && cost > money.technical,
      'money.carriers',
      '合理数量标的物的直接成本含在技术交易额内，合计不能超过技术交易额；超出部分请列入非技术性费用',
      { cost, technical: money.technical },
    );
  }),
  block('money.carrier-named', 'REQUIRED', CARRIERS, ({ form }) =>
    form.money.carriers.flatMap(({ name }, index) => [
      ...missing(`money.carriers.${index}.name`, '标的物名称', name),
    ]),
  ),
  block('money.carrier-quantity', 'CONTRACT.CARRIER_QUANTITY', CARRIERS, ({ form }) =>
    form.money.carriers.flatMap(({ quantity }, index) => [
      ...hitIf(quantity < 1, `money.carriers.${index}.quantity`, '数量至少为1', { quantity }),
    ]),
  ),
  warning(
    'money.carrier-reasonable',
    'CONTRACT.UNREASONABLE_QUANTITY',
    CARRIERS,
    ({ form, facts: { parameters } }) =>
      form.money.carriers.flatMap(({ kind, quantity }, index) => [
        ...hitIf(
          kind === 'EQUIPMENT_SET' && quantity > parameters.equipmentSets,
          `money.carriers.${index}.quantity`,
          `成套设备或试验装置一般以${parameters.equipmentSets}套以内为合理数量，超出部分请列入非技术性费用`,
          { quantity, sets: parameters.equipmentSets },
        ),
      ]),
  ),
];

const openEnded: Rule['look'] = ({ form: { money } }) =>
  isOpenEnded(money)
    ? [
        ...missing('money.royalty.base', '提成基数', money.royalty?.base),
        ...missing('money.royalty.trend', '提成方式', money.royalty?.trend),
        ...missing('money.royalty.rateBasisPoints', '提成比例', money.royalty?.rateBasisPoints),
        ...missing('money.royalty.years', '提成年限', money.royalty?.years),
      ]
    : [];

/** A royalty registers its fixed part first and stays open (reference A6). */
const royalty: readonly Rule[] = [
  block('money.total-positive', 'CONTRACT.TOTAL_EMPTY', PRICE, ({ form: { money } }) =>
    hitIf(!isOpenEnded(money) && money.total === 0, 'money.total', '合同成交总额应大于零'),
  ),
  block('money.royalty-terms', 'REQUIRED', PRICE, openEnded),
  block('money.entry-fee', 'REQUIRED', PRICE, ({ form: { money } }) =>
    hitIf(
      money.paymentMode === 'ENTRY_FEE_ROYALTY' && (money.royalty?.entryFee ?? 0) <= 0,
      'money.royalty.entryFee',
      '约定了入门费，请填写入门费金额',
    ),
  ),
  block('money.royalty-total', 'CONTRACT.ROYALTY_TOTAL', AMOUNTS_CLEAR, ({ form: { money } }) => {
    if (!isOpenEnded(money) || money.royalty === null || money.total === null) return [];
    const due = registeredTotal(money);
    return hitIf(
      money.total !== due,
      'money.total',
      `提成合同先按固定部分（入门费或保底）登记，成交总额应为 ${formatYuan(due)} 元，提成到账后再补充登记`,
      { total: money.total, fixed: due },
    );
  }),
  block('money.royalty-cap', 'CONTRACT.CAP_BELOW_FIXED', PRICE, ({ form: { money } }) => {
    if (!isOpenEnded(money) || money.royalty === null) return [];
    const fixed = fixedPart(money.royalty);
    const { cap } = money.royalty;
    return hitIf(cap !== null && cap < fixed, 'money.royalty.cap', '封顶金额不能低于入门费或保底金额', {
      cap,
      fixed,
    });
  }),
  warning('money.open', 'CONTRACT.AMOUNT_OPEN', { cite: (law) => law.royalty }, ({ form: { money } }) =>
    hitIf(
      isOpenEnded(money) && money.royalty !== null,
      'money.total',
      '金额待定：每次提成到账后应补充申报，补充前不得就未申报部分申请减免税或提取奖酬金',
      { registered: money.total },
    ),
  ),
];

/** The share of the technical amount when it is below what asks for a reason; null otherwise. */
const lowShare = (money: Money, limit: number): number | null => {
  const { total, technical } = money;
  if (total === null || technical === null || technical > total) return null;
  const share = technicalRatio(total, technical);
  return share < limit ? share : null;
};

const proportion: readonly Rule[] = [
  block(
    'money.low-share-unexplained',
    'CONTRACT.LOW_RATIO',
    OUR_RATIO,
    ({ form: { money }, facts: { parameters } }) => {
      const limit = parameters.lowRatioBasisPoints;
      const share = lowShare(money, limit);
      return hitIf(
        share !== null && !money.lowRatioReason,
        'money.lowRatioReason',
        `技术交易额不到成交总额的${limit / 100}%，请说明理由`,
        { share, limit },
      );
    },
  ),
  warning(
    'money.low-share',
    'CONTRACT.LOW_RATIO',
    OUR_RATIO,
    ({ form: { money }, facts: { parameters } }) => {
      const limit = parameters.lowRatioBasisPoints;
      const share = lowShare(money, limit);
      return hitIf(
        share !== null && Boolean(money.lowRatioReason),
        'money.technical',
        `技术交易额不到成交总额的${limit / 100}%（已说明理由）`,
        { share, limit, reason: money.lowRatioReason },
      );
    },
  ),
  warning('money.equipment-words', 'CONTRACT.EQUIPMENT_WORDS', AMOUNTS, ({ form }) => {
    const { total, technical } = form.money;
    const word = EQUIPMENT_WORDS.exec(`${form.title} ${form.content.summary ?? ''}`)?.[0] ?? null;
    return hitIf(
      word !== null && total !== null && technical === total && total > 0,
      'money.technical',
      '内容提到设备或材料，而技术交易额等于成交总额：如合同含设备、材料价款，请列入非技术性费用',
      { word, total, technical },
    );
  }),
  required(
    'money.expectedInvestment',
    '预计新增投入',
    FORM_NOTE_5,
    ({ money }) => money.expectedInvestment,
    ({ form, set }) => set.classOf(form.subclass) === '2',
  ),
  required(
    'money.expectedOutput',
    '预计新增产值',
    FORM_NOTE_5,
    ({ money }) => money.expectedOutput,
    ({ form, set }) => set.classOf(form.subclass) === '2',
  ),
];

/** Amounts (reference A6). */
export const moneyRules: readonly Rule[] = [...totals, ...carriers, ...royalty, ...proportion];
