import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { provenLongAgo } from './clock.js';
import { expect, main, press, section, test, told } from './journey.js';
import { demoOrganisationId, forgetSession } from './people.js';

const PASSWORD = 'Jihui-demo-2026';

async function signInAs(page: Page, mailbox: string): Promise<void> {
  await page.goto('/sign-in?next=/account');
  await page.getByLabel('邮箱').fill(`${mailbox}@demo.jihui.cn`);
  await page.getByLabel('密码').fill(PASSWORD);
  await press(main(page), '登录');
}

test('a second factor is set up, is asked for at sign-in and before a grave act, and is switched off', async ({
  enter,
}) => {
  const page = await enter('tea');
  let secret = '';
  const codes: string[] = [];
  await test.step('the password, the app, its first code', async () => {
    await page.goto('/account');
    await section(page, '两步验证').getByRole('link', { name: '启用两步验证' }).click();
    // The account's own page asks for a password too: it is still there until the next one has come.
    await expect(page).toHaveURL('/account/second-factor');
    await main(page).getByLabel('当前密码').fill(PASSWORD);
    await press(main(page), '开始');
    await expect(main(page).getByRole('img', { name: '供身份验证器应用扫描的二维码' })).toBeVisible();
    secret = (await main(page).locator('code').innerText()).replaceAll(' ', '');
    await main(page).getByLabel('应用中的 6 位数字').fill('000000');
    await press(main(page), '确认启用');
    await expect(main(page).getByText('验证码不对').first()).toBeVisible();
    await main(page).getByLabel('应用中的 6 位数字').fill(new TOTP({ secret }).generate());
    await press(main(page), '确认启用');
  });
  await test.step('recovery codes, saved to a file', async () => {
    const shown = page.getByRole('region', { name: '恢复码' });
    await expect(shown.getByRole('listitem')).toHaveCount(10);
    codes.push(...(await shown.getByRole('listitem').allInnerTexts()));
    const [file] = await Promise.all([page.waitForEvent('download'), press(shown, '下载')]);
    expect(file.suggestedFilename()).toBe('技汇恢复码.txt');
    await press(shown, '已保存好，继续');
    await expect(page).toHaveURL('/account');
    await expect(section(page, '两步验证').getByText('还有 10 个没有用过的恢复码')).toBeVisible();
  });
  forgetSession('tea');
  const other = await enter(null);
  await test.step('signing in elsewhere takes the code as well', async () => {
    await signInAs(other, 'tea');
    const step = other.getByRole('form', { name: '输入验证码' });
    await step.getByLabel('验证码或恢复码').fill('000000');
    await press(step, '继续登录');
    await expect(step.getByText('验证码不对').first()).toBeVisible();
    await step.getByLabel('验证码或恢复码').fill(codes[0] ?? '');
    await press(step, '继续登录');
    await expect(other).toHaveURL('/account');
    await expect(section(other, '两步验证').getByText('还有 9 个')).toBeVisible();
  });
  await test.step('and so does what is grave, once the last proof is long ago', async () => {
    await other.goto(`/organisations/${demoOrganisationId('teaMaker')}`);
    await provenLongAgo('tea');
    await press(main(other), '邀请成员');
    const form = other.getByRole('dialog', { name: '邀请成员' });
    await form.getByLabel('邮箱').fill('second.officer@example.org');
    await press(form, '邀请成员');
    const dialog = other.getByRole('dialog', { name: '验证身份' });
    await dialog.getByLabel('密码').fill(PASSWORD);
    await press(dialog, '确认并继续');
    await dialog.getByLabel('验证码或恢复码').fill(codes[1] ?? '');
    await press(dialog, '确认并继续');
    await told(other, '邀请已发出');
  });
  await test.step('new recovery codes, and off', async () => {
    await other.goto('/account/second-factor');
    const renew = section(other, '重新生成恢复码');
    await renew.getByLabel('当前密码').fill(PASSWORD);
    await renew.getByLabel('验证码或恢复码').fill(codes[2] ?? '');
    await press(renew, '重新生成');
    const shown = other.getByRole('region', { name: '恢复码' });
    await expect(shown.getByRole('listitem')).toHaveCount(10);
    const [fresh = ''] = await shown.getByRole('listitem').allInnerTexts();
    expect(codes).not.toContain(fresh);
    await other.goto('/account/second-factor');
    const off = section(other, '关闭两步验证');
    await off.getByLabel('当前密码').fill(PASSWORD);
    await off.getByLabel('验证码或恢复码').fill(fresh);
    await press(off, '关闭');
    await told(other, '两步验证已关闭');
    await expect(main(other).getByText('没有启用')).toBeVisible();
  });
  forgetSession('tea');
});
