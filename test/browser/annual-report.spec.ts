import { dayFromToday } from './clock.js';
import { act, expect, main, press, pressAndConfirm, savedByItself, test, told } from './journey.js';
import { demoOrganisationId } from './people.js';

/** What the unit adds by hand, each with what is typed. */
const ITEMS: readonly (readonly [label: string, value: string])[] = [
  ['当年取得科技成果数', '12'],
  ['新立项科技计划项目数', '3'],
  ['新立项财政资金', '120'],
  ['在外兼职从事成果转化人员', '2'],
  ['离岗创业人员', '0'],
  ['创设和参股新公司数', '1'],
  ['技术转移机构数', '1'],
  ['技术转移机构专职人员', '4'],
  ['技术转移机构经费', '60'],
  ['与企业共建研发机构、转移机构、转化服务平台数', '2'],
];

test('a unit writes its annual report, which saves itself, and hands it in; the bureau sends it back', async ({
  enter,
}) => {
  const office = await enter('institute');
  const thisYear = Number((await dayFromToday(office.context(), 0)).slice(0, 4));
  const reportOf = (year: number): string => `/annual-reports/${demoOrganisationId('institute')}/${year}`;

  await test.step('a figure opens its records', async () => {
    await office.goto(reportOf(thisYear));
    await main(office).getByRole('button', { name: '查看明细' }).first().click();
    await expect(office.getByRole('dialog').getByRole('link').first()).toBeVisible();
  });

  await test.step('what is typed is there again', async () => {
    await office.goto(reportOf(thisYear - 1));
    for (const [label, value] of ITEMS) await main(office).getByLabel(label).fill(value);
    await savedByItself(office);
    await office.reload();
    for (const [label, value] of ITEMS) await expect(main(office).getByLabel(label)).toHaveValue(value);
  });

  await test.step('what is typed last is handed in with the rest', async () => {
    await main(office).getByLabel('离岗创业人员').fill('5');
    await pressAndConfirm(office, '确认并报送');
    await told(office, '年度报告已报送');
    await expect(main(office).getByText('5 人次')).toBeVisible();
  });

  const bureau = await enter('registrar1');
  await bureau.goto(reportOf(thisYear - 1));
  await act(bureau, '退回修改');
  const form = bureau.getByRole('dialog', { name: '退回修改' });
  await form.getByLabel('退回原因').fill('请补充典型案例。');
  await press(form, '退回修改');
  await told(bureau, '已退回');
  await office.reload();
  await expect(main(office).getByText('主管部门退回：请补充典型案例。')).toBeVisible();
});
