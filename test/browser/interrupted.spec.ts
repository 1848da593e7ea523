import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { dayFromToday } from './clock.js';
import { act, expect, main, press, pressAndConfirm, test, told } from './journey.js';
import { ask, demoOrganisationId } from './people.js';

/** What is interrupted in the middle of handing in is handed in once, and what was handed in is not edited again. */

async function draftOf(page: Page, title: string): Promise<string> {
  const content = {
    title,
    description:
      '锻造加热炉出口烟气温度高，余热没有利用。希望引进余热回收与蓄热燃烧的成熟技术，改造后单位产品能耗下降百分之十五以上，不影响生产节拍。',
    keywords: ['余热回收', '蓄热燃烧', '锻造'],
    needType: 'PROCESS',
    cooperationModes: ['SERVICE'],
    indicators: [{ name: '单位产品能耗降幅', operator: 'AT_LEAST', target: '15', unit: '%' }],
    budgetMin: 20_000_000,
    budgetMax: 60_000_000,
    neededBy: await dayFromToday(page.context(), 200),
    contact: { name: '张建军', phone: '0350-6020002' },
    cluster: '8-7',
    techField: '07',
  };
  const { saveNeedDraft } = await ask<{ saveNeedDraft: { need: { id: string } } }>(
    page.context(),
    'mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id } } }',
    { input: { clientMutationId: randomUUID(), ownerId: demoOrganisationId('flangeMaker'), content } },
  );
  return saveNeedDraft.need.id;
}

const steps = async (page: Page, id: string): Promise<string[]> => {
  const { need } = await ask<{ need: { timeline: { action: string }[] } }>(
    page.context(),
    'query ($id: ID!) { need(id: $id) { timeline { action } } }',
    { id },
  );
  return need.timeline.map(({ action }) => action);
};

test('what was handed in while the connection broke is handed in once when it is pressed again', async ({
  enter,
}) => {
  const page = await enter('enterprise');
  const id = await draftOf(page, '锻造加热炉余热回收改造');
  await page.goto(`/needs/${id}`);
  // The server does it; the answer is lost.
  await page.route('**/graphql', async (route) => {
    if (!/mutation SubmitNeed/.test(route.request().postData() ?? '')) return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await pressAndConfirm(page, '提交审核');
  const dialog = page.getByRole('dialog', { name: '提交审核' });
  await expect(dialog.getByText('暂时连不上服务器')).toBeVisible();
  await page.unroute('**/graphql');
  await press(dialog, '提交审核');
  await told(page, '已提交');
  expect((await steps(page, id)).filter((action) => action === 'submit')).toHaveLength(1);
});

test('going back after handing in shows it as it is now, with nothing to hand in', async ({ enter }) => {
  const page = await enter('enterprise');
  const id = await draftOf(page, '锻件探伤数据自动判读');
  await page.goto(`/listings/needs/${id}/edit`);
  await act(page, '提交审核');
  await expect(page).toHaveURL(`/needs/${id}`);
  await page.goBack();
  await expect(page.getByText('科技部门审核中')).toBeVisible();
  await expect(page).toHaveURL(`/needs/${id}`);
  await expect(page.getByRole('button', { name: '提交审核', exact: true })).toHaveCount(0);
});

test('a number that is not known yet is shown as none, not as nought', async ({ enter }) => {
  const page = await enter('tto');
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graphql', async (route) => {
    if (/query Notifications\b/.test(route.request().postData() ?? '')) await released;
    return route.fallback();
  });
  await page.goto('/inbox');
  const row = main(page).locator('label').filter({ hasText: '只看未读' });
  await expect(row).toHaveText('只看未读');
  release();
  await expect(row).toHaveText(/只看未读\d+/);
});

test('pressed twice, and in two tabs, it is handed in once and the other tab is told', async ({ enter }) => {
  const page = await enter('enterprise');
  const id = await draftOf(page, '锻件表面氧化皮在线清除');
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(`/needs/${id}`);
  await pressAndConfirm(other, '提交审核');
  await told(other, '已提交');
  await page.bringToFront();
  await act(page, '提交审核');
  await page
    .getByRole('dialog', { name: '提交审核' })
    .getByRole('button', { name: '提交审核', exact: true })
    .dblclick();
  await expect(page.getByText('科技部门审核中')).toBeVisible();
  await expect(page.getByRole('button', { name: '撤回送审' })).toBeVisible();
  expect((await steps(page, id)).filter((action) => action === 'submit')).toHaveLength(1);
});
