import { randomUUID } from 'node:crypto';
import type { Actor, PersonActor } from '@jihui/kernel';
import { BusinessClock, pageArgs } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { AnnualReportsQueries } from '../src/annual-report/annual-reports.queries.js';
import { rewardSightOf } from '../src/core/rewards/perform.js';
import { EMPTY_REWARD } from '../src/core/rewards/reward.js';
import { RewardPlansService, type RewardDraftInput } from '../src/rewards/reward-plans.service.js';
import { RewardsQueries } from '../src/rewards/rewards.queries.js';
import { RewardsStore } from '../src/store/rewards.store.js';
import { aWorld, type World } from './contracts.world.js';
import { foundedByTheState } from './reward-unit.js';

const isPerson = (value: unknown): value is PersonActor =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'person';

describe('a reward of a result that the unit uses itself', () => {
  let world: World;
  let plans: RewardPlansService;
  let queries: RewardsQueries;
  let unit: string;
  let contractId: string;

  beforeAll(async () => {
    world = await aWorld();
    plans = world.app.get(RewardPlansService);
    queries = world.app.get(RewardsQueries);
    unit = organisationOf(world.seller);
    contractId = await world.application('REGISTERED');
    await foundedByTheState(world);
    const person = {
      id: world.sellerMember.personId,
      displayName: '李工',
      email: 'li@example.org',
      memberships: [{ organisationId: unit }],
    };
    await world.events.person({ payload: person, version: 2 } as never, new Date());
  }, 120_000);
  afterAll(() => world.close());

  const at = async (id: string) => {
    const view = await queries.one(world.seller, id);
    return { clientMutationId: randomUUID(), id, expectedVersion: view?.version ?? 0 };
  };

  const figures = async (): Promise<Readonly<Record<string, number>>> => {
    const report = await world.app.get(AnnualReportsQueries).one(world.seller, unit, 2025);
    return Object.fromEntries((report?.figures ?? []).map(({ key, value }) => [key, value]));
  };

  const start = (as: Actor) =>
    plans.startOwnUse(as, { clientMutationId: randomUUID(), organisationId: unit });

  let results = 0;
  async function ownUse(change: Partial<RewardDraftInput> = {}): Promise<string> {
    const { id } = await start(world.seller);
    results += 1;
    await plans.save(world.seller, {
      ...(await at(id)),
      resultTitle: `高强陶粒制备工艺${results}`,
      producedOn: '2024-03-01',
      receivedOn: '2025-12-31',
      income: 10_000_000,
      cost: 0,
      taxes: 0,
      basis: '校发〔2025〕12号',
      total: 500_000,
      people: [
        {
          personId: world.sellerMember.personId,
          name: '李工',
          part: 'MAIN',
          contribution: '发明人',
          amount: 500_000,
        },
      ],
      channel: '校内公告栏',
      ...change,
    });
    return id;
  }
  const confirmedOwnUse = async (): Promise<string> => {
    const id = await ownUse();
    await plans.disclose(world.seller, await at(id));
    await world.app.get(BusinessClock).advance(30);
    await plans.confirm(world.seller, await at(id));
    return id;
  };

  it('has no contract, at least a twentieth of the profit, and no relief that only a receipt has', async () => {
    const id = await ownUse({ total: 499_999 });
    const title = (await queries.one(world.seller, id))?.title ?? '';
    await expect(plans.disclose(world.seller, await at(id))).rejects.toMatchObject({
      violations: [{ code: 'CONTRACT.REWARD_BELOW_MINIMUM' }, { code: 'CONTRACT.REWARD_SUM_DIFFERS' }],
    });
    const whole = await confirmedOwnUse();
    const view = await queries.one(world.seller, whole);
    expect(view).toMatchObject({
      mode: 'OWN_USE',
      registrationNumber: null,
      leastTotal: 500_000,
      payBy: null,
    });
    const named = await queries.list(world.seller, { text: title }, pageArgs({ first: 10 }));
    expect(named.edges.map(({ node }) => node.id)).toContain(id);
  });

  it('is of one year of one result, once', async () => {
    const first = await ownUse({ resultTitle: '粉煤灰陶粒' });
    const second = await ownUse({ resultTitle: '粉煤灰陶粒', income: 20_000_000, total: 1_000_000 });
    await expect(plans.disclose(world.seller, await at(second))).rejects.toMatchObject({
      violations: expect.arrayContaining([
        expect.objectContaining({ path: 'receivedOn', code: 'CONTRACT.REWARD_SAME_RECEIPT' }),
      ]) as never,
    });
    await plans.discard(world.seller, await at(second));
    await plans.disclose(world.seller, await at(first));
  });

  it('is started by the unit’s office alone, and what it says is refused in a plan of a contract', async () => {
    for (const as of [world.sellerMember, world.buyer, world.officer])
      await expect(start(as)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { id } = await plans.start(world.seller, { clientMutationId: randomUUID(), contractId });
    const { income, cost, taxes, basis, total, channel } = EMPTY_REWARD;
    const draft = { receivedOn: null, income, cost, taxes, basis, total, people: [], channel };
    await expect(
      plans.save(world.seller, { ...(await at(id)), ...draft, resultTitle: '某成果', producedOn: null }),
    ).rejects.toMatchObject({
      violations: [{ path: 'resultTitle', code: 'CONTRACT.REWARD_OF_A_CONTRACT' }],
    });
  });

  it('is seen in SQL by exactly those whom the policy lets see it', async () => {
    const store = world.app.get(RewardsStore);
    const unitDivision = '140902';
    for (const id of [await ownUse(), await confirmedOwnUse()]) {
      const reward = (await store.byIds(world.seller, [id])).get(id);
      if (reward === undefined) throw new Error('the office sees all');
      for (const [name, reader] of Object.entries(world)) {
        if (!isPerson(reader)) continue;
        const inSql = (await store.byIds(reader, [id])).has(id);
        const sight = rewardSightOf(reader, { reward, contract: null, unitDivision });
        expect([name, reward.state, inSql]).toEqual([name, reward.state, sight !== 'NONE']);
      }
    }
  });

  it('is a profit and no income in the annual report, its reward counted with the others', async () => {
    const before = await figures();
    await confirmedOwnUse();
    const after = await figures();
    const grown = Object.entries(after).filter(([key, value]) => value !== before[key]);
    expect(grown.map(([key, value]) => [key, value - (before[key] ?? 0)])).toEqual([
      ['reward.ownUse', 10_000_000],
      ['reward.total', 500_000],
      ['reward.cash', 500_000],
      ['reward.main', 500_000],
      ['reward.persons', 1],
    ]);
    const sum = (...keys: readonly string[]): number =>
      keys.reduce((total, key) => total + (after[`reward.${key}`] ?? Number.NaN), 0);
    expect(sum('cash', 'shares')).toBe(sum('total'));
    expect(sum('income.conversion', 'income.work')).toBe(sum('income'));
  });
});
