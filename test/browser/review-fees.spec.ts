import { dayFromToday } from './clock.js';
import { attach, clean, expect, main, pdf, press, section, test, told, writeDay } from './journey.js';

const CALL = '风电塔筒法兰用微合金钢晶粒细化热处理工艺';

test('the bureau pays the experts of a concluded review with the bank’s receipt, and an expert reads it', async ({
  enter,
}) => {
  const officer = await enter('officer');
  await officer.goto('/calls/desk');
  await main(officer).getByRole('link', { name: '评审费', exact: true }).click();
  await expect(officer).toHaveURL(/\/review-fees/);
  const sheet = section(officer, CALL);
  await expect(sheet.getByText('未发放', { exact: true }).first()).toBeVisible();
  await clean(officer);

  await test.step('all but one are paid; without the receipt nothing is sent', async () => {
    await sheet.locator('summary').filter({ hasText: '登记发放' }).click();
    const left = sheet.getByRole('checkbox').first();
    await left.uncheck();
    await sheet.getByLabel('发放凭证号').fill('忻财教付〔2026〕18号');
    await writeDay(sheet, '发放日期', await dayFromToday(officer.context(), 0));
    await expect(sheet.getByRole('button', { name: '登记发放' })).toBeDisabled();
    await attach(sheet, sheet.getByLabel('银行回单'), pdf('评审费银行回单.pdf'));
    await clean(officer);
    await press(sheet, '登记发放');
    await told(officer, '已办理');
  });
  await test.step('the receipt stands with each, for the bureau alone', async () => {
    await expect(sheet.getByText('忻财教付〔2026〕18号').first()).toBeVisible();
    await expect(sheet.getByText('未发放', { exact: true })).toHaveCount(1);
    const link = sheet.getByRole('link', { name: '评审费银行回单.pdf' }).first();
    const address = (await link.getAttribute('href')) ?? '';
    expect((await officer.context().request.get(address)).status()).toBe(200);
    const stranger = await enter('institute');
    expect((await stranger.context().request.get(address)).status()).toBe(404);
    await stranger.goto('/review-fees');
    await expect(main(stranger).getByText('没有评审费')).toBeVisible();
  });
  await test.step('the expert sees what is owed or paid on the own desk', async () => {
    const expert = await enter('expert');
    await expert.goto('/call-reviews');
    await expect(section(expert, CALL).getByText(/评审费 [\d,.]+ 元/)).toBeVisible();
    await clean(expert);
  });
});

test('what counts against an expert is read by the bureau and lifted with a reason', async ({ enter }) => {
  const officer = await enter('officer');
  await officer.goto('/review-credit');
  const page = main(officer);
  const row = page.getByRole('row').filter({ hasText: '有效' }).first();
  await expect(row).toBeVisible();
  await clean(officer);
  await row.locator('summary').filter({ hasText: '撤销记录' }).click();
  await row.getByLabel('撤销的理由').fill('经核实系会议改期所致，不是专家的过错');
  await press(row, '撤销记录');
  await told(officer, '已办理');
  await expect(page.getByText('经核实系会议改期所致，不是专家的过错')).toBeVisible();
});
