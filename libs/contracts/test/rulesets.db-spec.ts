import { sql } from '@jihui/platform';
import { ContractFacts } from '../src/contract-facts.js';
import { blocks } from '../src/core/findings.js';
import { findingsOf, ruleSetOf } from '../src/core/rulesets/sets.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import type { Basis } from '../src/store/parts.row.js';
import { aWorld, type World } from './contracts.world.js';

describe('rulesets', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const basisOf = async (id: string, stage: string): Promise<Basis> => {
    const [row] = await world.rows<{ basis: Basis }>(
      sql`select basis from contracts.review where contract_id = ${id} and stage = ${stage} order by at desc limit 1`,
    );
    if (row === undefined) throw new Error('no review');
    return row.basis;
  };
  /** A value from today on, as if it had been entered yesterday. */
  const enter = (name: string, value: number): Promise<unknown[]> =>
    world.rows(sql`
    insert into platform.parameter (name, value, effective_from, source)
    values (${name}, ${value}, (platform.business_now() at time zone 'Asia/Shanghai')::date, '测试文件')`);
  const caseOf = async (id: string) => {
    const contract = await world.app.get(ContractsStore).get(id);
    if (contract === undefined) throw new Error('no contract');
    return world.app.get(ContractFacts).of(contract, new Date());
  };

  describe('a verdict', () => {
    it('keeps rule set, parameters, facts, and each finding with rule, article and what it looked at', async () => {
      const id = await world.application('SECOND_REVIEW', {
        title: '封装设备技术转让',
        money: { technical: 100_000_000, deductions: [] },
      });
      const basis = await basisOf(id, 'FIRST');
      expect(basis).toMatchObject({
        ruleSet: '2026',
        parameters: { 'contracts.expert_threshold_fen': { value: 500_000_000 } },
        facts: { fileKinds: ['CONTRACT_TEXT', 'IP_CERTIFICATE'], parameters: { lowRatioBasisPoints: 2_000 } },
      });
      expect(basis.findings).toEqual([
        expect.objectContaining({
          rule: 'money.equipment-words',
          level: 'WARNING',
          article: expect.stringContaining('2026年正式文本条号待核') as string,
          facts: { word: '设备', total: 100_000_000, technical: 100_000_000 },
        }),
        // Nothing of this seller's was registered before.
        expect.objectContaining({ rule: 'file.FIRST_SELLER_IDENTITY', level: 'WARNING' }),
      ]);
      expect(basis).not.toHaveProperty('form');
    });
    it('of a registration keeps the form that was judged', async () => {
      const id = await world.application('REGISTERED', { signedAt: '忻州市忻府区' });
      expect((await basisOf(id, 'SECOND')).form).toMatchObject({ signedAt: '忻州市忻府区' });
    });
  });

  describe('a change of parameters', () => {
    let waiting = '';
    it('leaves what was accepted before under the law of its acceptance day', async () => {
      const accepted = await world.application('ACCEPTED');
      // It was accepted ten days ago, when today's changes were not in force.
      await world.rows(
        sql`update contracts.contract set accepted_on = accepted_on - 10 where id = ${accepted}`,
      );
      waiting = await world.application('SUBMITTED');
      await enter('contracts.rule_set', 2001);
      await enter('contracts.summary_min_chars', 2_000);

      const old = await caseOf(accepted);
      expect(ruleSetOf(old).id).toBe('2026');
      expect(old.facts.parameters.summaryMinChars).toBe(50);
      expect(blocks(findingsOf(old))).toEqual([]);

      const late = await caseOf(waiting);
      expect(ruleSetOf(late).id).toBe('2000/2001');
      expect(blocks(findingsOf(late)).map(({ rule }) => rule)).toEqual(['complete.summary-length']);
      // Both in one read, each under its own law.
      const contracts = [old.contract, late.contract];
      const both = await world.app.get(ContractFacts).ofAll(contracts, new Date());
      expect(both.map(({ facts }) => facts.parameters.summaryMinChars)).toEqual([50, 2_000]);
    });
    it('pins what is accepted afterwards to the set then in force, with its time limit and calendar', async () => {
      const id = waiting;
      await world.reviews.accept(world.registrarA, await world.target(id));
      const [row] = await world.rows<{ rule_set: string; days: number; due: string }>(sql`
      select rule_set, due_on - accepted_on as days, due_on::text as due from contracts.contract where id = ${id}`);
      expect(row?.rule_set).toBe('2000/2001');
      // Thirty natural days, rolled forward over a day of rest.
      expect(row?.days).toBeGreaterThanOrEqual(30);
      expect(row?.days).toBeLessThan(40);
    });
    it('never touches a version that was in force', async () => {
      await expect(
        world.rows(sql`update platform.parameter set value = 1 where name = 'contracts.summary_min_chars'`),
      ).rejects.toThrow('never changed');
      await expect(
        world.rows(sql`delete from platform.parameter where name = 'contracts.summary_min_chars'`),
      ).rejects.toThrow('never changed');
    });
  });
});
