import { randomUUID } from 'node:crypto';
import { addYears, anonymous, legalDayOf, type Actor, type PersonActor } from '@jihui/kernel';
import { BusinessClock, Db, sql } from '@jihui/platform';
import { DataSource } from 'typeorm';
import { aMember, anOfficer, aResearcher, aTransferOfficer } from '@jihui/testing';
import { WholeRelations1770900000002 } from '../src/store/migrations/1770900000002-whole-relations.js';
import { aWorld, enter, type World } from './discovery.world.js';
import { DECLARED, expertActs, type Profile } from './experts.acts.js';
import { violationsOf } from './people.js';

describe('the expert bank', () => {
  let world: World;
  let db: Db;
  const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });
  const { known, someone, save, on, active, read } = expertActs(() => world);

  beforeAll(async () => {
    world = await aWorld();
    ({ db } = world);
  }, 120_000);
  afterAll(() => world?.app.close());

  it('takes somebody in by one’s own word, the unit’s consent and the bureau’s review', async () => {
    const who = await someone();
    const drafted = (await save(who)).it.expert;
    expect(drafted.state).toBe('DRAFT');
    for (const stranger of [world.office, world.officer, world.enterprise, anonymous])
      expect(await read(stranger, drafted.id, 'id')).toBeNull();
    expect(await violationsOf(on(who, 'submitExpert', drafted, { relationsDeclared: false }))).toEqual([
      'relationsDeclared EXPERT.RELATIONS_UNTOLD',
    ]);
    const handed = (await on(who, 'submitExpert', drafted, DECLARED)).it.expert;
    expect(await read(world.officer, drafted.id, 'id')).toBeNull();
    const agreed = (await on(world.office, 'consentExpert', handed, { note: '同意' })).it.expert;
    expect(await read(world.officer, drafted.id, 'state')).toEqual({ state: 'REVIEW' });
    expect(await read(anonymous, drafted.id, 'id')).toBeNull();
    await on(county, 'admitExpert', agreed).expectCode('NOT_FOUND');
    await on(world.office, 'admitExpert', agreed).expectCode('FORBIDDEN');
    const admitted = (await on(world.officer, 'admitExpert', agreed)).it.expert;
    expect(admitted.state).toBe('ACTIVE');
    expect(await read(anonymous, drafted.id, 'name unitName state stateReason')).toEqual({
      name: '李文博',
      unitName: '忻州工业技术大学',
      state: 'ACTIVE',
      stateReason: null,
    });
    await on(world.officer, 'admitExpert', agreed).expectCode('ILLEGAL_TRANSITION');
  });

  it('waits for whoever decides, and for nobody else', async () => {
    const who = await someone();
    const waits = async (actor: Actor): Promise<string[]> =>
      (
        await world.app
          .as(actor)
          .query<{ expertsToDecide: { edges: { node: { id: string } }[] } }>(
            '{ expertsToDecide { totalCount edges { node { id } } } }',
          )
      ).expertsToDecide.edges.map(({ node }) => node.id);
    const handed = (await on(who, 'submitExpert', (await save(who)).it.expert, DECLARED)).it.expert;
    const otherOffice = aTransferOfficer({ organisationId: randomUUID() });
    expect(await waits(world.office)).toContain(handed.id);
    for (const other of [who, otherOffice, world.officer, anonymous])
      expect(await waits(other)).not.toContain(handed.id);
    await on(world.office, 'consentExpert', handed);
    expect(await waits(world.office)).not.toContain(handed.id);
    expect(await waits(world.officer)).toContain(handed.id);
    expect(await waits(county)).not.toContain(handed.id);
  });

  it('gives typed reasons, and bars whoever was removed for a violation', async () => {
    const who = await someone();
    const admitted = await active(who);
    expect(
      await violationsOf(on(world.officer, 'suspendExpert', admitted, { reason: 'NOT_OUR_STAFF' })),
    ).toEqual(['reason EXPERT.REASON']);
    expect(await violationsOf(on(world.officer, 'suspendExpert', admitted, { reason: 'OTHER' }))).toEqual([
      'note REQUIRED',
    ]);
    const suspended = (await on(world.officer, 'suspendExpert', admitted, { reason: 'INTEGRITY_CHECK' })).it
      .expert;
    expect(await read(anonymous, admitted.id, 'id')).toBeNull();
    expect(await read(who, admitted.id, 'state stateReason')).toEqual({
      state: 'SUSPENDED',
      stateReason: 'INTEGRITY_CHECK',
    });
    const resumed = (await on(world.officer, 'resumeExpert', suspended)).it.expert;
    const removed = (await on(world.officer, 'removeExpert', resumed, { reason: 'VIOLATION', note: '泄密' }))
      .it.expert;
    expect(removed.state).toBe('EXITED');
    expect(await violationsOf(on(who, 'reapplyExpert', removed))).toEqual(['EXPERT.BARRED']);
    expect(await read(who, removed.id, 'barredUntil')).toEqual({
      barredUntil: addYears(legalDayOf(await world.app.get(BusinessClock).now()), 5),
    });
    const own = await active(await someone());
    const left = (await on(who, 'exitExpert', own, { reason: 'HEALTH' }).answer()).errors;
    expect(left?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('begins anew after one’s own exit, with the unit’s consent asked again', async () => {
    const who = await someone();
    const left = (await on(who, 'exitExpert', await active(who), { reason: 'MOVED_AWAY' })).it.expert;
    const again = (await on(who, 'reapplyExpert', left)).it.expert;
    expect(again.state).toBe('DRAFT');
    expect(await read(world.officer, again.id, 'id')).toBeNull();
    const handed = (await on(who, 'submitExpert', again, DECLARED)).it.expert;
    const declined = (
      await on(world.office, 'declineExpert', handed, { reason: 'UNIT_DISAGREES', note: '工作繁忙' })
    ).it.expert;
    expect(declined.state).toBe('RETURNED');
    expect(await read(world.officer, again.id, 'id')).toBeNull();
    expect(await read(who, again.id, 'stateNote')).toEqual({ stateNote: '工作繁忙' });
  });

  it('is recalled while it waits, and returned with what is wrong', async () => {
    const who = await someone();
    const handed = (await on(who, 'submitExpert', (await save(who)).it.expert, DECLARED)).it.expert;
    const recalled = (await on(who, 'recallExpert', handed)).it.expert;
    expect(recalled.state).toBe('DRAFT');
    const anew = (await on(who, 'submitExpert', recalled, DECLARED)).it.expert;
    const agreed = (await on(world.office, 'consentExpert', anew)).it.expert;
    const returned = (
      await on(world.officer, 'returnExpert', agreed, { reason: 'INCOMPLETE', note: '请补充代表性成果' })
    ).it.expert;
    expect(returned.state).toBe('RETURNED');
  });

  it('refuses a second profile, a unit that is not one’s own, another unit while in the bank, and wrong codes', async () => {
    const who = await someone();
    const { id, version } = await active(who);
    expect(await violationsOf(save(who))).toEqual(['EXPERT.ALREADY_KNOWN']);
    expect(
      await violationsOf(
        save(who, { id, expectedVersion: version, organisationId: null }, { unitName: '别处' }),
      ),
    ).toEqual(['organisationId EXPERT.UNIT_FIXED']);
    const another = await someone();
    expect(
      await violationsOf(
        save(
          another,
          { organisationId: world.enterprise.memberships[0]?.organisationId },
          { disciplines: ['999'], email: 'x' },
        ),
      ),
    ).toEqual([
      'disciplines.0 DISCOVERY.UNKNOWN_CODE',
      'email EXPERT.EMAIL',
      'organisationId EXPERT.NOT_A_MEMBER',
    ]);
    const drafted = (await save(another, { organisationId: null }, { unitName: '别处' })).it.expert;
    expect(await violationsOf(on(another, 'submitExpertDirectly', drafted, DECLARED))).toEqual([
      'organisationId EXPERT.UNIT_UNNAMED',
    ]);
    await save(aResearcher()).expectCode('DISCOVERY.NOT_YET_KNOWN');
    await save(anonymous).expectCode('UNAUTHENTICATED');
  });

  it('takes in whose unit is not on the platform by the bureau alone', async () => {
    const who: PersonActor = { kind: 'person', personId: randomUUID(), memberships: [] };
    await known(who, { displayName: '外聘专家' });
    const drafted = (await save(who, { organisationId: null }, { unitName: '太原某研究所' })).it.expert;
    const handed = (await on(who, 'submitExpertDirectly', drafted, DECLARED)).it.expert;
    expect(handed.state).toBe('REVIEW');
    const admitted = (await on(anOfficer(), 'admitExpert', handed)).it.expert;
    expect(await read(anonymous, admitted.id, 'unitName organisation { id }')).toEqual({
      unitName: '太原某研究所',
      organisation: null,
    });
  });

  it('keeps relations as facts that the expert and the bureau alone read', async () => {
    const who = await someone();
    const drafted = await active(who);
    expect(
      await violationsOf(on(who, 'declareExpertRelation', drafted, { kind: 'KIN', from: '2999-01-01' })),
    ).toEqual(['from EXPERT.RELATION_DAYS', 'organisationName EXPERT.RELATION_OF_NOBODY']);
    const declared = (
      await on(who, 'declareExpertRelation', drafted, {
        kind: 'SHAREHOLDING',
        organisationId: world.enterprise.memberships[0]?.organisationId,
        from: '2024-01-01',
      })
    ).it.expert;
    const facts =
      'relations { id kind organisationName from to work people { name unit } } employments { organisationName endedOn }';
    const told = await read<{ relations: { id: string }[] }>(who, drafted.id, facts);
    expect(told).toMatchObject({
      relations: [{ kind: 'SHAREHOLDING', organisationName: '定襄恒岳锻压法兰有限公司', to: null }],
      employments: [{ organisationName: '忻州工业技术大学', endedOn: null }],
    });
    expect(await read(world.officer, drafted.id, facts)).toEqual(told);
    for (const reader of [world.office, world.enterprise, anonymous])
      expect(await read(reader, drafted.id, facts)).toEqual({ relations: null, employments: null });
    const people = [
      { name: '周海', unit: '省机械研究院' },
      { name: '吴敏', unit: '' },
    ];
    const paper = { kind: 'COAUTHOR', work: '控温环锻的组织演变', from: '2025-03-01', people };
    expect(await violationsOf(on(who, 'declareExpertRelation', declared, { ...paper, work: '' }))).toEqual([
      'work EXPERT.RELATION_WORK',
    ]);
    const both = (await on(who, 'declareExpertRelation', declared, paper)).it.expert;
    expect(await read(who, drafted.id, facts)).toMatchObject({
      relations: [
        { work: '', people: [] },
        { ...paper, to: null },
      ],
    });
    // As it was declared before a work could name its people.
    await db.query(sql`
      update discovery.expert set relations = jsonb_set(relations, '{0}', (relations -> 0) - 'work' - 'people')
      where id = ${drafted.id}`);
    await new WholeRelations1770900000002().up(world.app.get(DataSource).createQueryRunner());
    expect(await read(who, drafted.id, facts)).toMatchObject({
      relations: [
        { work: '', people: [] },
        { ...paper, to: null },
      ],
    });
    const relationId = told?.relations[0]?.id;
    const ended = (await on(who, 'endExpertRelation', both, { relationId, endedOn: '2025-06-30' })).it.expert;
    expect(
      await violationsOf(on(who, 'endExpertRelation', ended, { relationId, endedOn: '2025-06-30' })),
    ).toEqual(['relationId EXPERT.RELATION_UNKNOWN']);
  });

  it('gathers results, patents and contracts from what the owners told', async () => {
    const who = await someone('钱研石');
    const { id } = await active(who);
    await enter(world, 901, { inventors: ['钱研石'] });
    const [result, secret] = [randomUUID(), randomUUID()];
    await db.query(sql`
      insert into discovery.result (id, version, title, owner_id, online, public, patent_numbers, created_by)
      values (${result}, 1, '陶粒配方', ${world.university}, true, true, '{}', ${who.personId}),
        (${secret}, 1, '登录可见成果', ${world.university}, true, false, '{}', ${who.personId})`);
    await db.query(sql`
      insert into discovery.contract (id, version, state, title, standing, seller_id, buyer_ids, broker_names,
        result_id, registration_number, registered_on, total_amount, technical_amount)
      values (${randomUUID()}, 1, 'REGISTERED', '陶粒许可合同', true, ${world.university}, '{}', '{}', ${result},
        '2026140900000001', '2026-05-01', 100, 100)`);
    const fields = `outputs { resultCount patentCount contractCount results { title } patents { title number }
      contracts { title } }`;
    const patents = [
      { title: '一种煤矸石陶粒的制备方法（901）', number: expect.stringMatching(/^ZL/) as string },
    ];
    expect(await read(anonymous, id, fields)).toEqual({
      outputs: {
        ...{ resultCount: 1, patentCount: 1, contractCount: 1 },
        ...{ results: [{ title: '陶粒配方' }], patents, contracts: [] },
      },
    });
    expect(
      await read(who, id, 'outputs { resultCount results { on } patents { on } contracts { title on } }'),
    ).toEqual({
      outputs: {
        resultCount: 2,
        results: [{ on: null }, { on: null }],
        patents: [{ on: '2018-03-01' }],
        contracts: [{ title: '陶粒许可合同', on: '2026-05-01' }],
      },
    });
    const seen = await read<Profile>(who, id, 'id version state');
    await save(who, { id, expectedVersion: seen?.version, privacy: { outputs: 'OFFICERS' } });
    expect(await read(world.enterprise, id, 'outputs { resultCount } hidden')).toMatchObject({
      outputs: null,
      hidden: expect.arrayContaining(['outputs']) as string[],
    });
  });

  it('ends a membership as a fact, and leaves of an erased account nothing', async () => {
    const who = await someone('将去');
    const { id } = await active(who);
    await known(who, { displayName: '将去', memberships: [] }, 2);
    const today = legalDayOf(await world.app.get(BusinessClock).now());
    expect(await read(who, id, 'employments { endedOn }')).toEqual({ employments: [{ endedOn: today }] });
    await known(who, { displayName: '已注销用户', status: 'ERASED', memberships: [] }, 3);
    expect(await read(world.officer, id, 'id')).toBeNull();
    const row = await db.one<{ state: string; content: object }>(sql`
      select state, content from discovery.expert where id = ${id}`);
    expect(row).toMatchObject({ state: 'EXITED', content: { title: '', phone: '' } });
    expect(await db.query(sql`select from platform.search_text where id = ${id}`)).toEqual([]);
    expect(await db.query(sql`select from platform.search_word where word like '%将去%'`)).toEqual([]);
  });

  it('leaves of an account that is erased while the unit decides an empty profile and an entry of the history', async () => {
    const who = await someone('将去二');
    const drafted = (await save(who)).it.expert;
    const { id } = (await on(who, 'submitExpert', drafted, DECLARED)).it.expert;
    await known(who, { displayName: '已注销用户', status: 'ERASED', memberships: [] }, 2);
    const row = await db.one<{ state: string; content: object }>(
      sql`select state, content from discovery.expert where id = ${id}`,
    );
    expect(row).toMatchObject({ state: 'EXITED', content: { title: '' } });
    const told = await db.query(sql`
      select action from discovery.audit_entry where stream = ${`Expert:${id}`} order by 1`);
    expect(told).toContainEqual({ action: 'erase' });
  });

  it('is one’s own to read, and of one’s own version', async () => {
    const who = await someone();
    const mine = async (actor: Actor) =>
      (await world.app.as(actor).query<{ myExpert: Profile | null }>('{ myExpert { id version state } }'))
        .myExpert;
    expect(await mine(who)).toBeNull();
    const drafted = (await save(who)).it.expert;
    expect(await mine(who)).toEqual(drafted);
    expect(await mine(anonymous)).toBeNull();
    await save(who, { id: drafted.id, expectedVersion: 1 }, { title: '副教授' });
    await save(who, { id: drafted.id, expectedVersion: 1 }).expectCode('STALE_VERSION');
    await save(world.enterprise, { id: drafted.id, expectedVersion: 2 }).expectCode('NOT_FOUND');
  });
});
