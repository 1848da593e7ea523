import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { clean, expect, main, press, section, test } from './journey.js';

const CALL = /海上风电大口径法兰/;
const LEAD = '忻州工业技术大学';
const MEMBER = '忻州新材料应用研究院';
const pdf = (text: string) => ({
  ...{ name: '联合体协议.pdf', mimeType: 'application/pdf' },
  buffer: Buffer.from(`%PDF-1.4 ${text}`),
});
const PHONE = { width: 390, height: 844 };

/** From the page of the call to one of the pages that stand apart from the portal. */
async function apart(page: Page, name: string): Promise<Page> {
  await page.goto('/calls');
  await main(page).getByRole('link', { name: CALL }).first().click();
  await expect(section(page, '密封揭榜')).toBeVisible();
  const opened = page.waitForEvent('popup');
  const links = main(page).getByRole('link', { name, exact: true });
  await links.and(page.locator('[target=_blank]')).click();
  return opened;
}

/** Nothing stands out at the side, and axe finds nothing, on a desk and on a phone. */
async function cleanOnBoth(page: Page): Promise<void> {
  await clean(page);
  const desk = page.viewportSize()!;
  await page.setViewportSize(PHONE);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  await clean(page);
  await page.setViewportSize(desk);
}

test('a member confirms without the platform learning for which call, and the lead seals what it confirmed', async ({
  enter,
}) => {
  const member = await apart(await enter('institute'), '联合体成员确认');
  const sent: string[] = [];
  member.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  let confirmation = '';

  await test.step('what is missing is said beside each field; the lead is found by its name', async () => {
    await expect(member.getByLabel('榜单')).toContainText('海上风电大口径法兰');
    await press(member, '确认并保存文件');
    await expect(member.getByLabel('牵头单位')).toHaveAccessibleDescription(/请查找并选择牵头单位/);
    await member.getByLabel('牵头单位').fill(LEAD);
    await press(member, '查找');
    await expect(member.getByLabel('查到的单位')).toContainText(LEAD);
    await member.getByLabel('查到的单位').selectOption({ label: LEAD });
    await member.getByLabel('选择联合体协议').setInputFiles(pdf('第一版'));
    await cleanOnBoth(member);
  });

  await test.step('it reads what it confirms, and has a file; only a hash was sent', async () => {
    const call = await member.getByLabel('榜单').inputValue();
    sent.length = 0;
    await press(member, '确认并保存文件');
    await expect(member.getByRole('dialog')).toContainText(`由${LEAD}牵头`);
    const saved = member.waitForEvent('download');
    await press(member.getByRole('dialog'), '确认');
    confirmation = await readFile(await (await saved).path(), 'utf8');
    await expect(member.getByText(/已保存确认文件/)).toBeVisible();
    const { statement, organisationName } = JSON.parse(confirmation) as {
      readonly statement: Record<'call' | 'lead' | 'agreement' | 'salt', string>;
      readonly organisationName: string;
    };
    expect([organisationName, statement.call]).toEqual([MEMBER, call]);
    expect(sent).not.toEqual([]);
    for (const secret of [statement.call, statement.lead, statement.agreement, statement.salt])
      expect(sent.join('\n')).not.toContain(secret);
    const metrics = await (await member.request.get('/metrics')).text();
    expect(metrics).toContain('/graphql');
    expect(metrics).not.toContain('/sealing/');
  });

  const lead = await apart(await enter('tto'), '密封揭榜');
  const take = () =>
    lead.getByLabel('添加成员确认文件').setInputFiles({
      ...{ name: 'confirmation.json', mimeType: 'application/json' },
      buffer: Buffer.from(confirmation),
    });

  await test.step('the lead adds it: the member stands there, and a wrong agreement is said', async () => {
    await take();
    await expect(lead.getByLabel('单位 1', { exact: true })).toHaveValue(LEAD);
    await expect(lead.getByLabel('单位 2', { exact: true })).toHaveValue(MEMBER);
    await lead.getByLabel('选择联合体协议').setInputFiles(pdf('第二版'));
    await expect(lead.getByRole('listitem').filter({ hasText: MEMBER })).toContainText(
      '确认的协议与所选的文件不同',
    );
    await press(lead, '密封并提交');
    await expect(lead.getByText(`与本方案不符，请更换或移除：${MEMBER}`)).toBeVisible();
    await expect(lead.getByLabel('风险分担')).toHaveAccessibleDescription(/哪一条/);
    await lead.getByLabel('选择联合体协议').setInputFiles(pdf('第一版'));
    await expect(lead.getByRole('listitem').filter({ hasText: MEMBER })).toContainText('✓ 已确认');
    await cleanOnBoth(lead);
  });

  await test.step('what is whole is sealed and handed in', async () => {
    for (const field of await lead.getByRole('group').getByLabel(/承诺/).all()) await field.fill('9500');
    await lead.getByLabel('技术路线').fill('径轴向轧制与残余应力预测');
    await lead.getByLabel('团队与条件').fill('六人，中试轧环机一台');
    await press(lead, '添加人员');
    await lead.getByLabel('姓名 1').fill('李文博');
    await lead.getByLabel('所在单位 1').fill(LEAD);
    for (const column of ['工作 %', '经费 %', '知识产权 %']) {
      await lead.getByLabel(`${column} 1`).fill('60');
      await lead.getByLabel(`${column} 2`).fill('40');
    }
    const clauses = ['任务分工', '知识产权', '利益分配', '保密', '风险分担', '退出'];
    for (const [at, clause] of clauses.entries())
      await lead.getByLabel(clause, { exact: true }).fill(`第${at + 1}条`);
    await press(lead, '密封并提交');
    await expect(lead.getByRole('heading', { name: '方案已提交' })).toBeVisible();
  });
});
