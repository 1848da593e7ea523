import { csv, expect, main, press, test, told } from './journey.js';
import { contractNamed } from './people.js';

const SENT = '风电法兰用微合金钢晶粒细化热处理工艺开发';
const LICENCE = '光伏边框用再生铝净化除铁技术秘密许可';

test('a package goes to the national system, and numbers come back with a report of what is wrong', async ({
  enter,
}) => {
  const registrar = await enter('registrar1');
  const files = registrar.context().request;
  const { registrationNumber } = await contractNamed(registrar.context(), SENT);
  await registrar.goto('/exchange');
  const batches = main(registrar).getByRole('table', { name: '批次' });
  await expect(batches.or(main(registrar).getByText('还没有批次'))).toBeVisible();
  const rows = Math.max(1, await batches.getByRole('row').count());
  const addressOf = async (name: string): Promise<string> =>
    (await batches.getByRole('link', { name, exact: true }).first().getAttribute('href')) ?? '';

  await test.step('a package is made, and taken as a workbook and a table', async () => {
    await expect(main(registrar).getByText(/待报送\s*新登记 \d+ 份/)).toBeVisible();
    await press(main(registrar), '生成报送包');
    await told(registrar, '报送包已生成');
    await expect(batches.getByRole('row')).toHaveCount(rows + 1);
    await expect(main(registrar).getByText('没有待报送的合同。')).toBeVisible();
    const book = await files.get(await addressOf('XLSX'));
    expect((await book.body()).subarray(0, 2).toString()).toBe('PK');
    expect(await (await files.get(await addressOf('CSV'))).text()).toContain(registrationNumber);
  });

  const returned = csv('全国登记号.csv', [
    ['平台登记编号', '全国登记号'],
    [registrationNumber ?? '', '2026140000000099'],
    ['2026140900999999', '2026140000000098'],
  ]);
  await test.step('one number is written back, the other row is told of', async () => {
    await registrar.locator('input[type=file]').setInputFiles(returned);
    await told(registrar, '回填 1 份，未变 0 份，有误 1 行');
    const report = await (await files.get(await addressOf('错误报告'))).text();
    expect(report).toContain('2026140900999999');
    expect(report).toContain('本登记机构没有这一编号的合同');
  });
  await test.step('the same file again changes nothing', async () => {
    await registrar.locator('input[type=file]').setInputFiles(returned);
    await told(registrar, '回填 0 份，未变 1 份，有误 1 行');
  });
});

test('another set of rules is tried on what is registered, down to the contract', async ({ enter }) => {
  const registrar = await enter('registrar1');
  await registrar.goto('/registration/replays');
  await main(registrar).getByLabel('规则集').selectOption('2000/2001');
  await press(main(registrar), '开始回放');
  await expect(registrar).toHaveURL(/\/registration\/replays\/[0-9a-f-]{36}$/);
  await expect(main(registrar).getByText('已完成')).toBeVisible();
  const differing = main(registrar).getByRole('table', { name: '结论会不同的合同' });
  await expect(differing.getByText('类别不同').first()).toBeVisible();
  await differing.getByRole('link', { name: LICENCE }).click();
  await expect(registrar).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
});
