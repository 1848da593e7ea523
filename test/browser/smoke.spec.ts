import { expect, test } from '@playwright/test';

test('a stranger sees the city and can find the results', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/技汇/);
  await page.getByRole('link', { name: /成果/ }).first().click();
  await expect(page).toHaveURL(/\/results/);
  await expect(page.getByRole('main')).toBeVisible();
});

test('a demo account signs in and has a workspace', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill('enterprise@demo.jihui.cn');
  await page.getByLabel('密码').fill('Jihui-demo-2026');
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(/workspace/);
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
});
