import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { as, command, onDatabase } from './business.js';
import { dayFromToday } from './clock.js';
import { expect, main, section, test } from './journey.js';
import { ask, demoOrganisationId } from './people.js';

/** What the server does in the background shows by itself. */

interface Draft {
  readonly id: string;
  readonly version: number;
}

/** The enterprise begins a need. */
async function save(context: BrowserContext, content: object): Promise<Draft> {
  const { saveNeedDraft } = await ask<{ saveNeedDraft: { need: Draft } }>(
    context,
    'mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id version } } }',
    {
      input: { clientMutationId: randomUUID(), ownerId: demoOrganisationId('flangeMaker'), content },
    },
  );
  return saveNeedDraft.need;
}

/** The need comes online: the enterprise submits it, the bureau publishes it. */
async function publish(context: BrowserContext, { id, version }: Draft): Promise<void> {
  const { submitNeed } = await ask<{ submitNeed: { need: Draft } }>(
    context,
    'mutation ($input: ListingActionInput!) { submitNeed(input: $input) { need { id version } } }',
    { input: { clientMutationId: randomUUID(), id, expectedVersion: version } },
  );
  const browser = context.browser();
  if (browser === null) throw new Error('the context has no browser');
  await as(browser, 'registrar1', (officer) =>
    command(officer, 'publishNeed', 'ListingActionInput', {
      id,
      expectedVersion: submitNeed.need.version,
    }),
  );
}

/** While it acts, matching reads and learns nothing: what a busy server does for a moment. */
const whileMatchingIsBehind = (act: () => Promise<void>): Promise<void> =>
  onDatabase(async (client) => {
    await client.query('begin');
    await client.query('lock table matching.listing in share mode');
    await act();
    await client.query('commit');
  });

const CONTENT = {
  needType: 'PROCESS',
  cooperationModes: ['SERVICE'],
  budgetMin: 20_000_000,
  budgetMax: 60_000_000,
  contact: { name: '张建军', phone: '0350-6020002' },
};

test('a list of matches fills by itself once the need has come to be matched', async ({ enter }) => {
  const page = await enter('enterprise');
  const context = page.context();
  const draft = await save(context, {
    ...CONTENT,
    title: '中药饮片加工废水深度处理',
    description:
      '饮片清洗与蒸煮废水氨氮和色度偏高，现用生化加活性炭，运行费用高且出水不稳。希望引进氨氮氧化、深度处理的成熟技术，处理量每天 80 吨，出水稳定达标。',
    keywords: ['废水处理', '氨氮', '深度处理'],
    indicators: [{ name: '出水氨氮', operator: 'AT_MOST', target: '5', unit: 'mg/L' }],
    neededBy: await dayFromToday(context, 200),
    cluster: '8-7',
    techField: '07',
  });
  const address = `/needs/${draft.id}/matches`;
  await page.goto(address);
  await expect(main(page).getByText('发布上线后自动匹配。')).toBeVisible();
  await whileMatchingIsBehind(async () => {
    await publish(context, draft);
    await page.goto(address);
    await expect(section(page, '匹配到的成果').getByText('正在匹配')).toBeVisible();
  });
  await expect(main(page).getByRole('article').first()).toBeVisible();
});

test('a list that stays empty is asked for no more once it is done', async ({ enter }) => {
  const page = await enter('enterprise');
  const context = page.context();
  const draft = await save(context, {
    ...CONTENT,
    title: '蚕桑丝绸经编提花',
    description:
      '缂丝经编提花纹样仿古复原，缫丝、捻线、络筒、整经、挑花结本、通经断纬，全部手工，希望引进数码提花仿形技艺，纹样误差肉眼不可辨。',
    keywords: ['缂丝', '提花', '缫丝'],
    indicators: [{ name: '纹样误差', operator: 'AT_MOST', target: '0.1', unit: 'mm' }],
    neededBy: await dayFromToday(context, 200),
    cluster: '8-7',
    techField: '01',
  });
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('query MatchesForNeed(') === true) asked += 1;
  });
  await page.clock.install();
  await whileMatchingIsBehind(async () => {
    await publish(context, draft);
    await page.goto(`/needs/${draft.id}/matches`);
    await expect(section(page, '匹配到的成果').getByText('正在匹配')).toBeVisible();
    const before = asked;
    await page.clock.runFor('01:00');
    await expect.poll(() => asked, 'it asks while the server is behind').toBeGreaterThan(before);
  });
  await expect(section(page, '匹配到的成果').getByText('暂时没有匹配到合适的对象')).toBeVisible();
  const done = asked;
  await page.clock.runFor('01:00:00');
  expect(asked, 'it asks no more once the server is done').toBe(done);
});
