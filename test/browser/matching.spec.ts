import type { Page } from '@playwright/test';
import { clean, expect, main, press, section, test } from './journey.js';
import { ask } from './people.js';

/** The demo need of that title, as this person sees it. */
async function needNamed(page: Page, title: string): Promise<string> {
  const { needs } = await ask<{ needs: { edges: { node: { id: string } }[] } }>(
    page.context(),
    'query ($text: String) { needs(text: $text, first: 1) { edges { node { id } } } }',
    { text: title },
  );
  const id = needs.edges[0]?.node.id;
  if (id === undefined) throw new Error(`the demo city has lost the need ${title}`);
  return id;
}

test('as one types, what bears the words is named by kind, and a key opens it', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/');
  const box = main(page).getByRole('combobox', { name: /例如/ });
  await box.pressSequentially('光伏');
  const options = main(page).getByRole('listbox', { name: '联想结果' }).getByRole('option');
  await expect(options.filter({ hasText: '光伏' }).first()).toBeVisible();
  await clean(page);
  await box.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await box.press('Escape');
  await expect(options).toHaveCount(0);
  await box.press('e');
  await box.press('Backspace');
  await expect(options.first()).toBeVisible();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page).toHaveURL(
    /\/(results|needs|experts|patents|brokers|agencies|organisations)\/[0-9a-f-]{36}$/,
  );
});

test('agencies are found with what they did, and each shows its brokers', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/brokers');
  await main(page)
    .getByRole('navigation', { name: '技术经纪人与中介机构' })
    .getByRole('link', { name: '中介机构' })
    .click();
  await expect(page).toHaveURL('/agencies');
  await main(page).getByRole('searchbox').fill('法兰');
  await press(main(page).getByRole('search'), '搜索');
  await expect(main(page).locator('mark', { hasText: '法兰' }).first()).toBeVisible();
  await clean(page);
  await main(page).getByRole('article').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/agencies\/[0-9a-f-]{36}$/);
  await expect(section(page, '在册经纪人').getByRole('link', { name: '赵敏' })).toBeVisible();
  await clean(page);
});

test('who misses something in a list names it, and reads how the pair was scored and what keeps it apart', async ({
  enter,
}) => {
  const page = await enter('enterprise');
  await page.goto(`/needs/${await needNamed(page, '碾环过程尺寸在线测量与自动控制改造')}`);
  await main(page).getByText('为什么没有推荐……？').click();
  await main(page).getByLabel('专家', { exact: true }).check();
  await main(page).getByRole('searchbox', { name: '查找专家' }).fill('秦树林');
  await main(page)
    .getByRole('radio', { name: /秦树林/ })
    .check();
  const why = main(page).locator('article[aria-live]');
  await expect(why.getByText(/硬性的不推荐原因|不推荐的硬性原因/)).toBeVisible();
  await expect(why.getByText(/^匹配度/)).toBeVisible();
  await clean(page);
});

test('a notice of matches leads to where they stand, and a weak one is called so', async ({ enter }) => {
  const page = await enter('solar');
  const need = await needNamed(page, '薄硅片组件低温层压与封装胶膜国产替代');
  for (const [part, title] of [
    ['matches', '匹配到的成果'],
    ['patents', '匹配到的专利'],
  ] as const) {
    await page.goto(`/needs/${need}#${part}`);
    await expect(main(page).getByRole('heading', { level: 2, name: title })).toBeInViewport();
  }
  const results = section(page, '匹配到的成果').getByRole('article');
  await expect(results.first()).not.toContainText('相关度低');
  await expect(results.filter({ hasText: '相关度低' }).first()).toBeVisible();
  await clean(page);
});

test('a broker introduces both sides of a match at once, and both read why', async ({ enter }) => {
  const broker = await enter('broker');
  const need = await needNamed(broker, '薄硅片组件低温层压与封装胶膜国产替代');
  await broker.goto(`/needs/${need}/matches`);
  const matches = main(broker).getByRole('article');
  await expect(matches.first()).toBeVisible();
  await clean(broker);
  await press(matches.first(), '一键引荐');
  await expect(broker).toHaveURL(/\/deals\/[0-9a-f-]{36}$/);
  await broker.goto(`${new URL(broker.url()).pathname}/brokers`);
  await expect(main(broker).getByText('引荐').first()).toBeVisible();

  await test.step('the buyer is asked, and sees on the need that somebody waits', async () => {
    const buyer = await enter('solar');
    await buyer.goto(`/needs/${need}`);
    const vitality = section(buyer, '活力');
    await expect(vitality.getByText('发起过的对接')).toBeVisible();
    await expect(vitality.getByRole('link', { name: /等待您响应/ })).toContainText('1');
    await clean(buyer);
    const visitor = await enter(null);
    await visitor.goto(`/needs/${need}`);
    await expect(main(visitor).getByRole('heading', { level: 1 })).toBeVisible();
    await expect(section(visitor, '活力')).toHaveCount(0);
  });
});

test('market health shows each figure with what it counts and the statement that counted it', async ({
  enter,
}) => {
  const page = await enter(null);
  await page.goto('/market-health');
  const figure = main(page).getByRole('region', { name: '近一年发起的对接' });
  await expect(figure.getByText(/^\d+ 项$/)).toBeVisible();
  await figure.getByText('查询语句', { exact: true }).click();
  await expect(figure.getByText('select').first()).toBeVisible();
  await clean(page);
});
