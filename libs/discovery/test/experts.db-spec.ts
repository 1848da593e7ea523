import { randomUUID } from 'node:crypto';
import { addYears, anonymous, legalDayOf, type Actor, type PersonActor } from '@jihui/kernel';
import type { OrganisationSnapshot, PersonSnapshot } from '@jihui/events';
import { BusinessClock, Db, IndexCheck, Reindex, sql, Work } from '@jihui/platform';
import { aMember, anOfficer, aResearcher, aTransferOfficer } from '@jihui/testing';
import { ProjectionService } from '../src/projection.service.js';
import { aWorld, enter, PLACE, type World } from './discovery.world.js';
import { known as tell, violationsOf } from './people.js';

interface Profile {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

const CONTENT = {
  title: '教授',
  position: '固废利用研究所所长',
  degree: '工学博士',
  disciplines: ['430'],
  techFields: ['05'],
  clusters: [],
  keywords: ['煤矸石', '陶粒'],
  introduction: '长期从事煤矸石等工业固废的资源化利用研究，主持过多项省级科研项目，熟悉陶粒烧结工艺。',
  achievements: '主编团体标准一项。',
  modes: ['WEEKEND', 'ONLINE'],
  availability: 'OPEN',
  phone: '0350-3048003',
  email: 'expert@example.org',
};

describe('the expert bank', () => {
  let world: World;
  let db: Db;
  const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });

  beforeAll(async () => {
    world = await aWorld();
    ({ db } = world);
  }, 120_000);
  afterAll(() => world?.app.close());

  const known = (person: Actor, change: Partial<PersonSnapshot> = {}, version = 1): Promise<void> =>
    tell(world.app, person, change, version);
  async function someone(name = '李文博'): Promise<PersonActor> {
    const person = aResearcher({ organisationId: world.university, divisionCode: PLACE });
    await known(person, { displayName: name });
    return person;
  }
  const mutate = (who: Actor, mutation: string, type: string, input: object) =>
    world.app
      .as(who)
      .mutate<{ it: { expert: Profile } }>(
        `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { expert { id version state } } }`,
        { input },
      );
  const save = (who: Actor, change: object = {}, content: object = {}) =>
    mutate(who, 'saveExpert', 'SaveExpertInput', {
      organisationId: world.university,
      ...change,
      content: { ...CONTENT, ...content },
    });
  const on = (who: Actor, mutation: string, { id, version }: Profile, input: object = {}) =>
    mutate(who, mutation, TYPES[mutation] ?? 'ExpertActionInput', { id, expectedVersion: version, ...input });
  const DECLARED = { relationsDeclared: true };

  async function active(who: Actor, change: object = {}, content: object = {}): Promise<Profile> {
    const drafted = (await save(who, change, content)).it.expert;
    const handed = (await on(who, 'submitExpert', drafted, DECLARED)).it.expert;
    const agreed = (await on(world.office, 'consentExpert', handed)).it.expert;
    return (await on(world.officer, 'admitExpert', agreed, { note: '符合入库条件' })).it.expert;
  }
  const read = async <T>(who: Actor, id: string, fields: string): Promise<T | null> =>
    (
      await world.app
        .as(who)
        .query<{ expert: T | null }>(`query ($id: ID!) { expert(id: $id) { ${fields} } }`, { id })
    ).expert;
  const found = async (who: Actor, filter: object): Promise<string[]> =>
    (
      await world.app
        .as(who)
        .query<{ experts: { edges: { node: { id: string } }[]; totalCount: number } }>(
          'query ($filter: ExpertFilter) { experts(filter: $filter) { totalCount edges { node { id } } } }',
          { filter },
        )
    ).experts.edges.map(({ node }) => node.id);
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

  it('shows each circle of readers the fields that are for it, and finds by nothing else', async () => {
    const who = await someone('段景和');
    const { id } = await active(
      who,
      { privacy: { position: 'OFFICERS', achievements: 'SIGNED_IN', introduction: 'OFFICERS' } },
      {
        position: '隐秘职务',
        achievements: '登录可见的业绩',
        introduction: CONTENT.introduction + '石墨烯涂层',
      },
    );
    const fields =
      'position achievements degree phone email introduction hidden privacy { phone } relations { id }';
    const nothing = { position: '', introduction: '', phone: '', email: '', privacy: null, relations: null };
    expect(await read(anonymous, id, fields)).toEqual({
      ...nothing,
      achievements: '',
      degree: '',
      hidden: ['achievements', 'degree', 'email', 'introduction', 'phone', 'position'],
    });
    expect(await read(world.enterprise, id, fields)).toEqual({
      ...nothing,
      achievements: '登录可见的业绩',
      degree: '工学博士',
      hidden: ['email', 'introduction', 'phone', 'position'],
    });
    for (const reader of [who, world.officer])
      expect(await read(reader, id, 'position phone hidden privacy { phone }')).toEqual({
        position: '隐秘职务',
        phone: CONTENT.phone,
        hidden: [],
        privacy: { phone: 'OFFICERS' },
      });
    for (const [reader, text, sees] of [
      [anonymous, '段景和', true],
      [anonymous, '煤矸石 段景', true],
      [anonymous, '登录可见', false],
      [world.enterprise, '登录可见', true],
      [world.enterprise, '石墨烯涂层', false],
      [world.officer, '石墨烯涂层', true],
      [county, '石墨烯涂层', false],
    ] as const)
      expect([text, (await found(reader, { text })).includes(id)]).toEqual([text, sees]);
  });

  it('is found by spelling, initials, phrases and what may have been meant, with marks and counts for the same reader', async () => {
    const who = await someone('柳絮飞');
    const { id } = await active(
      who,
      { privacy: { introduction: 'SIGNED_IN' } },
      {
        keywords: ['钒钛磁铁矿'],
        introduction: '长期从事钒钛磁铁矿 selective 浮选药剂的研究，主持多项省级科研项目。',
        techFields: ['05'],
      },
    );
    await world.app.settle();
    const asked = async (reader: Actor, text: string, filter: object = {}) =>
      (
        await world.app.as(reader).query<{ experts: Asked }>(
          `query ($filter: ExpertFilter) { experts(filter: $filter) { totalCount loose suggestion
            facets { techFields { value count } } edges { node { id } highlights { field parts { text matched } } } } }`,
          { filter: { text, ...filter } },
        )
      ).experts;
    interface Asked {
      readonly totalCount: number;
      readonly loose: boolean;
      readonly suggestion: string | null;
      readonly facets: { readonly techFields: readonly { value: string; count: number }[] };
      readonly edges: readonly {
        readonly node: { readonly id: string };
        readonly highlights: readonly { field: string; parts: { text: string; matched: boolean }[] }[];
      }[];
    }
    for (const text of [
      'liuxufei',
      'lxf',
      '柳絮',
      '"钒钛磁铁矿"',
      '磁铁矿 柳絮飞',
      '柳絮飞 -石墨烯',
      '釩鈦磁鐵礦',
    ])
      expect([text, (await found(anonymous, { text }))[0]]).toEqual([text, id]);
    expect(await found(anonymous, { text: '柳絮飞 -磁铁矿' })).not.toContain(id);
    // What one may not read neither finds, nor counts, nor is marked, nor suggested.
    for (const [reader, sees] of [
      [anonymous, false],
      [world.enterprise, true],
    ] as const) {
      const words = await asked(reader, '浮选药剂');
      expect(words.edges.some(({ node }) => node.id === id)).toBe(sees);
      expect(words.totalCount).toBe(words.edges.length);
      expect((await asked(reader, 'selectve')).suggestion).toBe(sees ? 'selective' : null);
      const byName = (await asked(reader, '柳絮飞 浮选')).edges.find(({ node }) => node.id === id);
      expect(byName?.highlights.map(({ field }) => field).includes('introduction')).toBe(sees);
      const counted = await asked(reader, '柳絮飞');
      expect(counted.totalCount).toBe(1);
      expect(counted.facets.techFields).toEqual([{ value: '05', count: 1 }]);
      expect((await asked(reader, '柳絮飞', { techFields: ['01'] })).totalCount).toBe(0);
    }
  });

  it('is found under the present name of person and unit, and no more after leaving', async () => {
    const who = await someone('上官初阳');
    const profile = await active(who);
    await known(who, { displayName: '皇甫新雨' }, 2);
    expect(await found(anonymous, { text: '"皇甫新雨"' })).toEqual([profile.id]);
    expect(await found(anonymous, { text: '"上官初阳"' })).not.toContain(profile.id);
    const unit: OrganisationSnapshot = {
      id: world.university,
      name: '改名后的量子学院',
      kind: 'UNIVERSITY',
      uscc: world.university.slice(0, 18),
      divisionCode: PLACE,
      partyNature: '14',
      stateEstablished: true,
      status: 'ACTIVE',
      legalRepresentative: '',
      contactName: '',
      contactPhone: '',
      address: '',
    };
    const before = await db.query<{ version: number; name: string }>(
      sql`select version, name from discovery.organisation where id = ${world.university}`,
    );
    const tell = (name: string, version: number) =>
      world.app
        .get(Work)
        .run({ domain: 'discovery', name: 'test', actor: { kind: 'system', name: 'test' } }, () =>
          world.app.get(ProjectionService).organisation({ ...unit, name }, version),
        );
    const version = before[0]?.version ?? 0;
    await tell(unit.name, version + 1);
    expect(await found(anonymous, { text: '"改名后的量子学院" 皇甫新雨' })).toEqual([profile.id]);
    await tell(before[0]?.name ?? '', version + 2);
    expect(await found(anonymous, { text: '"改名后的量子学院"' })).not.toContain(profile.id);
    const left = (await on(who, 'exitExpert', profile, { reason: 'OWN_REQUEST' })).it.expert;
    expect(left.state).toBe('EXITED');
    expect(await found(anonymous, { text: '"皇甫新雨"' })).not.toContain(profile.id);
    expect(await found(world.officer, { text: '"皇甫新雨"', bank: true })).toEqual([profile.id]);
  });

  it('is found as before after the index was made anew, which differs in nothing from the bank', async () => {
    const { id } = await active(await someone('重建中'));
    await db.query(sql`delete from platform.search_document where id = ${id}`);
    expect(await found(anonymous, { text: '"重建中"' })).toEqual([]);
    const steps: string[] = [];
    await world.app.get(Reindex).run(({ what }) => steps.push(what));
    expect(steps).toContain('expert');
    expect(await found(anonymous, { text: '"重建中"' })).toEqual([id]);
    expect((await world.app.get(IndexCheck).run()).drifts).toEqual([]);
  });

  it('lets nobody know of whoever wants to be known to the bureau alone', async () => {
    const { id } = await active(await someone('邓不露'), { visibility: 'OFFICERS' });
    for (const reader of [anonymous, world.enterprise, county]) {
      expect(await read(reader, id, 'id')).toBeNull();
      expect(await found(reader, { text: '邓不露' })).toEqual([]);
    }
    expect(await found(world.officer, { text: '邓不露' })).toEqual([id]);
  });

  it('counts facets of what the viewer may know of, and lists the whole bank to its bureau alone', async () => {
    const hidden = await active(await someone(), { visibility: 'OFFICERS' }, { techFields: ['11'] });
    const fields = async (who: Actor): Promise<string[]> =>
      (
        await world.app
          .as(who)
          .query<{ experts: { facets: { techFields: { value: string }[] } } }>(
            '{ experts { facets { techFields { value count } modes { value } states { value } } } }',
          )
      ).experts.facets.techFields.map(({ value }) => value);
    expect(await fields(anonymous)).not.toContain('11');
    expect(await fields(world.officer)).toContain('11');
    const gone = (await on(world.officer, 'suspendExpert', hidden, { reason: 'ABSENCE', note: '两次未到' }))
      .it.expert;
    expect(await found(world.officer, {})).not.toContain(gone.id);
    expect(await found(world.officer, { bank: true, states: ['SUSPENDED'] })).toContain(gone.id);
    for (const reader of [anonymous, county, world.enterprise])
      expect(await found(reader, { bank: true })).toEqual([]);
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
    const facts = 'relations { id kind organisationName from to } employments { organisationName endedOn }';
    const told = await read<{ relations: { id: string }[] }>(who, drafted.id, facts);
    expect(told).toMatchObject({
      relations: [{ kind: 'SHAREHOLDING', organisationName: '定襄恒岳锻压法兰有限公司', to: null }],
      employments: [{ organisationName: '忻州工业技术大学', endedOn: null }],
    });
    expect(await read(world.officer, drafted.id, facts)).toEqual(told);
    for (const reader of [world.office, world.enterprise, anonymous])
      expect(await read(reader, drafted.id, facts)).toEqual({ relations: null, employments: null });
    const relationId = told?.relations[0]?.id;
    const ended = (await on(who, 'endExpertRelation', declared, { relationId, endedOn: '2025-06-30' })).it
      .expert;
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

const TYPES: Readonly<Record<string, string>> = {
  submitExpert: 'SubmitExpertInput',
  submitExpertDirectly: 'SubmitExpertInput',
  consentExpert: 'ExpertDecisionInput',
  admitExpert: 'ExpertDecisionInput',
  resumeExpert: 'ExpertDecisionInput',
  declineExpert: 'ExpertReasonInput',
  returnExpert: 'ExpertReasonInput',
  suspendExpert: 'ExpertReasonInput',
  exitExpert: 'ExpertReasonInput',
  removeExpert: 'ExpertReasonInput',
  declareExpertRelation: 'DeclareExpertRelationInput',
  endExpertRelation: 'EndExpertRelationInput',
};
