import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { MatchesFound } from '@jihui/events';
import type { PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { aBroker, anEnterprisePerson, organisationOf } from '@jihui/testing';
import { Ranking } from '../src/ranking.js';
import { Recommender } from '../src/recommender.js';
import { aNeed, aResult, GANGUE, type World } from './matching.factory.js';
import { ADD, aMarket, WITHDRAW, type MatchNode, type Recommendations } from './matching.market.js';

interface Narrowed {
  readonly needId: string;
  readonly resultId: string;
  readonly mySide: string;
  readonly reasons: readonly string[];
  readonly reasonParts: readonly string[];
  readonly cautions: readonly string[];
  readonly cautionParts: readonly string[];
}

describe('what is recommended', () => {
  let world: World;
  const { buyer, need, result, open, listIn } = aMarket();
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  const list = (actor?: PersonActor, id?: string): Promise<MatchNode[]> => listIn(world, actor, id);

  describe('recommendations', () => {
    /** What was announced of the listing, as the new one or as a counterpart. */
    const found = async (id: string): Promise<{ payload: MatchesFound; action: string }[]> => {
      await world.settle();
      return world.get(Db).query(sql`
        select payload, action from matching.event
        where type = 'matching.found' and payload::text like ${`%${id}%`} order by seq`);
    };

    it('tell the owners of a new listing and of its best counterparts, each pair once', async () => {
      await world.settle();
      const resultToo = aResult({ ...GANGUE.result });
      await world.result(resultToo);
      const [first, ...others] = await found(resultToo.id);
      expect(first).toMatchObject({
        action: 'find',
        payload: {
          subject: { kind: 'RESULT', id: resultToo.id, title: resultToo.title, ownerId: resultToo.ownerId },
        },
      });
      expect(first!.payload.matches).toContainEqual({
        kind: 'NEED',
        id: need.id,
        title: need.title,
        ownerId: need.ownerId,
        score: expect.any(Number),
        sharedTerms: expect.arrayContaining(['煤矸石']),
      });
      expect(others).toEqual([]);
      await world.result({ ...resultToo, version: 2, online: false }, 'withdraw');
      await world.result({ ...resultToo, version: 3 }, 'publish');
      expect(await found(resultToo.id)).toHaveLength(1);
      await world.result({ ...resultToo, version: 4, online: false }, 'withdraw');
    });

    it('are told to nobody where one of both was taken down while it was being ranked', async () => {
      await world.settle();
      const [hasty, other] = [aResult({ ...GANGUE.result }), aNeed({ ...GANGUE.need })];
      await world.result(hasty, 'republish');
      await world.need(other, 'republish');
      const ranking = world.get(Ranking);
      const rank = ranking.rank.bind(ranking);
      const spy = jest.spyOn(ranking, 'rank').mockImplementationOnce(async (subjects) => {
        const ranked = await rank(subjects);
        await world.need({ ...other, version: 2, state: 'CLOSED', online: false }, 'close');
        return ranked;
      });
      await world.get(Recommender).recommendFor(hasty.id);
      expect(await found(hasty.id)).toHaveLength(1);
      expect(await found(other.id)).toEqual([]);
      const late = aResult({ ...GANGUE.result });
      await world.result(late, 'republish');
      spy.mockImplementationOnce(async (subjects) => {
        const ranked = await rank(subjects);
        await world.result({ ...late, version: 2, online: false }, 'withdraw');
        return ranked;
      });
      await world.get(Recommender).recommendFor(late.id);
      expect(await found(late.id)).toEqual([]);
      spy.mockRestore();
      await world.result({ ...hasty, version: 2, online: false }, 'withdraw');
    });

    it('are not made while a projection is rebuilt', async () => {
      const quiet = aResult({ ...GANGUE.result });
      await world.result(quiet, 'republish');
      expect(await found(quiet.id)).toEqual([]);
      await world.result({ ...quiet, version: 2, online: false }, 'withdraw');
    });

    it('are listed to the members of both owners, with the score as it was', async () => {
      await world.settle();
      const ask = `{ recommendations { totalCount edges { node { score sharedTerms modelVersion parts { name } need { id } result { id } myFeedback { verdict } } } } }`;
      const mine = await world.as(buyer).query<Recommendations>(ask);
      expect(mine.recommendations.edges.map((edge) => edge.node.result.id)).toContain(result.id);
      expect(mine.recommendations.edges[0]!.node.parts).toHaveLength(9);
      const others = await world.as(anEnterprisePerson()).query<Recommendations>(ask);
      expect(others.recommendations.totalCount).toBe(0);
    });

    it('are narrowed to one’s own needs or results and by one’s own verdict, with their reasons', async () => {
      const ask = async (filter: object): Promise<Narrowed[]> =>
        (
          await world
            .as(buyer)
            .query<{ recommendations: { totalCount: number; edges: { node: Narrowed }[] } }>(
              `query ($filter: RecommendationFilter) { recommendations(filter: $filter, first: 50) { totalCount
              edges { node { needId resultId mySide reasons reasonParts cautions cautionParts } } } }`,
              { filter },
            )
        ).recommendations.edges.map(({ node }) => node);
      const own = await ask({ side: 'NEED' });
      expect(own.length).toBeGreaterThan(0);
      for (const { mySide, reasons, reasonParts, cautions, cautionParts } of own) {
        expect(mySide).toBe('NEED');
        expect([reasons.length, cautions.length]).toEqual([reasonParts.length, cautionParts.length]);
      }
      expect(await ask({ side: 'RESULT' })).toEqual([]);
      const pair = { needId: need.id, resultId: result.id };
      const judged = own.find(({ needId, resultId }) => needId === need.id && resultId === result.id);
      expect(judged).toBeDefined();
      await world
        .as(buyer)
        .mutate(
          'mutation ($input: MatchFeedbackInput!) { matchFeedback(input: $input) { clientMutationId } }',
          { input: { ...pair, verdict: 'USEFUL' } },
        );
      expect(await ask({ verdicts: ['USEFUL'] })).toEqual([judged]);
      expect(await ask({ verdicts: ['OPEN'] })).toHaveLength(own.length - 1);
      expect(await ask({ verdicts: ['OPEN', 'USEFUL'] })).toHaveLength(own.length);
      expect(await ask({ verdicts: ['NOT_USEFUL'] })).toEqual([]);
    });
  });

  describe('a broker', () => {
    const broker = aBroker();
    const far = aResult({ title: '冷链物流温度记录标签' });
    const input = { needId: need.id, resultId: far.id, reason: '该团队去年为同行做过类似的滤料' };

    it('adds a match by hand, which comes first and is told to both owners; another broker cannot add it again', async () => {
      await world.result(far);
      expect((await list(broker)).some((match) => match.resultId === far.id)).toBe(false);
      await world.as(broker).mutate(ADD, { input });
      const [first] = await list();
      expect(first!.resultId).toBe(far.id);
      expect(first!.manual).toMatchObject({
        reason: input.reason,
        agency: { id: organisationOf(broker) },
        availableActions: [],
      });
      await world.as(aBroker()).mutate(ADD, { input }).expectCode('MATCHING.ALREADY_ADDED');
      const events = await world
        .get(Db)
        .query(
          sql`select action from matching.event where aggregate_id = ${need.id} and action = 'addManual'`,
        );
      expect(events).toHaveLength(1);
    });

    it('is answered as before when what was added went out of sight and the call is repeated', async () => {
      const passing = aResult({ title: '冷链物流温度记录芯片' });
      await world.result(passing);
      const once = { ...input, resultId: passing.id, clientMutationId: randomUUID() };
      await world.as(broker).mutate(ADD, { input: once });
      await world.result({ ...passing, version: 2, online: false, state: 'OFFLINE' }, 'withdraw');
      expect(await world.as(broker).mutate(ADD, { input: once })).toEqual({
        addManualMatch: { match: null },
      });
      await world
        .as(broker)
        .mutate(ADD, { input: { ...once, clientMutationId: randomUUID() } })
        .expectCode('NOT_FOUND');
    });

    it('takes it back, at its version; nobody else does', async () => {
      const manual = (await list(broker))[0]!.manual!;
      expect(manual.availableActions).toEqual([{ action: 'withdraw', enabled: true }]);
      const back = { id: manual.id, expectedVersion: manual.version };
      await world.as(buyer).mutate(WITHDRAW, { input: back }).expectCode('FORBIDDEN');
      await world
        .as(broker)
        .mutate(WITHDRAW, { input: { ...back, expectedVersion: 7 } })
        .expectCode('STALE_VERSION');
      await world.as(broker).mutate(WITHDRAW, { input: back });
      await world
        .as(broker)
        .mutate(WITHDRAW, { input: { ...back, expectedVersion: 2 } })
        .expectCode('ILLEGAL_TRANSITION');
      expect((await list()).some((match) => match.resultId === far.id)).toBe(false);
    });

    it('is refused what a hard filter keeps apart, and everybody but a broker is refused', async () => {
      const dear = aResult({ ...GANGUE.result, priceMode: 'FIXED', priceMin: 300_000_00 });
      const poor = aNeed({ ...GANGUE.need, budgetMax: 100_000_00 });
      await world.result(dear);
      await world.need(poor);
      const pair = { needId: poor.id, resultId: dear.id, reason: '工艺完全一致' };
      const refusal = await world.as(broker).mutate(ADD, { input: pair }).expectCode('MATCHING.EXCLUDED');
      expect(refusal.extensions.violations).toEqual([
        expect.objectContaining({ code: 'PRICE_OUT_OF_REACH' }),
      ]);
      await world.as(buyer).mutate(ADD, { input }).expectCode('FORBIDDEN');
      await world
        .as(broker)
        .mutate(ADD, { input: { ...input, reason: '好' } })
        .expectCode('INVALID_INPUT');
      await world
        .as(broker)
        .mutate(ADD, { input: { ...input, needId: randomUUID() } })
        .expectCode('NOT_FOUND');
    });
  });
});
