import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { command } from './business.js';
import { dayFromToday } from './clock.js';
import { expect, main, test } from './journey.js';
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

test('a list of matches fills by itself once the need has come to be matched', async ({ enter }) => {
  const page = await enter('enterprise');
  const context = page.context();
  const draft = await save(context, {
    title: '中药饮片加工废水深度处理',
    description:
      '饮片清洗与蒸煮废水氨氮和色度偏高，现用生化加活性炭，运行费用高且出水不稳。希望引进氨氮氧化、深度处理的成熟技术，处理量每天 80 吨，出水稳定达标。',
    keywords: ['废水处理', '氨氮', '深度处理'],
    needType: 'PROCESS',
    indicators: [{ name: '出水氨氮', operator: 'AT_MOST', target: '5', unit: 'mg/L' }],
    cooperationModes: ['SERVICE'],
    budgetMin: 20_000_000,
    budgetMax: 60_000_000,
    neededBy: await dayFromToday(context, 200),
    cluster: '8-7',
    techField: '07',
    contact: { name: '张建军', phone: '0350-6020002' },
  });
  await page.goto(`/needs/${draft.id}/matches`);
  await expect(main(page).getByText('暂时没有匹配到合适的对象')).toBeVisible();
  await command(context, 'submitNeed', 'ListingActionInput', {
    id: draft.id,
    expectedVersion: draft.version,
  });
  await expect(main(page).getByRole('article').first()).toBeVisible();
});
