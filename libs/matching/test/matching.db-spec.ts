import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { MatchesFound } from '@jihui/events';
import type { PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import {
  aBroker,
  anEnterprisePerson,
  anOfficer,
  aPerson,
  aResearcher,
  organisationOf,
  statementsOf,
  testApp,
} from '@jihui/testing';
import { matchingDomain } from '../src/index.js';
import { Ranking } from '../src/ranking.js';
import { Recommender } from '../src/recommender.js';
import { PairsStore } from '../src/store/pairs.store.js';
import { aNeed, anEvent, aResult, aWorld, GANGUE, OTHER_RESULTS, type World } from './matching.factory.js';

const LIST = `query ($needId: ID!, $first: Int) {
  matchesForNeed(needId: $needId, first: $first) {
    totalCount
    edges { node { id resultId score sharedTerms reasons cautions modelVersion parts { name value weight points note }
      manual { id version reason agency { id } availableActions { action enabled } }
      myFeedback { verdict reason } availableActions { action enabled reason } } }
  }
}`;
interface Part {
  name: string;
  value: number;
  weight: number;
  points: number;
  note: string;
}
interface MatchNode {
  resultId: string;
  score: number;
  sharedTerms: string[];
  reasons: string[];
  modelVersion: string;
  parts: Part[];
  manual: {
    id: string;
    version: number;
    reason: string;
    agency: { id: string };
    availableActions: unknown[];
  } | null;
  myFeedback: { verdict: string; reason: string } | null;
}
interface MatchList {
  matchesForNeed: { totalCount: number; edges: { node: MatchNode }[] };
}
interface Recommendations {
  recommendations: { totalCount: number; edges: { node: { result: { id: string }; parts: unknown[] } }[] };
}
const FEEDBACK = `mutation ($input: MatchFeedbackInput!) {
  matchFeedback(input: $input) { match { id score myFeedback { verdict reason } } clientMutationId }
}`;
const ADD = `mutation ($input: AddManualMatchInput!) { addManualMatch(input: $input) { match { manual { id version } } } }`;
const WITHDRAW = `mutation ($input: WithdrawManualMatchInput!) { withdrawManualMatch(input: $input) { match { manual { id } } } }`;

describe('matching', () => {
  let world: World;
  const buyer = anEnterprisePerson();
  const seller = aResearcher();
  const need = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer) });
  const result = aResult({ ...GANGUE.result, ownerId: organisationOf(seller) });

  beforeAll(async () => {
    world = await aWorld();
    for (const other of OTHER_RESULTS) await world.result(aResult(other));
    await world.need(need);
    await world.result(result);
  });
  afterAll(() => world.close());

  const list = async (actor: PersonActor = buyer, id = need.id): Promise<MatchNode[]> =>
    (await world.as(actor).query<MatchList>(LIST, { needId: id, first: 100 })).matchesForNeed.edges.map(
      (edge) => edge.node,
    );

  it('puts the result that speaks of the same thing first, and says why', async () => {
    const [best, ...rest] = await list();
    expect(best!.resultId).toBe(result.id);
    expect(best!.score).toBeGreaterThan(60);
    expect(best!.sharedTerms).toEqual(expect.arrayContaining(['煤矸石', '滤料']));
    expect(best!.reasons[0]).toMatch(/^都涉及/);
    expect(best!.reasons).toContain('双方都接受普通许可');
    expect(best!.modelVersion).toBe('lexical-2 d2:25.25.10.10.10.5.5.5.5');
    const total = best!.parts.reduce((sum, part) => sum + part.points, 0);
    expect(Math.abs(total - best!.score)).toBeLessThan(1);
    for (const other of rest) expect(other.score).toBeLessThan(best!.score / 2);
  });

  it('finds the need for the result as well', async () => {
    const answer = await world
      .as(seller)
      .query<{ matchesForResult: { edges: { node: { needId: string } }[] } }>(
        `query ($id: ID!) { matchesForResult(resultId: $id) { edges { node { needId score } } } }`,
        { id: result.id },
      );
    expect(answer.matchesForResult.edges[0]!.node.needId).toBe(need.id);
  });

  describe('the projection', () => {
    it('ignores what is older than it holds, whatever the order and however often it comes', async () => {
      const base = aResult({ title: '稀土永磁电机转子' });
      const events = [1, 2, 3].map((version) =>
        aResult({ ...base, version, title: `稀土永磁电机转子 第${version}版` }),
      );
      for (const at of [2, 0, 1, 2, 0]) await world.result(events[at]!);
      const db = world.get(Db);
      const rows = await db.query<{ title: string; version: number }>(
        sql`select title, version from matching.listing where id = ${base.id}`,
      );
      expect(rows).toEqual([{ title: '稀土永磁电机转子 第3版', version: 3 }]);
    });

    it('says of each list from which version of the listing it was made, of an empty one too', async () => {
      const own = aNeed({ title: '深海热液采样', version: 3, ownerId: organisationOf(buyer) });
      const made = async (): Promise<object> => {
        const ask = `query ($needId: ID!) { matchesForNeed(needId: $needId) { totalCount listingVersion } }`;
        return (await world.as(buyer).query<{ matchesForNeed: object }>(ask, { needId: own.id }))
          .matchesForNeed;
      };
      await world.need(own);
      expect(await made()).toEqual({ totalCount: 0, listingVersion: 3 });
      await world.need({ ...own, ...GANGUE.need, version: 4 }, 'amend');
      expect(await made()).toEqual({ totalCount: expect.any(Number), listingVersion: 4 });
      expect((await list(buyer, own.id))[0]?.resultId).toBe(result.id);
      await world.need({ ...own, version: 5, online: false, state: 'CLOSED' }, 'close');
    });

    it('takes a listing out of the lists when it goes offline or its owner is suspended, and back in', async () => {
      const extra = aResult({ ...GANGUE.result, title: '煤矸石陶瓷滤料' });
      const present = async (): Promise<boolean> =>
        (await list()).some((match) => match.resultId === extra.id);
      await world.result(extra);
      expect(await present()).toBe(true);
      await world.result({ ...extra, version: 2, online: false, state: 'OFFLINE' }, 'withdraw');
      expect(await present()).toBe(false);
      await world.result({ ...extra, version: 3 }, 'publish');
      expect(await present()).toBe(true);
      const organisation = {
        id: extra.ownerId,
        name: '某大学',
        kind: 'UNIVERSITY' as const,
        uscc: '',
        divisionCode: '140900',
        partyNature: '022',
        stateEstablished: true,
        legalRepresentative: '',
        contactName: '',
        contactPhone: '',
        address: '',
      };
      await world.handlers.projectOrganisation(
        anEvent('identity.organisation', { ...organisation, status: 'SUSPENDED' }, 'suspend', 2),
      );
      expect(await present()).toBe(false);
      await world.handlers.projectOrganisation(
        anEvent('identity.organisation', { ...organisation, status: 'ACTIVE' }, 'approve', 1),
      );
      expect(await present()).toBe(false);
      await world.handlers.projectOrganisation(
        anEvent('identity.organisation', { ...organisation, status: 'ACTIVE' }, 'reinstate', 3),
      );
      expect(await present()).toBe(true);
      await world.result({ ...extra, version: 4, online: false, state: 'OFFLINE' }, 'withdraw');
    });

    it('takes imports of many at once', async () => {
      const results = Array.from({ length: 500 }, (_, index) =>
        aResult({ title: `批量导入的成果 ${index}` }),
      );
      await world.deliver((to, tx) =>
        to.indexResults(
          {
            ...anEvent('listings.result', results[0]!, 'import'),
            type: 'listings.resultsImported',
            payload: { results },
          },
          tx,
        ),
      );
      const rows = await world
        .get(Db)
        .query<{ count: number }>(
          sql`select count(*)::int as count from matching.listing where title like '批量导入的成果%'`,
        );
      expect(rows[0]!.count).toBe(500);
    });

    it('is right in a process that has just started', async () => {
      const again = await testApp([matchingDomain], { databaseUrl: world.databaseUrl });
      const answer = await again.as(buyer).query<MatchList>(LIST, { needId: need.id, first: 5 });
      expect(answer.matchesForNeed.edges[0]!.node.resultId).toBe(result.id);
      await again.close();
    });

    it('answers many at once after a cold start, with fewer connections than requests', async () => {
      const cold = await testApp([matchingDomain], {
        databaseUrl: world.databaseUrl,
        settings: { DATABASE_POOL: '2' },
      });
      const client = cold.as(buyer);
      const asked = Array.from({ length: 8 }, () => [
        client.query(LIST, { needId: need.id, first: 5 }).data(),
        client
          .mutate(FEEDBACK, { input: { needId: need.id, resultId: result.id, verdict: 'USEFUL' } })
          .data(),
      ]);
      await Promise.all(asked.flat());
      await world.get(Db).query(sql`delete from matching.feedback`);
      await cold.close();
    });
  });

  describe('who sees a list', () => {
    const ask = `query ($needId: ID!) { matchesForNeed(needId: $needId) { totalCount } }`;

    it.each([
      ['a member of the owner', buyer],
      ['a broker', aBroker()],
      ['an officer of the city', anOfficer()],
    ])('%s does', async (_, actor) => {
      const answer = await world.as(actor).query<MatchList>(ask, { needId: need.id });
      expect(answer.matchesForNeed.totalCount).toBeGreaterThan(0);
    });

    it.each([
      ['another enterprise', anEnterprisePerson()],
      ['a person without an organisation', aPerson()],
      ['an officer of another city', anOfficer({ divisionCode: '140100' })],
    ])('%s does not', async (_, actor) => {
      await world.as(actor).query(ask, { needId: need.id }).expectCode('NOT_FOUND');
    });

    it('a visitor does not, and a malformed id looks like a missing one', async () => {
      await world.client().query(ask, { needId: need.id }).expectCode('NOT_FOUND');
      await world.as(buyer).query(ask, { needId: 'x' }).expectCode('NOT_FOUND');
    });

    it('a broker does not while the need is a draft; its owner does', async () => {
      const draft = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer), online: false, state: 'DRAFT' });
      await world.need(draft, 'draft');
      await world.as(aBroker()).query(ask, { needId: draft.id }).expectCode('NOT_FOUND');
      expect((await list(buyer, draft.id))[0]!.resultId).toBe(result.id);
    });

    it('nobody finds out the owner of an anonymous need by its exclusions', async () => {
      const hidden = aNeed({ ...GANGUE.need, anonymous: true, ownerId: organisationOf(seller) });
      await world.need(hidden);
      const exclusions = `query ($n: ID!, $r: ID!) { match(needId: $n, resultId: $r) { exclusions { code } } }`;
      const asked = { n: hidden.id, r: result.id };
      const broker = await world.as(aBroker()).query<{ match: { exclusions: unknown[] } }>(exclusions, asked);
      expect(broker.match.exclusions).toEqual([]);
      const officer = await world
        .as(anOfficer())
        .query<{ match: { exclusions: unknown[] } }>(exclusions, asked);
      expect(officer.match.exclusions).toEqual([{ code: 'OWN_ORGANISATION' }]);
      // Neither does a broker find out by adding it, nor by looking for what a list leaves out.
      const agent = aBroker();
      await world
        .as(agent)
        .mutate(ADD, { input: { needId: hidden.id, resultId: result.id, reason: '双方的工艺路线一致' } });
      const resultsFor = async (who: PersonActor) => (await list(who, hidden.id)).map((one) => one.resultId);
      expect(await resultsFor(agent)).toContain(result.id);
      expect(await resultsFor(seller)).not.toContain(result.id);
      const told = await world
        .get(Db)
        .query(
          sql`select 1 from matching.recommendation where need_id = ${hidden.id} and result_id = ${result.id}`,
        );
      expect(told).toEqual([]);
    });

    it('a broker of the owner’s own is told why the pair is none', async () => {
      const agent = aBroker();
      const ownNeed = aNeed({ ...GANGUE.need, anonymous: true, ownerId: organisationOf(agent) });
      const ownResult = aResult({ ...GANGUE.result, ownerId: organisationOf(agent) });
      await world.need(ownNeed);
      await world.result(ownResult);
      const refusal = await world
        .as(agent)
        .mutate(ADD, { input: { needId: ownNeed.id, resultId: ownResult.id, reason: '双方的工艺路线一致' } })
        .expectCode('MATCHING.EXCLUDED');
      expect(refusal.extensions.violations?.[0]?.code).toBe('OWN_ORGANISATION');
    });
  });

  describe('feedback', () => {
    const input = { needId: need.id, resultId: result.id };

    it('is stored per person, shown back and changeable', async () => {
      const given = await world.as(buyer).mutate<{ matchFeedback: { match: MatchNode } }>(FEEDBACK, {
        input: { ...input, verdict: 'NOT_USEFUL', reason: '规模太小' },
      });
      expect(given.matchFeedback.match.myFeedback).toEqual({ verdict: 'NOT_USEFUL', reason: '规模太小' });
      await world.as(buyer).mutate(FEEDBACK, { input: { ...input, verdict: 'USEFUL' } });
      expect((await list())[0]!.myFeedback).toEqual({ verdict: 'USEFUL', reason: '' });
      expect((await list(aBroker()))[0]!.myFeedback).toBeNull();
      const rows = await world
        .get(Db)
        .query(sql`select version, score, model_version from matching.feedback where need_id = ${need.id}`);
      expect(rows).toEqual([
        { version: 2, score: expect.any(Number), model_version: expect.stringContaining('lexical-2') },
      ]);
    });

    it('counts for what others are shown', async () => {
      await world.as(aBroker()).mutate(FEEDBACK, { input: { ...input, verdict: 'USEFUL' } });
      const history = (await list())[0]!.parts.find((part) => part.name === 'HISTORY');
      expect(history!.note).toBe('2 人评价过，2 人认为有用');
    });

    it('answers a repeated call as before and refuses its id for another', async () => {
      const once = { ...input, verdict: 'USEFUL', clientMutationId: randomUUID() };
      await world.as(buyer).mutate(FEEDBACK, { input: once });
      await world.as(buyer).mutate(FEEDBACK, { input: once });
      await world
        .as(buyer)
        .mutate(FEEDBACK, { input: { ...once, verdict: 'NOT_USEFUL' } })
        .expectCode('IDEMPOTENCY.MISMATCH');
    });

    it('answers a repeated call as before when the pair went out of sight meanwhile', async () => {
      const passing = aResult({ ...GANGUE.result, title: '煤矸石滤料成型' });
      await world.result(passing);
      const once = { ...input, resultId: passing.id, verdict: 'USEFUL', clientMutationId: randomUUID() };
      await world.as(buyer).mutate(FEEDBACK, { input: once });
      await world.result({ ...passing, version: 2, online: false, state: 'OFFLINE' }, 'withdraw');
      const again = await world.as(buyer).mutate(FEEDBACK, { input: once });
      expect(again).toEqual({ matchFeedback: { match: null, clientMutationId: once.clientMutationId } });
      await world
        .as(buyer)
        .mutate(FEEDBACK, { input: { ...once, clientMutationId: randomUUID() } })
        .expectCode('NOT_FOUND');
    });

    it('is refused to whoever may not see the pair, and with a reason that is too long', async () => {
      await world
        .client()
        .mutate(FEEDBACK, { input: { ...input, verdict: 'USEFUL' } })
        .expectCode('UNAUTHENTICATED');
      await world
        .as(anEnterprisePerson())
        .mutate(FEEDBACK, { input: { ...input, verdict: 'USEFUL' } })
        .expectCode('NOT_FOUND');
      const refusal = await world
        .as(buyer)
        .mutate(FEEDBACK, { input: { ...input, verdict: 'USEFUL', reason: '长'.repeat(501) } })
        .expectCode('INVALID_INPUT');
      expect(refusal.extensions.violations).toEqual([
        expect.objectContaining({ path: 'reason', code: 'TOO_LONG' }),
      ]);
    });
  });

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

  it('asks the database as often for fifty matches as for one', async () => {
    const needs = Array.from({ length: 3 }, () => aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer) }));
    for (const other of needs) await world.need(other);
    for (let copy = 0; copy < 50; copy += 1)
      await world.result(aResult({ ...GANGUE.result, title: `煤矸石陶瓷滤料 ${copy}` }));
    await world.settle();
    const ask = async (first: number): Promise<number> =>
      (await statementsOf(world.app, () => world.as(buyer).query(LIST, { needId: need.id, first }))).length;
    await ask(1);
    expect(await ask(50)).toBe(await ask(1));
  });
});
