import type { BrowserContext } from '@playwright/test';
import { mailsIn } from '../../libs/testing/src/mail.js';
import { cityOfTheTest } from './cities.js';
import { dayFromToday } from './clock.js';
import {
  act,
  attach,
  clean,
  expect,
  main,
  pdf,
  press,
  pressAndConfirm,
  savedByItself,
  test,
  told,
  writeDay,
} from './journey.js';
import { ask } from './people.js';

const ROYALTY = '光伏边框用再生铝净化除铁技术秘密许可';
const DISPUTED = '锻压车间数字化改造可行性研究';
const EXPERT_ADDRESS = 'zhao.min@example.org';
const FEN_PER_WAN = 1_000_000;

interface Found {
  readonly id: string;
  readonly money: { readonly total: number; readonly technical: number };
  readonly certificate: { readonly version: number } | null;
}
const contractCalled = async (context: BrowserContext, text: string): Promise<Found> => {
  const { contracts } = await ask<{ contracts: { edges: { node: Found }[] } }>(
    context,
    `query ($text: String) { contracts(filter: { text: $text }, first: 1) { edges { node {
      id money { total technical } certificate { version } } } } }`,
    { text },
  );
  const found = contracts.edges[0]?.node;
  if (found === undefined) throw new Error(`the demo city has lost ${text}`);
  return found;
};
const wan = (fen: number): string => String(fen / FEN_PER_WAN);
test('a royalty that came in is registered by two, and the contract shows it', async ({ enter }) => {
  const seller = await enter('institute');
  const { id, money, certificate } = await contractCalled(seller.context(), ROYALTY);
  // 3 % of a million.
  const [total, technical] = [money.total + 3 * FEN_PER_WAN, money.technical + 3 * FEN_PER_WAN];
  await seller.goto(`/contracts/${id}`);
  await act(seller, '申请提成补充登记');
  await expect(seller).toHaveURL(/\/proceedings\/[0-9a-f-]{36}$/);
  await seller
    .getByLabel('事由', { exact: false })
    .first()
    .fill('第一期提成已结算到账，按合同约定补充登记。');
  await attach(seller, seller.locator('input[type=file]'), pdf('提成结算单.pdf'));
  await seller
    .getByRole('navigation', { name: '填写步骤' })
    .getByRole('button', { name: /提成到账/ })
    .click();
  await writeDay(seller, '提成期间起始日', await dayFromToday(seller.context(), -3));
  await writeDay(seller, '提成期间截止日', await dayFromToday(seller.context(), -1));
  await seller.getByLabel('提成基数的实际金额', { exact: false }).fill('100');
  await seller.getByLabel('提成比例').fill('2');
  await writeDay(seller, '到账日', await dayFromToday(seller.context(), 0));
  await savedByItself(seller);
  await act(seller, '提交补充申请');
  await expect(seller.getByLabel('提成比例')).toHaveAttribute('aria-invalid', 'true');
  await seller.getByLabel('提成比例').fill('3');
  await savedByItself(seller);
  await expect(seller.getByText('内容已完整，可以提交')).toBeVisible();
  await clean(seller);
  await act(seller, '提交补充申请');
  await told(seller, '已提交，登记机构会在期限内决定');
  await expect(main(seller).getByText('提成补充办理中').first()).toBeVisible();
  await clean(seller);
  const paper = new URL(seller.url()).pathname;

  for (const [who, step] of [
    ['registrar1', '提出初审意见'],
    ['registrar2', '准予提成补充登记'],
  ] as const) {
    const registrar = await enter(who);
    await registrar.goto(paper);
    await act(registrar, step);
    const form = registrar.getByRole('dialog', { name: step });
    if (who === 'registrar1') {
      await form.getByRole('radio', { name: '同意', exact: true }).check();
      await form.getByLabel('意见', { exact: false }).last().fill('结算单与到账凭证一致。');
    } else await form.getByLabel('决定理由').fill('同意补充登记。');
    await form.getByLabel('核定的合同成交总额').fill(wan(total));
    await form.getByLabel('核定的技术交易额').fill(wan(technical));
    await clean(registrar);
    await press(form, step);
    await expect(form).toBeHidden();
  }
  const next = (certificate?.version ?? 0) + 1;
  await expect
    .poll(async () => (await contractCalled(seller.context(), ROYALTY)).certificate?.version)
    .toBe(next);
  await seller.goto(`/contracts/${id}`);
  await expect(main(seller).getByText('已补充登记的提成').first()).toBeVisible();
  await expect(
    main(seller)
      .getByText(new RegExp(`第 ${next} 版`))
      .first(),
  ).toBeVisible();
});

/** The invitation's address, once the letter has been sent. */
async function linkTo(address: string): Promise<string> {
  let link = '';
  await expect(async () => {
    const letter = (await mailsIn(cityOfTheTest().stateDir)).find(({ to }) => to === address);
    link = /\/account\/expert-invitation\?token=[\w-]+/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 30_000 });
  return link;
}

test('the text stands beside the conditions that are held against it', async ({ enter }) => {
  const registrar = await enter('registrar2');
  const { id } = await contractCalled(registrar.context(), DISPUTED);
  await registrar.goto(`/registration/${id}`);
  const conditions = main(registrar).getByRole('complementary', { name: '认定条件核对' });
  await expect(conditions).toBeVisible();
  const clause = main(registrar).getByText('第一条 标的技术内容', { exact: false });
  await expect(clause).toBeHidden();
  await registrar.keyboard.press('t');
  await expect(clause).toBeVisible();
  await expect(conditions.getByRole('radio').first()).toBeVisible();
  await clean(registrar);
  await press(main(registrar), '申请内容');
  await expect(clause).toBeHidden();
  // The applicant named the page that shows it.
  await conditions
    .getByRole('button', { name: /^看文本/ })
    .first()
    .click();
  await expect(clause).toBeVisible();
  const { contract } = await ask<{ contract: { textViews: { fileName: string }[] } }>(
    registrar.context(),
    'query ($id: ID!) { contract(id: $id) { textViews { fileName } } }',
    { id },
  );
  expect(contract.textViews.length, 'each opening is a view').toBeGreaterThanOrEqual(2);
});

test('a disputed contract goes to named experts, whose most decide the conclusion', async ({ enter }) => {
  const registrar = await enter('registrar2');
  const { id } = await contractCalled(registrar.context(), DISPUTED);
  await registrar.goto(`/registration/${id}`);
  await press(main(registrar), '提交专家评审');
  const sending = registrar.getByRole('dialog', { name: '提交专家评审' });
  await clean(registrar);
  await sending.getByLabel('审查意见').fill('技术内容有争议，提交专家评审。');
  await press(sending, '提交专家评审');
  await told(registrar, '已提交专家评审');

  await press(main(registrar), '专家组与意见');
  const panel = registrar.getByRole('dialog', { name: '专家组与意见' });
  const day = await dayFromToday(registrar.context(), 0);
  for (const [index, name] of ['郝志刚', '安丽华', '刘慧'].entries()) {
    await panel.getByLabel('姓名').nth(index).fill(name);
    await panel.getByLabel('工作单位').nth(index).fill('太原某大学');
    const signed = panel.getByLabel('承诺书签署日').nth(index);
    await signed.fill(day);
    await signed.press('Enter');
    await panel.getByRole('radio', { name: '同意认定', exact: true }).nth(index).check();
    await panel.getByLabel('专家意见').nth(index).fill('属于技术咨询，内容明确。');
  }
  await clean(registrar);
  await press(panel, '专家组与意见');
  await test.step('who reviews the case is no expert of it', async () => {
    await expect(panel.getByLabel('姓名').nth(2)).toHaveAttribute('aria-invalid', 'true');
    await panel.getByLabel('姓名').nth(2).fill('梁建国');
    await press(panel, '专家组与意见');
    await told(registrar, '已保存专家组');
  });
  await expect(main(registrar).getByText('郝志刚').first()).toBeVisible();
  await test.step('an expert of the bank is picked, with the bank’s own words', async () => {
    await press(main(registrar), '专家组与意见');
    await press(panel, '从专家库选取');
    const bank = panel.getByLabel('在专家库中查找');
    await bank.fill('风电法兰');
    const bound = panel.getByRole('listitem').filter({ hasText: '李文博' });
    await expect(bound.getByText('应当回避：所在单位是该合同的一方')).toBeVisible();
    await expect(bound.getByRole('button')).toBeDisabled();
    await clean(registrar);
    await bank.fill('煤矸石');
    const offered = panel.getByRole('listitem').filter({ hasText: '薛建平' });
    await press(offered, '选取薛建平');
    await expect(panel.getByText('专家库', { exact: true })).toBeVisible();
    await expect(offered.getByText('已在专家组中')).toBeVisible();
    await press(panel, '专家组与意见');
    await expect(panel).toBeHidden();
    // The form opened again at once goes on from what was saved, and so does the next one.
    await press(main(registrar), '专家组与意见');
    await press(panel, '移除第 4 位专家');
    await press(panel, '专家组与意见');
    await expect(panel).toBeHidden();
    await press(main(registrar), '专家组与意见');
    await expect(panel.getByLabel('姓名')).toHaveCount(3);
    await press(panel, '取消');
    await expect(main(registrar).getByText('薛建平')).toHaveCount(0);
  });
  await test.step('an expert with an account is invited by mail, undertakes, reads and signs', async () => {
    await press(main(registrar), '专家组与意见');
    await press(panel, '增加一位专家');
    await panel.getByLabel('姓名').nth(3).fill('赵敏');
    await panel.getByLabel('工作单位').nth(3).fill('某省技术市场协会');
    await panel.getByLabel('邮箱').nth(3).fill(EXPERT_ADDRESS);
    await press(panel, '专家组与意见');
    await expect(panel).toBeHidden();
    await press(main(registrar), '邀请专家在线评审');
    const inviting = registrar.getByRole('dialog', { name: '邀请专家在线评审' });
    await expect(inviting.getByRole('checkbox', { name: '赵敏', exact: false })).toBeChecked();
    await clean(registrar);
    await writeDay(inviting, '意见截止日', await dayFromToday(registrar.context(), 2));
    await press(inviting, '邀请专家在线评审');
    await expect(inviting).toBeHidden();
    await expect(main(registrar).getByText('已邀请').first()).toBeVisible();

    const stranger = await enter(null);
    const link = await linkTo(EXPERT_ADDRESS);
    await stranger.goto(link);
    await expect(stranger.getByRole('link', { name: '登录后应邀' })).toBeVisible();
    await clean(stranger);
    const expert = await enter('broker');
    await expert.goto(link);
    await press(main(expert), '应邀评审');
    await expect(expert).toHaveURL(/\/expert-reviews\/[0-9a-f-]{36}$/);
    await expect(main(expert).getByText('请先核对合同各方', { exact: false })).toBeVisible();
    await clean(expert);
    await pressAndConfirm(expert, '签署保密与回避承诺');
    await expect(main(expert).getByRole('heading', { name: '合同材料' })).toBeVisible();
    await clean(expert);
    await act(expert, '同意认定，签署意见');
    const giving = expert.getByRole('dialog', { name: '同意认定，签署意见' });
    await giving.getByLabel('意见和理由').fill('同意');
    await press(giving, '同意认定，签署意见');
    await expect(giving.getByLabel('意见和理由')).toHaveAttribute('aria-invalid', 'true');
    await clean(expert);
    await giving.getByLabel('意见和理由').fill('标的为可行性研究，属于技术咨询，金额合理。');
    await press(giving, '同意认定，签署意见');
    await expect(main(expert).getByRole('heading', { name: '我的意见' })).toBeVisible();
    await clean(expert);
    await expert.goto('/expert-reviews');
    await expect(main(expert).getByRole('link', { name: DISPUTED })).toBeVisible();

    await registrar.reload();
    await expect(main(registrar).getByText('已签署意见').first()).toBeVisible();
  });

  await press(main(registrar), '上传专家评审意见');
  const upload = registrar.getByRole('dialog', { name: '上传专家评审意见' });
  await attach(upload, upload.locator('input[type=file]'), pdf('专家意见.pdf'));
  await clean(registrar);
  await press(upload, '上传专家评审意见');
  await press(main(registrar), '记录专家评审结论');
  const record = registrar.getByRole('dialog', { name: '记录专家评审结论' });
  await record.getByRole('radio', { name: '专家认为可以登记' }).check();
  await record.getByLabel('审查意见').fill('三位专家一致同意。');
  await clean(registrar);
  await press(record, '记录专家评审结论');
  await told(registrar, '已记录，转复核');
});

test('the counter enters the application of a seller without an account', async ({ enter }) => {
  const clerk = await enter('registrar1');
  await clerk.goto('/contracts/new');
  await clerk.getByLabel('未注册，按纸质材料填写').check();
  await clerk.getByLabel('卖方名称').fill('忻州老厂锻件有限公司');
  await clerk.getByLabel('统一社会信用代码').fill('91110108551385082');
  await clerk.getByLabel('单位性质').selectOption({ index: 3 });
  await clerk.getByLabel('所在县区').selectOption({ label: '忻府区' });
  await clerk.getByLabel('法定代表人').fill('冯厂长');
  await clerk.getByLabel('项目联系人').fill('冯厂长');
  await clerk.getByLabel('联系电话').fill('0350-3020001');
  await clerk.getByLabel('到场人与材料').fill('冯厂长持合同原件两份');
  await press(main(clerk), '开始代办录入');
  await expect(clerk.getByLabel('统一社会信用代码')).toHaveAttribute('aria-invalid', 'true');
  await clean(clerk);
  await clerk.getByLabel('统一社会信用代码').fill('91110108551385082Q');
  await press(main(clerk), '开始代办录入');
  await expect(clerk).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  await expect(clerk.getByText('卖方未在平台注册', { exact: false })).toBeVisible();
});
