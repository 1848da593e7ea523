import { act, expect, main, press, test, told } from './journey.js';

test('what concerns one arrives by itself, leads to its thing, and is read once', async ({ enter }) => {
  const office = await enter('tto');
  await office.goto('/inbox');
  await press(main(office), '全部标为已读');
  await told(office, '为已读');
  await expect(office.getByRole('banner').getByRole('link', { name: '消息', exact: true })).toBeVisible();

  const enterprise = await enter('enterprise');
  await enterprise.goto('/results?q=LED照明');
  await main(enterprise)
    .getByRole('link', { name: /LED照明/ })
    .first()
    .click();
  await act(enterprise, '表达合作意向');
  const dialog = enterprise.getByRole('dialog', { name: '表达合作意向' });
  await dialog.getByLabel('给对方的留言').fill('希望在我公司厂区照明改造中试用。');
  await press(dialog, '发出意向');
  await expect(enterprise).toHaveURL(/\/deals\//);

  await test.step('the bell counts without a reload', async () => {
    await expect(office.getByRole('banner').getByRole('link', { name: /消息，1 条未读/ })).toBeVisible();
  });
  await test.step('only unread, and by topic, in the address', async () => {
    await office.goto('/inbox');
    await office.getByLabel('只看未读').click();
    await expect(office).toHaveURL(/unread=yes/);
    await expect(main(office).getByRole('article')).toHaveCount(1);
    await main(office).getByRole('article').getByRole('link').click();
    await expect(office).toHaveURL(/\/deals\/[0-9a-f-]{36}/);
    await expect(office.getByRole('banner').getByRole('link', { name: '消息', exact: true })).toBeVisible();
  });
  await test.step('where one is told is one’s own choice', async () => {
    await office.goto('/inbox/settings');
    const mail = office.getByRole('group', { name: '匹配推荐' }).getByLabel('电子邮件');
    const before = await mail.isChecked();
    await mail.click();
    await told(office, '接收方式已保存');
    await office.reload();
    await expect(mail).toBeChecked({ checked: !before });
  });
});
