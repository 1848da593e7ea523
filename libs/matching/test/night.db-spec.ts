import { randomUUID } from 'node:crypto';
import type { NeedSnapshot, PatentsFound, ResultSnapshot } from '@jihui/events';
import { anonymous } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { anOfficer, aPlatformAdmin } from '@jihui/testing';
import { Night } from '../src/night.js';
import { Recommender } from '../src/recommender.js';
import {
  aNeed,
  anEvent,
  anExpert,
  aPatent,
  aResult,
  aWorld,
  GANGUE,
  GANGUE_EXPERT,
  OTHER_RESULTS,
  type World,
} from './matching.factory.js';

describe('what waits for the night', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    for (const other of OTHER_RESULTS) await world.result(aResult(other), 'republish');
  });
  afterAll(() => world.close());

  const db = (): Db => world.get(Db);
  const night = async (): Promise<void> => {
    await world.settle();
    await world.handlers.matchWaiting({});
  };
  const waiting = (): Promise<{ kind: string; id: string }[]> =>
    db().query(sql`select kind, id from matching.waiting order by kind, id`);
  const told = async <P>(type: string, id: string): Promise<{ action: string; payload: P }[]> =>
    db().query(sql`
      select action, payload from matching.event where type = ${type} and payload::text like ${`%${id}%`} order by seq`);
  const importing = (
    results: readonly ResultSnapshot[],
    needs: readonly NeedSnapshot[] = [],
  ): Promise<void> =>
    world.deliver(async (to, tx) => {
      const event = { ...anEvent('listings.result', aResult(), 'import'), aggregateId: randomUUID() };
      await to.indexResults(
        { ...event, type: 'listings.resultsImported', payload: { results } } as never,
        tx,
      );
      if (needs.length > 0)
        await to.indexNeeds({ ...event, type: 'listings.needsImported', payload: { needs } } as never, tx);
    });

  it('is what was imported: told with the night’s digest, not at once, and once', async () => {
    const [result, need] = [aResult(GANGUE.result), aNeed(GANGUE.need)];
    const offline = aResult({ ...GANGUE.result, online: false });
    await importing([result, offline], [need]);
    await world.settle();
    expect(await told('matching.found', need.id)).toEqual([]);
    expect((await waiting()).map(({ id }) => id).sort()).toEqual([need.id, result.id].sort());
    await night();
    expect(await waiting()).toEqual([]);
    const [first, ...others] = await told('matching.found', need.id);
    expect([first?.action, others]).toEqual(['digest', []]);
    await importing([{ ...result, version: 2 }]);
    await night();
    expect(await told('matching.found', need.id)).toHaveLength(1);
    expect(await told('matching.found', offline.id)).toEqual([]);
  });

  it('are experts for imported needs, and needs for the authors of imported results', async () => {
    const expert = anExpert(GANGUE_EXPERT);
    await world.expert(expert, 'republish');
    const need = aNeed(GANGUE.need);
    await importing([aResult({ ...GANGUE.result, createdBy: expert.personId })], [need]);
    expect(await waiting()).toContainEqual({ kind: 'EXPERT', id: expert.id });
    await night();
    const found = await told('matching.expertsFound', need.id);
    expect(found.map(({ action }) => action)).toEqual(['digest']);
  });

  describe('patents', () => {
    const fitting = {
      title: '一种煤矸石烧结多孔陶瓷滤料的制备方法',
      keywords: ['煤矸石', '陶瓷滤料'],
      summary: '以煤矸石为原料，经造粒、烧结得到多孔陶瓷滤料，用于矿井水处理。',
      techField: '07',
      cluster: '07',
    };
    const pairsOf = async (id: string): Promise<string[]> =>
      (await told<PatentsFound>('matching.patentsFound', id)).flatMap(({ payload }) =>
        payload.pairs.map(({ need, patent }) => `${need.id}:${patent.id}`),
      );

    it('are told to holder and owner once, and never before publication, of one’s own, or of an owner suspended', async () => {
      const need = aNeed({ ...GANGUE.need, title: '煤矸石滤料的烧结' });
      const patent = aPatent(fitting);
      const hidden = [
        aPatent({ ...fitting, open: false }),
        aPatent({ ...fitting, ownerId: need.ownerId }),
        aPatent({ ...fitting, pledged: true }),
      ];
      for (const one of [patent, ...hidden]) await world.patent(one, 'import');
      await world.need(need);
      await night();
      expect(await pairsOf(patent.id)).toContain(`${need.id}:${patent.id}`);
      for (const { id } of hidden)
        expect((await pairsOf(id)).filter((pair) => pair.startsWith(need.id))).toEqual([]);
      await world.patent({ ...patent, version: 2 }, 'save');
      await night();
      expect((await pairsOf(patent.id)).filter((pair) => pair.startsWith(need.id))).toHaveLength(1);
    });
  });

  it('goes on where a night broke off, and one that fails waits without keeping the others', async () => {
    const [bad, good] = [aResult(GANGUE.result), aResult(GANGUE.result)];
    await importing([bad, good]);
    const recommender = world.get(Recommender);
    const whole = recommender.recommendFor.bind(recommender);
    recommender.recommendFor = (id, action) =>
      id === bad.id ? Promise.reject(new Error('killed')) : whole(id, action);
    await night();
    expect(await waiting()).toEqual([{ kind: 'RESULT', id: bad.id }]);
    expect(await told('matching.found', good.id)).toHaveLength(1);
    recommender.recommendFor = whole;
    // The same night does not try it again; the next one does.
    await world.get(Night).run();
    expect(await waiting()).toEqual([{ kind: 'RESULT', id: bad.id }]);
    await world.advance(1);
    await Promise.all([world.get(Night).run(), world.get(Night).run()]);
    expect(await waiting()).toEqual([]);
    expect(await told('matching.found', bad.id)).toHaveLength(1);
  });

  it('is tried again after more and more nights, given up with its error shown, and begun anew when it changes', async () => {
    const bad = aResult(GANGUE.result);
    await importing([bad]);
    await world.settle();
    const recommender = world.get(Recommender);
    const whole = recommender.recommendFor.bind(recommender);
    let tries = 0;
    recommender.recommendFor = () => {
      tries += 1;
      return Promise.reject(new Error('no such word'));
    };
    const nights: number[] = [];
    for (let passed = 0; passed < 30; passed += 1) {
      const before = tries;
      await world.get(Night).run();
      if (tries > before) nights.push(passed);
      await world.advance(1);
    }
    expect(nights).toEqual([0, 1, 3, 7, 15]);
    const BACKLOG = `{ matchingBacklog { waiting retrying givenUp
      failures { kind id title attempts error retryAt } } }`;
    const shown = { kind: 'RESULT', id: bad.id, title: bad.title, attempts: 5, retryAt: null };
    expect(await world.as(aPlatformAdmin()).query(BACKLOG)).toEqual({
      matchingBacklog: {
        ...{ waiting: 0, retrying: 0, givenUp: 1 },
        failures: [{ ...shown, error: 'Error: no such word' }],
      },
    });
    for (const other of [anonymous, anOfficer()])
      expect(await world.as(other).query(BACKLOG)).toEqual({ matchingBacklog: null });
    recommender.recommendFor = whole;
    await importing([{ ...bad, version: 2 }]);
    await night();
    expect(await waiting()).toEqual([]);
  });

  it('matches a need of the day with patents alone: its results and experts were told at once', async () => {
    const need = aNeed(GANGUE.need);
    await world.need(need);
    await world.settle();
    expect(await waiting()).toContainEqual({ kind: 'NEED_PATENTS', id: need.id });
    const recommender = world.get(Recommender);
    const whole = recommender.recommendFor.bind(recommender);
    const again: string[] = [];
    recommender.recommendFor = (id, action) => {
      again.push(id);
      return whole(id, action);
    };
    await world.get(Night).run();
    expect([again, await waiting()]).toEqual([[], []]);
    recommender.recommendFor = whole;
  });
});
