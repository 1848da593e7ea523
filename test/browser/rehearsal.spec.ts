import { clean, expect, main, press, reach, section, test } from './journey.js';
import { ask } from './people.js';

test('a drafted call is rehearsed: what would stop it is named, and leads to where it is mended', async ({
  enter,
}) => {
  const officer = await enter('officer');
  const { calls } = await ask<{ calls: { edges: { node: { id: string } }[] } }>(
    officer.context(),
    '{ calls(first: 1, filter: { states: [CANDIDATE] }) { edges { node { id } } } }',
  );
  const call = `/calls/${calls.edges[0]?.node.id ?? ''}`;

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
