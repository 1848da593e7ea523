import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { aBroker, anEnterprisePerson, organisationOf } from '@jihui/testing';
import { PairsStore } from '../src/store/pairs.store.js';
import { aNeed, aResult, GANGUE, type World } from './matching.factory.js';
import { aMarket, FEEDBACK, type MatchNode } from './matching.market.js';

describe('what a side refuses', () => {
  let world: World;
  const { open, listIn } = aMarket();
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  const list = (actor?: PersonActor, id?: string): Promise<MatchNode[]> => listIn(world, actor, id);

  describe('a refusal', () => {
    const own = anEnterprisePerson();
    const other = anEnterprisePerson();
    const text = {
      ...GANGUE.result,
      title: '废轮胎裂解炭黑的表面改性方法',
      keywords: ['裂解炭黑', '改性'],
      summary: '废轮胎裂解得到的炭黑经表面改性，用于橡胶补强，分散均匀。',
    };
    const wanted = {
      ...GANGUE.need,
      title: '裂解炭黑改性后用于橡胶补强',
      keywords: ['裂解炭黑'],
      description: '我公司裂解废轮胎，希望把炭黑改性后用于橡胶补强，目前分散不均匀。',
    };
    const bench = aNeed({ ...wanted, ownerId: organisationOf(own), budgetMax: 100_000_00 });
    const elsewhere = aNeed({ ...wanted, ownerId: organisationOf(other) });
    const first = aResult(text);
    const copy = aResult(text);
    const copies = [first.id, copy.id].sort();
    const refuse = (actor: PersonActor, resultId: string, more: object = {}): Promise<unknown> =>
      world
        .as(actor)
        .mutate(FEEDBACK, { input: { needId: bench.id, resultId, verdict: 'NOT_USEFUL', ...more } })
        .data();
    const idsOf = async (): Promise<string[]> => (await list(own, bench.id)).map((one) => one.resultId);
    const weightOf = async (part: string): Promise<number> =>
      (await list(own, bench.id))[0]!.parts.find(({ name }) => name === part)!.weight;

    beforeAll(async () => {
      for (const one of [bench, elsewhere]) await world.need(one);
      for (const one of [first, copy]) await world.result(one);
    });

    it('by a member of the owner puts the pair and its near-copies last in that list, and nowhere else', async () => {
      const next = aResult({ title: '橡胶补强炭黑的混炼工艺', summary: '炭黑在橡胶中的分散。' });
      await world.result(next);
      expect((await idsOf()).slice(0, 2).sort()).toEqual(copies);
      await refuse(own, copy.id);
      expect((await idsOf())[0]).toBe(next.id);
      expect((await idsOf()).slice(-2).sort()).toEqual(copies);
      const inOther = (await list(other, elsewhere.id)).map((one) => one.resultId);
      expect(inOther.slice(0, 2).sort()).toEqual(copies);
    });

    it('by somebody else puts nothing last, and one that is taken back neither', async () => {
      await refuse(own, copy.id, { verdict: 'USEFUL' });
      expect((await idsOf()).slice(0, 2).sort()).toEqual(copies);
      // It counts in 历史评价, by which two copies may change places, and no more.
      await refuse(aBroker(), copy.id);
      expect((await idsOf()).slice(0, 2).sort()).toEqual(copies);
    });

    it('for a cause makes that part weigh more in the list, so that others come first', async () => {
      const dear = aResult({
        ...text,
        priceMode: 'FIXED',
        priceMin: 130_000_00,
        priceMax: 130_000_00,
      });
      const far = aResult({
        ...text,
        divisionCode: '310100',
        priceMode: 'FIXED',
        priceMin: 90_000_00,
        priceMax: 90_000_00,
      });
      for (const one of [dear, far]) await world.result(one);
      const places = async (): Promise<number[]> => {
        const ids = await idsOf();
        return [ids.indexOf(dear.id), ids.indexOf(far.id)];
      };
      const [dearBefore, farBefore] = await places();
      expect(dearBefore).toBeLessThan(farBefore!);
      expect(await weightOf('PRICE')).toBe(10);
      const unrelated = aResult({ title: '冷链物流温度记录标签' });
      await world.result(unrelated);
      await refuse(own, unrelated.id, { causes: ['PRICE', 'PRICE'] });
      expect(await weightOf('PRICE')).toBeCloseTo((100 * 15) / 105, 2);
      const [dearAfter, farAfter] = await places();
      expect(farAfter).toBeLessThan(dearAfter!);
      const [best] = await list(own, bench.id);
      expect(best!.modelVersion).toContain('d2:25.25.10.10.15.5.5.5.5');
      expect((await list(other, elsewhere.id))[0]!.modelVersion).toContain('d2:25.25.10.10.10.5.5.5.5');
      for (const one of [dear, far, unrelated])
        await world.result({ ...one, version: 2, online: false, state: 'OFFLINE' }, 'withdraw');
    });

    it('names a cause only where it refuses, and one that is any', async () => {
      for (const wrong of [{ verdict: 'USEFUL', causes: ['PRICE'] }, { causes: ['HISTORY'] }]) {
        const refusal = await world
          .as(own)
          .mutate(FEEDBACK, {
            input: { needId: bench.id, resultId: copy.id, verdict: 'NOT_USEFUL', ...wrong },
          })
          .expectCode('INVALID_INPUT');
        expect(refusal.extensions.violations).toEqual([
          expect.objectContaining({ path: 'causes', code: 'NOT_ALLOWED' }),
        ]);
      }
    });

    it('of talks before both sides wanted them counts on both sides, until something better comes', async () => {
      const outcome = async (kind: string): Promise<void> => {
        await world.get(Db).query(sql`
          insert into matching.outcome (source_id, version, need_id, result_id, kind)
          values (${randomUUID()}, 1, ${bench.id}, ${copy.id}, ${kind})`);
      };
      const refusedBy = async (side: 'NEED' | 'RESULT', of: { id: string; ownerId: string }) =>
        (await world.get(PairsStore).refusalsOf(side, [of]))
          .get(of.id)!
          .map(({ counterpartId }) => counterpartId);
      await outcome('REJECTED');
      expect(await refusedBy('NEED', bench)).toContain(copy.id);
      expect(await refusedBy('RESULT', copy)).toEqual([bench.id]);
      await outcome('ACCEPTED');
      expect(await refusedBy('NEED', bench)).not.toContain(copy.id);
      expect(await refusedBy('RESULT', copy)).toEqual([]);
    });

    it('is announced no more when the listing comes online again', async () => {
      const again = aResult(text);
      // Of a projection that is rebuilt nobody is told.
      await world.result(again, 'republish');
      await refuse(own, again.id);
      await world.result({ ...again, version: 2, online: false, state: 'OFFLINE' }, 'withdraw');
      await world.result({ ...again, version: 3 }, 'publish');
      await world.settle();
      const told = await world
        .get(Db)
        .query<{ need_id: string }>(
          sql`select need_id from matching.recommendation where result_id = ${again.id}`,
        );
      const needs = told.map(({ need_id }) => need_id);
      expect(needs).toContain(elsewhere.id);
      expect(needs).not.toContain(bench.id);
    });
  });
});
