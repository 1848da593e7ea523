import { readFile } from 'node:fs/promises';
import { expect, main, test, told } from './journey.js';

test('an officer opens a figure down to the contract, publishes a month and takes the figures away', async ({
  enter,
}) => {
  const officer = await enter('registrar1');
  // Journeys let days pass: the year may be new, and nothing registered in it.
  await officer.goto('/data?period=12');
  await expect(main(officer).getByText('仅含本市登记').first()).toBeVisible();

  await test.step('an item, its row, the ledger, the contract', async () => {
    const items = main(officer).getByRole('group', { name: '统计项目' });
    await items.getByRole('button', { name: '1 合同类别' }).click();
    await expect(officer).toHaveURL(/item=1/);
    await main(officer).getByRole('button', { name: '查看明细：技术开发' }).click();
    const rows = officer.getByRole('dialog', { name: '台账明细 · 技术开发' });
    await rows.getByRole('link').first().click();
    await expect(officer).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
    // The address changes before the page does: what goes back sooner finds the figures with the rows still open.
    await expect(rows).toHaveCount(0);
    await expect(main(officer).getByRole('heading', { level: 1 })).toBeVisible();
    await officer.goBack();
  });

  await test.step('where the sellers are against where the buyers are', async () => {
    await main(officer).getByRole('button', { name: '9 流向' }).click();
    await main(officer).getByRole('table', { name: '流向矩阵' }).getByRole('button').first().click();
    const rows = officer.getByRole('dialog', { name: /台账明细/ });
    await expect(rows.getByRole('link').first()).toBeVisible();
    await officer.keyboard.press('Escape');
  });

  await test.step('the same figures as a workbook and a table, for the chosen county', async () => {
    await main(officer).getByLabel('卖方县区').selectOption({ label: '忻府区' });
    const [file] = await Promise.all([
      officer.waitForEvent('download'),
      main(officer).getByRole('link', { name: '导出 CSV' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain('按合同类别');
    const book = await officer
      .context()
      .request.get(
        (await main(officer).getByRole('link', { name: '导出 Excel' }).getAttribute('href')) ?? '',
      );
    expect((await book.body()).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('what is frozen is said before a month is published', async () => {
    const button = main(officer).getByRole('button', { name: /^公布 \d{4}-\d{2}$/ });
    const name = (await button.innerText()).trim();
    await button.click();
    const ask = officer.getByRole('dialog', { name });
    await expect(ask.getByText('此后补录、变更、注销和撤销不再计入该月', { exact: false })).toBeVisible();
    await expect(ask.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
    await ask.getByLabel('我已核对该月数字，确认公布').check();
    await ask.getByRole('button', { name }).click();
    await told(officer, '已公布');
    await expect(main(officer).getByText(`已公布至 ${name.slice(3)}`)).toBeVisible();
  });

  await test.step('everybody reads the figures, nobody else their contracts', async () => {
    const stranger = await enter(null);
    await stranger.goto('/data?item=9&period=12');
    await expect(main(stranger).getByRole('table', { name: '流向矩阵' })).toBeVisible();
    await expect(main(stranger).getByRole('button', { name: /明细/ })).toHaveCount(0);
    await expect(main(stranger).getByRole('button', { name: /^公布/ })).toHaveCount(0);
  });
});
