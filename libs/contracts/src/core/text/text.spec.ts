import fc from 'fast-check';
import { amountInWords } from '../rmb.js';
import { EMPTY_FORM } from '../contract.js';
import { mergeForm } from '../form-patch.js';
import { analyse } from './analyse.js';
import { clausesOf } from './clauses.js';
import { daysIn, periodEnd } from './days-in-text.js';
import { flowOf } from './flow.js';
import { amountOfWords, moneyIn, statedAmounts } from './money-in-text.js';
import { agrees, patchOf, type Proposal } from './proposals.js';
import { clauseAt } from './place.js';
import { readingOf } from './reading.js';

const reading = (pages: readonly string[], format: 'PDF' | 'DOCX' = 'DOCX') =>
  readingOf({ status: 'READ', format, pages, pageCount: pages.length, pagesKnown: true }, `合同.${format}`);
const proposalsOf = (text: string) => analyse(reading([text])).proposals;
const valueOf = (text: string, field: Proposal['field']) =>
  proposalsOf(text).find((proposal) => proposal.field === field)?.value;

describe('clauses', () => {
  it('are found by articles, with what is below them', () => {
    const clauses = clausesOf([
      '技术开发合同\n第一条 标的技术的内容\n（一）目标\n（二）指标\n第二条 研究开发经费\n按照本合同\n第一条的约定支付。',
      '第三条 保密\n1. 范围\n2. 期限',
    ]);
    expect(clauses.map(({ label, title, page }) => [label, title, page])).toEqual([
      ['', '', 1],
      ['第一条', '标的技术的内容', 1],
      ['第一条（一）', '目标', 1],
      ['第一条（二）', '指标', 1],
      ['第二条', '研究开发经费', 1],
      ['第三条', '保密', 2],
      ['第三条1', '范围', 2],
      ['第三条2', '期限', 2],
    ]);
    expect(clauses[4]).toMatchObject({ endPage: 1 });
  });

  it('are found where a contract counts 一、 or 1.1 instead', () => {
    const labels = (text: string) => clausesOf([text]).map(({ label }) => label);
    expect(labels('一、项目内容\n1、目标\n2、范围\n二、费用\n1、总额')).toEqual([
      '一', '一1', '一2', '二', '二1',
    ]); // prettier-ignore
    expect(labels('1. 定义\n1.1 技术\n1.2 产品\n2. 许可\n2.1 方式')).toEqual(['1', '1.1', '1.2', '2', '2.1']);
  });

  it('are not begun by figures, contents or citations', () => {
    const text =
      '目录\n第一条 标的......3\n2026.5 版\n第一条 标的\n第九条规定的违约金为合同额的\n3.5%。\n第二条 价款';
    expect(clausesOf([text]).map(({ label }) => label)).toEqual(['', '第一条', '第二条']);
  });

  it('cover every place of the text', () => {
    const pages = ['甲\n第一条 乙\n丙', '丁\n第二条 戊'];
    const clauses = clausesOf(pages);
    expect(clauseAt(clauses, { page: 2, start: 0, end: 1 })?.label).toBe('第一条');
    expect(clauseAt(clauses, { page: 2, start: 3, end: 4 })?.label).toBe('第二条');
    expect(clauseAt(clauses, { page: 1, start: 0, end: 1 })?.label).toBe('');
  });
});

describe('the flow', () => {
  it('joins what only the width of a page broke, and says where each character stands', () => {
    const pages = [
      '双方约定本合同总金额为人民币壹佰万元\n整（小写：￥1,000,000.00）。\n第 1 页 共 2 页',
      '技 术 服 务 的 内 容 是 Ｌ Ｅ Ｄ 驱动',
    ];
    const { text, place } = flowOf(pages, true);
    expect(text).toContain('壹佰万元整');
    expect(text).not.toContain('第1页');
    expect(text).toContain('技术服务的内容是');
    const at = text.indexOf('元整');
    const { page, start, end } = place(at, at + 2);
    expect(pages[page - 1]?.slice(start, end)).toBe('元\n整');
    const service = text.indexOf('服务');
    const found = place(service, service + 2);
    expect(found.page).toBe(2);
    expect(pages[1]?.slice(found.start, found.end)).toBe('服 务');
  });
});

describe('amounts', () => {
  it('in words are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10_000_000_000_000 }), (amount) => {
        expect(amountOfWords(amountInWords(amount))).toBe(amount);
      }),
    );
    expect(amountOfWords('叁拾万元整')).toBe(30_000_000);
    expect(amountOfWords('一百二十万元')).toBe(120_000_000);
    expect(amountOfWords('壹仟零伍拾元陆角')).toBe(105_060);
  });

  it('in figures are read with their unit', () => {
    const amounts = (text: string) => moneyIn(text).map(({ amount }) => amount);
    expect(amounts('￥1,000,000.00 与 50万元、1.5亿元、20,000元')).toEqual([
      100_000_000, 50_000_000, 15_000_000_000, 2_000_000,
    ]);
    expect(amounts('每年 100 元/吨，第 12 页，比例 30%，2026 年')).toEqual([]);
  });

  it('written twice are one, and a disagreement shows', () => {
    expect(statedAmounts('人民币壹佰万元整（小写：￥1,000,000.00元）')).toMatchObject([
      { amount: 100_000_000, disagrees: false },
    ]);
    expect(statedAmounts('（大写）壹佰万元整（￥100,000.00）')).toMatchObject([
      { amount: 100_000_000, disagrees: true },
    ]);
  });
});

describe('days', () => {
  it('are read however they are written, and never invented', () => {
    const days = (text: string) => daysIn(text).map(({ day }) => day);
    expect(days('2026年11月2日至2028.11.01，二〇二六年十二月三十一日，2026-02-30')).toEqual([
      '2026-11-02', '2028-11-01', '2026-12-31',
    ]); // prettier-ignore
    expect(periodEnd('2026-11-02', 24)).toBe('2028-11-01');
    expect(periodEnd('2028-02-29', 12)).toBe('2029-02-27');
    expect(periodEnd('2026-08-31', 6)).toBe('2027-02-27');
  });
});

const CONTRACT = `技术转让（专利权）合同
项目名称：高效光伏组件低应力封装方法专利权转让
受让方（甲方）：原平光电科技有限公司
统一社会信用代码：914403001922038216
让与方（乙方）：忻州示范大学
签订时间：2026年11月2日
签订地点：山西省忻州市
有效期限：2026年11月2日至2028年11月1日
第一条 本合同转让的专利权
专利名称：一种低应力光伏组件封装方法，专利号：ZL200310100002.X。
第二条 转让费
1. 专利权转让费总额为人民币壹佰万元整（小写：¥1,000,000.00）。其中设备购置费20万元，技术交易额80万元。
2. 甲方分期支付：首期款30%于签订后十日内支付，余款于验收后支付。
第三条 验收
按附件二的指标由双方现场验收。
第四条 保密
双方对未公开的工艺参数保密五年。
第五条 后续改进成果的归属
各方独立完成的改进归完成方。`;

describe('proposals', () => {
  it('give every field that the text states, with its clause', () => {
    expect(valueOf(CONTRACT, 'title')).toBe('高效光伏组件低应力封装方法专利权转让');
    expect(valueOf(CONTRACT, 'sellers')).toEqual({ name: '忻州示范大学', identifier: null });
    expect(valueOf(CONTRACT, 'buyers')).toEqual({
      name: '原平光电科技有限公司',
      identifier: '914403001922038216',
    });
    expect(valueOf(CONTRACT, 'signedOn')).toBe('2026-11-02');
    expect(valueOf(CONTRACT, 'signedAt')).toBe('山西省忻州市');
    expect(valueOf(CONTRACT, 'effectiveFrom')).toBe('2026-11-02');
    expect(valueOf(CONTRACT, 'effectiveTo')).toBe('2028-11-01');
    expect(valueOf(CONTRACT, 'money.total')).toBe(100_000_000);
    expect(valueOf(CONTRACT, 'money.technical')).toBe(80_000_000);
    expect(valueOf(CONTRACT, 'money.deductions')).toMatchObject({ kind: 'EQUIPMENT', amount: 20_000_000 });
    expect(valueOf(CONTRACT, 'money.paymentMode')).toBe('INSTALMENTS');
    expect(valueOf(CONTRACT, 'content.ipRights')).toEqual({
      kind: 'INVENTION_PATENT',
      title: '一种低应力光伏组件封装方法',
      number: '200310100002X',
    });
    expect(valueOf(CONTRACT, 'content.acceptanceClause')).toContain('现场验收');
    expect(valueOf(CONTRACT, 'content.confidentialityClause')).toContain('保密五年');
    expect(valueOf(CONTRACT, 'content.ownershipClause')).toContain('完成方');
    const total = proposalsOf(CONTRACT).find(({ field }) => field === 'money.total');
    expect(total?.clause).toBe('第二条1');
    expect(total?.quote).toContain('壹佰万元整');
  });

  it('tell a royalty with its parts', () => {
    const text =
      '第三条 许可使用费\n甲方支付入门费30万元，并在提成期限5年内按年销售额的5%提成支付使用费，提成年限为五年。';
    expect(valueOf(text, 'money.paymentMode')).toBe('ENTRY_FEE_ROYALTY');
    expect(valueOf(text, 'money.royalty.rateBasisPoints')).toBe(500);
    expect(valueOf(text, 'money.royalty.base')).toBe('SALES');
    expect(valueOf(text, 'money.royalty.years')).toBe(5);
    expect(valueOf(text, 'money.royalty.entryFee')).toBe(30_000_000);
  });

  it('compute a period that is given by its length, and say so', () => {
    const text = '本合同自签订之日起三年内有效。\n签订日期：2026年11月2日';
    const found = proposalsOf(text).filter(({ note }) => note === 'COMPUTED');
    expect(found.map(({ field, value }) => [field, value])).toEqual([
      ['effectiveFrom', '2026-11-02'],
      ['effectiveTo', '2029-11-01'],
    ]);
  });

  it('know who sells from what the contract has each side do', () => {
    const text = '甲方：五台县农业机械有限公司\n乙方：忻州师范学院\n甲方委托乙方研究开发杂粮脱壳装置。';
    expect(valueOf(text, 'buyers')).toMatchObject({ name: '五台县农业机械有限公司' });
    expect(valueOf(text, 'sellers')).toMatchObject({ name: '忻州师范学院' });
  });

  it('once accepted are what the form says, whichever field it is', () => {
    for (const proposal of proposalsOf(CONTRACT)) {
      expect(agrees(proposal, EMPTY_FORM)).toBe(false);
      const form = mergeForm(EMPTY_FORM, patchOf(proposal, EMPTY_FORM), '2026-11-23');
      expect({ field: proposal.field, agrees: agrees(proposal, form) }).toEqual({
        field: proposal.field,
        agrees: true,
      });
    }
  });

  it('know a patent by its number, however it is written in the form', () => {
    const form = mergeForm(
      EMPTY_FORM,
      {
        content: { ipRights: [{ kind: 'INVENTION_PATENT', title: '封装方法', number: 'ZL 200310100002.X' }] },
      },
      '2026-11-23',
    );
    const proposal = proposalsOf(CONTRACT).find(({ field }) => field === 'content.ipRights');
    expect(proposal && agrees(proposal, form)).toBe(true);
  });

  it('quote the place they point to', () => {
    for (const { place, quote } of proposalsOf(CONTRACT)) {
      expect(place.end).toBeGreaterThan(place.start);
      expect(quote).not.toBe('');
      expect(CONTRACT.slice(place.start, place.end).trim()).not.toBe('');
    }
  });

  it('take no time to speak of over a long text made to tire them', () => {
    const hostile = [
      '甲方'.repeat(60_000),
      '1'.repeat(100_000) + '%',
      '提成'.repeat(40_000),
      '（'.repeat(40_000),
    ];
    const began = performance.now();
    for (const text of hostile) analyse(reading([text]));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
