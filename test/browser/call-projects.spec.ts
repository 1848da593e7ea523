import { attach, clean, expect, main, pdf, press, section, test, told } from './journey.js';
import { first } from './routes.js';

test('a payment waits on the second officer’s desk, and a milestone is reported with its proof', async ({
  enter,
}) => {
  const second = await enter('registrar1');
  await test.step('the to-do list leads to the payment that waits for its second level', async () => {
    await second.goto('/workspace');
    const list = main(second);
    const waiting = list.getByRole('link', { name: /审批拨付/ });
    const more = list.getByRole('button', { name: /^还有 \d+ 项$/ });
    await waiting.or(more).first().waitFor();
    if ((await waiting.count()) === 0) await more.click();
    await waiting.click();
    await expect(second).toHaveURL(/\/call-projects\//);
    const acts = section(second, '办理');
    await acts.locator('summary').filter({ hasText: '审批拨付' }).click();
    await press(acts, '审批拨付');
    await told(second, '已办理');
    await second.goto('/workspace');
    await expect(list.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(list.getByRole('link', { name: /审批拨付/ })).toHaveCount(0);
  });

  const undertaker = await enter('institute');
  await undertaker.goto(
    await first('callProjects(first: 1)', (id) => `/call-projects/${id}`)(undertaker.context()),
  );
  await test.step('without the file it is not sent', async () => {
    const acts = section(undertaker, '办理');
    await acts.locator('summary').filter({ hasText: '报告节点' }).click();
    await acts.getByRole('combobox', { name: /^节点/ }).selectOption({ label: 'M2 中试三炉验证' });
    await acts.getByLabel('完成情况').fill('中试三炉完成，冲击功与晶粒度均达到要求。');
    await acts.getByLabel('证明材料说明').fill('三炉检测报告 JC-2027-021');
    await expect(acts.getByRole('button', { name: '报告节点' })).toBeDisabled();
    await attach(acts, acts.getByLabel('证明材料（检测报告等）'), pdf('三炉检测报告.pdf'));
    await clean(undertaker);
    await press(acts, '报告节点');
    await told(undertaker, '已办理');
  });
  await test.step('the file stands with the report', async () => {
    const link = section(undertaker, '节点').getByRole('link', { name: '三炉检测报告.pdf' });
    const address = (await link.getAttribute('href')) ?? '';
    expect((await undertaker.context().request.get(address)).status()).toBe(200);
    const stranger = await enter(null);
    expect((await stranger.context().request.get(address)).status()).toBe(404);
  });
});

test('a report of misconduct waits on the inspector’s desk, with what was asked and answered', async ({
  enter,
}) => {
  const inspector = await enter('inspector');
  await inspector.goto('/workspace');
  await main(inspector)
    .getByRole('link', { name: /办理举报/ })
    .first()
    .click();
  await expect(inspector).toHaveURL(/\/misconduct\//);
  const page = main(inspector);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('揭榜方案弄虚作假、串通');
  await expect(page.getByText('是否知道检测机构名称', { exact: false })).toBeVisible();
  await expect(page.getByRole('link', { name: '数据对照说明.pdf' })).toBeVisible();
  await clean(inspector);

  // What one may upload as oneself has no place beside a report that holds nothing of oneself.
  await inspector.goto('/report-misconduct');
  await expect(page.getByText('选择文件')).toBeVisible();
  await expect(page.getByText('24 小时内还可上传')).toHaveCount(0);
});
