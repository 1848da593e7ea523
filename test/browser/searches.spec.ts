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
  await expect(section(page, '同义词').getByText('阳光变电')).toBeHidden();
  await expect(section(page, '同义词').getByText('黄耆')).toBeVisible();
});

test('one box finds results, needs, experts, patents and institutions, each with its count and each alone', async ({
  enter,
}) => {
  const page = await enter(null);
  const kinds = main(page).getByRole('navigation', { name: '搜索范围' });
  const heading = (level: number, name: RegExp) => main(page).getByRole('heading', { level, name });
  await test.step('from the first page', async () => {
    await page.goto('/');
    await main(page).getByRole('combobox', { name: /例如/ }).fill('光伏');
    await press(main(page).getByRole('search'), '搜索');
    await expect(page).toHaveURL('/search?q=%E5%85%89%E4%BC%8F');
    for (const kind of ['成果', '需求', '专利', '单位'])
      await expect(heading(2, new RegExp(`^${kind} \\d+ 项$`))).toBeVisible();
    await expect(main(page).locator('mark', { hasText: '光伏' }).first()).toBeVisible();
    await clean(page);
  });
  await test.step('one kind alone, as many as were counted', async () => {
    const patents = kinds.getByRole('link', { name: '专利' });
    const counted = /\d+/.exec(await patents.innerText())?.[0];
    await patents.click();
    await expect(page).toHaveURL('/search/patent?q=%E5%85%89%E4%BC%8F');
    await expect(main(page).getByRole('status')).toHaveText(`共 ${counted} 项`);
    await expect(patents).toHaveAttribute('aria-current', 'page');
    await expect(main(page).locator('mark', { hasText: '光伏' }).first()).toBeVisible();
  });
  await test.step('narrowed by what each value would leave, and in another order', async () => {
    const filters = main(page).getByRole('complementary', { name: '筛选' });
    const kind = filters.getByRole('group').filter({ hasText: '专利类型' }).locator('label').first();
    const left = /(\d+)$/.exec(await kind.innerText())?.[1];
    await kind.getByRole('checkbox').click();
    await expect(kind.getByRole('checkbox')).toBeChecked();
    await expect(main(page).getByRole('status')).toHaveText(`共 ${left} 项`);
    await main(page).getByLabel('排序').selectOption({ index: 1 });
    await expect(page).toHaveURL(/^[^?]*\/search\/patent\?q=[^&]*&kind=[A-Z_]+&sort=NEWEST$/);
    await expect(main(page).getByRole('status')).toHaveText(`共 ${left} 项`);
    await clean(page);
  });
  await test.step('by a link of before', async () => {
    await page.goto('/search?q=%E5%85%89%E4%BC%8F&kind=need');
    await expect(page).toHaveURL('/search/need?q=%E5%85%89%E4%BC%8F');
  });
  await test.step('an expert, by the spelling of the name and by what the profile tells everybody', async () => {
    await page.goto('/search?q=qinshulin');
    await expect(heading(2, /^专家 1 项$/)).toBeVisible();
    await kinds.getByRole('link', { name: '专家' }).click();
    await expect(page).toHaveURL('/search/expert?q=qinshulin');
    // The address changes before the page of all kinds has gone, which names a broker of that name too.
    await expect(main(page).getByRole('status')).toHaveText('共 1 项');
    await expect(main(page).getByRole('article').getByRole('link', { name: '秦树林' })).toBeVisible();
    await main(page).getByRole('searchbox').fill('秦树林 锻件');
    await press(main(page).getByRole('search'), '搜索');
    await expect(main(page).locator('mark', { hasText: '锻件' }).first()).toBeVisible();
    await clean(page);
  });
  await test.step('an institution, by its initials, is open to everybody with what it offers', async () => {
    await page.goto('/search/organisation');
    await main(page).getByRole('searchbox').fill('xzgyjsdx');
    await press(main(page).getByRole('search'), '搜索');
    await expect(main(page).getByRole('status')).toHaveText('共 1 项');
    await main(page).getByRole('article').getByRole('link', { name: '忻州工业技术大学' }).click();
    await expect(heading(1, /^忻州工业技术大学$/)).toBeVisible();
    await expect(heading(2, /^在线成果 \d+ 项$/)).toBeVisible();
    await clean(page);
  });
  await test.step('from any page, by the box of its head', async () => {
    const head = page.getByRole('banner').getByRole('combobox');
    await head.fill('锻压');
    await head.press('Enter');
    await expect(page).toHaveURL('/search?q=%E9%94%BB%E5%8E%8B');
    await expect(heading(1, /^搜索：锻压$/)).toBeVisible();
    await expect(heading(2, /^单位 \d+ 项$/)).toBeVisible();
  });
  await test.step('what is found nowhere says so', async () => {
    await page.goto('/search?q=%F0%9F%90%B3');
    await expect(main(page).getByText('没有找到')).toBeVisible();
  });
});

test('a page that is pasted is looked for by its beginning, and its address can be opened again', async ({
  enter,
}) => {
  const page = await enter('enterprise');
  await page.goto('/search');
  const box = main(page).getByRole('searchbox');
  for (const pasted of ['法兰锻造'.repeat(2_500), '😀'.repeat(10_000), 'مرحبا '.repeat(1_700)]) {
    await box.fill(pasted);
    await press(main(page).getByRole('search'), '搜索');
    await expect(
      main(page)
        .getByText(/^没有找到$|^共 \d+ 项$|\d+ 项$/)
        .first(),
    ).toBeVisible();
    await page.reload();
    await expect(
      main(page)
        .getByText(/^没有找到$|\d+ 项$/)
        .first(),
    ).toBeVisible();
    await clean(page);
  }
  await page.goto(`/search/result?q=${'光'.repeat(10_000)}`);
  await expect(
    main(page)
      .getByText(/^没有找到$|^没有符合条件的内容$|\d+ 项$/)
      .first(),
  ).toBeVisible();
});

test('what is looked for in the one box is kept there', async ({ enter }) => {
  const page = await enter('enterprise');
  await page.goto('/search/result?q=%E7%A6%8F%E5%85%89');
  await press(main(page), '保存检索');
  await told(page, '已保存，有新内容时会提醒您');
  await page.goto('/searches');
  await press(main(page), '删除检索：福光');
});
