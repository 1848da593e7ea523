import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import {
  aBroker,
  anEnterprisePerson,
  anOfficer,
  aPerson,
  organisationOf,
  statementsOf,
  testApp,
} from '@jihui/testing';
import { matchingDomain } from '../src/index.js';
import { aNeed, anEvent, aResult, GANGUE, type World } from './matching.factory.js';
import { ADD, aMarket, FEEDBACK, LIST, type MatchList, type MatchNode } from './matching.market.js';

describe('matching', () => {
  let world: World;
  const { buyer, seller, need, result, open, listIn } = aMarket();
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  const list = (actor?: PersonActor, id?: string): Promise<MatchNode[]> => listIn(world, actor, id);

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

  it('lists the nearest by text where a need that is told at length scores little with all', async () => {
    const long = aNeed({
      title:
        '土壤有机碳与全氮含量表层大于底层，全钾含量无显著差异，需要弄清不同植被恢复年限下化学计量比如何变化',
      description: '',
      ownerId: organisationOf(buyer),
    });
    const named = aResult({
      title: '植被恢复对土壤化学计量比的影响',
      summary: '',
      keyPoints: '',
      keywords: [],
    });
    await world.need(long);
    await world.result(named);
    const [first, ...others] = await list(buyer, long.id);
    expect(first?.resultId).toBe(named.id);
    expect(others.length).toBeLessThan(10);
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

  it('asks the database as often for fifty matches as for one', async () => {
    const needs = Array.from({ length: 3 }, () => aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer) }));
    for (const other of needs) await world.need(other);
    for (let copy = 0; copy < 50; copy += 1)
      await world.result(aResult({ ...GANGUE.result, title: `煤矸石陶瓷滤料 ${copy}` }));
    await world.settle();
    const ask = async (first: number): Promise<number> =>
      (await statementsOf(world, () => world.as(buyer).query(LIST, { needId: need.id, first }))).length;
    await ask(1);
    expect(await ask(50)).toBe(await ask(1));
  });
});
