import { randomUUID } from 'node:crypto';
import type { PatentSnapshot } from '@jihui/events';
import { anonymous, type Actor } from '@jihui/kernel';
import {
  aBroker,
  anEnterprisePerson,
  anOfficer,
  aPerson,
  aTransferOfficer,
  CITY,
  organisationOf,
} from '@jihui/testing';
import { ExpertMatchesQueries } from '../src/experts/expert-matches.queries.js';
import { PatentMatchesQueries, type SeenPatent } from '../src/patents/patent-matches.queries.js';
import {
  aNeed,
  anEvent,
  anExpert,
  aPatent,
  aWorld,
  GANGUE,
  OTHER_RESULTS,
  type World,
} from './matching.factory.js';

const GANGUE_PATENT: Partial<PatentSnapshot> = {
  title: '一种煤矸石烧结多孔陶瓷滤料的制备方法',
  keywords: ['煤矸石', '陶瓷滤料'],
  summary: '以煤矸石为原料，经造粒、烧结得到多孔陶瓷滤料，用于矿井水处理。',
  techField: '07',
  cluster: '07',
};

describe('patents for a need, and needs for a patent', () => {
  let world: World;
  const buyer = anEnterprisePerson();
  const holder = aTransferOfficer();
  const need = aNeed({
    ...GANGUE.need,
    ownerId: organisationOf(buyer),
    cooperationModes: ['LICENCE_ORDINARY'],
  });
  const patent = aPatent({ ...GANGUE_PATENT, ownerId: organisationOf(holder) });

  const queries = (): PatentMatchesQueries => world.get(PatentMatchesQueries);
  const listOf = async (actor: Actor, id: string = need.id): Promise<SeenPatent[] | null> =>
    (await queries().ofNeeds(actor, [id])).get(id) ?? null;
  const idsOf = async (actor: Actor, id?: string): Promise<string[]> =>
    ((await listOf(actor, id)) ?? []).map(({ patentId }) => patentId);
  const needsOf = async (actor: Actor, id: string = patent.id): Promise<string[] | null> =>
    (await queries().ofPatents(actor, [id])).get(id)?.map(({ needId }) => needId) ?? null;
  const whyNot = async (actor: Actor, patentId: string, needId: string = need.id): Promise<string[] | null> =>
    (await queries().pair(actor, { needId, patentId }))?.exclusions.map(({ code }) => code) ?? null;

  beforeAll(async () => {
    world = await aWorld();
    for (const { title, summary } of OTHER_RESULTS)
      await world.patent(aPatent({ title: title ?? '', summary: summary ?? '' }));
    await world.need(need);
    await world.patent(patent);
  }, 120_000);
  afterAll(() => world.close());

  it('puts the patent of the same thing first in the need’s list, and says why', async () => {
    const [best] = (await listOf(buyer)) ?? [];
    expect(best?.patentId).toBe(patent.id);
    expect(best?.score.total).toBeGreaterThan(60);
    const points = (best?.score.parts ?? []).reduce((sum, part) => sum + part.points, 0);
    expect(Math.round(points)).toBe(best?.score.total);
    expect(best?.modelVersion).toBe('patent-1 50.20.15.10.5');
    const key = `${need.id}:${patent.id}`;
    expect((await queries().sharedTerms([key])).get(key)).toEqual(expect.arrayContaining(['煤矸石', '滤料']));
    expect(await needsOf(holder)).toContain(need.id);
  });

  it('shows each list to its side, brokers and the bureau alone', async () => {
    for (const reader of [buyer, aBroker(), anOfficer()]) expect(await idsOf(reader)).toContain(patent.id);
    for (const reader of [anonymous, aPerson(), holder]) expect(await listOf(reader)).toBeNull();
    for (const reader of [holder, aBroker(), anOfficer()]) expect(await needsOf(reader)).toContain(need.id);
    for (const reader of [anonymous, aPerson(), buyer]) expect(await needsOf(reader)).toBeNull();
    for (const reader of [anonymous, aPerson(), anEnterprisePerson()])
      expect(await whyNot(reader, patent.id)).toBeNull();
  });

  it('leaves out what is over, bound or not published, says why, and takes it in again', async () => {
    const one = aPatent(GANGUE_PATENT);
    const steps: [Partial<PatentSnapshot>, string[] | null][] = [
      [{ state: 'LAPSED' }, ['NOT_IN_FORCE']],
      [{ expiresOn: '2020-01-01' }, ['NOT_IN_FORCE']],
      [{ pledged: true }, ['PLEDGED']],
      [{ exclusiveUntil: '2999-01-01' }, ['EXCLUSIVELY_LICENSED']],
      [{ pledged: true, exclusiveUntil: '2999-01-01' }, ['PLEDGED', 'EXCLUSIVELY_LICENSED']],
      [{ open: false }, null],
    ];
    for (const [at, [change, codes]] of steps.entries()) {
      await world.patent({ ...one, ...change, version: at + 1 });
      expect(await idsOf(buyer)).not.toContain(one.id);
      expect(await whyNot(buyer, one.id)).toEqual(codes);
    }
    await world.patent({ ...one, exclusiveUntil: '2020-01-01', version: 10 });
    expect(await idsOf(buyer)).toContain(one.id);
    expect(await whyNot(buyer, one.id)).toEqual([]);
    // An older word comes late and changes nothing.
    await world.patent({ ...one, pledged: true, version: 9 });
    expect(await idsOf(buyer)).toContain(one.id);
    await world.patent({ ...one, open: false, version: 11 });
  });

  it('takes what an event of before does not say for bound', async () => {
    const { pledged: _, openLicenceUntil: __, exclusiveUntil: ___, ...before } = aPatent(GANGUE_PATENT);
    await world.patent(before);
    expect(await whyNot(buyer, before.id)).toEqual(['PLEDGED']);
    await world.patent({ ...before, version: 2, pledged: false }, 'republish');
    expect(await idsOf(buyer)).toContain(before.id);
    await world.patent({ ...before, version: 3, open: false });
  });

  it('puts what is openly licensed before its like, and not before what fits better', async () => {
    const free = aPatent({
      title: '多孔陶瓷滤料的再生装置',
      summary: '矿井水处理中陶瓷滤料的反冲洗。',
      openLicenceUntil: '2999-01-01',
    });
    const like = aPatent({ ...GANGUE_PATENT, openLicenceUntil: '2999-01-01' });
    for (const one of [free, like]) await world.patent(one);
    const list = (await listOf(buyer)) ?? [];
    const ids = list.map(({ patentId }) => patentId);
    expect(list[0]).toMatchObject({ patentId: like.id, openToAll: true });
    expect(ids.indexOf(like.id)).toBeLessThan(ids.indexOf(patent.id));
    expect(ids.indexOf(patent.id)).toBeLessThan(ids.indexOf(free.id));
    for (const one of [free, like]) await world.patent({ ...one, version: 2, open: false });
  });

  it('recommends nobody their own, and tells nobody whose an anonymous need is', async () => {
    const own = aPatent({ ...GANGUE_PATENT, ownerId: organisationOf(buyer) });
    await world.patent(own);
    expect(await idsOf(buyer)).not.toContain(own.id);
    expect(await whyNot(buyer, own.id)).toEqual(['OWN_ORGANISATION']);
    const unnamed = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer), anonymous: true });
    await world.need(unnamed);
    expect(await idsOf(buyer, unnamed.id)).not.toContain(own.id);
    expect(await idsOf(aBroker(), unnamed.id)).toContain(own.id);
    expect(await whyNot(aBroker(), own.id, unnamed.id)).toEqual([]);
    expect(await needsOf(buyer, own.id)).not.toContain(unnamed.id);
  });

  it('follows a suspension of the owner, whichever is told first', async () => {
    const [earlier, later] = [aPatent(GANGUE_PATENT), aPatent(GANGUE_PATENT)];
    const owner = earlier.ownerId;
    const tell = (status: 'ACTIVE' | 'SUSPENDED', version: number) =>
      world.deliver((to) =>
        to.projectOrganisation(
          anEvent(
            'identity.organisation',
            { id: owner, name: '某大学', kind: 'UNIVERSITY', divisionCode: CITY, status } as Parameters<
              typeof anEvent<'identity.organisation'>
            >[1],
            'suspend',
            version,
          ),
        ),
      );
    await world.patent(earlier);
    await tell('SUSPENDED', 1);
    await world.patent({ ...later, ownerId: owner });
    expect(await idsOf(buyer)).not.toContain(earlier.id);
    expect(await idsOf(buyer)).not.toContain(later.id);
    await tell('ACTIVE', 2);
    expect(await idsOf(buyer)).toEqual(expect.arrayContaining([earlier.id, later.id]));
  });

  it('counts a patent as a work of the employer’s inventor, as long as that is to be known', async () => {
    const employer = randomUUID();
    const inventor = anExpert({
      name: '王发明',
      organisationId: employer,
      employments: [{ organisationId: employer, knownFrom: '2020-01-01', endedOn: null }],
    });
    await world.expert(inventor);
    const experts = async (): Promise<string[]> =>
      ((await world.get(ExpertMatchesQueries).ofNeeds(buyer, [need.id])).get(need.id) ?? []).map(
        ({ expertId }) => expertId,
      );
    expect(await experts()).not.toContain(inventor.id);
    const namesake = aPatent({ ...GANGUE_PATENT, inventors: ['王发明'] });
    await world.patent(namesake);
    expect(await experts()).not.toContain(inventor.id);
    const work = aPatent({ ...GANGUE_PATENT, inventors: ['李某', '王发明'], ownerId: employer });
    await world.patent({ ...work, open: false });
    expect(await experts()).not.toContain(inventor.id);
    await world.patent({ ...work, version: 2 });
    expect(await experts()).toContain(inventor.id);
    await world.expert({ ...inventor, version: 2, worksOpen: false });
    expect(await experts()).not.toContain(inventor.id);
  });
});
