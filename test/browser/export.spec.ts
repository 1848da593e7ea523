import { readFileSync } from 'node:fs';
import { provenLongAgo } from './clock.js';
import { expect, main, press, section, test, told } from './journey.js';
import { demoOrganisationId } from './people.js';

const PASSWORD = 'Jihui-demo-2026';

test('an administrator has everything of the organisation exported, and fetches it once who asks is certain', async ({
  enter,
}) => {
  const page = await enter('institute');
  const place = `/organisations/${demoOrganisationId('institute')}`;
  const part = section(page, '导出单位资料');
  await test.step('asked for, with its progress until it is ready', async () => {
    await page.goto(place);
    await press(part, '导出全部资料');
    await told(page, '已开始导出');
    await expect(part.getByText('可下载')).toBeVisible({ timeout: 60_000 });
    await expect(part.getByText(/\d+ 条记录、\d+ 个附件/)).toBeVisible();
    await expect(part.getByText('下载期限')).toBeVisible();
  });
  await test.step('fetched, after the password where the last is long ago', async () => {
    await provenLongAgo('institute');
    const download = page.waitForEvent('download');
    await press(part, '下载压缩包');
    const asked = page.getByRole('dialog', { name: '验证身份' });
    await asked.getByLabel('密码').fill(PASSWORD);
    await press(asked, '确认并继续');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^单位资料-\d{4}-\d\d-\d\d\.zip$/);
    const bytes = readFileSync(await file.path()).toString('latin1');
    expect(bytes.slice(0, 2)).toBe('PK');
    for (const path of ['manifest.json', 'listings/results.jsonl']) expect(bytes).toContain(path);
  });
  await test.step('and told', async () => {
    await page.goto('/inbox');
    await expect(
      main(page)
        .getByText(/的资料已导出/)
        .first(),
    ).toBeVisible();
  });
});

test('nobody else of the organisation, and no bureau, sees that there is an export', async ({ enter }) => {
  for (const [who, organisation] of [
    ['researcher', 'university'],
    ['admin', 'cityBureau'],
  ] as const) {
    const page = await enter(who);
    await page.goto(`/organisations/${demoOrganisationId(organisation)}`);
    await expect(section(page, '成员')).toBeVisible();
    await expect(section(page, '导出单位资料')).toHaveCount(0);
  }
});
