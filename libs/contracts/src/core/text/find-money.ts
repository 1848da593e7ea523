import type { DeductionKind, PaymentMode, RoyaltyBase } from '../contract.js';
import { ordinalOf } from './headings.js';
import { statedAmounts, type StatedAmount } from './money-in-text.js';
import { before, labelAt, propose, sentencesWith, type Passages } from './passages.js';
import type { Proposal } from './proposals.js';

/** How far before an amount its name may stand. */
const REACH = 46;

const WHOLE =
  /(合同|项目|技术|协议)?(总(金额|价款|价|额|经费|费用|报酬|投资)|(价款|费用|经费|报酬|使用费|转让费|许可费|服务费|咨询费|培训费|金额)(及报酬|和报酬)?总额|成交(总)?额|合计|总计|共计|总共)/;
const NAMED =
  /(合同(金额|价款|价格|价|款)|价款|转让(费|价格|金)|许可(使用)?费|使用费|咨询(费|报酬)|服务(费|报酬)|培训费|中介(费|报酬)|居间(费|报酬)|(研究)?开发(经费|费用|费)|研发(经费|费用|费)|作价|报酬|经费|费用)[^。\n]{0,14}$/;
const PART =
  /违约金|赔偿|滞纳|其中|每(年|月|人|次|期|台|套|篇)|首付|首期|首笔|第[一二三四五六1-9](期|笔|次|阶段|批)|预付|余款|尾款|定金|保证金|押金|不低于|上限|封顶|保底|入门费|质保|单价|罚|补助|资助|配套|注册资本|产值|利润|(设备|仪器|材料|差旅|测试|加工|专家|劳务|管理|印刷|资料)[^。\n]{0,6}费/;

/** How likely the amount is the contract's whole, by what stands before it. */
function weightOf(text: string, { start }: StatedAmount): number {
  const words = before(text, start, REACH);
  const near = words.slice(-22);
  const whole = WHOLE.test(words) ? 10 : NAMED.test(words) ? 6 : 0;
  return whole - (PART.test(near) ? 8 : 0);
}

function totalOf(passages: Passages, amounts: readonly StatedAmount[]): StatedAmount | undefined {
  const weighed = amounts.map((amount) => ({ amount, weight: weightOf(passages.flow.text, amount) }));
  const best = Math.max(0, ...weighed.map(({ weight }) => weight));
  if (best < 5) return undefined;
  const top = weighed.filter(({ weight }) => weight === best).map(({ amount }) => amount);
  return top.toSorted((a, b) => b.amount - a.amount || a.start - b.start)[0];
}

const TECHNICAL = /(技术交易额|技术(性)?(费用|部分|收入)(金额)?)[^。；\n\d]{0,12}$/;

const DEDUCTIONS: readonly (readonly [DeductionKind, RegExp])[] = [
  ['EQUIPMENT', /([\u4e00-\u9fa5]{0,8}设备(购置|采购)?(费用|费|款|价款)?)[^。；;，,\n\d]{0,8}$/],
  ['INSTRUMENT', /([\u4e00-\u9fa5]{0,8}仪器(购置)?(费用|费|款)?)[^。；;，,\n\d]{0,8}$/],
  ['PARTS', /([\u4e00-\u9fa5]{0,6}零部件(费用|费|款)?)[^。；;，,\n\d]{0,8}$/],
  ['RAW_MATERIAL', /((原)?材料(购置)?(费用|费|款)|[\u4e00-\u9fa5]{0,6}原材料)[^。；;，,\n\d]{0,8}$/],
];
/** Equipment is a cost of the contract where it is said to be part of the price, not where somebody lends it. */
const OF_THE_PRICE = /其中|包括|包含|含|构成|分项|明细|设备(购置|采购)/;

function deductions(passages: Passages, amounts: readonly StatedAmount[], total: number | null): Proposal[] {
  const { text } = passages.flow;
  return amounts.flatMap((amount) => {
    const words = before(text, amount.start, 24);
    const found = DEDUCTIONS.flatMap(([kind, pattern]) => {
      const name = pattern.exec(words)?.[1];
      return name === undefined ? [] : [{ kind, name: name.replace(/^(其中|包括|包含|含|及|和|、)+/, '') }];
    })[0];
    const inPrice = OF_THE_PRICE.test(before(text, amount.start, 120)) || words.startsWith('其中');
    if (found === undefined || !inPrice || (total !== null && amount.amount >= total)) return [];
    const clause = labelAt(passages, passages.flow.place(amount.start, amount.end));
    return [
      propose(
        passages,
        'money.deductions',
        { ...found, amount: amount.amount, clause },
        amount.start,
        amount.end,
      ),
    ];
  });
}

const PAYMENT: readonly (readonly [PaymentMode, RegExp])[] = [
  ['ENTRY_FEE_ROYALTY', /入门费[^。\n]{0,60}提成|提成[^。\n]{0,60}入门费|提成附加预付/],
  ['ROYALTY', /(提成(支付|费|方式|使用费)|按[^。\n]{0,24}(销售额|销售收入|利润|产值)[^。\n]{0,14}提(取|成))/],
  [
    'INSTALMENTS',
    /分(期|[二两三四五六2-6](期|次|笔|阶段|批))(支付|付|拨付|付清)?|首期款|首付款|预付款[^。\n]{0,80}余款|第[一1](期|笔|次|阶段)[^。\n]{0,40}(支付|付|拨付)/,
  ],
  ['LUMP_SUM', /一次(性)?(总付|付清|支付|结清|付讫|全额支付|拨付)/],
];

function paymentMode(passages: Passages): Proposal[] {
  const { text } = passages.flow;
  const found = PAYMENT.flatMap(([mode, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ mode, start: match.index, end: match.index + match[0].length }];
  });
  // "分期" beside "一次总付" is a form with both ways printed, or only the last part is paid at once: 分期 says more.
  const chosen = found[0];
  return chosen === undefined
    ? []
    : [propose(passages, 'money.paymentMode', chosen.mode, chosen.start, chosen.end)];
}

const RATE =
  /(销售(?:额|收入|总额)|利润|新增产值|产值|产品(?:价格|售价|单价))?[^。；\n%]{0,24}?(?:(\d{1,2}(?:\.\d{1,2})?)\s*[%％]|百分之([一二三四五六七八九十]{1,3}))/;
const BASES: readonly (readonly [RegExp, RoyaltyBase])[] = [
  [/新增产值|产值/, 'ADDED_OUTPUT'],
  [/利润/, 'PROFIT'],
  [/产品(价格|售价|单价)/, 'PRODUCT_PRICE'],
  [/销售/, 'SALES'],
];

function royalty(passages: Passages, amounts: readonly StatedAmount[]): Proposal[] {
  const { text } = passages.flow;
  const at = text.search(/提成|按[^。\n]{0,24}(销售额|销售收入|利润|产值)[^。\n]{0,14}提取/);
  if (at < 0) return [];
  const proposals: Proposal[] = [];
  for (const sentence of sentencesWith(text, /提[成取]/g)) {
    const rate = RATE.exec(sentence.text);
    if (rate === null) continue;
    const value = rate[2] === undefined ? (ordinalOf(rate[3] ?? '') ?? 0) : Number(rate[2]);
    if (value <= 0 || value > 100) continue;
    const start = sentence.start + rate.index;
    const end = start + rate[0].length;
    proposals.push(propose(passages, 'money.royalty.rateBasisPoints', Math.round(value * 100), start, end));
    const base = BASES.find(([words]) => words.test(sentence.text))?.[1];
    if (base !== undefined) proposals.push(propose(passages, 'money.royalty.base', base, start, end));
    break;
  }
  const years = /提成[^。\n]{0,30}?([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:个)?年/.exec(text);
  const count = years === null ? null : ordinalOf(years[1] ?? '');
  if (years !== null && count !== null && count > 0 && count <= 50)
    proposals.push(
      propose(passages, 'money.royalty.years', count, years.index, years.index + years[0].length),
    );
  const fee = amounts.find(({ start }) => /入门费[^。；\n]{0,24}$/.test(before(text, start, 30)));
  if (fee !== undefined)
    proposals.push(propose(passages, 'money.royalty.entryFee', fee.amount, fee.start, fee.end));
  return proposals;
}

/** Amounts, what of them is not technical, and how they are paid. */
export function findMoney(passages: Passages): readonly Proposal[] {
  const { text } = passages.flow;
  const amounts = statedAmounts(text);
  const total = totalOf(passages, amounts);
  const technical = amounts.find(({ start }) => TECHNICAL.test(before(text, start, 24)));
  const proposals: Proposal[] = [];
  if (total !== undefined)
    proposals.push(
      propose(
        passages,
        'money.total',
        total.amount,
        total.start,
        total.end,
        total.disagrees ? 'CAPITALS_DIFFER' : null,
      ),
    );
  if (technical !== undefined)
    proposals.push(propose(passages, 'money.technical', technical.amount, technical.start, technical.end));
  return [
    ...proposals,
    ...deductions(passages, amounts, total?.amount ?? null),
    ...paymentMode(passages),
    ...royalty(passages, amounts),
  ];
}
