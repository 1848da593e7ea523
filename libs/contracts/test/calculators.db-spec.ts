import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { aWorld, type World } from './contracts.world.js';

describe('calculators', () => {
  let world: World;
  let contractId: string;
  beforeAll(async () => {
    world = await aWorld();
    contractId = await world.application('REGISTERED');
  }, 120_000);
  afterAll(() => world.close());

  interface Calculation {
    readonly id: string | null;
    readonly title: string | null;
    readonly version: string;
    readonly on: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly validTo: string | null;
    readonly disclaimer: string;
    readonly outcome: {
      readonly verdict: string;
      readonly results: readonly { readonly label: string; readonly amount: number }[];
      readonly steps: readonly { readonly working: string }[];
    };
    readonly parameters: readonly {
      readonly name: string;
      readonly value: number;
      readonly source: string;
    }[];
    readonly contract: { readonly id: string } | null;
  }
  const FIELDS = `id title version on inputs validFrom validTo disclaimer calculator { id title }
  outcome { verdict headline results { label amount } steps { label formula working amount article } obstacles notes }
  parameters { name title value effectiveFrom effectiveTo source } contract { id }`;
  const REWARD = {
    mode: 'TRANSFER_LICENCE',
    state: true,
    income: 50_000_000,
    cost: 8_000_000,
    taxes: 2_000_000,
  };

  const CALCULATE = `query ($calculator: ID!, $inputs: JSON!, $on: Date) {
  calculate(calculator: $calculator, inputs: $inputs, on: $on) { ${FIELDS} } }`;
  const calculate = (calculator: string, inputs: unknown, on?: string) =>
    world.app.client().query<{ calculate: Calculation }>(CALCULATE, { calculator, inputs, on });
  const SAVE = `mutation ($input: SaveCalculationInput!) { saveCalculation(input: $input) { calculation { ${FIELDS} } } }`;
  const save = (client: GraphClient, input: object) =>
    client.mutate<{ saveCalculation: { calculation: Calculation } }>(SAVE, { input });
  const open = async (actor: PersonActor, id: string): Promise<Calculation | null> =>
    (
      await world.app
        .as(actor)
        .query<{ calculation: Calculation | null }>(
          `query ($id: ID!) { calculation(id: $id) { ${FIELDS} } }`,
          {
            id,
          },
        )
    ).calculation;
  const amounts = ({ outcome }: Calculation): readonly number[] =>
    outcome.results.map(({ amount }) => amount);

  describe('the calculators', () => {
    it('say what to enter, and calculate for anybody, with the working and the law of the day', async () => {
      const { calculators } = await world.app
        .client()
        .query<{ calculators: { id: string; fields: { name: string }[] }[] }>(
          '{ calculators { id title summary version sources fields { name label kind required when { field is } choices { code name } fields { name kind } } } }',
        );
      expect(calculators.map(({ id }) => id)).toEqual([
        'vat',
        'corporate-income-tax',
        'super-deduction',
        'stamp-duty',
        'deferral',
        'cash-reward',
        'reward',
      ]);
      const told = (await calculate('reward', REWARD)).calculate;
      expect(amounts(told)).toEqual([20_000_000, 10_000_000]);
      expect(told).toMatchObject({
        id: null,
        version: 'reward-1',
        disclaimer: '测算，不代表税务机关认定',
        outcome: { verdict: 'APPLIES' },
      });
      expect(told.parameters.every(({ source }) => source.length > 5)).toBe(true);
    });
    it('refuse what cannot be, each at its field, and what is no calculator', async () => {
      const refused = await calculate('reward', { mode: 'X', state: 1, income: -1 }).expectCode(
        'INVALID_INPUT',
      );
      expect(refused.extensions.violations?.map(({ path }) => path)).toEqual(['inputs.mode', 'inputs.state']);
      await calculate('lottery', {}).expectCode('CONTRACT.UNKNOWN_CALCULATOR');
      for (const inputs of [null, 'text', [1], { transfers: { length: 3 } }])
        await calculate('corporate-income-tax', inputs ?? []).expectCode('INVALID_INPUT');
    });
    it('say when no rule is in force', async () =>
      expect(
        (
          await calculate(
            'stamp-duty',
            { items: [{ kind: 'SALE', price: 1 }], apart: true, small: false },
            '2001-01-01',
          )
        ).calculate.outcome.verdict,
      ).toBe('NOT_IN_FORCE'));
  });

  describe('a calculation that is kept', () => {
    it('is its person’s alone, and opens as it was although the law changes', async () => {
      const seller = world.app.as(world.seller);
      const { calculation } = (
        await save(seller, { calculator: 'reward', title: ' 光伏封装转让奖励 ', inputs: REWARD, contractId })
      ).saveCalculation;
      expect(calculation).toMatchObject({ title: '光伏封装转让奖励', contract: { id: contractId } });
      const [{ before } = { before: '' }] = await world.rows<{ before: string }>(
        sql`select (${calculation.on}::date - 1)::text as before`,
      );
      await world.rows(sql`
      insert into platform.parameter (name, value, effective_from, source)
      values ('contracts.reward_minimum_basis_points', 7000, ${before}::date, '本省条例')`);
      const now = (await calculate('reward', REWARD)).calculate;
      expect(amounts(now)).toEqual([28_000_000, 14_000_000]);
      expect(
        now.parameters.find(({ name }) => name === 'contracts.reward_minimum_basis_points')?.source,
      ).toBe('本省条例');
      expect(await open(world.seller, calculation.id ?? '')).toEqual(calculation);
      expect(amounts(calculation)).toEqual([20_000_000, 10_000_000]);
      for (const actor of [world.sellerAdmin, world.buyer, world.registrarA])
        expect(await open(actor, calculation.id ?? '')).toBeNull();
      expect(await open(world.seller, 'abc')).toBeNull();
    });
    it('is listed with the newest first, by calculator or contract', async () => {
      const buyer = world.app.as(world.buyer);
      for (const title of ['第一次', '第二次'])
        await save(buyer, { calculator: 'reward', title, inputs: REWARD });
      await save(buyer, { calculator: 'deferral', title: '第三次', inputs: DEFERRAL });
      const list = async (filter: object): Promise<string[]> => {
        const { calculations } = await buyer.query<{
          calculations: { edges: { node: { title: string } }[] };
        }>(
          'query ($filter: CalculationFilter) { calculations(filter: $filter) { totalCount edges { node { title calculator { id } } } } }',
          { filter },
        );
        return calculations.edges.map(({ node }) => node.title);
      };
      expect(await list({})).toEqual(['第三次', '第二次', '第一次']);
      expect(await list({ calculator: 'reward' })).toEqual(['第二次', '第一次']);
      expect(await list({ contractId })).toEqual([]);
      await world.app.client().query('{ calculations { totalCount } }').expectCode('UNAUTHENTICATED');
    });
    it('is kept once for a double click, with a name, and for a contract that one may see', async () => {
      const seller = world.app.as(world.seller);
      const input = { clientMutationId: randomUUID(), calculator: 'reward', title: '一次', inputs: REWARD };
      const [one, other] = await Promise.all([save(seller, input), save(seller, input)]);
      expect(one.saveCalculation.calculation.id).toBe(other.saveCalculation.calculation.id);
      await save(seller, { ...input, clientMutationId: randomUUID(), title: ' ' }).expectCode(
        'INVALID_INPUT',
      );
      await save(seller, { ...input, clientMutationId: randomUUID(), title: '长'.repeat(101) }).expectCode(
        'INVALID_INPUT',
      );
      await save(seller, { ...input, clientMutationId: randomUUID(), inputs: {} }).expectCode(
        'INVALID_INPUT',
      );
      await save(world.app.client(), { ...input, clientMutationId: randomUUID() }).expectCode(
        'UNAUTHENTICATED',
      );
      for (const id of [contractId, randomUUID(), 'abc'])
        await save(world.app.as(world.stranger), {
          ...input,
          clientMutationId: randomUUID(),
          contractId: id,
        }).expectCode('NOT_FOUND');
    });
  });

  const DEFERRAL = {
    investor: 'ENTERPRISE',
    technology: 'LISTED',
    domestic: true,
    sharesOnly: true,
    filed: true,
    value: 100,
    price: 200,
  };

  describe('what a contract gives', () => {
    const prefill = (actor: PersonActor, calculator: string, id = contractId) =>
      world.app
        .as(actor)
        .query<{ calculatorPrefill: Readonly<Record<string, unknown>> }>(
          'query ($calculator: ID!, $id: ID!) { calculatorPrefill(calculator: $calculator, contractId: $id) }',
          { calculator, id },
        );
    it('fills in its amounts, and for the year every transfer of the seller', async () => {
      expect((await prefill(world.seller, 'vat')).calculatorPrefill).toEqual({
        contractClass: 'TRANSFER',
        technical: 75_000_000,
        other: 25_000_000,
        recognised: true,
      });
      await world.application('REGISTERED');
      const { transfers } = (await prefill(world.seller, 'corporate-income-tax')).calculatorPrefill as {
        transfers: { revenue: number; technology: string; mode: string }[];
      };
      expect(transfers).toHaveLength(2);
      expect(transfers[0]).toMatchObject({ revenue: 75_000_000, technology: 'PATENT', mode: 'OWNERSHIP' });
    });
    it('is nothing to who may not see it', async () => {
      await prefill(world.stranger, 'vat').expectCode('NOT_FOUND');
      await prefill(world.seller, 'vat', 'abc').expectCode('NOT_FOUND');
      await prefill(world.seller, 'lottery').expectCode('CONTRACT.UNKNOWN_CALCULATOR');
    });
  });
});
