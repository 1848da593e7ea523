import { dayFromToday, passDays } from './clock.js';
import {
  act,
  clean,
  expect,
  main,
  press,
  pressAndConfirm,
  rail,
  savedByItself,
  test,
  told,
  writeDay,
} from './journey.js';
import { contractNamed } from './people.js';

const CONTRACT = '光伏边框用再生铝净化除铁技术秘密许可';
/** Longer than the working days for which a reward is disclosed, holidays among them. */
const DISCLOSED_DAYS = 40;

test('a reward is planned, disclosed within the unit, confirmed and paid', async ({ enter }) => {
  const office = await enter('institute');
  await office.goto(`/contracts/${(await contractNamed(office.context(), CONTRACT)).id}`);
  await press(main(office), '新建奖励方案');
  await expect(office).toHaveURL(/\/rewards\/[0-9a-f-]{36}$/);

  await test.step('the plan checks itself against the law', async () => {
    await writeDay(office, '到账日', await dayFromToday(office.context(), -1));
    await office.getByLabel('本次转化收入').fill('10');
    await office.getByLabel('奖励依据').fill('《科技成果转化管理办法》（忻研发〔2026〕3号）第十二条');
    await office
      .getByRole('navigation', { name: '填写步骤' })
      .getByRole('button', { name: /奖励人员/ })
      .click();
    await office.getByLabel('奖励总额').fill('4');
    await press(main(office), '添加人员');
    await office.getByRole('textbox', { name: '姓名' }).fill('赵研究');
    await office.getByLabel('类别').selectOption({ label: '主要贡献人员' });
    await office.getByLabel('奖励金额').fill('4');
    await office.getByLabel('所作贡献').fill('提出净化除铁工艺并完成中试');
    await office.getByLabel('公示渠道').fill('院内公告栏');
    await savedByItself(office);
    // Less than half of the net income of a state-established unit.
    await expect(rail(office).getByText(/还有 \d+ 处待完善/)).toBeVisible();
    await office.getByLabel('奖励总额').fill('6');
    await office.getByLabel('奖励金额').fill('6');
    await expect(rail(office).getByText('内容已完整，可以提交')).toBeVisible();
  });

  await test.step('disclosed, and confirmed when its time is over', async () => {
    await act(office, '开始公示');
    await told(office, '已开始公示');
    await expect(rail(office).getByRole('button', { name: '确认方案' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await passDays(DISCLOSED_DAYS);
    await office.reload();
    await pressAndConfirm(office, '确认方案');
    await told(office, '方案已确认');
  });

  await test.step('paid, with its voucher', async () => {
    await act(office, '记录发放');
    const form = office.getByRole('dialog', { name: '记录发放' });
    await clean(office);
    await writeDay(form, '发放日期', await dayFromToday(office.context(), 0));
    await form.getByLabel('凭证号').fill('转字第12号');
    await press(form, '记录发放');
    await told(office, '发放已记录');
    await expect(main(office).getByText('已发放').first()).toBeVisible();
    await press(main(office), '更正');
    const correction = office.getByRole('dialog', { name: '更正' });
    await expect(correction.getByLabel('更正凭证号')).toBeVisible();
    await clean(office);
    await press(correction, '取消');
    await expect(correction).toBeHidden();
  });
});

test('a year of a result that the unit uses itself is rewarded without a contract', async ({ enter }) => {
  const office = await enter('institute');
  await office.goto('/rewards');
  await press(main(office), '新建自行实施奖励方案');
  await expect(office).toHaveURL(/\/rewards\/[0-9a-f-]{36}$/);
  const lastYear = String(Number((await dayFromToday(office.context(), 0)).slice(0, 4)) - 1);

  await office.getByLabel('成果名称').fill('再生铝净化除铁工艺');
  await writeDay(office, '投产日', `${lastYear}-03-01`);
  await office.getByLabel('利润年度').selectOption(lastYear);
  await office.getByLabel('本年营业利润').fill('100');
  await office.getByLabel('奖励依据').fill('《科技成果转化管理办法》（忻研发〔2026〕3号）第十四条');
  await office
    .getByRole('navigation', { name: '填写步骤' })
    .getByRole('button', { name: /奖励人员/ })
    .click();
  await office.getByLabel('奖励总额').fill('4');
  await press(main(office), '添加人员');
  await office.getByRole('textbox', { name: '姓名' }).fill('赵研究');
  await office.getByLabel('类别').selectOption({ label: '主要贡献人员' });
  await office.getByLabel('奖励金额').fill('4');
  await office.getByLabel('所作贡献').fill('提出净化除铁工艺并完成中试');
  await office.getByLabel('公示渠道').fill('院内公告栏');
  await savedByItself(office);
  // Less than a twentieth of the profit.
  await expect(rail(office).getByText(/还有 \d+ 处待完善/)).toBeVisible();
  await clean(office);
  await office.getByLabel('奖励总额').fill('5');
  await office.getByLabel('奖励金额').fill('5');
  await expect(rail(office).getByText('内容已完整，可以提交')).toBeVisible();
  await act(office, '开始公示');
  await told(office, '已开始公示');
  await expect(main(office).getByText('占营业利润 5.00%')).toBeVisible();
  await office.goto('/rewards');
  await expect(main(office).getByRole('link', { name: '再生铝净化除铁工艺' })).toBeVisible();
});
