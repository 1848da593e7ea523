import { Db, sql } from '@jihui/platform';
import { anEnterprisePerson, organisationOf } from '@jihui/testing';
import { LEAST_PAIRS } from '../src/core/model.js';
import { Corpora } from '../src/corpora.js';
import { PairsStore } from '../src/store/pairs.store.js';
import { TrainingMaterial } from '../src/training/material.js';
import { Training } from '../src/training/training.js';
import { aNeed, aResult, aWorld, GANGUE, OTHER_RESULTS, type World } from './matching.factory.js';

const LIST = `query ($needId: ID!) {
  matchesForNeed(needId: $needId, first: 5) { edges { node { resultId score modelVersion } } }
}`;
interface List {
  matchesForNeed: { edges: { node: { resultId: string; score: number; modelVersion: string } }[] };
}

const DEAL = '00000000-0000-7000-8000-00000000d001';
const CONTRACT = '00000000-0000-7000-8000-00000000c001';
const MATERIALS = [
  '煤矸石',
  '粉煤灰',
  '镁合金',
  '取向硅钢',
  '砷化镓',
  '藜麦',
  '沙棘',
  '党参',
  '光伏玻璃',
  '石墨烯',
];
const PROCESSES = ['烧结', '挤压', '退火', '抛光', '提取', '干燥', '锻造', '分选', '检测'];

/** From source the vectors are trained in the test's own thread: seconds of work, beside whatever else runs. */
const TRAINS = 180_000;

describe('training', () => {
  let world: World;
  const buyer = anEnterprisePerson();
  const need = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer) });
  const result = aResult(GANGUE.result);
  const list = async (): Promise<List['matchesForNeed']['edges']> =>
    (await world.as(buyer).query<List>(LIST, { needId: need.id })).matchesForNeed.edges;

  beforeAll(async () => {
    world = await aWorld();
    for (const other of OTHER_RESULTS) await world.result(aResult(other));
    await world.need(need);
    await world.result(result);
  });
  afterAll(() => world.close());

  it('leaves a small market to the lexical signals', async () => {
    expect(await world.get(Training).run()).toBeUndefined();
    expect((await list())[0]?.node.modelVersion).not.toContain('vectors');
  });

  it(
    'gives a market that says enough its first version, which ranks at once and is trained once',
    async () => {
      const results = MATERIALS.flatMap((material) =>
        PROCESSES.map((process) =>
          aResult({
            title: `${material}${process}工艺与装备`,
            keywords: [material, process],
            summary: `以${material}为对象，研究${process}的温度、压力与时间。`.repeat(12),
            keyPoints: `${process}后的${material}性能稳定，已在企业试用。`.repeat(12),
          }),
        ),
      );
      await world.deliver((handlers, tx) =>
        handlers.indexResults(
          {
            id: result.id,
            type: 'listings.resultsImported',
            aggregateId: result.id,
            version: 1,
            action: 'import',
            at: '2026-11-23T00:00:00.000Z',
            actorId: result.id,
            payload: { results },
          },
          tx,
        ),
      );
      const version = await world.get(Training).run();
      expect(version).toMatchObject({ number: 1, state: 'ACTIVE', version: 1 });
      expect(version!.sources.ownPairs).toBeGreaterThanOrEqual(LEAST_PAIRS);
      expect(version!.sources.listings).toBe(results.length + OTHER_RESULTS.length + 2);
      await world.get(Corpora).adopted();
      const [best] = await list();
      expect(best!.node.resultId).toBe(result.id);
      expect(best!.node.modelVersion).toContain('vectors-1');

      expect(await world.get(Training).run()).toBeUndefined();
      const kept = await world
        .get(Db)
        .query(sql`select position from matching.model_tower order by position`);
      expect(kept).toEqual([{ position: 0 }, { position: 1 }]);
    },
    TRAINS,
  );

  it('takes the newest listings where not all fit, needs as well as results', async () => {
    const going = new AbortController().signal;
    const all = await world.get(TrainingMaterial).collect(going);
    const newest = [...all.ids].sort().at(-1);
    expect(all.sources).toMatchObject({ listings: all.ids.length, newest });
    expect(all.ids).toContain(need.id);
    const results = all.ids.filter((id) => id !== need.id).sort();
    const few = await world.get(TrainingMaterial).collect(going, { most: 8, size: 2 });
    expect(few.ids.length).toBeLessThan(all.ids.length / 2);
    expect([...few.ids].sort()).toEqual([need.id, ...results.slice(1 - few.ids.length)].sort());
  });

  it('learns from deals and contracts, the newest word of each and the best that came of a pair', async () => {
    const handlers = world.handlers;
    const deal = (version: number, state: string): Parameters<typeof handlers.followDeal>[0] =>
      ({ payload: { id: DEAL, version, needId: need.id, resultId: result.id, state } }) as never;
    const contract = (version: number, state: string): Parameters<typeof handlers.followContract>[0] =>
      ({ payload: { id: CONTRACT, version, needId: need.id, resultId: result.id, state } }) as never;
    const wanted = async (): Promise<string[]> =>
      (await world.get(PairsStore).wanted(10)).map(({ kind }) => kind);
    const tell = (run: () => Promise<void>): Promise<void> => world.deliver(run);

    await tell(() => handlers.followDeal(deal(1, 'LEAD')));
    expect(await wanted()).toEqual([]);
    await tell(() => handlers.followDeal(deal(3, 'SIGNED')));
    await tell(() => handlers.followDeal(deal(2, 'CONFIRMED')));
    expect(await wanted()).toEqual(['SIGNED']);
    await tell(() => handlers.followContract(contract(1, 'REGISTERED')));
    expect(await wanted()).toEqual(['CONTRACTED']);
    await tell(() => handlers.followContract(contract(2, 'REVOKED')));
    expect(await wanted()).toEqual(['SIGNED']);
    await tell(() =>
      handlers.followDeal({ payload: { ...deal(1, 'SIGNED').payload, needId: null } } as never),
    );
    expect(await wanted()).toEqual(['SIGNED']);
  });

  it('never trains from what came of a need that is kept for comparing', async () => {
    const db = world.get(Db);
    const told = async (needId: string): Promise<void> => {
      await db.query(sql`
        insert into matching.feedback (id, version, need_id, result_id, person_id, verdict, reason, score, parts,
          model_version, created_at, updated_at)
        values (gen_random_uuid(), 1, ${needId}, ${result.id}, gen_random_uuid(), 'USEFUL', '', 50, '[]', 'x', now(), now())`);
    };
    // Twenty outcomes more make another version worth its minutes: these are none of them.
    const held = Array.from({ length: 25 }, (_, at) =>
      aNeed({
        ...GANGUE.need,
        online: false,
        id: `00000000-0000-7000-8000-0000000${(at * 4).toString(16).padStart(5, '0')}`,
      }),
    );
    for (const one of held) {
      await world.need(one, 'republish');
      await told(one.id);
    }
    expect(await world.get(Training).run()).toBeUndefined();
  });
});
