import { dealThatIs } from './business.js';
import { dayFromToday } from './clock.js';
import {
  act,
  clean,
  expect,
  main,
  press,
  pressAndConfirm,
  rail,
  section,
  test,
  told,
  writeDay,
} from './journey.js';

const INTRODUCTION = '从事锻压装备领域的技术经纪工作八年，熟悉需求诊断、成果评价和技术合同条款。';

test('an entry is written, the agency confirms, the bureau admits, and everybody finds the broker', async ({
  enter,
}) => {
  const broker = await enter('researcher');
  await test.step('the entry saves itself; what is missing is named beside its field', async () => {
    await broker.goto('/brokers/mine');
    await expect(main(broker).getByRole('heading', { level: 1, name: '我的经纪人登记' })).toBeVisible();
    await broker.getByLabel('职务').first().fill('项目经理');
    await press(main(broker), '预览并提交');
    await expect(broker.getByLabel('联系电话').first()).toHaveAccessibleDescription(/请填写联系电话/);
    await broker.getByLabel('联系电话').first().fill('0350-3048011');
    await broker.getByLabel('技术经纪与撮合').check();
    await broker.getByLabel('先进制造').check();
    await broker.getByLabel('个人简介').first().fill(INTRODUCTION);
    await press(main(broker), '预览并提交');
    await expect(main(broker).getByRole('heading', { level: 1, name: '李文博' })).toBeVisible();
  });
  await test.step('it is handed to the agency', async () => {
    await pressAndConfirm(broker, '提交机构确认');
    await expect(main(broker)).toContainText('已提交，等待所在机构确认');
  });
  const page = new URL(broker.url()).pathname;

  await test.step('the agency finds it among what waits, and confirms', async () => {
    const agency = await enter('tto');
    await agency.goto('/workspace');
    await main(agency)
      .getByRole('link', { name: /经纪人登记\s*李文博/ })
      .click();
    await expect(agency).toHaveURL(new RegExp(`${page}$`));
    await act(agency, '机构确认');
    const dialog = agency.getByRole('dialog', { name: '机构确认' });
    await dialog.getByLabel('意见').fill('确为本校人员');
    await press(dialog, '机构确认');
    await told(agency, '已办理');
    await expect(main(agency).getByText('待科技部门审核')).toBeVisible();
  });

  await test.step('the bureau reviews and admits', async () => {
    const officer = await enter('officer');
    await officer.goto('/brokers/register?state=REVIEW');
    await main(officer).getByRole('link', { name: '李文博' }).click();
    await expect(officer).toHaveURL(new RegExp(`${page}$`));
    await expect(main(officer)).toContainText('0350-3048011');
    await act(officer, '审核通过');
    await press(officer.getByRole('dialog', { name: '审核通过' }), '审核通过');
    await told(officer, '已办理');
    await expect(rail(officer).getByRole('button', { name: '暂停' })).toBeVisible();
  });

  await test.step('everybody finds the broker, and how to reach them once signed in', async () => {
    const visitor = await enter(null);
    await visitor.goto('/brokers?q=李文博');
    await main(visitor).getByRole('link', { name: '李文博' }).click();
    await expect(main(visitor).getByRole('heading', { level: 1, name: '李文博' })).toBeVisible();
    await expect(section(visitor, '个人简介')).toContainText('锻压装备');
    await expect(main(visitor)).not.toContainText('0350-3048011');
    await expect(main(visitor)).toContainText('登录后可见联系方式');
  });
});

test('a side of a signed deal rates its broker, who answers; figures open their cases', async ({
  browser,
  enter,
}) => {
  const deal = await dealThatIs(browser, 'SIGNED');
  const buyer = await enter('enterprise');
  await test.step('the buyer rates from the deal, once', async () => {
    await buyer.goto(`/deals/${deal}/brokers`);
    await press(main(buyer), '评价经纪人');
    const dialog = buyer.getByRole('dialog', { name: '评价经纪人' });
    for (const [aspect, points] of [
      ['专业能力', '5 分'],
      ['响应与时效', '4 分'],
      ['诚信与保密', '5 分'],
      ['促成效果', '4 分'],
    ] as const)
      await dialog.getByRole('group', { name: aspect }).getByLabel(points).check();
    await dialog.getByLabel('评价说明').fill('诊断准确，沟通及时。');
    await press(dialog, '评价经纪人');
    await told(buyer, '已评价，谢谢');
    await expect(main(buyer)).toContainText('已评价经纪人：5 分 · 4 分 · 5 分 · 4 分');
    await expect(main(buyer).getByRole('button', { name: '评价经纪人' })).toHaveCount(0);
  });

  await test.step('the broker’s page tells the side what it said', async () => {
    await main(buyer).getByRole('link', { name: '赵敏', exact: true }).click();
    await expect(main(buyer).getByRole('heading', { level: 1, name: '赵敏' })).toBeVisible();
    await expect(section(buyer, '交易方评价')).toContainText('诊断准确，沟通及时。');
  });

  const page = new URL(buyer.url()).pathname;
  await test.step('the broker answers once, and opens what a figure counts', async () => {
    const broker = await enter('broker');
    await broker.goto(page);
    await press(section(broker, '交易方评价'), '答复');
    const dialog = broker.getByRole('dialog', { name: '答复' });
    await dialog.getByLabel('答复').fill('感谢信任。');
    await press(dialog, '答复');
    await told(broker, '已办理');
    await expect(section(broker, '交易方评价')).toContainText('感谢信任。');
    await expect(section(broker, '交易方评价').getByRole('button', { name: '答复' })).toHaveCount(0);
    await section(broker, '业绩')
      .getByRole('link', { name: /已签署/ })
      .click();
    await expect(broker).toHaveURL(/figure=SIGNED/);
    const cases = section(broker, '业绩').getByRole('region', { name: '已签署：明细' });
    await expect(cases.locator(`a[href="/deals/${deal}"]`)).toBeVisible();
  });

  await test.step('a visitor reads figures, and no rating that could be told from its number', async () => {
    const visitor = await enter(null);
    await visitor.goto(page);
    await expect(section(visitor, '业绩')).toContainText('经办对接');
    await expect(section(visitor, '交易方评价')).toContainText('满 3 条起公开');
    await expect(main(visitor)).not.toContainText('诊断准确');
  });
});

test('a certificate and a course are stated, checked, and give level and hours', async ({ enter }) => {
  const broker = await enter('institute');
  await test.step('the broker states both', async () => {
    await broker.goto('/brokers/mine');
    await press(main(broker), '查看页面');
    await expect(main(broker).getByRole('heading', { level: 1, name: '任海燕' })).toBeVisible();
    await press(section(broker, '等级证书'), '登记证书');
    const certificate = broker.getByRole('dialog', { name: '登记证书' });
    await certificate.getByLabel('等级').selectOption({ label: '中级技术经纪人' });
    await certificate.getByLabel('证书编号').fill('JJ2025-0417');
    await certificate.getByLabel('发证机构').fill('山西省技术市场协会');
    await writeDay(certificate, '发证日期', await dayFromToday(broker.context(), -200));
    await press(certificate, '登记证书');
    await expect(section(broker, '等级证书')).toContainText('待核验');
    await press(section(broker, '继续教育学时'), '登记学时');
    const course = broker.getByRole('dialog', { name: '登记学时' });
    await course.getByLabel('课程名称').fill('技术合同认定登记实务');
    await course.getByLabel('举办单位').fill('山西省技术市场');
    await course.getByLabel('学时').fill('24');
    await writeDay(course, '结束日期', await dayFromToday(broker.context(), -1));
    await press(course, '登记学时');
    await expect(section(broker, '继续教育学时')).toContainText('另有 24 学时待核验');
  });

  const page = new URL(broker.url()).pathname;
  await test.step('the bureau checks them', async () => {
    const officer = await enter('officer');
    await officer.goto(page);
    for (const [part, record] of [
      ['等级证书', 'JJ2025-0417'],
      ['继续教育学时', '技术合同认定登记实务'],
    ] as const) {
      await press(section(officer, part), `核验 ${record}`);
      await press(officer.getByRole('dialog', { name: '核验' }), '核验');
      await expect(section(officer, part).getByText('已核验', { exact: true })).toBeVisible();
    }
  });

  await test.step('everybody reads the level', async () => {
    const visitor = await enter(null);
    await visitor.goto('/brokers?level=INTERMEDIATE');
    await main(visitor).getByRole('link', { name: '任海燕' }).click();
    await expect(main(visitor).getByRole('heading', { level: 1, name: '任海燕' })).toBeVisible();
    await expect(section(visitor, '等级证书')).toContainText('JJ2025-0417');
  });
});

test('what a broker hands in for a title is one sheet, for the broker and the bureau alone', async ({
  enter,
}) => {
  const broker = await enter('broker');
  await broker.goto('/brokers?q=赵敏');
  await main(broker).getByRole('link', { name: '赵敏' }).click();
  await main(broker).getByRole('link', { name: '查看和打印' }).click();
  await expect(main(broker).getByRole('heading', { level: 1, name: '技术经纪人业绩材料' })).toBeVisible();
  const sheet = main(broker).getByRole('article');
  await expect(sheet.getByRole('region', { name: '业绩' }).getByRole('row')).not.toHaveCount(0);
  await expect(sheet.getByText('赵敏', { exact: true })).toBeVisible();
  await clean(broker);
  const stranger = await enter('enterprise');
  await stranger.goto(new URL(broker.url()).pathname);
  await expect(main(stranger).getByText('没有可以查看的业绩材料')).toBeVisible();
});
