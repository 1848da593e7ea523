import type { Page, Request } from '@playwright/test';
import { aGate, clean, expect, main, press, test } from './journey.js';

/** How long the typing rests before it is looked for, in ms: `design/useRested.ts`. */
const REST_MS = 250;
const box = (page: Page) => main(page).getByRole('searchbox');
const heading = (page: Page) => main(page).getByRole('heading', { level: 1 });
const q = (words: string): string => `/search?${new URLSearchParams({ q: words }).toString()}`;

const wordsOf = (request: Request): string | null | undefined => {
  const body = request.postData();
  if (body?.includes('query SearchAll') !== true) return undefined;
  return (JSON.parse(body) as { variables: { text: string | null } }).variables.text;
};

/** What the page asked all lists for, one entry a query. */
function asked(page: Page): (string | null)[] {
  const all: (string | null)[] = [];
  page.on('request', (request) => {
    const words = wordsOf(request);
    if (words !== undefined) all.push(words);
  });
  return all;
}

/** The page's clock stands from here on, and goes as it is told: how fast this machine types is nothing to it. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt(Date.now() + 60_000);
}

test('what is typed is looked for once the typing rests, in place, and Back leads out of it', async ({
  enter,
}) => {
  const page = await enter(null);
  const all = asked(page);
  await page.clock.install();
  await page.goto('/results');
  await page.goto('/search');
  await expect(main(page).getByRole('article').first()).toBeVisible();
  expect(all).toEqual([null]);
  await stopClock(page);
  await test.step('one question a pause', async () => {
    await box(page).pressSequentially('光伏组');
    await page.clock.runFor(REST_MS - 1);
    await box(page).press('Backspace');
    await page.clock.runFor(REST_MS - 1);
    expect(all).toEqual([null]);
    await page.clock.runFor(1);
    await expect(page).toHaveURL(q('光伏'));
    await expect(main(page).locator('mark', { hasText: '光伏' }).first()).toBeVisible();
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('光伏');
    expect(all).toEqual([null, '光伏']);
  });
  await test.step('not while an input method composes', async () => {
    const method = await page.context().newCDPSession(page);
    await box(page).fill('');
    await page.clock.runFor(REST_MS);
    await expect(page).toHaveURL('/search');
    await method.send('Input.imeSetComposition', { text: 'duan', selectionStart: 4, selectionEnd: 4 });
    await expect(box(page)).toHaveValue('duan');
    await page.clock.runFor(10 * REST_MS);
    await expect(page).toHaveURL('/search');
    await method.send('Input.insertText', { text: '锻压' });
    await expect(box(page)).toHaveValue('锻压');
    await page.clock.runFor(REST_MS);
    await expect(page).toHaveURL(q('锻压'));
    await expect(heading(page)).toHaveText('搜索：锻压');
    // Nothing was asked twice: what no words find is still there.
    expect(all).toEqual([null, '光伏', '锻压']);
  });
  await test.step('what is sent is an address of its own; what was typed on the way is none', async () => {
    await box(page).press('Enter');
    await expect(page).toHaveURL(q('锻压'));
    await box(page).fill('法');
    await page.clock.runFor(REST_MS);
    await expect(page).toHaveURL(q('法'));
    await box(page).fill('法兰');
    await press(main(page).getByRole('search'), '搜索');
    await expect(heading(page)).toHaveText('搜索：法兰');
    await page.goBack();
    await expect(page).toHaveURL(q('锻压'));
    await expect(box(page)).toHaveValue('锻压');
    await expect(heading(page)).toHaveText('搜索：锻压');
    await page.goBack();
    await expect(page).toHaveURL('/search');
    await expect(box(page)).toHaveValue('');
    await page.goBack();
    await expect(page).toHaveURL('/results');
  });
});

test('while an answer is on its way the former one stays, and one that was overtaken is dropped', async ({
  enter,
}) => {
  const page = await enter(null);
  const late = aGate();
  await page.route('**/graphql', async (route) => {
    if (wordsOf(route.request()) === '光') await late.opened;
    // The page may have given it up meanwhile.
    await route.continue().catch(() => undefined);
  });
  await page.goto(q('锻压'));
  const former = main(page).getByRole('article').first();
  await expect(former).toBeVisible();
  const shown = await former.innerText();
  const waits = page.waitForRequest((request) => wordsOf(request) === '光');
  await box(page).fill('光');
  await waits;
  await expect(main(page).locator('[aria-busy=true]')).toBeVisible();
  expect(await former.innerText()).toBe(shown);
  await box(page).fill('光伏');
  await expect(heading(page)).toHaveText('搜索：光伏');
  await expect(main(page).locator('mark', { hasText: '光伏' }).first()).toBeVisible();
  await clean(page);
  const found = await main(page).getByRole('status').innerText();
  late.open();
  await press(main(page).getByRole('search'), '搜索');
  await expect(heading(page)).toHaveText('搜索：光伏');
  await expect(main(page).getByRole('status')).toHaveText(found);
});

test('on a phone every page’s head opens the box', async ({ enter }) => {
  const page = await enter('enterprise', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto('/patents');
  const drawer = page.getByRole('dialog', { name: '搜索' });
  const field = drawer.getByRole('combobox');
  const open = page.getByRole('banner').getByRole('button', { name: '搜索' });
  await test.step('it has the focus, and Escape gives it back', async () => {
    await open.click();
    await expect(field).toBeFocused();
    await clean(page);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(open).toBeFocused();
  });
  await test.step('what is suggested opens', async () => {
    await open.click();
    await field.fill('法兰');
    const option = drawer.getByRole('option').first();
    await expect(option).toBeVisible();
    await clean(page);
    await option.click();
    await expect(drawer).toBeHidden();
    await expect(page).toHaveURL(/\/(results|needs)\/[0-9a-f-]{36}$/);
  });
  await test.step('and what is sent is looked for', async () => {
    await open.click();
    await field.fill('光伏');
    await field.press('Enter');
    await expect(page).toHaveURL(q('光伏'));
    await expect(drawer).toBeHidden();
    await open.click();
    await field.fill('锻压');
    await field.press('Enter');
    await expect(page).toHaveURL(q('锻压'));
    await expect(drawer).toBeHidden();
    await expect(box(page)).toHaveValue('锻压');
  });
});
