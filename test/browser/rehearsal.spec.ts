import type { Locator, Page } from '@playwright/test';
import { clean, expect, main, press, reach, section, test } from './journey.js';
import { ask } from './people.js';

const draftedCall = async (officer: Page): Promise<string> => {
  const { calls } = await ask<{ calls: { edges: { node: { id: string } }[] } }>(
    officer.context(),
    '{ calls(first: 1, filter: { states: [CANDIDATE] }) { edges { node { id } } } }',
  );
  return `/calls/${calls.edges[0]?.node.id ?? ''}`;
};

test('a file on its way stays with its document when the one above it is removed', async ({ enter }) => {
  const officer = await enter('officer');
  await officer.goto(`${await draftedCall(officer)}/plan`);
  for (let added = 0; added < 3; added += 1) await press(main(officer), '添加材料');
  const titles = officer.getByLabel('材料名称');
  const last = (await titles.count()) - 1;
  await titles.nth(last - 1).fill('指标论证意见');
  await titles.nth(last).fill('查新报告');
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await officer.route('**/files/challenges/records', async (route) => {
    await held;
    await route.continue();
  });
  const row = (number: number): Locator =>
    main(officer)
      .getByRole('group', { name: String(number), exact: true })
      .filter({ has: officer.getByLabel('材料名称') });
  await row(last)
    .locator('input[type=file]')
    .setInputFiles({ name: '论证.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 论证') });
  await expect(officer.getByRole('progressbar')).toBeVisible();
  await press(main(officer), `删除第 ${last - 1} 份材料`);
  arrive();
  await expect(row(last - 1)).toContainText('论证.pdf');
  await expect(row(last - 1).getByLabel('材料名称')).toHaveValue('指标论证意见');
});

test('a drafted call is rehearsed: what would stop it is named, and leads to where it is mended', async ({
  enter,
}) => {
  const officer = await enter('officer');
  const call = await draftedCall(officer);

  await test.step('from the call’s page', async () => {
    await officer.goto(call);
    await (await reach(officer, '预演', 'link')).click();
    await expect(main(officer).getByRole('heading', { level: 1, name: '预演' })).toBeVisible();
    await expect(section(officer, '发现的问题').getByRole('status')).toHaveText(/必须修改 \d+ 项/);
    await clean(officer);
  });

  await test.step('a fault of the plan stands at its field there', async () => {
    const fault = section(officer, '发现的问题').getByRole('listitem').filter({ hasText: '请指定监督人' });
    await fault.getByRole('link', { name: '去榜单安排修改' }).first().click();
    const field = officer.getByLabel('监督人');
    await expect(field).toHaveAccessibleDescription(/请指定监督人/);
    await expect(field).toBeFocused();
    await officer.goBack();
  });

  await test.step('each story has its calendar', async () => {
    const stories = main(officer).getByRole('navigation', { name: '情形' });
    await stories.getByRole('link', { name: /^无人揭榜/ }).click();
    await expect(section(officer, '日历').getByText('二次发榜', { exact: true })).toBeVisible();
    await expect(officer).toHaveURL(/story=NO_BID/);
  });

  await test.step('what is assumed is rehearsed as well', async () => {
    const assumed = section(officer, '设想');
    await press(assumed, '添加节点');
    await assumed.getByLabel('节点名称').fill('样件');
    await assumed.getByLabel('签约后第几个月').fill('999');
    await press(assumed, '重新预演');
    await expect(assumed.getByLabel('签约后第几个月')).toHaveAccessibleDescription(/1 至 120 个月/);
    await assumed.getByLabel('签约后第几个月').fill('100');
    await press(assumed, '重新预演');
    await expect(assumed.getByRole('group', { name: /^节点/ })).toHaveAccessibleDescription(/完成日期之间/);
  });
});
