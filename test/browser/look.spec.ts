import { clean, expect, main, press, test } from './journey.js';
import { ask } from './people.js';
import { quiet } from './quiet.js';
import { VISITS } from './routes.js';

test('the language is switched everywhere and kept', async ({ enter }) => {
  const page = await enter('enterprise');
  await page.goto('/results?cluster=8-3');
  await press(page.getByRole('banner'), 'English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle(/Research results · Jihui/);
  await expect(page).toHaveURL('/results?cluster=8-3');
  await page.goto('/workspace');
  await expect(main(page).getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  await press(page.getByRole('banner'), '中文');
  await expect(main(page).getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('a browser that asks for no Chinese starts in English', async ({ enter }) => {
  const page = await enter(null, { locale: 'en-GB' });
  await page.goto('/needs');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('an English page names the entries of the national code tables in English', async ({ enter }) => {
  const page = await enter(null, { locale: 'en-GB' });
  await page.goto('/results');
  await expect(main(page).getByLabel(/^New energy and energy efficiency/)).toBeVisible();
  await expect(
    main(page)
      .getByText(/^Readiness level \d+ · [A-Z]/)
      .first(),
  ).toBeVisible();
});

test('the theme follows the system until one chooses, and is kept', async ({ enter }) => {
  const page = await enter(null, { colorScheme: 'dark' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await press(page.getByRole('banner'), '切换到浅色');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('every filter stands in the address, and comes back with it', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/results');
  const cluster = main(page)
    .getByLabel(/新能源/)
    .first();
  await cluster.click();
  await expect(cluster).toBeChecked();
  await page.getByLabel('排序').selectOption({ index: 1 });
  await main(page).getByRole('searchbox').fill('光伏');
  await press(main(page).getByRole('search'), '搜索');
  await expect(page).toHaveURL('/results?cluster=8-3&sort=NEWEST&q=%E5%85%89%E4%BC%8F');
  const address = page.url();
  const { results } = await ask<{ results: { totalCount: number } }>(
    page.context(),
    '{ results(filter: { clusters: ["8-3"] }, text: "光伏", sort: NEWEST) { totalCount } }',
  );
  const count = `共 ${results.totalCount} 项`;
  await expect(main(page).getByRole('status')).toHaveText(count);
  const other = await enter(null);
  await other.goto(address);
  await expect(main(other).getByRole('status')).toHaveText(count);
  await expect(
    main(other)
      .getByLabel(/新能源/)
      .first(),
  ).toBeChecked();
  await expect(main(other).getByLabel('排序')).toHaveValue('NEWEST');
  await page.goBack();
  await expect(page).not.toHaveURL(address);
});

test('filters chosen one right after the other all hold', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/results');
  await expect(
    main(page)
      .getByLabel(/新能源/)
      .first(),
  ).toBeVisible();
  // In one task, faster than anybody: the page draws none of it in between.
  await page.evaluate(`{
    const [one, two, three] = document.querySelectorAll('main aside input[type=checkbox]');
    for (const box of [one, two, three]) box.click();
  }`);
  await expect(main(page).getByRole('button', { name: /去掉筛选/ })).toHaveCount(3);
});

test('a notice prints on A4 without the frame around it', async ({ enter }) => {
  const page = await enter(null, { colorScheme: 'dark' });
  const { disclosures } = await ask<{ disclosures: { edges: { node: { id: string } }[] } }>(
    page.context(),
    '{ disclosures(first: 1) { edges { node { id } } } }',
  );
  await page.goto(`/disclosures/${disclosures.edges[0]?.node.id}`);
  await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(main(page).getByRole('button', { name: /打印/ })).toBeHidden();
  // Ink on paper, whatever the theme on the screen.
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('who asks for less motion gets none', async ({ enter }) => {
  const page = await enter(null, { reducedMotion: 'reduce' });
  await page.goto('/results');
  const longest = await page.evaluate<number>(
    `Math.max(...[...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return [...transitionDuration.split(','), ...animationDuration.split(',')].map(parseFloat);
    }))`,
  );
  expect(longest).toBeLessThanOrEqual(0.01);
});

test('what a registrar reads most is clean in the dark and in English, the text of a contract too', async ({
  enter,
}) => {
  const page = await enter('registrar1', { colorScheme: 'dark', locale: 'en-GB' });
  const patterns = ['/contracts/:id/texts/:fileId', '/data', '/exchange', '/registration/replays/:id'];
  for (const pattern of patterns) {
    const at = VISITS[pattern]?.at ?? '';
    await page.goto(typeof at === 'string' ? at : await at(page.context()));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await quiet(page);
    await clean(page);
  }
});
