import { Db, sql, uuidv7 } from '@jihui/platform';
import { anEnterprisePerson, aPlatformAdmin, organisationOf } from '@jihui/testing';
import { isHeldOut } from '../src/core/training-pairs.js';
import { Corpora } from '../src/corpora.js';
import { ModelsStore } from '../src/store/models.store.js';
import { RankerTraining } from '../src/training/ranker-training.js';
import { aNeed, aResult, aWorld, type World } from './matching.factory.js';

const LIST = `query ($needId: ID!) {
  matchesForNeed(needId: $needId, first: 50) {
    edges { node { resultId score probability modelVersion parts { name weight } } } }
}`;
interface List {
  matchesForNeed: {
    edges: {
      node: {
        resultId: string;
        score: number;
        probability: number | null;
        modelVersion: string;
        parts: { name: string; weight: number }[];
      };
    }[];
  };
}
const MODELS = `{ matchingBaseline { needs pairs ndcg10 auc } matchingModels {
  id version number state heldOut { needs ndcg10 auc }
  ranker { needs pairs weights { name label weight } calibration { score probability } } } }`;
interface Models {
  matchingBaseline: { needs: number; ndcg10: number; auc: number };
  matchingModels: {
    id: string;
    version: number;
    number: number;
    state: string;
    heldOut: { needs: number; ndcg10: number; auc: number };
    ranker: {
      needs: number;
      pairs: number;
      weights: { name: string; label: string; weight: number }[];
      calibration: { score: number; probability: number }[];
    } | null;
  }[];
}
const USE = `mutation ($input: UseMatchingModelInput!) { useMatchingModel(input: $input) { model { id state } } }`;

const MATERIALS = ['煤矸石', '粉煤灰', '镁合金', '硅钢片', '砷化镓', '藜麦粉', '沙棘果', '党参片'];
const PROCESSES = [
  '烧结',
  '挤压',
  '退火',
  '抛光',
  '提取',
  '干燥',
  '锻造',
  '分选',
  '检测',
  '包装',
  '酶解',
  '涂覆',
];

/** People here take what they can pay, of whatever field: the weights set beforehand say the opposite. */
describe('weights learnt from feedback', () => {
  let world: World;
  const admin = aPlatformAdmin();
  const buyer = anEnterprisePerson();
  const markets = MATERIALS.flatMap((material) => PROCESSES.map((process) => `${material}${process}`)).map(
    (subject, at) => {
      const number = (at + 1).toString(16).padStart(6, '0');
      const text = {
        title: `${subject}工艺`,
        keywords: [subject.slice(0, 3), subject.slice(3)],
        summary: `研究${subject}的温度、压力与时间，已在企业试用。`,
        priceMode: 'FIXED' as const,
        trl: 7,
      };
      return {
        need: aNeed({
          id: `00000000-0000-7000-8000-000000${number}`,
          ownerId: organisationOf(buyer),
          title: `${subject}工艺改进`,
          description: `希望改进${subject}的工艺。`,
          cluster: '07',
          techField: '07',
          budgetMax: 100_000_00,
        }),
        dear: aResult({ ...text, cluster: '07', techField: '07', priceMin: 180_000_00 }),
        payable: aResult({ ...text, cluster: '03', techField: '03', priceMin: 50_000_00 }),
      };
    },
  );

  beforeAll(async () => {
    world = await aWorld();
    for (const { need, dear, payable } of markets) {
      await world.need(need, 'republish');
      await world.result(dear, 'republish');
      await world.result(payable, 'republish');
    }
  });
  afterAll(() => world.close());

  const judge = async (from: number, to: number): Promise<void> => {
    const said = markets.slice(from, to).flatMap(({ need, dear, payable }) => [
      { need: need.id, result: payable.id, verdict: 'USEFUL' },
      { need: need.id, result: dear.id, verdict: 'NOT_USEFUL' },
    ]);
    await world.get(Db).query(sql`
      insert into matching.feedback (id, version, need_id, result_id, person_id, verdict, reason, score, parts,
        model_version, created_at, updated_at)
      select gen_random_uuid(), 1, s.need, s.result, gen_random_uuid(), s.verdict, '', 50, '[]', 'x', now(), now()
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as s (need uuid, result uuid, verdict text)`);
  };
  const learn = async () => {
    const rankers = world.get(RankerTraining);
    return rankers.learn(await rankers.material(), []);
  };
  /** Both results of a need that nobody judged, in the order of its list. */
  const list = async (): Promise<List['matchesForNeed']['edges']> => {
    const { need, dear, payable } = markets.at(-1)!;
    const { matchesForNeed } = await world.as(buyer).query<List>(LIST, { needId: need.id });
    return matchesForNeed.edges.filter(({ node }) => [dear.id, payable.id].includes(node.resultId));
  };
  const models = async (): Promise<Models> => world.as(admin).query<Models>(MODELS);

  it('are not learnt from less than fifty needs, and the weights set beforehand serve', async () => {
    await judge(0, 40);
    expect(await learn()).toBeNull();
    const [first, second] = await list();
    expect([first!.node.resultId, second!.node.resultId]).toEqual([
      markets.at(-1)!.dear.id,
      markets.at(-1)!.payable.id,
    ]);
    expect(first!.node).toMatchObject({ probability: null });
    expect(first!.node.modelVersion).toContain(' d2:');
  });

  it('weigh most what people decide by, and are kept with the version', async () => {
    await judge(40, 90);
    const ranker = await learn();
    expect(ranker!.needs).toBe(markets.slice(0, 90).filter(({ need }) => !isHeldOut(need.id)).length);
    expect(ranker!.pairs).toBe(2 * ranker!.needs);
    const { weights } = ranker!;
    expect(weights.PRICE).toBeGreaterThan(weights.FIELD);
    // The texts of both are the same: nothing was said of how much they count.
    expect(weights.TEXT).toBeGreaterThan(0);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 0);
    for (const sources of [null, ranker])
      await world
        .get(Db)
        .transaction(() =>
          world
            .get(ModelsStore)
            .add([], sources, { listings: 3, ownPairs: 600, outcomes: {}, judgedNeeds: 0 }, 1, new Date()),
        );
    const { matchingModels } = await models();
    expect(matchingModels.map(({ number, state, ranker: kept }) => [number, state, kept?.needs])).toEqual([
      [2, 'CANDIDATE', ranker!.needs],
      [1, 'ACTIVE', undefined],
    ]);
    const [learnt] = matchingModels;
    expect(learnt!.ranker!.weights[0]!.weight).toBe(Math.max(...Object.values(weights)));
    expect(learnt!.ranker!.weights.find(({ name }) => name === 'PRICE')!.label).toBe('价格与预算');
  });

  it('do better on the feedback that was kept from them', async () => {
    const { matchingBaseline, matchingModels } = await models();
    expect(matchingBaseline.needs).toBe(markets.slice(0, 90).filter(({ need }) => isHeldOut(need.id)).length);
    expect(matchingBaseline.auc).toBeLessThan(0.5);
    expect(matchingModels[1]!.heldOut).toEqual({
      needs: matchingBaseline.needs,
      ndcg10: matchingBaseline.ndcg10,
      auc: matchingBaseline.auc,
    });
    expect(matchingModels[0]!.heldOut.auc).toBeGreaterThan(0.9);
    expect(matchingModels[0]!.heldOut.ndcg10).toBeGreaterThan(matchingBaseline.ndcg10);
  });

  it('order lists once the version is put in use, with what such a score has meant', async () => {
    const [learnt] = (await models()).matchingModels;
    await world.as(admin).mutate(USE, {
      input: { clientMutationId: uuidv7(), id: learnt!.id, expectedVersion: learnt!.version },
    });
    await world.get(Corpora).adopted();
    const [first, second] = await list();
    const { payable, dear } = markets.at(-1)!;
    expect([first!.node.resultId, second!.node.resultId]).toEqual([payable.id, dear.id]);
    expect(first!.node.modelVersion).toContain('vectors-2 learnt:');
    expect(first!.node.probability).toBeGreaterThan(0.5);
    expect(second!.node.probability).toBeLessThan(0.5);
    const price = first!.node.parts.find(({ name }) => name === 'PRICE')!.weight;
    expect(price).toBeCloseTo(learnt!.ranker!.weights.find(({ name }) => name === 'PRICE')!.weight, 1);
  });
});
