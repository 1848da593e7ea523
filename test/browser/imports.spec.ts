import { expect, main, press, test } from './journey.js';

const GOOD = '炭化工段尾气余热回收';
const csv = (rows: readonly string[]): { name: string; mimeType: string; buffer: Buffer } => ({
  name: '需求清单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['名称,现状与难点,关键词,技术领域,预算下限(万元),预算上限(万元)', ...rows].join('\n')),
});
const ROWS = [
  `${GOOD},炭化炉尾气温度约三百度，目前直接排放，希望回收余热用于干燥工段，并减少异味排放，不影响现有产能，改造周期不超过两个月。,余热回收;炭化,07,20,50`,
  '一项预算写错的需求,现有打包线靠人工分拣，效率低且容易出错，希望引进视觉分拣设备，处理能力每小时两千件，误分率低于千分之三。,视觉分拣,03,很多钱,50',
];

test('a file of needs is checked, reported row by row, and imported without its bad row', async ({
  enter,
}) => {
  const page = await enter('tea');
  await page.goto('/imports');
  await page.getByRole('group', { name: '导入内容' }).getByLabel('需求').check();
  await page.getByRole('group', { name: '文件' }).getByLabel('选择文件').setInputFiles(csv(ROWS));
  await expect(page.getByRole('group', { name: '文件开头' }).getByText(GOOD)).toBeVisible();
  await press(main(page), '先校验');

  await test.step('the check names row, column and what is wrong', async () => {
    await expect(main(page).getByText('仅校验')).toBeVisible();
    await expect(main(page).getByText('已完成')).toBeVisible();
    const problem = main(page).getByRole('row').filter({ hasText: '很多钱' });
    await expect(problem).toContainText('3');
    await expect(problem).toContainText('预算下限');
  });

  await test.step('the rest is imported, once, however often', async () => {
    await press(main(page), '跳过 1 行问题，导入其余');
    await expect(main(page).getByText('正式导入')).toBeVisible();
    await expect(main(page).getByText('已完成')).toBeVisible();
    await page.goto('/listings/needs');
    await expect(main(page).getByRole('link', { name: GOOD })).toHaveCount(1);
    await page.goto('/imports');
    await expect(main(page).getByRole('link', { name: '需求清单.csv' }).first()).toBeVisible();
  });
});
