import { clean, expect, main, press, section, test, told } from './journey.js';
import { ask } from './people.js';

const NEED = '碾环过程尺寸在线测量与自动控制改造';

test('a matched expert is invited from the need, accepts, and the two talk in a deal', async ({ enter }) => {
  const owner = await enter('enterprise');
  const { needs } = await ask<{ needs: { edges: { node: { id: string } }[] } }>(
    owner.context(),
    'query ($text: String) { needs(text: $text, first: 1) { edges { node { id } } } }',
    { text: NEED },
  );
  const need = `/needs/${needs.edges[0]?.node.id}`;
  const expert = await enter('researcher');
  const { myExpert } = await ask<{ myExpert: { id: string; name: string } }>(
    expert.context(),
    '{ myExpert { id name } }',
  );
  await owner.goto(need);
  const matched = section(owner, '匹配到的专家')
    .getByRole('article')
    .filter({ has: owner.getByRole('link', { name: myExpert.name }) });
  await test.step('what is wrong is said beside the field', async () => {
    await press(matched, '邀请咨询');
    const dialog = owner.getByRole('dialog', { name: '邀请咨询' });
    await dialog.getByLabel('邀请说明').fill('请教');
    await press(dialog, '发出邀请');
    await expect(dialog.getByText(/^邀请说明至少5个字/)).toBeVisible();
    await clean(owner);
    await dialog.getByLabel('邀请说明').fill('想请教在线测量在高温工况下的误差来源');
    await press(dialog, '发出邀请');
    await told(owner, '邀请已发出，专家答复后会通知您');
    await expect(matched.getByText('待专家答复')).toBeVisible();
    await clean(owner);
  });
  await test.step('the expert reads it from the inbox and accepts', async () => {
    await expert.goto('/inbox');
    await main(expert)
      .getByText(/邀请您就需求.*提供咨询/)
      .first()
      .click();
    await expect(expert).toHaveURL(new RegExp(`/experts/${myExpert.id}`));
    const own = section(expert, '咨询邀请');
    await expect(own.getByText('想请教在线测量在高温工况下的误差来源')).toBeVisible();
    await clean(expert);
    await press(own, '接受邀请');
    const dialog = expert.getByRole('dialog', { name: '接受邀请' });
    await dialog.getByLabel('答复（可不填）').fill('周四下午可以线上谈');
    await press(dialog, '接受邀请');
    await told(expert, '已接受，邀请方会收到通知');
    await expect(own.getByText('您已接受')).toBeVisible();
    await own.getByRole('link', { name: '进入对接' }).click();
    await expect(expert).toHaveURL(/\/deals\/[0-9a-f-]{36}$/);
  });
  await test.step('the owner reads the answer on the need and goes on in the same deal', async () => {
    await owner.goto(need);
    const experts = section(owner, '匹配到的专家');
    await expect(experts.getByText('专家答复：周四下午可以线上谈')).toBeVisible();
    await clean(owner);
    await experts.getByRole('link', { name: '进入对接' }).click();
    await expect(owner).toHaveURL(new URL(expert.url()).pathname);
  });
});

test('a broker invites an expert for a need, takes it back, and asks a patent’s keeper', async ({
  enter,
}) => {
  const broker = await enter('broker');
  const { needs } = await ask<{ needs: { edges: { node: { id: string } }[] } }>(
    broker.context(),
    'query ($text: String) { needs(text: $text, first: 1) { edges { node { id } } } }',
    { text: '连翘叶药茶去青草气与苦涩味改良工艺' },
  );
  await broker.goto(`/needs/${needs.edges[0]?.node.id}/matches`);
  const experts = section(broker, '匹配到的专家');
  await experts.getByRole('button', { name: '邀请咨询' }).first().click();
  const dialog = broker.getByRole('dialog', { name: '邀请咨询' });
  await dialog.getByLabel('邀请说明').fill('这项需求与您的方向相近，想请您看一看');
  await press(dialog, '发出邀请');
  await told(broker, '邀请已发出，专家答复后会通知您');
  await press(experts, '撤回邀请');
  await told(broker, '已撤回');
  await expect(experts.getByText('邀请已撤回').first()).toBeVisible();
  await clean(broker);
  await test.step('the patent’s keeper', async () => {
    await section(broker, '匹配到的专利').getByRole('button', { name: '联系权利人' }).first().click();
    const asked = broker.getByRole('dialog', { name: '引荐双方' });
    await asked.getByLabel('给对方的留言').fill('这件专利与需求相近，双方可以谈谈许可');
    await clean(broker);
    await press(asked, '发出引荐');
    await expect(broker).toHaveURL(/\/deals\/[0-9a-f-]{36}$/);
  });
});
