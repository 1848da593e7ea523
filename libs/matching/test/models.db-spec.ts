import { Db, sql, uuidv7 } from '@jihui/platform';
import { anEnterprisePerson, anOfficer, aPlatformAdmin, type GraphClient } from '@jihui/testing';
import { Evaluations } from '../src/training/evaluations.js';
import { aNeed, aResult, aWorld, GANGUE, OTHER_RESULTS, type World } from './matching.factory.js';

const MODELS = `{
  matchingBaseline { needs pairs ndcg10 auc }
  matchingModels { id version number state listings outcomes { outcome count } heldOut { needs ndcg10 auc }
    timeline { action reason } availableActions { action enabled reason } }
}`;
const USE = `mutation ($input: UseMatchingModelInput!) { useMatchingModel(input: $input) { model { id version state } } }`;
interface Model {
  id: string;
  version: number;
  number: number;
  state: string;
  heldOut: { needs: number; ndcg10: number | null; auc: number | null };
  timeline: { action: string; reason: string }[];
  availableActions: { action: string; enabled: boolean; reason: string | null }[];
}
interface Models {
  matchingBaseline: { needs: number; pairs: number; ndcg10: number | null; auc: number | null } | null;
  matchingModels: Model[];
}

/** Its last digits are divisible by four: kept from training. */
const HELD_OUT = '00000000-0000-7000-8000-000000000104';

describe('versions of the vectors', () => {
  let world: World;
  let admin: GraphClient;
  const need = aNeed({ ...GANGUE.need, id: HELD_OUT });
  const result = aResult(GANGUE.result);
  const other = aResult(OTHER_RESULTS[0]);
  const ids = [uuidv7(), uuidv7()];

  beforeAll(async () => {
    world = await aWorld();
    admin = world.as(aPlatformAdmin());
    await world.need(need);
    await world.result(result);
    await world.result(other);
    for (const [at, id] of ids.entries())
      await world.get(Db).query(sql`
        insert into matching.model (id, version, number, state, sources, trained_at, seconds, updated_at)
        values (${id}, 1, ${at + 1}, ${at === 0 ? 'ACTIVE' : 'CANDIDATE'},
          '{"listings": 3, "ownPairs": 600, "outcomes": {"USEFUL": 2}}', now(), 1, now())`);
  });
  afterAll(() => world.close());

  const models = async (who: GraphClient = admin): Promise<Models> => who.query<Models>(MODELS);
  const use = (who: GraphClient, model: { id: string; version: number }, clientMutationId = uuidv7()) =>
    who.mutate(USE, { input: { clientMutationId, id: model.id, expectedVersion: model.version } });

  it('are compared on feedback that nobody trained from', async () => {
    expect((await models()).matchingBaseline).toEqual({ needs: 0, pairs: 0, ndcg10: null, auc: null });
    for (const [one, verdict] of [
      [result, 'USEFUL'],
      [other, 'NOT_USEFUL'],
    ] as const)
      await world.get(Db).query(sql`
        insert into matching.feedback (id, version, need_id, result_id, person_id, verdict, reason, score, parts,
          model_version, created_at, updated_at)
        values (${uuidv7()}, 1, ${need.id}, ${one.id}, ${uuidv7()}, ${verdict}, '', 50, '[]', 'x', now(), now())`);
    const { matchingBaseline, matchingModels } = await models();
    expect(matchingBaseline).toEqual({ needs: 1, pairs: 2, ndcg10: 1, auc: 1 });
    expect(matchingModels.map(({ number, state }) => [number, state])).toEqual([
      [2, 'CANDIDATE'],
      [1, 'ACTIVE'],
    ]);
    expect(matchingModels[0]!.heldOut).toEqual({ needs: 1, ndcg10: 1, auc: 1 });
  });

  it('are measured again when there is something new, and the record says how each did', async () => {
    interface Measured {
      matchingEvaluations: { needs: number; pairs: number; versions: object[] }[];
    }
    const RECORD = '{ matchingEvaluations { id at needs pairs versions { number state ndcg10 auc } } }';
    const record = async (who: GraphClient = admin): Promise<Measured['matchingEvaluations']> =>
      (await who.query<Measured>(RECORD)).matchingEvaluations;
    const evaluations = world.get(Evaluations);
    expect(await record()).toEqual([]);
    await evaluations.run();
    await evaluations.run();
    const [first, ...others] = await record();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      needs: 1,
      pairs: 2,
      versions: [
        { number: 2, state: 'CANDIDATE', ndcg10: 1, auc: 1 },
        { number: 1, state: 'ACTIVE', ndcg10: 1, auc: 1 },
        { number: null, state: null, ndcg10: 1, auc: 1 },
      ],
    });
    await world.get(Db).query(sql`
      update matching.feedback set verdict = case verdict when 'USEFUL' then 'NOT_USEFUL' else 'USEFUL' end`);
    await evaluations.run();
    expect((await record()).map(({ versions }) => versions.at(-1))).toEqual([
      expect.objectContaining({ number: null, auc: 0 }),
      expect.objectContaining({ number: null, auc: 1 }),
    ]);
    await world.get(Db).query(sql`
      update matching.feedback set verdict = case verdict when 'USEFUL' then 'NOT_USEFUL' else 'USEFUL' end`);
    for (const who of [world.client(), world.as(anEnterprisePerson()), world.as(anOfficer())])
      expect(await record(who)).toEqual([]);
  });

  it('that wait are measured as far as they are the newest, the one in use however old it is', async () => {
    const db = world.get(Db);
    await db.query(sql`
      insert into matching.model select (jsonb_populate_record(m, jsonb_build_object(
        'id', gen_random_uuid(), 'number', m.number + n))).*
      from matching.model m, generate_series(1, 25) n where m.number = 2`);
    await world.get(Evaluations).run();
    const { matchingEvaluations } = await admin.query<{
      matchingEvaluations: { versions: { number: number | null }[] }[];
    }>('{ matchingEvaluations { versions { number } } }');
    await db.query(sql`delete from matching.model where number > 2`);
    expect(matchingEvaluations[0]?.versions.map(({ number }) => number)).toEqual([27, 26, 25, 24, 1, null]);
  });

  it('are nobody’s but a platform administrator’s', async () => {
    for (const who of [world.client(), world.as(anEnterprisePerson()), world.as(anOfficer())])
      expect(await models(who)).toEqual({ matchingBaseline: null, matchingModels: [] });
    const [candidate] = (await models()).matchingModels;
    await world
      .as(anOfficer())
      .mutate(USE, { input: { clientMutationId: uuidv7(), id: candidate!.id, expectedVersion: 1 } })
      .expectCode('FORBIDDEN');
    await world
      .client()
      .mutate(USE, { input: { clientMutationId: uuidv7(), id: candidate!.id, expectedVersion: 1 } })
      .expectCode('UNAUTHENTICATED');
  });

  it('take over from one another, with their figures in the record, and back again', async () => {
    const [second] = (await models()).matchingModels;
    await use(admin, second!);
    const states = async (): Promise<string[]> => (await models()).matchingModels.map(({ state }) => state);
    expect(await states()).toEqual(['ACTIVE', 'RETIRED']);
    const [now, before] = (await models()).matchingModels;
    expect(now!.timeline).toEqual([
      { action: 'useMatchingModel', reason: '留出需求 1 项，nDCG@10 1，AUC 1' },
    ]);
    expect(now!.availableActions).toEqual([
      { action: 'useMatchingModel', enabled: false, reason: '该版本正在使用，无需再次启用' },
    ]);
    await use(admin, before!);
    expect(await states()).toEqual(['RETIRED', 'ACTIVE']);
  });

  it('are not put in use twice, nor at a version that has passed, nor where there is none', async () => {
    const [, active] = (await models()).matchingModels;
    const input = { clientMutationId: uuidv7(), id: active!.id, expectedVersion: active!.version };
    await admin.mutate(USE, { input }).expectCode('MATCHING.IN_USE');
    await admin
      .mutate(USE, { input: { ...input, clientMutationId: uuidv7(), expectedVersion: 1 } })
      .expectCode('STALE_VERSION');
    for (const id of [uuidv7(), 'none'])
      await admin
        .mutate(USE, { input: { ...input, clientMutationId: uuidv7(), id } })
        .expectCode('NOT_FOUND');
  });
});
