import { provenLongAgo } from './clock.js';
import { expect, main, press, savedByItself, test, told } from './journey.js';
import { demoOrganisationId } from './people.js';
import { quiet } from './quiet.js';

/** What an ended session and a lost connection do to a form that is being filled in: nothing. */

test('a session that ends under an open form is renewed in place', async ({ enter }) => {
  const page = await enter('researcher');
  await page.goto('/listings/results/new/edit');
  await page.getByLabel('名称').fill('会话过期时正在填写的成果');
  await savedByItself(page);
  await page.context().clearCookies();
  const summary = '这段文字是在会话过期之后写下的，重新登录以后必须还在，而且已经保存到服务器。';
  await page.getByLabel('摘要').fill(summary);
  const dialog = page.getByRole('dialog', { name: '登录已过期' });
  await expect(dialog.getByLabel('邮箱')).toHaveValue('researcher@demo.jihui.cn');
  await dialog.getByLabel('密码').fill('Wrong-password-1');
  await press(dialog, '登录');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('密码').fill('Jihui-demo-2026');
  await press(dialog, '登录');
  await expect(dialog).toBeHidden();
  await savedByItself(page);
  await page.reload();
  await expect(page.getByLabel('摘要')).toHaveValue(summary);
});

test('a grave act asks for the password once the last is long ago, and goes on by itself', async ({
  enter,
}) => {
  const page = await enter('admin');
  await page.goto(`/organisations/${demoOrganisationId('cityBureau')}`);
  await provenLongAgo('admin');
  await press(main(page), '邀请成员');
  const form = page.getByRole('dialog', { name: '邀请成员' });
  await form.getByLabel('邮箱').fill('new.officer@example.org');
  await press(form, '邀请成员');
  const dialog = page.getByRole('dialog', { name: '验证身份' });
  await dialog.getByLabel('密码').fill('Wrong-password-1');
  await press(dialog, '确认并继续');
  await expect(dialog.getByText('密码不对，请重新输入').first()).toBeVisible();
  await press(dialog, '取消');
  await expect(form.getByRole('alert')).toContainText('请先验证身份');
  await expect(form.getByLabel('邮箱')).toHaveValue('new.officer@example.org');
  await press(form, '邀请成员');
  await dialog.getByLabel('密码').fill('Jihui-demo-2026');
  await press(dialog, '确认并继续');
  await expect(dialog).toBeHidden();
  await told(page, '邀请已发出');
  await expect(main(page).getByText('new.officer@example.org')).toBeVisible();
});

test('a form filled in offline is saved when the connection is back', async ({ enter }) => {
  const page = await enter('researcher');
  await page.goto('/listings/results/new/edit');
  await page.getByLabel('名称').fill('断网时正在填写的成果');
  await savedByItself(page);
  await page.context().setOffline(true);
  await expect(page.getByText('当前没有联网')).toBeVisible();
  await page.getByLabel('摘要').fill('断网时写下的摘要。');
  await expect(page.getByText('没有保存成功')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('当前没有联网')).toBeHidden();
  await savedByItself(page);
  await page.reload();
  await expect(page.getByLabel('摘要')).toHaveValue('断网时写下的摘要。');
});

test('a list that cannot be loaded says so with a code, and comes when asked again', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/');
  // The home page has all it asks for: an error that is seen is the list's own.
  await quiet(page);
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '成果' }).click();
  await expect(page).toHaveURL('/results');
  await expect(main(page).getByRole('heading', { level: 1, name: '科技成果' })).toBeVisible();
  await expect(main(page).getByRole('alert')).toContainText('NETWORK');
  await page.unroute('**/graphql');
  await press(main(page), '重试');
  await expect(main(page).getByText(/共 \d+ 项/)).toBeVisible();
});

test('what one may not see, and what is not there, look alike; a wrong address leads home', async ({
  enter,
}) => {
  const page = await enter(null);
  await page.goto('/results/019d0000-0000-7000-8000-00000000ffff');
  await expect(main(page).getByRole('alert')).toContainText('NOT_FOUND');
  await page.goto('/nowhere/at/all');
  await expect(main(page).getByRole('heading', { name: '没有这个页面' })).toBeVisible();
  await expect(page).toHaveTitle(/没有这个页面/);
  await main(page).getByRole('link', { name: '首页' }).click();
  await expect(page).toHaveURL('/');
});

test('a page for the signed in asks a stranger to sign in and goes on there', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/listings/needs?state=ONLINE');
  await page.getByLabel('邮箱').fill('enterprise@demo.jihui.cn');
  await page.getByLabel('密码').fill('Jihui-demo-2026');
  await press(main(page), '登录');
  await expect(page).toHaveURL(/\/listings\/needs\?state=ONLINE$/);
  await expect(main(page).getByText(/共 \d+ 项/)).toBeVisible();
});

test('what is typed into a dialog survives closing it and a reload, and leaves with its person', async ({
  enter,
}) => {
  const page = await enter('tto');
  const dialog = page.getByRole('dialog', { name: '邀请成员' });
  const open = (): Promise<void> => press(main(page), '邀请成员');
  await page.goto(`/organisations/${demoOrganisationId('university')}`);
  await open();
  await dialog.getByLabel('邮箱').fill('new.colleague@example.org');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.reload();
  await open();
  await expect(dialog.getByLabel('邮箱')).toHaveValue('new.colleague@example.org');
  await expect(dialog.getByText('已恢复上次没有提交的内容')).toBeVisible();
  await press(dialog, '丢弃并关闭');
  await open();
  await expect(dialog.getByLabel('邮箱')).toHaveValue('');
  await dialog.getByLabel('邮箱').fill('another@example.org');
  await press(dialog, '取消');
  await press(page.getByRole('banner'), '我的账户');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page).toHaveURL('/');
  const left = await page.evaluate<string[]>(
    `Object.keys(localStorage).filter((key) => key.includes('kept'))`,
  );
  expect(left).toEqual([]);
});
