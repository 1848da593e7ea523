import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { ExpertSnapshot, ExpertsFound } from '@jihui/events';
import type { Actor, PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import {
  aBroker,
  anEnterprisePerson,
  anOfficer,
  aPerson,
  aResearcher,
  CITY,
  organisationOf,
} from '@jihui/testing';
import { ExpertMatchesQueries } from '../src/experts/expert-matches.queries.js';
import { ExpertRecommender } from '../src/experts/expert-recommender.js';
import { ExpertRanking } from '../src/experts/expert-ranking.js';
import {
  aNeed,
  anEvent,
  anExpert,
  aResult,
  aWorld,
  GANGUE,
  GANGUE_EXPERT,
  OTHER_RESULTS,
  type World,
} from './matching.factory.js';

const VERDICT = `mutation ($input: ExpertMatchFeedbackInput!) {
  expertMatchFeedback(input: $input) { match { id myFeedback { verdict reason causes } } clientMutationId }
}`;
const WHY = `query ($needId: ID!, $expertId: ID!) {
  expertMatch(needId: $needId, expertId: $expertId) { score exclusions { code message } modelVersion parts { name weight } }
}`;
const TOLD = `query { expertRecommendations(first: 50) { totalCount edges { node {
  needId expertId score sharedTerms reasons modelVersion parts { name points } } } } }`;

interface Told {
  readonly needId: string;
  readonly expertId: string;
  readonly score: number;
  readonly sharedTerms: readonly string[];
  readonly reasons: readonly string[];
  readonly modelVersion: string;
  readonly parts: readonly { readonly points: number }[];
}

describe('pairs of needs and experts', () => {
  let world: World;
  const person = aResearcher();
  const expert = anExpert({ ...GANGUE_EXPERT, personId: person.personId });

  const emitted = async (): Promise<ExpertsFound[]> => {
    await world.settle();
    const rows = await world.get(Db).query<{ payload: ExpertsFound }>(sql`
      select payload from matching.event where type = 'matching.expertsFound' order by seq`);
    return rows.map(({ payload }) => payload);
  };
  const pairsTold = async (needId: string): Promise<ExpertsFound['pairs'][number][]> =>
    (await emitted()).flatMap(({ pairs }) => pairs).filter(({ need }) => need.id === needId);
  const told = async (actor: PersonActor): Promise<Told[]> => {
    await world.settle();
    const found = await world
      .as(actor)
      .query<{ expertRecommendations: { edges: { node: Told }[] } }>(TOLD, {});
    return found.expertRecommendations.edges.map(({ node }) => node);
  };
  const whyNot = async (actor: Actor, needId: string, expertId: string): Promise<string[] | null> => {
    const pair = await world.get(ExpertMatchesQueries).pair(actor, { needId, expertId });
    return pair === undefined ? null : pair.exclusions.map(({ code }) => code);
  };
  const listFor = async (actor: Actor, needId: string): Promise<string[]> =>
    ((await world.get(ExpertMatchesQueries).ofNeeds(actor, [needId])).get(needId) ?? []).map(
      ({ expertId }) => expertId,
    );
  const needsFor = async (actor: PersonActor, expertId: string): Promise<string[]> =>
    ((await world.get(ExpertMatchesQueries).ofExperts(actor, [expertId])).get(expertId) ?? []).map(
      ({ needId }) => needId,
    );
  const say = (
    actor: PersonActor,
    needId: string,
    verdict: string,
    more: { readonly expertId?: string; readonly reason?: string; readonly causes?: readonly string[] } = {},
  ) =>
    world.as(actor).mutate<{ expertMatchFeedback: { match: { myFeedback: unknown } | null } }>(VERDICT, {
      input: { clientMutationId: randomUUID(), needId, expertId: expert.id, verdict, ...more },
    });
  const newNeed = async (change: Parameters<typeof aNeed>[0] = {}) => {
    const buyer = anEnterprisePerson();
    const need = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer), ...change });
    await world.need(need);
    return { buyer, need };
  };

  beforeAll(async () => {
    world = await aWorld();
    for (const other of OTHER_RESULTS) {
      const who = anExpert({ keywords: [other.title ?? ''], introduction: other.summary ?? '' });
      await world.result(aResult({ ...other, createdBy: who.personId }));
      await world.expert(who);
    }
    await world.expert(expert);
  }, 120_000);
  afterAll(() => world.close());

  describe('that are worth telling', () => {
    it('are kept with score, parts, words and version, and told to owner and expert, when a need comes online', async () => {
      const { buyer, need } = await newNeed();
      const [pair] = await pairsTold(need.id);
      expect(pair).toMatchObject({
        need: { id: need.id, title: need.title, ownerId: need.ownerId },
        expert: { id: expert.id, personId: person.personId },
      });
      for (const reader of [buyer, person]) {
        const kept = (await told(reader)).find(({ needId }) => needId === need.id);
        expect(kept).toMatchObject({ expertId: expert.id, modelVersion: 'expert-3 50.25.10.10.5' });
        expect(kept?.score).toBe(pair?.score);
        const points = (kept?.parts ?? []).reduce((sum, part) => sum + part.points, 0);
        expect(Math.round(points)).toBe(kept?.score);
        expect(kept?.sharedTerms).toContain('煤矸石');
        expect(kept?.reasons[0]).toContain('煤矸石');
      }
      for (const stranger of [anEnterprisePerson(), aPerson(), aBroker()])
        expect((await told(stranger)).map(({ needId }) => needId)).not.toContain(need.id);
    });

    it('are told once, whatever is told again and however often', async () => {
      const { need } = await newNeed();
      expect(await pairsTold(need.id)).toHaveLength(1);
      await world.need(need);
      await world.need({ ...need, version: 2, state: 'OFFLINE', online: false }, 'close');
      await world.need({ ...need, version: 3 }, 'relist');
      await world.expert({ ...expert, introduction: `${expert.introduction}。` });
      await world.expert(expert);
      expect(await pairsTold(need.id)).toHaveLength(1);
    });

    it('are told when an expert enters or changes, and to nobody while a copy is rebuilt', async () => {
      const { need } = await newNeed();
      await emitted();
      const late = anExpert({ keywords: ['天文'], introduction: '星系演化。' });
      await world.expert(late);
      const expertsOf = async (): Promise<string[]> =>
        (await pairsTold(need.id)).map(({ expert: { id } }) => id);
      expect(await expertsOf()).not.toContain(late.id);
      await world.expert({ ...late, ...GANGUE_EXPERT, version: 2 }, 'update');
      expect(await expertsOf()).toContain(late.id);
      const rebuilt = anExpert(GANGUE_EXPERT);
      await world.expert(rebuilt, 'republish');
      expect(await expertsOf()).not.toContain(rebuilt.id);
      await world.expert({ ...rebuilt, version: 2, availability: 'CLOSED' }, 'update');
      expect(await expertsOf()).not.toContain(rebuilt.id);
      await world.expert({ ...late, ...GANGUE_EXPERT, version: 3, state: 'EXITED' }, 'exit');
      await world.expert({ ...rebuilt, version: 3, state: 'EXITED' }, 'exit');
    });

    it('are told when the need’s text comes to fit', async () => {
      const { need } = await newNeed({
        title: '天文台圆顶',
        description: '望远镜圆顶的转动。',
        keywords: [],
      });
      expect(await pairsTold(need.id)).toEqual([]);
      await world.need({ ...need, ...GANGUE.need, version: 2 }, 'amend');
      expect((await pairsTold(need.id)).map(({ expert: { id } }) => id)).toEqual([expert.id]);
    });

    it('are told to nobody where the expert left, or the need was taken down, while it was being ranked', async () => {
      const { need } = await newNeed();
      const quitter = anExpert(GANGUE_EXPERT);
      await world.settle();
      const ranking = world.get(ExpertRanking);
      const rank = ranking.forExperts.bind(ranking);
      const spy = jest.spyOn(ranking, 'forExperts');
      spy.mockImplementationOnce(async (experts) => {
        const ranked = await rank(experts);
        await world.expert({ ...quitter, version: 2, state: 'EXITED' }, 'exit');
        return ranked;
      });
      await world.expert(quitter, 'republish');
      await world.get(ExpertRecommender).recommendForExpert(quitter.id);
      expect((await pairsTold(need.id)).map(({ expert: { id } }) => id)).not.toContain(quitter.id);
      await world.expert({ ...quitter, version: 3 }, 'republish');
      spy.mockImplementationOnce(async (experts) => {
        const ranked = await rank(experts);
        await world.need({ ...need, version: 2, state: 'CLOSED', online: false }, 'close');
        return ranked;
      });
      await world.get(ExpertRecommender).recommendForExpert(quitter.id);
      expect((await pairsTold(need.id)).map(({ expert: { id } }) => id)).not.toContain(quitter.id);
      spy.mockRestore();
      await world.expert({ ...quitter, version: 4, state: 'EXITED' }, 'exit');
    });
  });

  describe('that are kept apart', () => {
    const related = (
      organisationId: string | null,
      organisationName: string,
    ): ExpertSnapshot['relations'] => [
      {
        id: randomUUID(),
        kind: 'SHAREHOLDING',
        organisationId,
        organisationName,
        personName: '',
        from: null,
        to: null,
      },
    ];

    it('by a declared relation, by name as well, as long as it holds; of an anonymous need only where the owner is known', async () => {
      const { buyer, need } = await newNeed();
      const bound = anExpert({ ...GANGUE_EXPERT, relations: related(need.ownerId, '某企业') });
      await world.expert(bound);
      expect(await listFor(buyer, need.id)).not.toContain(bound.id);
      expect(await whyNot(buyer, need.id, bound.id)).toEqual(['RECUSED']);
      const unnamed = { ...need, version: 2, anonymous: true };
      await world.need(unnamed, 'amend');
      expect(await listFor(buyer, need.id)).not.toContain(bound.id);
      expect(await listFor(aBroker(), need.id)).toContain(bound.id);
      expect(await whyNot(aBroker(), need.id, bound.id)).toEqual([]);
      expect(await whyNot(anOfficer(), need.id, bound.id)).toEqual(['RECUSED']);
      const ended = bound.relations.map((relation) => ({ ...relation, to: '2026-01-01' as const }));
      await world.expert({ ...bound, version: 2, relations: ended }, 'update');
      expect(await listFor(buyer, need.id)).toContain(bound.id);
      await world.expert({ ...bound, version: 3, relations: related(null, '忻州某滤料有限公司') }, 'update');
      expect(await listFor(buyer, need.id)).toContain(bound.id);
      await world.deliver((to) =>
        to.projectOrganisation(
          anEvent(
            'identity.organisation',
            {
              id: need.ownerId,
              name: '忻州某滤料有限公司',
              kind: 'ENTERPRISE',
              divisionCode: CITY,
              status: 'ACTIVE',
            } as Parameters<typeof anEvent<'identity.organisation'>>[1],
            'approve',
          ),
        ),
      );
      expect(await listFor(buyer, need.id)).not.toContain(bound.id);
      expect((await pairsTold(need.id)).map(({ expert: { id } }) => id)).not.toContain(bound.id);
      await world.expert({ ...bound, version: 4, state: 'EXITED' }, 'exit');
    });

    it('say why to whoever may know of the expert, and are not there for anybody else', async () => {
      const { buyer, need } = await newNeed();
      const self = aResearcher();
      const away = anExpert({ ...GANGUE_EXPERT, personId: self.personId, state: 'SUSPENDED' });
      await world.expert(away);
      const steps: [Partial<ExpertSnapshot>, string, boolean][] = [
        [{ state: 'SUSPENDED' }, 'SUSPENDED', false],
        [{ state: 'EXITED' }, 'NOT_IN_BANK', false],
        [{ visibility: 'OFFICERS' }, 'HIDDEN', false],
        [{ availability: 'CLOSED' }, 'NOT_AVAILABLE', true],
      ];
      for (const [at, [change, code, known]] of steps.entries()) {
        await world.expert({
          ...anExpert(GANGUE_EXPERT),
          ...away,
          state: 'ACTIVE',
          ...change,
          version: at + 2,
        });
        expect(await whyNot(anOfficer(), need.id, away.id)).toEqual([code]);
        expect(await whyNot(self, need.id, away.id)).toEqual([code]);
        expect(await whyNot(buyer, need.id, away.id)).toEqual(known ? [code] : null);
        expect(await whyNot(aPerson(), need.id, away.id)).toBeNull();
      }
      await world.need({ ...need, version: 2, state: 'CLOSED', online: false }, 'close');
      expect(await whyNot(buyer, need.id, expert.id)).toEqual(['OFFLINE']);
      expect(await whyNot(person, need.id, expert.id)).toBeNull();
      const seen = await world.as(buyer).query<{ expertMatch: { exclusions: { message: string }[] } }>(WHY, {
        needId: need.id,
        expertId: expert.id,
      });
      expect(seen.expertMatch.exclusions[0]?.message).toContain('下架');
    });

    it('do not fill a list with one unit’s people', async () => {
      const { buyer, need } = await newNeed();
      const unit = randomUUID();
      const team = Array.from({ length: 6 }, () => anExpert({ ...GANGUE_EXPERT, organisationId: unit }));
      for (const one of team) await world.expert(one, 'republish');
      const others = [0, 1].map(() =>
        anExpert({ ...GANGUE_EXPERT, introduction: '研究煤矸石与滤料。', organisationId: randomUUID() }),
      );
      for (const one of others) await world.expert(one, 'republish');
      const list = await listFor(buyer, need.id);
      const places = team.map(({ id }) => list.indexOf(id)).sort((a, b) => a - b);
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places.filter((place) => place < list.indexOf(others[1]?.id ?? ''))).toHaveLength(3);
      for (const one of [...team, ...others]) await world.expert({ ...one, version: 2, state: 'EXITED' });
    });
  });

  describe('a verdict', () => {
    it('is kept per person with its reason, and a second one takes its place', async () => {
      const { buyer, need } = await newNeed();
      const first = await say(buyer, need.id, 'USEFUL');
      expect(first.expertMatchFeedback.match?.myFeedback).toEqual({
        verdict: 'USEFUL',
        reason: '',
        causes: [],
      });
      const second = await say(buyer, need.id, 'NOT_USEFUL', { reason: '已经合作过', causes: ['PLACE'] });
      expect(second.expertMatchFeedback.match?.myFeedback).toEqual({
        verdict: 'NOT_USEFUL',
        reason: '已经合作过',
        causes: ['PLACE'],
      });
    });

    it('of the owner’s people puts the expert last in that need’s list, and weighs what did not fit', async () => {
      const { buyer, need } = await newNeed();
      expect((await listFor(buyer, need.id))[0]).toBe(expert.id);
      await say(aBroker(), need.id, 'NOT_USEFUL');
      expect((await listFor(buyer, need.id))[0]).toBe(expert.id);
      await say(buyer, need.id, 'NOT_USEFUL', { causes: ['FIELD'] });
      const list = await listFor(buyer, need.id);
      expect(list.at(-1)).toBe(expert.id);
      const pair = await world
        .get(ExpertMatchesQueries)
        .pair(buyer, { needId: need.id, expertId: expert.id });
      expect(pair?.modelVersion).toBe('expert-3 50.37.5.10.10.5');
      expect((pair?.score.parts ?? []).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 1);
      expect(await needsFor(person, expert.id)).toContain(need.id);
    });

    it('“not me” is the expert’s alone, has a reason, and takes the expert out of that need’s list', async () => {
      const { buyer, need } = await newNeed();
      await say(buyer, need.id, 'NOT_ME', { reason: '不是他' }).expectCode('INVALID_INPUT');
      await say(person, need.id, 'NOT_ME').expectCode('INVALID_INPUT');
      await say(person, need.id, 'NOT_ME', { reason: '我不做滤料', causes: ['TEXT'] });
      expect(await listFor(buyer, need.id)).not.toContain(expert.id);
      expect(await whyNot(buyer, need.id, expert.id)).toEqual(['DECLINED']);
      expect((await needsFor(person, expert.id)).at(-1)).toBe(need.id);
      await say(person, need.id, 'USEFUL');
      expect(await listFor(buyer, need.id)).toContain(expert.id);
      expect((await needsFor(person, expert.id))[0]).not.toBeUndefined();
    });

    it('that refuses keeps the pair from being told, on either side', async () => {
      const self = aResearcher();
      const other = anExpert({ ...GANGUE_EXPERT, personId: self.personId });
      await world.expert(other, 'republish');
      const before = aNeed({ ...GANGUE.need, ownerId: randomUUID() });
      await world.need(before, 'republish');
      await say(self, before.id, 'NOT_ME', { expertId: other.id, reason: '没有时间' });
      await world.get(ExpertRecommender).recommendForNeed(before.id);
      await world.get(ExpertRecommender).recommendForExpert(other.id);
      expect((await pairsTold(before.id)).map(({ expert: { id } }) => id)).toEqual([expert.id]);
      await world.expert({ ...other, version: 2, state: 'EXITED' });
    });

    it('is refused to whoever may not see the pair, with all that is wrong at once', async () => {
      const { buyer, need } = await newNeed();
      for (const stranger of [aPerson(), anEnterprisePerson()])
        await say(stranger, need.id, 'USEFUL').expectCode('NOT_FOUND');
      await say(buyer, need.id, 'USEFUL', { expertId: 'x' }).expectCode('NOT_FOUND');
      const refusal = await say(buyer, need.id, 'NOT_ME', { causes: ['PRICE'], reason: '' }).expectCode(
        'INVALID_INPUT',
      );
      expect(refusal.extensions.violations?.map(({ path }) => path)).toEqual(['verdict', 'reason', 'causes']);
    });

    it('two at once of one person leave one, without a failure', async () => {
      const { buyer, need } = await newNeed();
      const verdicts = ['USEFUL', 'NOT_USEFUL', 'USEFUL', 'NOT_USEFUL', 'USEFUL', 'NOT_USEFUL'];
      await Promise.all(verdicts.map((verdict) => say(buyer, need.id, verdict).data()));
      const kept = await world.get(Db).query<{ version: number }>(sql`
        select version from matching.expert_feedback where need_id = ${need.id}`);
      expect(kept).toEqual([{ version: verdicts.length }]);
    });
  });
});
