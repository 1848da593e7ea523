import { dayFromToday } from './clock.js';
import { act, clean, expect, main, press, section, test, told, writeDay, writeTags } from './journey.js';

/** Valid, and no demo patent's. */
const NUMBER = '2022198600015';
const TITLE = '一种环锻件余热回收装置';

/** The same day of another year; a leap day never comes up in the demo's weeks. */
const inYear = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

test('a patent is entered, its next fee is warned of, and recording the payment ends the warning', async ({
  enter,
}) => {
  const office = await enter('tto');
  const due = await dayFromToday(office.context(), 20);
  const filed = inYear(due, -4);

  await test.step('the office enters it; a wrong check digit is named beside its field', async () => {
    const sent: string[] = [];
    office.on('request', (request) => {
      if (request.postData()?.includes('mutation SavePatent')) sent.push(request.url());
    });
    await office.goto('/patents');
    await main(office).getByRole('link', { name: '登记专利' }).click();
    await office
      .getByLabel('申请号或专利号')
      .fill(`ZL${NUMBER.slice(0, -1)}.${NUMBER.endsWith('1') ? '2' : '1'}`);
    await office.getByLabel('名称').first().fill(TITLE);
    await writeTags(office, '发明人', ['李文博']);
    await writeDay(office, '申请日', filed);
    await writeDay(office, '公布日', inYear(filed, 1));
    await writeDay(office, '授权公告日', inYear(filed, 2));
    await office.getByLabel('年费已缴至第几年度').fill('4');
    await press(main(office), '登记专利');
    await expect(office.getByLabel('申请号或专利号')).toHaveAccessibleDescription(/校验位/);
    await office.getByLabel('申请号或专利号').fill(NUMBER);
    await press(main(office), '登记专利');
    await told(office, '已保存');
    // Enter in the box of a day ended the day, it did not send the form.
    expect(sent).toHaveLength(2);
  });

  await test.step('its page says what is due, and until when', async () => {
    await expect(main(office).getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(section(office, '待办提醒')).toContainText('年费临近到期');
    await expect(section(office, '待办提醒')).toContainText(due);
    await expect(section(office, '年费日历')).toContainText('即将到期');
  });

  await test.step('the payment is recorded, and nothing is due any more', async () => {
    await act(office, '登记年费缴纳');
    const dialog = office.getByRole('dialog', { name: '登记年费缴纳' });
    await expect(dialog.getByLabel('年度')).toHaveValue('5');
    await press(dialog, '登记年费缴纳');
    await told(office, '已登记');
    await expect(section(office, '待办提醒')).toHaveCount(0);
  });

  await test.step('everybody sees the patent, and nobody else its fees', async () => {
    const visitor = await enter(null);
    await visitor.goto(new URL(office.url()).pathname);
    await expect(main(visitor).getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(section(visitor, '年费日历')).toHaveCount(0);
  });
});

test('a landscape is looked into level by level, and leads to the patents it counts', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/patents/landscape');
  const status = main(page).getByRole('status');
  await expect(status).toHaveText(/^共 \d+ 件$/);
  const all = Number(/\d+/.exec(await status.innerText())?.[0]);
  const classes = main(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '按国际专利分类' }) });
  await classes.getByText('数据表').click();
  const first = classes.getByRole('row').nth(1);
  const counted = Number(await first.getByRole('cell').nth(1).innerText());
  expect(counted).toBeLessThan(all);
  await first.getByRole('button').click();
  await expect(page).toHaveURL(/\?ipc=[A-H]$/);
  await expect(status).toHaveText(`共 ${counted} 件`);
  const top = new URL(page.url()).searchParams.get('ipc') ?? '';
  // One level below: classes of the section, each a piece of it.
  await expect(classes.getByRole('row').nth(1)).toContainText(new RegExp(`^${top}\\d\\d`));
  await clean(page);
  await main(page).getByRole('link', { name: '查看这些专利' }).click();
  await expect(page).toHaveURL(`/patents?ipc=${top}`);
  await expect(status).toHaveText(`共 ${counted} 项`);
});
