import { expect, main, press, test } from './journey.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('on a phone: the menu, the filters and the actions come in drawers', async ({ enter }) => {
  const page = await enter('enterprise', PHONE);
  await page.goto('/');
  await test.step('the menu', async () => {
    await press(page.getByRole('banner'), '打开菜单');
    const menu = page.getByRole('dialog', { name: '技汇' });
    await menu.getByRole('link', { name: '成果' }).click();
    await expect(page).toHaveURL('/results');
    await expect(menu).toBeHidden();
  });
  await test.step('the filters, with what they leave', async () => {
    await main(page).getByRole('button', { name: /筛选/ }).click();
    const drawer = page.getByRole('dialog', { name: '筛选' });
    const cluster = drawer.getByLabel(/新能源/).first();
    await cluster.click();
    await expect(cluster).toBeChecked();
    await drawer.getByRole('button', { name: /查看/ }).click();
    await expect(drawer).toBeHidden();
    await expect(page).toHaveURL(/cluster=8-3/);
  });
  await test.step('the action at the bottom, and the dialog it opens', async () => {
    await main(page).getByRole('article').first().getByRole('link').first().click();
    const act = main(page).getByRole('button', { name: '表达合作意向' }).locator('visible=true');
    await expect(act).toBeInViewport();
    await act.click();
    const dialog = page.getByRole('dialog', { name: '表达合作意向' });
    await expect(dialog.getByLabel('给对方的留言')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('more actions in a drawer from below', async () => {
    await page.goto('/listings/needs?state=ONLINE');
    await main(page)
      .getByRole('link', { name: /余热利用/ })
      .click();
    await press(main(page), '更多');
    const drawer = page.getByRole('dialog', { name: '更多' });
    await press(drawer, '关闭需求');
    await expect(page.getByRole('dialog', { name: '关闭需求' }).getByLabel('原因')).toBeVisible();
  });
});

test('between a phone and a desk no page is wider than the screen, in either language', async ({ enter }) => {
  for (const locale of ['zh-CN', 'en-US']) {
    const page = await enter('registrar1', { locale });
    await page.goto('/brokers');
    await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
    for (const width of [1440, 1280, 1181, 1100, 1021, 980, 921, 768]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(over, `${locale} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
