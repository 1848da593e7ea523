import {
  act,
  expect,
  main,
  press,
  savedByItself,
  section,
  test,
  told,
  writeDay,
  writeTags,
} from './journey.js';
import { dayFromToday } from './clock.js';

const TITLE = '中药饮片加工废水低成本深度处理';
const OWNER = '定襄恒岳锻压法兰有限公司';

test('a need is posted without a name, matched with reasons, and leads to a deal', async ({ enter }) => {
  const enterprise = await enter('enterprise');

  await test.step('the enterprise posts it anonymously', async () => {
    await enterprise.goto('/listings/needs');
    await main(enterprise).getByRole('link', { name: '发布需求' }).first().click();
    // The list that is left has a search box of that name too.
    await enterprise.getByRole('textbox', { name: '名称' }).fill(TITLE);
    await enterprise
      .getByLabel('现状与难点')
      .fill(
        '饮片清洗与蒸煮废水氨氮和色度偏高，现用生化加活性炭，运行费用高且出水不稳。希望引进氨氮氧化、深度处理的成熟技术，处理量每天 80 吨，出水稳定达标。',
      );
    await enterprise.getByLabel('需求类型').selectOption({ index: 1 });
    await enterprise.getByLabel('技术领域').selectOption({ label: '环境保护与资源综合利用' });
    await writeTags(enterprise, '关键词', ['废水处理', '氨氮', '深度处理', '流化床']);
    await enterprise.getByLabel('产业集群').selectOption({ label: '节能环保' });
    await press(enterprise, '下一步');
    await press(enterprise, '添加一项指标');
    await enterprise.getByLabel('指标', { exact: false }).first().fill('出水氨氮');
    await enterprise.getByLabel('目标值').fill('5');
    await enterprise.getByLabel('单位').fill('mg/L');
    await press(enterprise, '下一步');
    await enterprise.getByLabel('技术服务').check();
    await enterprise.getByLabel('预算下限').fill('20');
    await enterprise.getByLabel('预算上限').fill('60');
    await writeDay(enterprise, '期望完成日期', await dayFromToday(enterprise.context(), 200));
    await press(enterprise, '下一步');
    await enterprise.getByLabel('联系人姓名').fill('张建军');
    await enterprise.getByLabel('联系电话').fill('0350-6020002');
    await enterprise.getByLabel('匿名发布').check();
    await savedByItself(enterprise);
    await act(enterprise, '提交审核');
    await told(enterprise, '已提交');
    await expect(enterprise).toHaveURL(/\/needs\/[0-9a-f-]{36}$/);
  });

  await test.step('the officer knows whose it is, the public does not', async () => {
    const officer = await enter('registrar1');
    await officer.goto('/reviews');
    await main(officer).getByRole('link', { name: TITLE }).click();
    await expect(main(officer).getByText(OWNER).first()).toBeVisible();
    await officer.getByRole('button', { name: /^审核通过并上线/ }).click();
    await press(officer.getByRole('dialog', { name: '审核通过并上线' }), '审核通过并上线');
    await told(officer, '已上线');
    const stranger = await enter(null);
    await stranger.goto('/needs?q=饮片加工废水');
    await main(stranger).getByRole('link', { name: TITLE }).click();
    await expect(main(stranger).getByText(/匿名/).first()).toBeVisible();
    await expect(stranger.getByText(OWNER)).toHaveCount(0);
  });

  const matches = section(enterprise, '匹配到的成果');
  await test.step('the matches come with a score, its parts and reasons', async () => {
    await enterprise.goto('/listings/needs');
    await main(enterprise).getByRole('link', { name: TITLE }).click();
    const best = matches.getByRole('article').first();
    await expect(best.getByRole('heading', { name: /废水/ })).toBeVisible();
    await expect(best.getByText(/匹配度 \d+ 分/)).toBeAttached();
    await expect(best.getByRole('list', { name: '推荐理由' }).getByRole('listitem').first()).toBeVisible();
    await best.getByText('得分构成').click();
    await expect(best.getByRole('definition').first()).toBeVisible();
  });

  await test.step('experts of the bank come as well, with what the score is made of', async () => {
    const best = section(enterprise, '匹配到的专家').getByRole('article').first();
    await expect(best.getByText(/匹配度 \d+ 分/)).toBeAttached();
    await best.getByText('得分构成').click();
    await expect(best.getByRole('term').filter({ hasText: '内容相关' })).toBeVisible();
    await expect(best.getByRole('heading', { level: 3 }).getByRole('link')).toHaveAttribute(
      'href',
      /^\/experts\/[0-9a-f-]{36}$/,
    );
  });

  await test.step('what was useful is remembered, and what was not goes behind the others', async () => {
    const useful = matches.getByRole('article').first().getByRole('button', { name: '有用', exact: true });
    await useful.click();
    await expect(useful).toHaveAttribute('aria-pressed', 'true');
    await enterprise.reload();
    await expect(useful).toHaveAttribute('aria-pressed', 'true');
    const second = matches.getByRole('article').nth(1);
    const refused = await second.getByRole('heading').innerText();
    await press(second, '没用');
    await told(enterprise, '已记录，会用于改进匹配');
    const price = second.getByRole('group', { name: '哪里不合适？' }).getByRole('button', { name: '价格' });
    await price.click();
    await expect(price).toHaveAttribute('aria-pressed', 'true');
    await enterprise.reload();
    await expect(second.getByRole('heading')).not.toHaveText(refused);
  });

  await test.step('interest opens a deal; the owner is asked, and learns the name only then', async () => {
    await press(matches.getByRole('article').first(), '表达合作意向');
    const dialog = enterprise.getByRole('dialog', { name: '表达合作意向' });
    await press(dialog, '发出意向');
    await expect(dialog.getByLabel('给对方的留言')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('给对方的留言').fill('希望了解贵单位技术在饮片废水上的应用，盼安排考察。');
    await press(dialog, '发出意向');
    await expect(enterprise).toHaveURL(/\/deals\/[0-9a-f-]{36}$/);
    await expect(main(enterprise).getByText('意向待确认').first()).toBeVisible();
  });
});
