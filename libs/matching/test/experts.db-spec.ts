import type { ExpertSnapshot } from '@jihui/events';
import { anonymous, type Actor, type PersonActor } from '@jihui/kernel';
import { aBroker, anEnterprisePerson, anOfficer, aPerson, aResearcher, organisationOf } from '@jihui/testing';
import { expertPairKey } from '../src/core/expert.js';
import { ExpertMatchesQueries } from '../src/experts/expert-matches.queries.js';
import type { RankedExpert } from '../src/experts/expert-ranking.js';
import {
  aNeed,
  anExpert,
  aResult,
  aWorld,
  GANGUE,
  GANGUE_EXPERT,
  OTHER_RESULTS,
  type World,
} from './matching.factory.js';

describe('experts for a need, and needs for an expert', () => {
  let world: World;
  const buyer = anEnterprisePerson();
  const need = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer), cooperationModes: ['CONSULTING'] });
  const person = aResearcher();
  const expert = anExpert({ ...GANGUE_EXPERT, personId: person.personId, modes: ['ONLINE'] });

  const tell = (fact: ExpertSnapshot): Promise<void> => world.expert(fact);
  const queries = (): ExpertMatchesQueries => world.get(ExpertMatchesQueries);
  const listOf = async (actor: Actor, id: string = need.id): Promise<readonly RankedExpert[] | null> =>
    (await queries().ofNeeds(actor, [id])).get(id) ?? null;
  const idsOf = async (actor: Actor, id?: string): Promise<string[]> =>
    ((await listOf(actor, id)) ?? []).map(({ expertId }) => expertId);

  beforeAll(async () => {
    world = await aWorld();
    for (const other of OTHER_RESULTS) {
      const who = anExpert({ keywords: [other.title ?? ''], introduction: other.summary ?? '' });
      await world.result(aResult({ ...other, createdBy: who.personId }));
      await tell(who);
    }
    await world.need(need);
    await tell(expert);
  }, 120_000);
  afterAll(() => world.close());

  it('puts who works on the same thing first, and says why', async () => {
    const [best] = (await listOf(buyer)) ?? [];
    expect(best?.expertId).toBe(expert.id);
    expect(best?.score.total).toBeGreaterThan(60);
    const total = (best?.score.parts ?? []).reduce((sum, { points }) => sum + points, 0);
    expect(Math.round(total)).toBe(best?.score.total);
    expect(best?.score.parts.map(({ name, value }) => [name, value])).toEqual(
      expect.arrayContaining([
        ['FIELD', 0.8],
        ['TIME', 1],
        ['COOPERATION', 1],
      ]),
    );
    expect(best?.modelVersion).toBe('expert-3 50.25.10.10.5');
    const key = expertPairKey({ needId: need.id, expertId: expert.id });
    expect((await queries().sharedTerms([key])).get(key)).toEqual(expect.arrayContaining(['煤矸石', '滤料']));
  });

  it('shows the list to whoever may see the need’s matches, and the needs to the expert alone', async () => {
    for (const reader of [buyer, aBroker(), anOfficer()]) expect((await idsOf(reader))[0]).toBe(expert.id);
    for (const reader of [anonymous, aPerson(), person]) expect(await listOf(reader)).toBeNull();
    const needsOf = async (actor: Actor): Promise<string[] | undefined> =>
      (await queries().ofExperts(actor, [expert.id])).get(expert.id)?.map(({ needId }) => needId);
    expect(await needsOf(person)).toContain(need.id);
    for (const reader of [anonymous, buyer, anOfficer()]) expect(await needsOf(reader)).toBeUndefined();
    await world.need({ ...need, version: 2, state: 'OFFLINE', online: false });
    expect(await needsOf(person)).not.toContain(need.id);
    await world.need({ ...need, version: 3 });
    expect(await needsOf(person)).toContain(need.id);
  });

  it('leaves out who is not in the bank, wants to be known to the bureau alone, or takes no invitations', async () => {
    const out = [
      anExpert({ ...GANGUE_EXPERT, state: 'SUSPENDED' }),
      anExpert({ ...GANGUE_EXPERT, state: 'EXITED' }),
      anExpert({ ...GANGUE_EXPERT, visibility: 'OFFICERS' }),
      anExpert({ ...GANGUE_EXPERT, availability: 'CLOSED' }),
    ];
    for (const one of out) await tell(one);
    const found = await idsOf(buyer);
    expect(out.filter(({ id }) => found.includes(id))).toEqual([]);
    const [suspended] = out;
    await tell({ ...(suspended ?? anExpert()), version: 2, state: 'ACTIVE' });
    expect(await idsOf(buyer)).toContain(suspended?.id);
    await tell({ ...(suspended ?? anExpert()), version: 3, state: 'EXITED' });
    expect(await idsOf(buyer)).not.toContain(suspended?.id);
    // An older word comes late and changes nothing.
    await tell({ ...(suspended ?? anExpert()), version: 2, state: 'ACTIVE' });
    expect(await idsOf(buyer)).not.toContain(suspended?.id);
  });

  it('finds by online works as long as the expert lets it be known whose they are', async () => {
    const maker = anExpert();
    const result = aResult({ ...GANGUE.result, createdBy: maker.personId });
    await tell(maker);
    expect(await idsOf(buyer)).not.toContain(maker.id);
    await world.result(result);
    expect(await idsOf(buyer)).toContain(maker.id);
    await tell({ ...maker, version: 2, worksOpen: false });
    expect(await idsOf(buyer)).not.toContain(maker.id);
    await tell({ ...maker, version: 3 });
    expect(await idsOf(buyer)).toContain(maker.id);
    await world.result({ ...result, version: 2, state: 'OFFLINE', online: false });
    expect(await idsOf(buyer)).not.toContain(maker.id);
  });

  it('recommends nobody to the own unit, and tells nobody whose an anonymous need is', async () => {
    const colleague = anExpert({ ...GANGUE_EXPERT, organisationId: organisationOf(buyer) });
    await tell(colleague);
    expect(await idsOf(buyer)).not.toContain(colleague.id);
    expect(await idsOf(aBroker())).not.toContain(colleague.id);
    const unnamed = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer), anonymous: true });
    await world.need(unnamed);
    expect(await idsOf(buyer, unnamed.id)).not.toContain(colleague.id);
    expect(await idsOf(aBroker(), unnamed.id)).toContain(colleague.id);
    const own: PersonActor = { ...aResearcher(), memberships: buyer.memberships };
    await tell({ ...colleague, version: 2, personId: own.personId });
    const needs = (await queries().ofExperts(own, [colleague.id])).get(colleague.id) ?? [];
    expect(needs.map(({ needId }) => needId)).not.toContain(unnamed.id);
  });
});
