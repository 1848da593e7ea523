import type { Page } from '@playwright/test';
import { expect, main, savedByItself, test, told } from './journey.js';

/** Goes on with Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp, role?: 'button' | 'link'): Promise<void> {
  const goal = (role ? page.getByRole(role, { name }) : page.getByLabel(name)).and(page.locator(':focus'));
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await goal.count()) > 0) return;
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

test('a need is posted by the keyboard alone', async ({ enter }) => {
  const page = await enter('solar');
  const { keyboard } = page;
  const write = async (name: string, text: string): Promise<void> => {
    await tabTo(page, name);
    await keyboard.insertText(text);
  };
  await page.goto('/listings/needs/new/edit');
  await expect(page.getByLabel('名称')).toBeVisible();
  await test.step('the skip link leads past the header', async () => {
    await keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
    await keyboard.press('Enter');
  });
  await write('名称', '组件边框自动打胶质量在线检测');
  await write(
    '现状与难点',
    '组件装框打胶目前靠人工目检，漏胶与断胶每班都有数十件，返工成本高。希望引进在线视觉检测，节拍不超过二十秒一件，漏检率低于千分之一，并能追溯到批次。',
  );
  await tabTo(page, '需求类型');
  await keyboard.press('ArrowDown');
  await tabTo(page, '技术领域');
  await keyboard.press('ArrowDown');
  await tabTo(page, '关键词');
  for (const word of ['视觉检测', '光伏组件']) {
    await keyboard.insertText(word);
    await keyboard.press('Enter');
  }
  await tabTo(page, '下一步', 'button');
  await keyboard.press('Enter');
  await tabTo(page, '下一步', 'button');
  await keyboard.press('Enter');
  await tabTo(page, '委托开发');
  await keyboard.press('Space');
  await tabTo(page, '预算面议');
  await keyboard.press('Space');
  await tabTo(page, '下一步', 'button');
  await keyboard.press('Enter');
  await write('联系人姓名', '武晓东');
  await write('联系电话', '0350-6030003');
  await savedByItself(page);
  await tabTo(page, '提交审核', 'button');
  await keyboard.press('Enter');
  await told(page, '已提交');
});

test('the review desk is worked through with J, K, A and R', async ({ enter }) => {
  const page = await enter('registrar1');
  await page.goto('/reviews');
  const entries = main(page).getByRole('navigation', { name: '待审列表' }).getByRole('link');
  await expect(entries.first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(entries.first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('j');
  await expect(entries.nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('k');
  await expect(entries.first()).toHaveAttribute('aria-current', 'true');
  // Two presses in one task, faster than the page comes to the next: each counts.
  await page.evaluate(
    `for (const key of ['j', 'j']) dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))`,
  );
  await expect(entries.nth(2)).toHaveAttribute('aria-current', 'true');
  await expect(
    main(page)
      .getByRole('button', { name: /退回修改/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: '退回修改' });
  await expect(dialog.getByLabel('原因')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: '审核通过并上线' })).toBeVisible();
});
