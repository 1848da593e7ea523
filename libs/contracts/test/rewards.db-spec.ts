import { randomUUID } from 'node:crypto';
import type { Actor, PersonActor } from '@jihui/kernel';
import { AuditHeads, BusinessClock, pageArgs, sql } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { rewardSightOf } from '../src/core/rewards/perform.js';
import { RewardPlansService, type RewardDraftInput } from '../src/rewards/reward-plans.service.js';
import { RewardStepsService } from '../src/rewards/reward-steps.service.js';
import { RewardsQueries } from '../src/rewards/rewards.queries.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import { RewardsStore } from '../src/store/rewards.store.js';
import { aWorld, type World } from './contracts.world.js';
import { foundedByTheState } from './reward-unit.js';

describe('rewards', () => {
  let world: World;
  let plans: RewardPlansService;
  let steps: RewardStepsService;
  let queries: RewardsQueries;
  let contractId: string;

  beforeAll(async () => {
    world = await aWorld();
    plans = world.app.get(RewardPlansService);
    steps = world.app.get(RewardStepsService);
    queries = world.app.get(RewardsQueries);
    contractId = await world.application('REGISTERED');
    await foundedByTheState(world);
    for (const [person, displayName] of [
      [world.seller, '王晓岚'],
      [world.sellerMember, '李工'],
      [world.sellerAdmin, '赵主任'],
    ] as const)
      await world.events.person(
        {
          payload: {
            id: person.personId,
            displayName,
            email: 'someone@example.org',
            memberships: [{ organisationId: organisationOf(world.seller) }],
          },
          version: 2,
        } as never,
        new Date(),
      );
  }, 120_000);
  afterAll(() => world.close());

  const at = async (id: string, as: Actor = world.seller) => {
    const view = await queries.one(as, id);
    return { clientMutationId: randomUUID(), id, expectedVersion: view?.version ?? 0 };
  };

  let receipts = 0;
  /** A whole plan, each of another amount, so that no receipt is taken twice. */
  async function plan(change: Partial<RewardDraftInput> = {}, contract = contractId): Promise<string> {
    const { id } = await plans.start(world.seller, { clientMutationId: randomUUID(), contractId: contract });
    receipts += 1;
    await plans.save(world.seller, {
      ...(await at(id)),
      resultTitle: '',
      producedOn: null,
      receivedOn: '2026-11-20',
      income: 1_000_000 + receipts,
      cost: 0,
      taxes: 1 + (receipts % 2),
      basis: '校发〔2025〕12号',
      total: 800_000,
      people: [
        {
          personId: world.sellerMember.personId,
          name: '李工',
          part: 'MAIN',
          contribution: '发明人',
          amount: 500_000,
        },
        { personId: null, name: '退休教授', part: 'OTHER', contribution: '中试', amount: 300_000 },
      ],
      channel: '校内公告栏',
      ...change,
    });
    return id;
  }

  async function disclosed(): Promise<string> {
    const id = await plan();
    await plans.disclose(world.seller, await at(id));
    return id;
  }

  async function confirmed(): Promise<string> {
    const id = await disclosed();
    await world.app.get(BusinessClock).advance(30);
    await plans.confirm(world.seller, await at(id));
    return id;
  }

  const today = async (): Promise<string> =>
    (
      await world.rows<{ day: string }>(
        sql`select ((platform.business_now() at time zone 'Asia/Shanghai')::date)::text as day`,
      )
    )[0]?.day ?? '';

  describe('a reward', () => {
    it('goes from receipt to payment, each step in the history, the last payment settling it', async () => {
      const id = await disclosed();
      const shown = await queries.one(world.sellerMember, id);
      expect(shown).toMatchObject({ sight: 'COLLEAGUE', total: 800_000, payments: [], round: 1 });
      expect(shown?.people.map(({ name, mine, personId, paid }) => [name, mine, personId, paid])).toEqual([
        ['李工', true, null, null],
        ['退休教授', false, null, null],
      ]);
      await expect(plans.confirm(world.seller, await at(id))).rejects.toMatchObject({
        violations: [{ code: 'CONTRACT.REWARD_DISCLOSURE_RUNS' }],
      });
      await world.app.get(BusinessClock).advance(30);
      await plans.confirm(world.seller, await at(id));
      const pay = async (line: number, amount: number) =>
        steps.pay(world.seller, { ...(await at(id)), line, amount, paidOn: await today(), voucher: 'P-1' });
      await pay(1, 200_000);
      await expect(pay(1, 300_001)).rejects.toMatchObject({
        violations: [{ code: 'CONTRACT.REWARD_OVERPAID' }],
      });
      await expect(pay(3, 1)).rejects.toMatchObject({ violations: [{ path: 'line' }] });
      await pay(1, 300_000);
      const wrong = (await queries.one(world.seller, id))?.payments.at(-1)?.id ?? '';
      const cancel = async () =>
        steps.voidPayment(world.seller, { ...(await at(id)), paymentId: wrong, reason: '账号有误，已退回' });
      await cancel();
      expect(await queries.one(world.seller, id)).toMatchObject({ state: 'CONFIRMED', paid: 200_000 });
      await expect(cancel()).rejects.toMatchObject({ code: 'CONTRACT.REWARD_NO_SUCH_PAYMENT' });
      await pay(1, 300_000);
      await pay(2, 300_000);
      const settled = await queries.one(world.seller, id);
      expect(settled).toMatchObject({ state: 'PAID', paid: 800_000 });
      const own = await queries.one(world.sellerMember, id);
      expect(own).toMatchObject({ sight: 'PERSON', paid: 500_000 });
      expect(own?.people.map(({ name }) => name)).toEqual(['李工']);
      expect(own?.payments).toHaveLength(3);
      await expect(cancel()).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });

      const late = settled?.payments.find(({ line }) => line === 2)?.id ?? '';
      const correct = async (change: object = {}) =>
        steps.correct(world.seller, {
          ...(await at(id)),
          paymentId: late,
          correctedOn: settled?.payments.find(({ line }) => line === 2)?.paidOn ?? '',
          voucher: '记-0301',
          reason: '户名有误，银行退回',
          ...change,
        });
      await expect(correct({ correctedOn: '2099-01-01', voucher: '', reason: '' })).rejects.toMatchObject({
        violations: [{ path: 'reason' }, { path: 'voucher' }, { path: 'correctedOn' }],
      });
      await correct();
      expect(await queries.one(world.seller, id)).toMatchObject({ state: 'PAID', paid: 500_000 });
      await expect(correct()).rejects.toMatchObject({ code: 'CONTRACT.REWARD_NO_SUCH_PAYMENT' });
      // What was paid stands as it was written; the entry against it stands beside it.
      expect(
        await world.rows(sql`select amount::int as amount, corrects from contracts.reward_payment
        where reward_id = ${id} and line = 2 order by recorded_at, id`),
      ).toEqual([
        { amount: 300_000, corrects: null },
        { amount: -300_000, corrects: late },
      ]);
      await pay(2, 300_000);
      expect(await queries.one(world.seller, id)).toMatchObject({ state: 'PAID', paid: 800_000 });
      await expect(pay(2, 1)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
      expect(await world.app.get(AuditHeads).verify()).toEqual([]);
    });

    it('is told to the unit when it is disclosed: without names or amounts', async () => {
      const id = await plan();
      await plans.disclose(world.seller, await at(id));
      const told = await world.rows<{ action: string; payload: Record<string, unknown> }>(
        sql`select action, payload from contracts.event where aggregate_id = ${id} order by id`,
      );
      expect(told).toMatchObject([
        {
          action: 'disclose',
          payload: { state: 'DISCLOSED', organisationId: organisationOf(world.seller) },
        },
      ]);
      expect(JSON.stringify(told)).not.toContain('李工');
      await plans.recall(world.seller, { ...(await at(id)), reason: '调整分配' });
      await plans.discard(world.seller, await at(id));
    });

    it('is refused whole with every violation, and nothing of it is done', async () => {
      const id = await plan({ total: 100, people: [] });
      await expect(plans.disclose(world.seller, await at(id))).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        violations: [
          { path: 'total', code: 'CONTRACT.REWARD_BELOW_MINIMUM' },
          { path: 'people', code: 'CONTRACT.REWARD_MAIN_BELOW_MINIMUM' },
          { path: 'people', code: 'REQUIRED' },
        ],
      });
      expect(await queries.one(world.seller, id)).toMatchObject({ state: 'DRAFT' });
      await plans.discard(world.seller, await at(id));
      expect(await queries.one(world.seller, id)).toBeNull();
    });

    it('names the accounts of colleagues alone', async () => {
      const people = [
        { personId: world.buyer.personId, name: '外人', part: 'MAIN', contribution: '无', amount: 1 },
      ] as const;
      await expect(plan({ people })).rejects.toMatchObject({
        violations: [{ path: 'people.0.personId', code: 'CONTRACT.REWARD_NOT_A_COLLEAGUE' }],
      });
    });

    it('is sent back by an objection that is upheld, and goes on after the next disclosure', async () => {
      const id = await disclosed();
      const object = (as: Actor = world.sellerMember) =>
        steps.object(as, { clientMutationId: randomUUID(), id, statement: '本人参与了中试，没有列入方案。' });
      await object();
      await expect(object(world.buyer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const [stored] = await world.rows<{ id: string }>(
        sql`select objections -> 0 ->> 'id' as id from contracts.reward where id = ${id}`,
      );
      const asked = stored?.id ?? '';
      const answer = async (upheld: boolean) =>
        steps.answer(world.seller, {
          ...(await at(id)),
          objectionId: asked,
          upheld,
          answer: '经核实，情况属实。',
        });
      await world.app.get(BusinessClock).advance(30);
      await expect(plans.confirm(world.seller, await at(id))).rejects.toMatchObject({
        violations: [{ code: 'CONTRACT.REWARD_OBJECTION_OPEN' }],
      });
      await expect(object()).rejects.toMatchObject({
        violations: [{ code: 'CONTRACT.REWARD_DISCLOSURE_OVER' }],
      });
      await answer(true);
      await expect(answer(false)).rejects.toMatchObject({ code: 'CONTRACT.REWARD_NO_SUCH_OBJECTION' });
      await expect(plans.confirm(world.seller, await at(id))).rejects.toMatchObject({
        violations: [{ code: 'CONTRACT.REWARD_OBJECTION_UPHELD' }],
      });
      await plans.recall(world.seller, { ...(await at(id)), reason: '补列人员' });
      await plans.disclose(world.seller, await at(id));
      await world.app.get(BusinessClock).advance(30);
      await plans.confirm(world.seller, await at(id));
      expect(await queries.one(world.seller, id)).toMatchObject({ state: 'CONFIRMED', round: 2 });
    });

    it('lets one of two officers win, and does once what is asked twice', async () => {
      const id = await plan();
      const target = await at(id);
      const both = await Promise.allSettled([
        plans.disclose(world.seller, target),
        plans.disclose(world.sellerAdmin, { ...target, clientMutationId: randomUUID() }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(lost.reason).toMatchObject({ code: 'STALE_VERSION' });
      const paid = await confirmed();
      const payment = { ...(await at(paid)), line: 1, amount: 100, paidOn: await today(), voucher: 'P-2' };
      await Promise.all([steps.pay(world.seller, payment), steps.pay(world.seller, payment)]);
      expect(await queries.one(world.seller, paid)).toMatchObject({ paid: 100 });
    });

    it('is started for a registered contract by its seller’s office alone', async () => {
      const start = (as: Actor, contract: string) =>
        plans.start(as, { clientMutationId: randomUUID(), contractId: contract });
      const draft = await world.application('DRAFT');
      await expect(start(world.seller, draft)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
      await expect(start(world.registrarA, contractId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(start(world.stranger, contractId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is seen in SQL by exactly those whom the policy lets see it', async () => {
      const ids = [await plan(), await disclosed(), await confirmed()];
      const store = world.app.get(RewardsStore);
      const contract = await world.app.get(ContractsStore).get(contractId);
      if (contract === undefined) throw new Error('no contract');
      const readers: Readonly<Record<string, PersonActor>> = {
        seller: world.seller,
        admin: world.sellerAdmin,
        member: world.sellerMember,
        buyer: world.buyer,
        stranger: world.stranger,
        registrar: world.registrarA,
        county: world.countyRegistrar,
        officer: world.officer,
        bureauAdmin: world.bureauAdmin,
        conflicted: world.conflicted,
      };
      const whole = await store.byIds(world.seller, ids);
      for (const [name, reader] of Object.entries(readers))
        for (const id of ids) {
          const reward = whole.get(id);
          if (reward === undefined) throw new Error('the office sees all');
          const inSql = (await store.byIds(reader, [id])).has(id);
          const inPolicy = rewardSightOf(reader, { reward, contract, unitDivision: '140902' }) !== 'NONE';
          expect([name, reward.state, inSql]).toEqual([name, reward.state, inPolicy]);
        }
    });

    it('is found by the year of its receipt, and by no other', async () => {
      const id = await plan({ receivedOn: '2025-12-31' });
      const found = async (year: number) =>
        (await queries.list(world.seller, { year }, pageArgs({ first: 100 }))).edges.map(({ node }) => node);
      expect((await found(2025)).map((one) => one.id)).toEqual([id]);
      const others = await found(2026);
      expect(others.length).toBeGreaterThan(0);
      expect(others.filter(({ receivedOn }) => !receivedOn?.startsWith('2026'))).toEqual([]);
      for (const year of [0, -1, 10_000, 2_147_483_647]) expect(await found(year)).toEqual([]);
    });
    it('tells the bureau sums and no names', async () => {
      const id = await confirmed();
      const view = await queries.one(world.officer, id);
      expect(view).toMatchObject({ sight: 'BUREAU', total: 800_000, mainTotal: 500_000, personCount: 2 });
      expect(view).toMatchObject({ people: [], payments: [], basis: null });
      const { edges } = await queries.list(world.officer, { states: ['CONFIRMED'] }, pageArgs({ first: 50 }));
      expect(edges.map(({ node }) => node.id)).toContain(id);
      const named = async (text: string) =>
        (await queries.list(world.officer, { text }, pageArgs({ first: 50 }))).edges.map(
          ({ node }) => node.id,
        );
      expect(await named(view?.registrationNumber ?? '')).toContain(id);
      // Who the other side is stands on the contract, and is no word of the ledger.
      expect(await named('原平光电')).toEqual([]);
    });
  });
});
