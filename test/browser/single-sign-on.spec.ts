import type { Page } from '@playwright/test';
import { provenLongAgo } from './clock.js';
import { clean, expect, main, press, section, test, told } from './journey.js';
import { forgetSession } from './people.js';

const PASSWORD = 'Jihui-demo-2026';
const BY_ISSUER = '用“山西政务服务”登录';

/** At the issuer, which asks whoever it does not know yet. */
async function answer(page: Page, who: string, button: '同意并登录' | '拒绝'): Promise<void> {
  await page.getByLabel('账号').fill(who);
  await press(page, button);
}

test('an account is linked to an issuer, entered by its word, and unlinked', async ({ enter }) => {
  const page = await enter('broker');
  await page.goto('/account');
  const links = section(page, '统一身份认证');
  await test.step('linking asks for the password once the last proof is long ago', async () => {
    await provenLongAgo('broker');
    await press(links, '关联“山西政务服务”');
    const dialog = page.getByRole('dialog', { name: '验证身份' });
    await dialog.getByLabel('密码').fill(PASSWORD);
    await press(dialog, '确认并继续');
    await answer(page, 'issuer-subject-1', '同意并登录');
    await expect(page).toHaveURL('/account');
    await told(page, '已关联');
    await expect(links.getByRole('row')).toHaveCount(2);
    await clean(page);
  });
  await test.step('whoever the issuer knows already comes in without a word more', async () => {
    await page.request.post('/graphql', {
      data: { query: 'mutation { signOut(input: { clientMutationId: "out" }) { ok } }' },
    });
    forgetSession('broker');
    await page.goto('/sign-in?next=/account');
    await press(main(page), BY_ISSUER);
    await expect(page).toHaveURL('/account');
    await expect(links.getByRole('row')).toHaveCount(2);
  });
  await test.step('what is grave asks for the password: the word of the issuer is no proof', async () => {
    await press(links, '解除关联');
    const dialog = page.getByRole('dialog', { name: '验证身份' });
    await dialog.getByLabel('密码').fill(PASSWORD);
    await press(dialog, '确认并继续');
    await told(page, '已解除关联');
    await expect(links.getByRole('table')).toHaveCount(0);
  });
  await test.step('then the identity is nobody’s here', async () => {
    await page.request.post('/graphql', {
      data: { query: 'mutation { signOut(input: { clientMutationId: "out again" }) { ok } }' },
    });
    await page.goto('/sign-in');
    await press(main(page), BY_ISSUER);
    await expect(main(page).getByRole('alert')).toContainText('还没有关联账号');
    await expect(page).toHaveURL('/sign-in/return');
    await clean(page);
    await main(page).getByRole('link', { name: '回到登录页' }).click();
    await expect(page).toHaveURL('/sign-in');
  });
  forgetSession('broker');
});

test('whoever says no to the issuer reads what that means', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/sign-in');
  await press(main(page), BY_ISSUER);
  await answer(page, '', '拒绝');
  await expect(main(page).getByRole('alert')).toContainText('平台没有取得任何资料');
  await clean(page);
});
