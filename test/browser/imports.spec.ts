import { expect, main, press, test } from './journey.js';
import type { Page } from '@playwright/test';

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

/** Valid, and no demo patent's. */
const NUMBER = 'ZL201810000771.9';
const TITLE = '一种法兰锻件余热正火方法';
const patentsXml = `<?xml version="1.0" encoding="UTF-8"?><pat:PatentDocumentBag xmlns:pat="urn:pat" xmlns:com="urn:com">
  <pat:PatentDocument><pat:BibliographicData><pat:ApplicationIdentification>
    <com:ApplicationNumberText>${NUMBER}</com:ApplicationNumberText><pat:FilingDate>20180301</pat:FilingDate>
  </pat:ApplicationIdentification><com:PublicationDate>2019-09-01</com:PublicationDate><pat:GrantDate>2021-05-18</pat:GrantDate>
  <pat:InventionTitle>${TITLE}</pat:InventionTitle><pat:Inventor><com:PersonFullName>李文博</com:PersonFullName></pat:Inventor>
  </pat:BibliographicData></pat:PatentDocument>
  <pat:PatentDocument><pat:BibliographicData><pat:ApplicationIdentification>
    <com:ApplicationNumberText>ZL201810000772.3</com:ApplicationNumberText><pat:FilingDate>三月一日</pat:FilingDate>
  </pat:ApplicationIdentification><pat:InventionTitle>申请日写错的专利</pat:InventionTitle>
  </pat:BibliographicData></pat:PatentDocument></pat:PatentDocumentBag>`;

const chooseFile = (page: Page, name: string, mimeType: string, content: string): Promise<void> =>
  page
    .getByRole('group', { name: '文件' })
    .getByLabel('选择文件')
    .setInputFiles({ name, mimeType, buffer: Buffer.from(content) });

test('a transfer office takes its patents in from ST.96, and who may not keep a register is not offered it', async ({
  enter,
}) => {
  const page = await enter('tto');
  await page.goto('/patents');
  await main(page).getByRole('link', { name: '批量导入' }).click();
  await expect(page.getByRole('group', { name: '导入内容' }).getByLabel('专利')).toBeChecked();
  await chooseFile(page, '专利.xml', 'application/xml', patentsXml);
  await press(main(page), '先校验');

  await test.step('the check names record, field and what is wrong', async () => {
    await expect(main(page).getByText('已完成')).toBeVisible();
    await expect(main(page).getByText('专利 · 仅校验')).toBeVisible();
    await expect(main(page).getByRole('row').filter({ hasText: '三月一日' })).toContainText('2');
  });

  await test.step('the rest is in the register, and the run among the imports of patents', async () => {
    await main(page)
      .getByRole('button', { name: /问题，导入其余/ })
      .click();
    await expect(main(page).getByText('专利 · 正式导入')).toBeVisible();
    await expect(main(page).getByText('已完成')).toBeVisible();
    await page.goto(`/patents?q=${encodeURIComponent(TITLE)}`);
    await expect(main(page).getByRole('link', { name: TITLE })).toHaveCount(1);
    await page.goto('/imports?kind=PATENT');
    await expect(main(page).getByRole('link', { name: '专利.xml' })).toHaveCount(2);
  });

  await test.step('a bureau imports listings, and no patents', async () => {
    const bureau = await enter('officer');
    await bureau.goto('/imports?import=PATENT');
    await expect(bureau.getByRole('group', { name: '导入内容' }).getByLabel('专利')).toBeDisabled();
    await expect(bureau.getByRole('group', { name: '导入内容' }).getByLabel('成果')).toBeChecked();
  });
});
