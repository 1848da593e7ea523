import type { BrowserContext, Page } from '@playwright/test';
import { dayFromToday } from './clock.js';
import {
  act,
  aGate,
  attach,
  clean,
  expect,
  main,
  pdf,
  press,
  rail,
  savedByItself,
  test,
  told,
  writeDay,
} from './journey.js';
import { ask, contractNamed } from './people.js';

/** What becomes of one registered contract, through the pages of the seller's office and of two registrars. */
test.describe.configure({ mode: 'serial' });

const TITLE = '连翘叶药茶杀青与揉捻工艺参数优化';
const FEN_PER_WAN = 1_000_000;

interface Found {
  readonly id: string;
  readonly state: string;
  readonly money: { readonly total: number; readonly technical: number };
  readonly certificate: { readonly versions: readonly { readonly version: number; readonly url: string }[] };
}
async function theContract(context: BrowserContext): Promise<Found> {
  const { contracts } = await ask<{ contracts: { edges: { node: Found }[] } }>(
    context,
    `query ($text: String) { contracts(filter: { text: $text }, first: 1) { edges { node {
      id state money { total technical } certificate { versions { version url } } } } } }`,
    { text: TITLE },
  );
  const found = contracts.edges[0]?.node;
  if (found === undefined) throw new Error('the demo city has lost its contract');
  return found;
}
const wan = (fen: number): string => String(fen / FEN_PER_WAN);

/** The bytes of a version of the certificate, as its reader keeps them. */
async function saved(page: Page, version: number): Promise<Buffer> {
  await expect
    .poll(async () => (await theContract(page.context())).certificate.versions.map((each) => each.version))
    .toContain(version);
  const { certificate } = await theContract(page.context());
  const url = certificate.versions.find((each) => each.version === version)?.url ?? '';
  return (await page.context().request.get(url)).body();
}
/** What a citizen is told of a certificate. */
async function verified(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/verify');
  await page
    .getByLabel('选择或拖入 PDF 或图片')
    .setInputFiles({ name: '登记证明.pdf', mimeType: 'application/pdf', buffer });
}
/** The registrar opens what waits on the desk. */
async function fromDesk(page: Page, link: RegExp): Promise<void> {
  await page.goto('/proceedings');
  await main(page).getByRole('link', { name: link }).first().click();
  await expect(page).toHaveURL(/\/proceedings\/[0-9a-f-]{36}$/);
}

let first: Buffer;

test('a change is requested with its evidence, approved by two, and the certificate issued as its next version', async ({
  enter,
}) => {
  const office = await enter('tto');
  const before = await theContract(office.context());
  const [total, technical] = [
    before.money.total + 10 * FEN_PER_WAN,
    before.money.technical + 10 * FEN_PER_WAN,
  ];
  first = await saved(office, 1);
  await office.goto(`/contracts/${before.id}`);
  await act(office, '申请变更登记');
  await expect(office).toHaveURL(/\/proceedings\/[0-9a-f-]{36}$/);

  await test.step('what is missing leads to its field', async () => {
    await act(office, '提交变更申请');
    await expect(office.getByLabel('事由', { exact: false }).first()).toHaveAttribute('aria-invalid', 'true');
  });
  await office.getByLabel('事由', { exact: false }).first().fill('双方签订补充协议，增加一批工艺参数试验。');
  await attach(office, office.locator('input[type=file]'), pdf('补充协议.pdf'));
  await press(main(office), '增加一项');
  await office.getByLabel('优惠种类').selectOption({ label: '增值税' });
  await office.getByLabel('金额', { exact: false }).last().fill('1.2');
  await writeDay(office, '享受日期', await dayFromToday(office.context(), -1));
  await office.getByRole('navigation', { name: '填写步骤' }).getByRole('button', { name: /金额/ }).click();
  await office.getByLabel('合同成交总额').fill(wan(total));
  await press(main(office), '采用计算结果');
  await savedByItself(office);
  await expect(office.getByText('内容已完整，可以提交')).toBeVisible();
  await act(office, '提交变更申请');
  await told(office, '已提交，登记机构会在期限内决定');
  await expect(main(office).getByText('变更办理中').first()).toBeVisible();
  await expect(
    main(office)
      .getByRole('cell', { name: wan(total), exact: false })
      .first(),
  ).toBeVisible();

  const examiner = await enter('registrar1');
  await test.step('one registrar examines it and types the amounts', async () => {
    await fromDesk(examiner, new RegExp(`变更登记 · ${TITLE}`));
    await act(examiner, '提出初审意见');
    const form = examiner.getByRole('dialog', { name: '提出初审意见' });
    await form.getByRole('radio', { name: '同意', exact: true }).check();
    await form.getByLabel('意见', { exact: false }).last().fill('补充协议真实，金额与协议一致。');
    await clean(examiner);
    await form.getByLabel('核定的合同成交总额').fill(wan(before.money.total));
    await form.getByLabel('核定的技术交易额').fill(wan(technical));
    await press(form, '提出初审意见');
    await expect(form.getByLabel('核定的合同成交总额')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('核定的合同成交总额').fill(wan(total));
    await press(form, '提出初审意见');
    await told(examiner, '初审意见已记录');
    await expect(rail(examiner).getByRole('button', { name: '准予变更登记' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  const decider = await enter('registrar2');
  await test.step('another approves it', async () => {
    await fromDesk(decider, new RegExp(`变更登记 · ${TITLE}`));
    await act(decider, '准予变更登记');
    const form = decider.getByRole('dialog', { name: '准予变更登记' });
    await clean(decider);
    await form.getByLabel('决定理由').fill('同意变更。');
    await form.getByLabel('核定的合同成交总额').fill(wan(total));
    await form.getByLabel('核定的技术交易额').fill(wan(technical));
    await press(form, '准予变更登记');
    await told(decider, '已作出决定');
  });

  await test.step('the next version is genuine, and the old one says that it was replaced', async () => {
    const second = await saved(office, 2);
    await office.goto(`/contracts/${before.id}`);
    await expect(main(office).getByText('第 2 版').first()).toBeVisible();
    const stranger = await enter(null);
    await verified(stranger, second);
    await expect(main(stranger).getByRole('heading', { name: /^真实/ })).toBeVisible();
    await expect(
      main(stranger)
        .getByText(`${wan(total)} 万元`)
        .first(),
    ).toBeVisible();
    await verified(stranger, first);
    await expect(
      main(stranger)
        .getByText(/已换发新版本/)
        .first(),
    ).toBeVisible();
  });
});

test('a revocation is noticed, defended and decided by another; tax and finance are told', async ({
  enter,
}) => {
  const registrar = await enter('registrar1');
  const { id } = await theContract(registrar.context());
  await registrar.goto(`/contracts/${id}`);
  await act(registrar, '拟撤销登记');
  await registrar.getByLabel('提供虚假合同').check();
  await registrar
    .getByLabel('事由', { exact: false })
    .last()
    .fill('经核查，合同所列工艺参数试验没有开展，涉嫌虚假合同。');
  await attach(registrar, registrar.locator('input[type=file]'), pdf('核查笔录.pdf'));
  await savedByItself(registrar);
  await act(registrar, '发出撤销告知');
  await told(registrar, '已告知，卖方可以陈述申辩');

  const other = await enter('registrar2');
  await test.step('nobody decides before the seller was heard', async () => {
    await fromDesk(other, new RegExp(`撤销登记 · ${TITLE}`));
    const revoke = rail(other).getByRole('button', { name: '撤销登记', exact: true });
    await expect(revoke).toHaveAttribute('aria-disabled', 'true');
    await expect(revoke).toHaveAccessibleDescription(/陈述申辩/);
  });

  await test.step('the seller states its defence with evidence', async () => {
    const office = await enter('tto');
    await office.goto('/workspace');
    const todo = main(office).getByRole('link', { name: new RegExp(`${TITLE}.*陈述申辩`) });
    const rest = main(office).getByRole('button', { name: /^还有 \d+ 项$/ });
    // Journeys before this one may have left more to do than is shown at first.
    await expect(todo.or(rest).first()).toBeVisible();
    if (!(await todo.isVisible())) await rest.click();
    await todo.click();
    await main(office).getByRole('link', { name: '请办理' }).click();
    await act(office, '陈述申辩');
    const form = office.getByRole('dialog', { name: '陈述申辩' });
    await form.getByLabel('陈述申辩内容').fill('试验已委托第三方开展，附检测报告。');
    const sent = aGate();
    await office.route('**/files/contracts/proceedings', async (route) => {
      await sent.opened;
      await route.continue();
    });
    const attached = attach(form, form.locator('input[type=file]'), pdf('检测报告.pdf'));
    // The form is not handed in without what is still on its way.
    const send = form.getByRole('button', { name: '陈述申辩' });
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    sent.open();
    await attached;
    await expect(send).not.toHaveAttribute('aria-disabled');
    await clean(office);
    await form.getByLabel('没有其他补充，不必等到期满').check();
    await press(form, '陈述申辩');
    await told(office, '已提交');
  });

  await test.step('another registrar decides', async () => {
    await other.reload();
    await expect(main(other).getByText('试验已委托第三方开展，附检测报告。')).toBeVisible();
    await act(other, '撤销登记');
    const form = other.getByRole('dialog', { name: '撤销登记' });
    await form.getByLabel('决定理由').fill('检测报告与本合同无关，申辩不成立，撤销登记。');
    await press(form, '撤销登记');
    await told(other, '已作出决定');
  });

  await test.step('the certificate says so', async () => {
    const stranger = await enter(null);
    await expect
      .poll(async () =>
        (await stranger.context().request.get('/.well-known/jihui-certificate-status.json')).text(),
      )
      .toContain('REVOKED');
    await verified(stranger, first);
    await expect(main(stranger).getByText(/撤销/).first()).toBeVisible();
  });

  await test.step('what tax and finance are told is printed and recorded', async () => {
    await other.goto('/tax-notices');
    await main(other)
      .getByRole('link', { name: new RegExp(`撤销登记 · ${TITLE}`) })
      .click();
    await expect(main(other).getByRole('heading', { name: '技术合同登记变动情况告知函' })).toBeVisible();
    await expect(main(other).getByText(/增值税 1.2 万元/)).toBeVisible();
    await clean(other);
    await other.goBack();
    await main(other)
      .getByRole('row', { name: new RegExp(`撤销登记 · ${TITLE}`) })
      .getByRole('button', { name: '记录已通知' })
      .click();
    const form = other.getByRole('dialog', { name: '记录已通知' });
    await clean(other);
    await form.getByLabel('通知的机关').fill('国家税务总局忻州市税务局');
    await press(form, '记录已通知');
    await expect(form.getByLabel('发文文号')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('发文文号').fill('忻工信函〔2026〕12号');
    await press(form, '记录已通知');
    await told(other, '已记录');
  });
});

test('a cancellation is asked for with its grounds and taken back; an objection goes to another registrar', async ({
  enter,
}) => {
  const office = await enter('institute');
  const { id } = await contractNamed(office.context(), '风电法兰用微合金钢晶粒细化热处理工艺开发');

  await test.step('cancellation', async () => {
    await office.goto(`/contracts/${id}`);
    await act(office, '申请注销登记');
    await expect(office).toHaveURL(/\/proceedings\/[0-9a-f-]{36}$/);
    await main(office)
      .getByRole('group', { name: /依据事由/ })
      .getByRole('checkbox')
      .first()
      .check();
    await writeDay(office, '事由发生日', await dayFromToday(office.context(), -1));
    await office.getByLabel('事由', { exact: false }).last().fill('双方协商解除合同，签有解除协议。');
    await attach(office, office.locator('input[type=file]'), pdf('解除协议.pdf'));
    await office.getByLabel('没有享受优惠').check();
    await savedByItself(office);
    await clean(office);
    await act(office, '提交注销申请');
    await told(office, '已提交，登记机构会在期限内决定');
    await act(office, '撤回');
    const form = office.getByRole('dialog', { name: '撤回' });
    await form.getByLabel('撤回原因').fill('双方继续履行。');
    await press(form, '撤回');
    await told(office, '已撤回');
  });

  await test.step('objection', async () => {
    await office.goto(`/contracts/${id}`);
    await act(office, '提出异议');
    await expect(office).toHaveURL(/\/proceedings\/[0-9a-f-]{36}$/);
    await office
      .getByLabel('事由', { exact: false })
      .last()
      .fill('技术交易额少计了样机的直接成本，请重新认定。');
    await savedByItself(office);
    await clean(office);
    await act(office, '提交异议');
    await told(office, '已提交，由原审查人以外的人员办理');
    await expect(main(office).getByText('技术交易额少计了样机的直接成本，请重新认定。')).toBeVisible();
  });
});
