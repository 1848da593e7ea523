import { act, clean, expect, main, press, rail, section, test, told, writeTags } from './journey.js';

const INTRODUCTION =
  '十五年从事技术合同登记与科技成果评价，熟悉认定登记规则、知识产权条款和技术经济分析方法。';

test('a profile is written, the unit consents, the bureau admits, and everybody finds what is open of it', async ({
  enter,
}) => {
  const expert = await enter('registrar2');
  await test.step('the profile saves itself; what is missing is named beside its field', async () => {
    await expert.goto('/experts/mine');
    await expect(main(expert).getByRole('heading', { level: 1, name: '我的专家档案' })).toBeVisible();
    await expert.getByLabel('职称').first().fill('高级工程师');
    await press(main(expert), '预览并提交');
    await expect(expert.getByLabel('联系电话').first()).toHaveAccessibleDescription(/请填写联系电话/);
    await expert.getByLabel('联系电话').first().fill('0350-3039017');
    await expert.getByLabel('学科').first().selectOption({ label: '管理学' });
    await expect(main(expert).getByRole('button', { name: '去掉学科：管理学' })).toBeVisible();
    await expert.getByLabel('先进制造').check();
    await writeTags(expert, '研究方向', ['合同登记', '成果评价']);
    await expert.getByLabel('个人简介').first().fill(INTRODUCTION);
    await expert.getByLabel('双休日').check();
    await press(main(expert), '预览并提交');
    await expect(main(expert).getByRole('heading', { level: 1, name: '陈立' })).toBeVisible();
  });

  await test.step('a relation is declared, and the profile handed in with the promise', async () => {
    await press(section(expert, '回避关系'), '登记关系');
    const relation = expert.getByRole('dialog', { name: '登记回避关系' });
    await relation.getByLabel('关系').selectOption({ label: '顾问、咨询' });
    await relation.getByLabel('单位名称').fill('忻州市技术市场协会');
    await clean(expert);
    await press(relation, '登记回避关系');
    await expect(section(expert, '回避关系')).toContainText('忻州市技术市场协会');
    await act(expert, '提交单位同意');
    const dialog = expert.getByRole('dialog', { name: '提交单位同意' });
    await press(dialog, '提交单位同意');
    await expect(dialog.getByRole('alert').first()).toContainText('请确认回避关系已如实、完整登记');
    await clean(expert);
    await dialog.getByRole('checkbox').check();
    await press(dialog, '提交单位同意');
    await expect(main(expert)).toContainText('已提交，等待所在单位同意');
  });

  const page = new URL(expert.url()).pathname;
  await test.step('the unit finds it among what waits, and consents', async () => {
    const unit = await enter('admin');
    await unit.goto('/workspace');
    await main(unit)
      .getByRole('link', { name: /专家库\s*陈立/ })
      .click();
    await expect(unit).toHaveURL(new RegExp(`${page}$`));
    await act(unit, '单位同意');
    const dialog = unit.getByRole('dialog', { name: '单位同意' });
    await dialog.getByLabel('意见').fill('同意入库');
    await clean(unit);
    await press(dialog, '单位同意');
    await told(unit, '已办理');
    await expect(main(unit).getByText('待科技部门审核')).toBeVisible();
  });

  await test.step('the bureau reads the contact and the relations, and admits', async () => {
    const officer = await enter('officer');
    await officer.goto('/experts/bank?state=REVIEW');
    await main(officer).getByRole('link', { name: '陈立' }).click();
    await expect(officer).toHaveURL(new RegExp(`${page}$`));
    await expect(main(officer)).toContainText('0350-3039017');
    await expect(section(officer, '回避关系')).toContainText('忻州市技术市场协会');
    await act(officer, '审核入库');
    const dialog = officer.getByRole('dialog', { name: '审核入库' });
    await press(dialog, '审核入库');
    await told(officer, '已办理');
    await expect(rail(officer).getByRole('button', { name: '暂停' })).toBeVisible();
  });

  await test.step('everybody finds the expert, and reads neither contact nor relations', async () => {
    const visitor = await enter(null);
    await visitor.goto('/experts?q=陈立');
    await main(visitor).getByRole('link', { name: '陈立' }).click();
    await expect(main(visitor).getByRole('heading', { level: 1, name: '陈立' })).toBeVisible();
    await expect(section(visitor, '个人简介')).toContainText('技术合同登记');
    await expect(main(visitor)).not.toContainText('0350-3039017');
    await expect(section(visitor, '回避关系')).toHaveCount(0);
  });
});
