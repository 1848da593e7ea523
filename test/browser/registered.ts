import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from '@playwright/test';
import { as, command, onDatabase, upload } from './business.js';
import { dayFromToday } from './clock.js';
import { ask } from './people.js';

/** What becomes of registered contracts, as far as a dialog needs it: done by the demo's people through the graph, once. */

interface Paper {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
}
interface Registered {
  readonly id: string;
  readonly title: string;
  readonly proceedings: readonly Paper[];
}
const registered = async (context: BrowserContext, states: string): Promise<readonly Registered[]> =>
  (
    await ask<{ contracts: { edges: { node: Registered }[] } }>(
      context,
      `{ contracts(first: 10, filter: { states: [${states}] }) { edges { node { id title proceedings { id version kind } } } } }`,
    )
  ).contracts.edges.map(({ node }) => node);

/** The institute asks to cancel the registration of one of its contracts. @returns the proceeding's id */
export const cancelling = (browser: Browser): Promise<string> =>
  as(browser, 'institute', async (context) => {
    const [pending] = await registered(context, 'CANCEL_PENDING');
    const known = pending?.proceedings.find(({ kind }) => kind === 'CANCELLATION');
    if (known !== undefined) return known.id;
    const [contract] = await registered(context, 'REGISTERED');
    const { startProceeding } = await ask<{ startProceeding: { proceeding: Paper } }>(
      context,
      'mutation ($input: StartProceedingInput!) { startProceeding(input: $input) { proceeding { id version kind } } }',
      { input: { clientMutationId: randomUUID(), contractId: contract?.id, kind: 'CANCELLATION' } },
    );
    const { id, version } = startProceeding.proceeding;
    await upload(context, 'contracts/proceedings', '解除协议.pdf', { proceedingId: id });
    await command(context, 'saveProceedingDraft', 'SaveProceedingDraftInput', {
      id,
      expectedVersion: version,
      reason: '双方协商一致，提前解除合同，已签解除协议。',
      grounds: ['RESCISSION'],
      groundOn: await dayFromToday(context, 0),
      noBenefits: true,
    });
    await command(context, 'requestContractCancellation', 'RequestContractCancellationInput', {
      id,
      expectedVersion: version + 1,
    });
    return id;
  });

/** A notice to tax and finance that waits. The row is what a decided cancellation leaves, without the figures it takes away. */
export async function taxNoticeWaits(browser: Browser): Promise<void> {
  const id = await cancelling(browser);
  await onDatabase((client) =>
    client.query(
      `insert into contracts.tax_notice (id, version, contract_id, proceeding_id, registry_division, state, content, due_on,
         created_at, updated_at)
       select gen_random_uuid(), 1, c.id, p.id, c.registry_division, 'PENDING', jsonb_build_object(
         'cause', 'CANCELLATION', 'declared', '[]'::jsonb, 'used', '[]'::jsonb, 'articles', '[]'::jsonb,
         'before', jsonb_build_object('total', 1000000, 'technical', 1000000),
         'after', jsonb_build_object('total', 0, 'technical', 0),
         'decidedOn', current_date, 'reason', '合同解除'), current_date + 14, now(), now()
       from contracts.proceeding p join contracts.contract c on c.id = p.contract_id where p.id = $1
       on conflict do nothing`,
      [id],
    ),
  );
}

/** The reward for the university's contract, disclosed to its colleagues. @returns the plan's id */
export const disclosedReward = (browser: Browser): Promise<string> =>
  as(browser, 'tto', async (context) => {
    const { rewards } = await ask<{ rewards: { edges: { node: { id: string } }[] } }>(
      context,
      '{ rewards(first: 1, filter: { states: [DISCLOSED] }) { edges { node { id } } } }',
    );
    const known = rewards.edges[0]?.node;
    if (known !== undefined) return known.id;
    const [contract] = await registered(context, 'REGISTERED, CHANGE_PENDING');
    const { startReward } = await ask<{ startReward: { reward: { id: string; version: number } } }>(
      context,
      'mutation ($input: StartRewardInput!) { startReward(input: $input) { reward { id version } } }',
      { input: { clientMutationId: randomUUID(), contractId: contract?.id } },
    );
    const { id, version } = startReward.reward;
    await command(context, 'saveReward', 'SaveRewardInput', {
      id,
      expectedVersion: version,
      receivedOn: await dayFromToday(context, 0),
      income: 10_000_000,
      cost: 2_000_000,
      taxes: 0,
      basis: '《科技成果转化管理办法》校发〔2025〕12号',
      total: 4_000_000,
      people: [{ name: '李工', part: 'MAIN', contribution: '发明人', amount: 4_000_000 }],
      channel: '校内公告栏',
    });
    await command(context, 'discloseReward', 'DiscloseRewardInput', { id, expectedVersion: version + 1 });
    return id;
  });

/** The same reward, to which a colleague has objected. @returns the plan's id */
export async function objectedReward(browser: Browser): Promise<string> {
  const id = await disclosedReward(browser);
  await as(browser, 'researcher', async (context) => {
    const { reward } = await ask<{ reward: { objections: { id: string }[] } }>(
      context,
      'query ($id: ID!) { reward(id: $id) { objections { id } } }',
      { id },
    );
    if (reward.objections.length === 0)
      await command(context, 'objectToReward', 'ObjectToRewardInput', {
        id,
        statement: '公示的主要贡献人员中没有参与中试的同事，请核实。',
      });
  });
  return id;
}
