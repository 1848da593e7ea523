import { expect, main, press, pressAndConfirm, rail, section, test, told } from './journey.js';

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
    await press(rail(agency), '机构确认');
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
    await press(rail(officer), '审核通过');
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
