import type { Page } from '@playwright/test';
import { act, aGate, expect, main, press, rail, savedByItself, test, told } from './journey.js';
import { ask } from './people.js';

/** Pages on which the world moved on, and buttons pressed twice. */

test('two windows on one draft: neither overwrites the other unasked', async ({ enter }) => {
  const first = await enter('researcher');
  await first.goto('/listings/results/new/edit');
  await first.getByLabel('名称').fill('两个窗口里的成果');
  await savedByItself(first);
  await expect(first).toHaveURL(/[0-9a-f-]{36}\/edit$/);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.getByLabel('名称').fill('第二个窗口里改过的名称');
  await savedByItself(second);
  await first.getByLabel('摘要').fill('第一个窗口里写的摘要');
  await expect(first.getByText('内容已被他人或您的另一窗口修改').first()).toBeVisible();
  await expect(first.getByLabel('摘要')).toHaveValue('第一个窗口里写的摘要');
  await press(first, '载入最新内容');
  await expect(first.getByLabel('名称')).toHaveValue('第二个窗口里改过的名称');
  await first.getByLabel('摘要').fill('重新写的摘要');
  await savedByItself(first);
});

test('two officers accept one application: one wins, the other is told and sees what is so now', async ({
  enter,
}) => {
  const officers = [await enter('registrar1'), await enter('registrar2')] as const;
  for (const officer of officers) {
    await officer.goto('/registration?state=SUBMITTED');
    await main(officer).getByRole('navigation', { name: '待办申请' }).getByRole('link').first().click();
    await press(main(officer), '受理');
    await expect(officer.getByRole('dialog', { name: '受理' })).toBeVisible();
  }
  const confirm = (officer: Page): Promise<void> =>
    press(officer.getByRole('dialog', { name: '受理' }), '受理');
  await confirm(officers[0]);
  await told(officers[0], '已受理');
  await confirm(officers[1]);
  await expect(main(officers[1]).getByRole('alert')).toContainText('已被他人办理');
  await expect(main(officers[1]).getByRole('article').getByText('待初审').first()).toBeVisible();
  await expect(main(officers[1]).getByRole('button', { name: '受理', exact: true })).toHaveCount(0);
});

test('a button pressed twice does it once', async ({ enter }) => {
  const page = await enter('solar');
  const deals = async (): Promise<number> =>
    (await ask<{ deals: { totalCount: number } }>(page.context(), '{ deals { totalCount } }')).deals
      .totalCount;
  const before = await deals();
  await page.goto('/results?q=封装胶膜');
  await main(page)
    .getByRole('link', { name: /封装胶膜/ })
    .first()
    .click();
  await act(page, '表达合作意向');
  const dialog = page.getByRole('dialog', { name: '表达合作意向' });
  await dialog.getByLabel('给对方的留言').fill('希望在我公司组件线上试用。');
  await dialog.getByRole('button', { name: '发出意向' }).dblclick();
  await expect(page).toHaveURL(/\/deals\//);
  expect(await deals()).toBe(before + 1);
});

test('what was asked before one’s own act and is answered after it is asked once more', async ({ enter }) => {
  const page = await enter('solar');
  const { deals } = await ask<{ deals: { edges: { node: { id: string } }[] } }>(
    page.context(),
    '{ deals(filter: { states: [INTEREST] }, first: 1) { edges { node { id } } } }',
  );
  await page.goto(`/deals/${deals.edges[0]?.node.id}`);
  await act(page, '终止对接');
  const dialog = page.getByRole('dialog', { name: '终止对接' });
  await dialog.getByLabel('终止原因').selectOption({ index: 1 });
  await dialog.getByLabel('说明').fill('改由集团统一对接。');
  const [answered, released] = [aGate(), aGate()];
  let caught = false;
  await page.route('**/graphql', async (route) => {
    if (caught || !route.request().postData()?.includes('query Deal(')) return route.fallback();
    caught = true;
    const response = await route.fetch();
    answered.open();
    await released.opened;
    return route.fulfill({ response });
  });
  // One comes back to the page, which asks what is so; and acts before it is told.
  await page.evaluate(`dispatchEvent(new Event('focus'))`);
  await answered.opened;
  await press(dialog, '终止对接');
  await told(page, '对接已终止');
  released.open();
  await expect(main(page).getByText('已终止').first()).toBeVisible();
  await expect(rail(page).getByRole('button', { name: '终止对接' })).toHaveCount(0);
});

test('a page left open shows what a colleague did meanwhile when its button comes too late', async ({
  enter,
}) => {
  const office = await enter('tto');
  await office.goto('/listings?state=ONLINE');
  await main(office).getByRole('row').nth(2).getByRole('link').click();
  await expect(rail(office).getByRole('button', { name: '下架' })).toBeVisible();
  const colleague = await office.context().newPage();
  await colleague.goto(office.url());
  for (const page of [colleague, office]) {
    await act(page, '下架');
    await page.getByRole('dialog', { name: '下架' }).getByLabel('原因').fill('技术路线已经更新。');
  }
  await press(colleague.getByRole('dialog', { name: '下架' }), '下架');
  await told(colleague, '已下架');
  const dialog = office.getByRole('dialog', { name: '下架' });
  await press(dialog, '下架');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('原因')).toHaveValue('技术路线已经更新。');
  await press(dialog, '取消');
  await expect(main(office).getByText('已下架').first()).toBeVisible();
});
