import { clean, expect, main, press, section, test, told } from './journey.js';

test('a search is kept, opened again, and removed', async ({ enter }) => {
  const page = await enter('enterprise');
  await page.goto('/results?cluster=8-3');
  await main(page).getByRole('searchbox').fill('光伏');
  await press(main(page).getByRole('search'), '搜索');
  await expect(main(page).locator('mark', { hasText: '光伏' }).first()).toBeVisible();
  await clean(page);
  const found = await main(page).getByRole('status').innerText();
  await press(main(page), '保存检索');
  await told(page, '已保存，有新内容时会提醒您');
  await page.goto('/searches');
  await expect(main(page).getByLabel('有新内容时提醒我')).toBeChecked();
  await clean(page);
  await main(page).getByRole('link', { name: '光伏' }).click();
  await expect(page).toHaveURL('/results?q=%E5%85%89%E4%BC%8F&cluster=8-3');
  await expect(main(page).getByRole('status')).toHaveText(found);
  await page.goto('/searches');
  await press(main(page), '删除检索：光伏');
  await expect(main(page).getByText('还没有保存的检索')).toBeVisible();
});

test('an administrator says which words mean the same, and the next search knows', async ({ enter }) => {
  const visitor = await enter(null);
  const page = await enter('admin');
  await page.goto('/admin/search-words');
  await test.step('what is wrong is said beside the field', async () => {
    await press(main(page), '添加一组同义词');
    const dialog = page.getByRole('dialog', { name: '添加一组同义词' });
    await dialog.getByLabel('一组同义词').fill('光伏');
    await press(dialog, '保存');
    await expect(dialog.getByText('一组同义词至少 2 个')).toBeVisible();
    await dialog.getByLabel('一组同义词').fill('光伏、阳光变电');
    await press(dialog, '保存');
    await told(page, '已保存，对下一次检索生效');
  });
  await expect(section(page, '同义词').getByText('阳光变电')).toBeVisible();
  await clean(page);
  await visitor.goto('/results?q=%E9%98%B3%E5%85%89%E5%8F%98%E7%94%B5');
  await expect(main(visitor).locator('mark', { hasText: '光伏' }).first()).toBeVisible();
  await press(main(page), '删除：光伏、阳光变电');
  await expect(main(page).getByText('还没有同义词')).toBeVisible();
});
