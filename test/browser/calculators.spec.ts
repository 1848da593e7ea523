import { expect, main, press, test } from './journey.js';
import { ask } from './people.js';

test('anybody calculates, with the working and its law', async ({ enter }) => {
  const page = await enter(null);
  await page.goto('/calculators');
  await main(page).getByRole('link', { name: '科技成果转化奖酬金' }).click();
  await press(main(page), '测算');
  // What is missing is said beside its field.
  await expect(main(page).getByText('请填写转化收入').first()).toBeVisible();
  await main(page).getByLabel('单位由国家设立').check();
  await main(page).getByLabel('转化收入').fill('50');
  await main(page).getByLabel('直接成本').fill('8');
  await main(page).getByLabel('税费').fill('2');
  await press(main(page), '测算');
  await expect(main(page).getByRole('heading', { name: '奖励总额至少 200,000.00 元' })).toBeVisible();
  await expect(main(page).getByText('500,000.00 − 80,000.00 − 20,000.00 = 400,000.00')).toBeVisible();
  await expect(main(page).getByText('测算，不代表税务机关认定')).toBeVisible();
  await main(page)
    .getByText(/所用参数/)
    .click();
  await expect(main(page).getByText(/促进科技成果转化法第四十五条第（一）、（二）项/)).toBeVisible();
  // Other inputs: the result that was shown belongs to them no more.
  await main(page).getByLabel('税费').fill('3');
  await expect(main(page).getByRole('heading', { name: /奖励总额至少/ })).toBeHidden();
});

test('a seller calculates from a contract, keeps it and opens it again', async ({ enter }) => {
  const page = await enter('institute');
  const { contracts } = await ask<{ contracts: { edges: { node: { id: string } }[] } }>(
    page.context(),
    '{ contracts(filter: { states: [REGISTERED] }, first: 1) { edges { node { id } } } }',
  );
  const id = contracts.edges[0]?.node.id;
  if (id === undefined) throw new Error('the institute has no registered contract');
  await page.goto(`/contracts/${id}`);
  await page.getByRole('link', { name: '测算税收优惠与奖酬' }).click();
  await main(page).getByRole('link', { name: '增值税免税' }).click();
  await expect(main(page).getByText('已按合同内容填写')).toBeVisible();
  await expect(main(page).getByLabel('技术部分价款（含税）')).not.toHaveValue('');
  await main(page).getByLabel('免税与应税项目分别核算').check();
  await press(main(page), '测算');
  await expect(main(page).getByRole('heading', { name: /^免税销售额/ })).toBeVisible();
  await main(page).getByLabel('名称', { exact: true }).fill('光伏合同免税测算');
  await press(main(page), '保存测算');
  await expect(page).toHaveURL(/\/calculations\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: '光伏合同免税测算' })).toBeVisible();
  await page.goto('/calculations');
  await main(page).getByRole('link', { name: '光伏合同免税测算' }).click();
  await expect(main(page).getByRole('heading', { name: /^免税销售额/ })).toBeVisible();
  await main(page).getByRole('link', { name: '按这些内容重新测算' }).click();
  await expect(main(page).getByLabel('免税与应税项目分别核算')).toBeChecked();
});
