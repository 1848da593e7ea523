import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cityOfTheTest } from './cities.js';
import { passDays } from './clock.js';
import { clean, expect, main, press, section, test } from './journey.js';

const CALL = /异质结电池低银耗/;
const ROUTE = '以银包铜粉替代纯银，分级还原控制粒径，低温固化';

/** The page that seals stands apart from the portal, in a window of its own. */
async function inOwnWindow(page: Page, name: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  const links = main(page).getByRole('link', { name, exact: true });
  await links.and(page.locator('[target=_blank]')).click();
  return opened;
}

async function hall(page: Page): Promise<void> {
  await page.goto('/calls');
  await main(page).getByRole('link', { name: CALL }).first().click();
  await expect(section(page, '密封揭榜')).toBeVisible();
}

test('a bid is written, sealed in the browser, replaced, and opened by two custodians after the deadline', async ({
  enter,
}) => {
  const bidder = await enter('tto');
  await hall(bidder);
  const address = new URL(bidder.url()).pathname;
  const seal = await inOwnWindow(bidder, '密封揭榜');
  const asked = seal.getByRole('group');

  await test.step('what is missing is said beside each field, all at once', async () => {
    await press(seal, '密封并提交');
    await expect(asked.first().getByLabel(/承诺/).first()).toHaveAccessibleDescription(/核心指标必须承诺/);
    await expect(seal.getByLabel('技术路线')).toHaveAccessibleDescription(/请填写技术路线/);
    await expect(asked.first().getByLabel(/承诺/).first()).toBeFocused();
    await clean(seal);
  });

  await test.step('it is written, kept by this browser alone, and sealed with its files', async () => {
    for (const field of await asked.getByLabel(/承诺/).all()) await field.fill('５.5');
    await seal.getByLabel('技术路线').fill(ROUTE);
    await seal.getByLabel('团队与条件').fill('李文博等 6 人，中试线一条');
    await seal.getByLabel('报价').fill('3,800,000');
    await press(seal, '添加人员');
    await seal.getByLabel('姓名 1').fill('李文博');
    await seal.getByLabel('所在单位 1').fill('忻州工业技术大学');
    await seal.reload();
    await expect(seal.getByLabel('技术路线')).toHaveValue(ROUTE);
    await seal.getByLabel('添加文件').setInputFiles({
      ...{ name: '技术方案.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.4 技术方案'),
    });
    await expect(seal.getByRole('listitem').filter({ hasText: '技术方案.pdf' })).toBeVisible();
    await clean(seal);
    const kept = seal.waitForEvent('download');
    await press(seal, '密封并提交');
    expect((await kept).suggestedFilename()).toMatch(/\.jhsb$/);
    await expect(seal.getByRole('heading', { name: '方案已提交' })).toBeVisible();
    await clean(seal);
  });

  await test.step('it is replaced before the deadline; who asks to withdraw is asked back', async () => {
    const hash = await seal.locator('dd code').textContent();
    await seal.getByLabel('进度安排').fill('18 个月，分三个阶段');
    await press(seal, '密封并替换');
    await expect(seal.locator('dd code')).not.toHaveText(hash ?? '');
    await press(seal, '撤回方案');
    await press(seal.getByRole('dialog'), '取消');
    await expect(seal.getByRole('heading', { name: '方案已提交' })).toBeVisible();
  });

  const officer = await enter('officer');
  await test.step('nobody else learns of it: the bureau sees no bid and no number', async () => {
    await officer.goto(address);
    await expect(section(officer, '密封揭榜')).toContainText('每天公布一次');
    await expect(section(officer, '开标')).toHaveCount(0);
    await expect(main(officer)).not.toContainText('李文博');
  });

  await passDays(31);
  await test.step('after the deadline the bureau begins the opening', async () => {
    await expect(async () => {
      await officer.goto(address);
      await expect(section(officer, '开标')).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 90_000 });
    await press(section(officer, '开标'), '开始开标');
    // The heads of thirty days are due at once, which in a city come one a day.
    await expect(section(officer, '开标')).toContainText('需要 2 位', { timeout: 90_000 });
  });

  await test.step('two custodians release their shares with their own key files', async () => {
    for (const [mailbox, at] of [
      ['officer', 1],
      ['registrar2', 2],
    ] as const) {
      const custodian = await enter(mailbox);
      await custodian.goto(address);
      const custody = await inOwnWindow(custodian, '保管密钥、释放份额');
      const code = (await custody.getByRole('heading', { level: 2 }).first().textContent())?.split(' ')[0];
      await press(custody, '解开并释放 1 份');
      await expect(custody.getByText('请选择密钥文件')).toBeVisible();
      await custody.getByLabel('选择密钥文件').setInputFiles({
        ...{ name: 'key.json', mimeType: 'application/json' },
        buffer: readFileSync(join(cityOfTheTest().stateDir, 'demo-keys', `${code}-${at}.json`)),
      });
      await custody.getByLabel('口令').fill('not the passphrase');
      await press(custody, '解开并释放 1 份');
      await expect(custody.getByLabel('口令')).toHaveAccessibleDescription(/口令/);
      await custody.getByLabel('口令').fill('Jihui-demo-2026');
      await clean(custody);
      await press(custody, '解开并释放 1 份');
      await expect(custody.getByText('您的份额已全部释放。')).toBeVisible();
    }
  });

  await test.step('then it is open to the bureau, with what was promised', async () => {
    await expect(async () => {
      await officer.goto(address);
      await expect(section(officer, '开标')).toContainText('有效', { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await section(officer, '开标').getByRole('group').first().click();
    await expect(section(officer, '开标')).toContainText(ROUTE);
  });
});
