import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { dayFromToday, passDays } from './clock.js';
import {
  act,
  attach,
  expect,
  main,
  pdf,
  press,
  pressAndConfirm,
  reach,
  savedByItself,
  test,
  told,
  writeDay,
} from './journey.js';

/** One technology from interest to a certificate, through the pages, as six people. Each part goes on where the last ended. */
test.describe.configure({ mode: 'serial' });

const RESULT = '光伏电站组件无水清洗机器人及路径规划系统';
let deal = '';
let contract = '';

test('interest is confirmed, a broker joins, the commission is agreed', async ({ enter }) => {
  const enterprise = await enter('enterprise');
  await enterprise.goto('/results?q=清洗机器人');
  await main(enterprise).getByRole('link', { name: RESULT }).click();
  await act(enterprise, '表达合作意向');
  const interest = enterprise.getByRole('dialog', { name: '表达合作意向' });
  await interest.getByLabel('希望的合作方式').selectOption({ label: '转让' });
  await interest.getByLabel('给对方的留言').fill('我公司厂房屋顶有 3 兆瓦光伏，希望受让该项技术。');
  await press(interest, '发出意向');
  await expect(enterprise).toHaveURL(/\/deals\/[0-9a-f-]{36}$/);
  deal = new URL(enterprise.url()).pathname;

  const office = await enter('tto');
  await office.goto('/workspace');
  await main(office)
    .getByRole('link', { name: new RegExp(`${RESULT}.*确认意向`) })
    .click();
  await pressAndConfirm(office, '确认意向');
  await told(office, '已确认意向');

  await enterprise.reload();
  await act(enterprise, '邀请经纪机构');
  const invite = enterprise.getByRole('dialog', { name: '邀请经纪机构' });
  await invite.getByRole('radio').first().check();
  await invite.getByLabel('附言').or(invite.getByLabel('邀请说明')).fill('请协助对接与议价。');
  await press(invite, '邀请经纪机构');
  await told(enterprise, '邀请已发出');

  const broker = await enter('broker');
  await broker.goto('/workspace');
  await main(broker)
    .getByRole('link', { name: new RegExp(`${RESULT}.*答复委托邀请`) })
    .click();
  await pressAndConfirm(broker, '接受委托');
  await told(broker, '已加入对接');
  await act(broker, '提出佣金约定');
  const commission = broker.getByRole('dialog', { name: '提出佣金约定' });
  await commission.getByLabel('费率').fill('3');
  await press(commission, '提出佣金约定');
  await told(broker, '佣金约定已提出');

  await enterprise.goto(`${deal}/brokers`);
  await press(main(enterprise), '同意佣金约定');
  await press(enterprise.getByRole('dialog', { name: '同意佣金约定' }), '同意佣金约定');
  await told(enterprise, '已办理');

  await enterprise.goto(`${deal}/talk`);
  await enterprise.getByLabel('写留言').fill('请贵校提供报价与交付清单。');
  await press(main(enterprise), '发送留言');
  await expect(
    main(enterprise).getByRole('listitem').filter({ hasText: '请贵校提供报价与交付清单。' }),
  ).toBeVisible();
  await office.goto(`${deal}/talk`);
  await expect(main(office).getByText('请贵校提供报价与交付清单。')).toBeVisible();
});

test('a price is proposed, accepted and disclosed; no signature before the period has passed', async ({
  enter,
}) => {
  const office = await enter('tto');
  await office.goto(deal);
  await act(office, '提出报价');
  const price = office.getByRole('dialog', { name: '提出报价' });
  await price.getByLabel('成交总额').fill('100');
  await price.getByLabel('其中技术部分').fill('120');
  await press(price, '提出报价');
  await expect(price.getByLabel('其中技术部分')).toHaveAttribute('aria-invalid', 'true');
  await price.getByLabel('其中技术部分').fill('80');
  await price.getByLabel('定价依据').fill('第三方评估报告晋评报字〔2026〕第 112 号，评估值 96 万元');
  await press(price, '提出报价');
  await told(office, '报价已发给对方');

  const enterprise = await enter('enterprise');
  await enterprise.goto(deal);
  await pressAndConfirm(enterprise, '接受报价');
  await told(enterprise, '已接受报价');

  await office.reload();
  await act(office, '发布协议定价公示');
  const notice = office.getByRole('dialog', { name: '发布协议定价公示' });
  await notice.getByLabel('公示摘要').fill('拟以协议定价方式转让该项科技成果，现按规定公示，接受监督。');
  await notice.getByLabel('公示天数').fill('7');
  await notice.getByLabel('公示渠道').fill('学校官网\n技汇平台公示栏');
  await notice.getByLabel('异议受理部门').fill('学校科技成果转化处');
  await notice.getByLabel('异议受理电话').fill('0350-3010000');
  await press(notice, '发布协议定价公示');
  await expect(notice.getByLabel('公示天数')).toHaveAccessibleDescription(/15/);
  await expect(notice.getByLabel('公示天数')).toHaveAttribute('aria-invalid', 'true');
  await notice.getByLabel('公示天数').fill('');
  await press(notice, '发布协议定价公示');
  await told(office, '公示已发布');

  await test.step('everybody reads the notice', async () => {
    const stranger = await enter(null);
    await stranger.goto('/disclosures');
    await main(stranger).getByRole('link', { name: RESULT }).click();
    await expect(main(stranger).getByText('100 万元').first()).toBeVisible();
    await expect(main(stranger).getByText('学校科技成果转化处').first()).toBeVisible();
  });

  await test.step('before it is over the button is there with the reason why not', async () => {
    const complete = await reach(office, '完成公示');
    await expect(complete).toHaveAttribute('aria-disabled', 'true');
    await expect(complete).toHaveAccessibleDescription(/公示/);
  });

  await passDays(17);
  await office.reload();
  await pressAndConfirm(office, '完成公示');
  await told(office, '公示已完成');
});

test('the contract is signed on both sides', async ({ enter }) => {
  const office = await enter('tto');
  await office.goto(deal);
  await act(office, '上传已签合同');
  const form = office.getByRole('dialog', { name: '上传已签合同' });
  await form.getByLabel('已签合同').setInputFiles(pdf('技术转让合同（双方签章）.pdf'));
  const hash = await form.locator('code').innerText();
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await form.getByLabel('签署人姓名').fill('王晓岚\n张建军');
  const today = await dayFromToday(office.context(), 0);
  await writeDay(form, '签订日期', today);
  await form.getByLabel('签订地点').fill('山西省忻州市');
  await writeDay(form, '有效期起', today);
  await writeDay(form, '有效期止', await dayFromToday(office.context(), 1000));
  await press(form, '上传已签合同');
  await told(office, '已上传，等待对方确认');

  const enterprise = await enter('enterprise');
  await enterprise.goto(deal);
  await act(enterprise, '确认签署');
  const confirm = enterprise.getByRole('dialog', { name: '确认签署' });
  await expect(confirm.getByText(hash)).toBeVisible();
  await expect(confirm.getByRole('button', { name: '确认签署' })).toHaveAttribute('aria-disabled', 'true');
  await confirm.getByLabel('我已核对，文件与签署的合同一致').check();
  await press(confirm, '确认签署');
  await told(enterprise, '已确认签署');
});

test('the application is pre-filled from the deal, completed and submitted', async ({ enter }) => {
  const office = await enter('tto');
  await office.goto(deal);
  await (await reach(office, '申请技术合同登记', 'link')).click();
  await expect(office.getByLabel('已签署、可以申请的对接')).toBeVisible();
  await office.getByRole('button', { name: '开始登记申请' }).first().click();
  await expect(office).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  contract = new URL(office.url()).pathname;
  await expect(office.getByLabel('项目名称')).toHaveValue(RESULT);

  await test.step('what is missing leads to its field', async () => {
    await act(office, '提交登记申请');
    await act(office, '请填写验收标准与方式');
    await expect(office.getByLabel('验收标准与方式')).toBeFocused();
    await expect(office.getByLabel('验收标准与方式')).toHaveAttribute('aria-invalid', 'true');
  });

  const steps = office.getByRole('navigation', { name: '填写步骤' });
  const answer = (question: string, yesOrNo: string): Promise<void> =>
    office.getByRole('group', { name: question }).getByLabel(yesOrNo, { exact: true }).check();
  await office.getByLabel('计划来源').selectOption({ label: '计划外' });
  await office.getByLabel('服务的国民经济行业').selectOption({ index: 3 });
  await office.getByLabel('社会经济目标').selectOption({ index: 1 });
  await office.getByLabel('成果归属约定').fill('专利权自登记之日起归受让方所有');
  await office.getByLabel('保密约定').fill('双方对未公开的技术资料负有保密义务');
  await office.getByLabel('验收标准与方式').fill('以电站连续运行 72 小时达到合同指标为准');
  await steps.getByRole('button', { name: /项目与类别/ }).click();
  await answer('采用示范文本', '是');
  await answer('电子合同', '否');
  await steps.getByRole('button', { name: /认定条件/ }).click();
  const met = office.getByRole('radio', { name: '符合', exact: true });
  await expect(met.first()).toBeVisible();
  for (const radio of await met.all()) await radio.check();
  for (const page of await office.getByLabel('页码').all()) await page.fill('1');
  await steps.getByRole('button', { name: /金额/ }).click();
  await office.getByLabel('名称').fill('样机');
  await office.getByLabel('合同条款').fill('第六条');
  await office.getByLabel('预计新增投入').fill('300');
  await office.getByLabel('预计新增产值').fill('2000');
  await steps.getByRole('button', { name: /附件/ }).click();
  await attach(office, office.getByLabel('知识产权证明'), pdf('知识产权证明.pdf'));
  await steps.getByRole('button', { name: /情况与声明/ }).click();
  await answer('是否涉外', '否');
  for (const question of ['是否涉密', '是否关联交易', '是否科技计划项目', '是否揭榜挂帅项目'])
    await answer(question, '否');
  await office.getByLabel('我代表本单位作出以上承诺').check();
  await office.getByLabel('承诺人姓名').fill('王晓岚');
  await savedByItself(office);
  await expect(office.getByText('内容已完整，可以提交')).toBeVisible();
  await act(office, '提交登记申请');
  await told(office, '已提交');
});

/** The desk shows what was done before the next is done on it. */
const shows = (officer: Page, text: string): Promise<void> =>
  expect(main(officer).getByRole('article').getByText(text).first()).toBeVisible();

test('two officers review it, and the second registers it', async ({ enter }) => {
  const first = await enter('registrar1');
  const DEFICIENCY = '请写明交付的技术资料清单。';
  await test.step('accepted, claimed and returned with everything to mend', async () => {
    await first.goto('/registration');
    await main(first).getByRole('link', { name: RESULT }).click();
    await press(main(first), '受理');
    await press(first.getByRole('dialog', { name: '受理' }), '受理');
    await told(first, '已受理');
    await shows(first, '待初审');
    await press(main(first), '领取审查');
    await told(first, '已领取');
    await shows(first, '我已领取');
    await press(main(first), '退回补正');
    const form = first.getByRole('dialog', { name: '退回补正' });
    await form.getByLabel('1. 需要补正什么').fill(DEFICIENCY);
    await form.getByLabel('所在栏目').first().selectOption({ label: '技术内容' });
    await press(form, '退回补正');
    await told(first, '已退回补正');
  });

  await test.step('the office mends it and submits again', async () => {
    const office = await enter('tto');
    await office.goto('/workspace');
    await main(office)
      .getByRole('link', { name: new RegExp(`${RESULT}.*补正后重新提交`) })
      .click();
    await expect(main(office).getByText(DEFICIENCY)).toBeVisible();
    await office
      .getByRole('navigation', { name: '填写步骤' })
      .getByRole('button', { name: /技术内容/ })
      .click();
    await office.getByLabel('成果归属约定').fill('专利权归受让方；交付设计图纸、软件源码、操作手册各一套');
    await savedByItself(office);
    await act(office, '提交登记申请');
    await told(office, '已提交');
  });

  await test.step('the first review passes; the same officer may not do the second', async () => {
    await first.reload();
    for (const act of ['受理', '领取审查']) {
      const button = main(first).getByRole('button', { name: act, exact: true });
      await expect(main(first).getByRole('button', { name: '初审通过' }).or(button).first()).toBeVisible();
      if (!(await button.isVisible())) continue;
      await button.click();
      const ask = first.getByRole('dialog', { name: act });
      if (act === '受理') await press(ask, act);
    }
    // Judged at once, before the page shows the claim: it is judged on the version that the claim left.
    await press(main(first), '其余全部符合');
    await expect(main(first).getByText('核对结果已保存')).toBeVisible();
    await press(main(first), '初审通过');
    const form = first.getByRole('dialog', { name: '初审通过' });
    await form.getByLabel('审查意见').fill('标的明确，属技术转让，金额计算无误。');
    await press(form, '初审通过');
    await told(first, '初审已通过');
    await first.reload();
    await expect(main(first).getByText(/复核/).first()).toBeVisible();
    await expect(main(first).getByRole('button', { name: '复核通过并登记' })).toHaveCount(0);
  });

  await test.step('the second officer registers it', async () => {
    const second = await enter('registrar2');
    await second.goto('/registration');
    await main(second).getByRole('link', { name: RESULT }).click();
    await press(main(second), '领取审查');
    await shows(second, '我已领取');
    await press(main(second), '复核通过并登记');
    const form = second.getByRole('dialog', { name: '复核通过并登记' });
    await form.getByLabel('审查意见').fill('同意登记。');
    await press(form, '复核通过并登记');
    await told(second, '已登记');
  });
});

test('the certificate is downloaded and verified on the public page', async ({ enter }) => {
  const office = await enter('tto');
  await office.goto(contract);
  await expect(main(office).getByText('已登记').first()).toBeVisible();
  // It is drawn in the background, and shows without a reload.
  const link = office.getByRole('link', { name: '下载登记证明' });
  const [download] = await Promise.all([office.waitForEvent('download'), link.click()]);
  const certificate = await readFile(await download.path());
  const stranger = await enter(null);
  await stranger.goto('/verify');
  const file = (buffer: Buffer) => ({ name: '登记证明.pdf', mimeType: 'application/pdf', buffer });
  await stranger.getByLabel('选择或拖入 PDF 或图片').setInputFiles(file(certificate));
  await expect(main(stranger).getByRole('heading', { name: /^真实/ })).toBeVisible();
  await expect(main(stranger).getByText('80 万元')).toBeVisible();
  await press(main(stranger), '核验另一份');
  const altered = Buffer.from(certificate);
  altered[1000] = (altered[1000] ?? 0) ^ 1;
  await stranger.getByLabel('选择或拖入 PDF 或图片').setInputFiles(file(altered));
  await expect(main(stranger).getByRole('heading', { name: '未通过核验' })).toBeVisible();
});

test('the office prints the form and the notice of acceptance', async ({ enter }) => {
  const office = await enter('tto');
  for (const paper of ['技术合同登记表', '技术合同认定登记受理通知书']) {
    await office.goto(contract);
    await main(office).getByRole('link', { name: paper }).click();
    await expect(main(office).getByRole('heading', { level: 1, name: paper })).toBeVisible();
    await expect(main(office).getByText(/^受理\d+$/)).toBeVisible();
    await expect(main(office).getByText('知识产权证明.pdf')).toBeVisible();
  }
});

test('the officer opens a figure down to the contract', async ({ enter }) => {
  const officer = await enter('officer');
  await officer.goto('/registration/times');
  await main(officer)
    .getByRole('link', { name: /^\d{4}-\d{2} 件数 \d+$/ })
    .first()
    .click();
  await expect(officer.getByRole('heading', { level: 1, name: '对应的合同' })).toBeVisible();
  await main(officer).locator(`a[href="${contract}"]`).click();
  await expect(officer).toHaveURL(new RegExp(`${contract}$`));
  await expect(main(officer).getByText('已登记').first()).toBeVisible();
});
