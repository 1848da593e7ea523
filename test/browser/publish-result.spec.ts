import { act, attach, expect, main, pdf, press, savedByItself, test, told, writeTags } from './journey.js';

const TITLE = '矿山带式输送机永磁直驱与能效优化技术';
const SUMMARY =
  '面向煤矿井下长距离带式输送机，用低速大转矩永磁电机取代减速机与液力耦合器，按煤量实时调节带速，实测吨煤电耗下降两成，维护周期延长到一年，适合在用输送机改造。';

test('a result is drafted, reviewed twice, returned, corrected and published', async ({ enter }) => {
  const researcher = await enter('researcher');

  await test.step('the researcher drafts it, and the form saves itself', async () => {
    await researcher.goto('/workspace');
    await main(researcher).getByRole('link', { name: '发布成果' }).first().click();
    await researcher.getByRole('textbox', { name: '名称' }).fill(TITLE);
    await researcher.getByLabel('摘要').fill('太短');
    await writeTags(researcher, '关键词', ['带式输送机', '永磁直驱']);
    await savedByItself(researcher);
    await expect(researcher).toHaveURL(/\/listings\/results\/[0-9a-f-]{36}\/edit$/);
  });

  await test.step('what is wrong stands beside its field, wherever that is', async () => {
    await act(researcher, '提交单位审核');
    const summary = researcher.getByLabel('摘要');
    await expect(summary).toHaveAttribute('aria-invalid', 'true');
    await expect(summary).toHaveAccessibleDescription(/50/);
    await expect(researcher.getByLabel('关键词')).toHaveAttribute('aria-invalid', 'true');
    await summary.fill(SUMMARY);
    await writeTags(researcher, '关键词', ['能效优化']);
    await researcher.getByLabel('技术领域').selectOption({ label: '先进制造' });
    await researcher.getByLabel('产业集群').selectOption({ label: '煤机智能制造' });
    await savedByItself(researcher);
    await expect(summary).not.toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('a reload loses nothing, and the draft is resumed from the list', async () => {
    await researcher.reload();
    await expect(researcher.getByLabel('摘要')).toHaveValue(SUMMARY);
    await researcher.goto('/listings');
    await main(researcher).getByRole('link', { name: TITLE }).click();
    await expect(researcher.getByRole('textbox', { name: '名称' })).toHaveValue(TITLE);
  });

  await test.step('the other steps', async () => {
    const next = (): Promise<void> => press(researcher, '下一步');
    await next();
    await researcher
      .getByLabel('技术要点')
      .fill('一、外转子永磁滚筒电机，取消减速机；二、煤量识别与带速协同控制；三、就地诊断与远程运维。');
    await writeTags(researcher, '应用领域', ['煤矿运输', '散料输送']);
    await next();
    await researcher.getByLabel('技术就绪度').selectOption({ index: 7 });
    await researcher
      .getByLabel('就绪度证明')
      .fill('在两条 1.2 米带宽输送机上连续运行 8 个月，有第三方检测报告。');
    await next();
    await researcher.getByRole('group', { name: '是否职务科技成果' }).getByLabel('是').check();
    await researcher.getByRole('group', { name: '是否财政资金支持形成' }).getByLabel('否').check();
    await next();
    await researcher.getByLabel('普通许可').check();
    await researcher.getByLabel('价格区间').check();
    await researcher.getByLabel('价格下限').fill('30');
    await researcher.getByLabel('价格上限').fill('60');
    await expect(researcher.getByText('即 600,000.00 元')).toBeVisible();
    await next();
    await researcher.getByLabel('联系人姓名').fill('李文博');
    await researcher.getByLabel('联系电话').fill('0350-3010002');
    const files = researcher.getByRole('group', { name: '附件' });
    await attach(files, files.getByLabel('选择文件'), pdf('第三方检测报告.pdf'));
    await savedByItself(researcher);
  });

  await test.step('it is submitted once nothing is missing', async () => {
    await expect(researcher.getByText('内容已完整，可以提交')).toBeVisible();
    await act(researcher, '提交单位审核');
    await told(researcher, '已提交');
    await expect(main(researcher).getByText('单位审核中')).toBeVisible();
  });

  const office = await enter('tto');
  await test.step('the transfer office approves it from what waits for it', async () => {
    await office.goto('/workspace');
    // The list of one's own results below has it too, and leads elsewhere.
    await main(office)
      .getByRole('link', { name: new RegExp(`${TITLE}.*审核`) })
      .click();
    await expect(office).toHaveURL(/\/reviews\//);
    await expect(main(office).getByRole('heading', { name: TITLE })).toBeVisible();
    await pressAndApprove(office);
  });

  const officer = await enter('registrar1');
  const REASON = '请补充检测报告的出具单位和日期。';
  await test.step('the officer returns it with the reason', async () => {
    await officer.goto('/reviews');
    await main(officer).getByRole('link', { name: TITLE }).click();
    await officer.getByRole('button', { name: /^退回修改/ }).click();
    const dialog = officer.getByRole('dialog', { name: '退回修改' });
    await press(dialog, '退回修改');
    await expect(dialog.getByLabel('原因')).toHaveAccessibleDescription(/\S/);
    await expect(dialog.getByRole('alert').first()).toBeVisible();
    await dialog.getByLabel('原因').fill(REASON);
    await press(dialog, '退回修改');
    await told(officer, '已退回，原因已告知发布单位');
  });

  await test.step('the office reads the reason, corrects and submits again', async () => {
    await office.goto('/listings?state=RETURNED');
    await main(office).getByRole('link', { name: TITLE }).click();
    await expect(main(office).getByText(REASON).first()).toBeVisible();
    await main(office).getByRole('link', { name: '修改内容' }).click();
    await office
      .getByRole('navigation', { name: '填写步骤' })
      .getByRole('button', { name: /成熟度/ })
      .click();
    await office
      .getByLabel('就绪度证明')
      .fill('2026 年 6 月山西省检验检测中心出具检测报告；两条输送机连续运行 8 个月。');
    await savedByItself(office);
    await act(office, '提交单位审核');
    await expect(main(office).getByText('单位审核中')).toBeVisible();
    await pressAndApprove(office);
  });

  await test.step('the officer publishes it, and everybody finds it', async () => {
    await officer.goto('/reviews');
    await main(officer).getByRole('link', { name: TITLE }).click();
    await officer.getByRole('button', { name: /^审核通过并上线/ }).click();
    await press(officer.getByRole('dialog', { name: '审核通过并上线' }), '审核通过并上线');
    await told(officer, '已上线');
    const stranger = await enter(null);
    await stranger.goto('/');
    await stranger.getByRole('combobox', { name: /例如/ }).fill('永磁直驱');
    await press(main(stranger), '搜索');
    await main(stranger).getByRole('link', { name: TITLE }).click();
    await expect(stranger).toHaveTitle(new RegExp(TITLE));
    await expect(main(stranger).getByText('30–60 万元').first()).toBeVisible();
    await expect(main(stranger).getByText('0350-3010002')).toBeHidden();
  });
});

async function pressAndApprove(office: import('@playwright/test').Page): Promise<void> {
  await office.getByRole('button', { name: /^单位审核通过/ }).click();
  await press(office.getByRole('dialog', { name: '单位审核通过' }), '单位审核通过');
  await told(office, '已通过单位审核，转科技部门审核');
}
