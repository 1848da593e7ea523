import { randomUUID } from 'node:crypto';
import type { OrganisationSnapshot } from '@jihui/events';
import { addDays, addYears, anonymous, legalDayOf, type Actor, type PersonActor } from '@jihui/kernel';
import { BusinessClock, Db, sql, Work } from '@jihui/platform';
import { aMember, aResearcher, organisationOf } from '@jihui/testing';
import { ProjectionService } from '../src/projection.service.js';
import { anAgency, mutate, tellContract, tellDeal } from './broker.world.js';
import { aWorld, PLACE, projectOrganisation, type Entry, type World } from './discovery.world.js';
import { violationsOf } from './people.js';

const CONTENT = {
  services: ['BROKERAGE', 'EVALUATION'],
  techFields: ['05'],
  introduction: '面向工业固废与新材料领域，提供需求诊断、成果评价和技术经纪服务的专业机构。',
  qualifications: '省级技术转移示范机构',
  address: '忻州市忻府区长征西街创新大厦三层',
  website: 'https://agency.example.org',
  contact: '赵敏',
  phone: '0350-3059008',
  email: 'agency@example.org',
};

describe('the register of agencies', () => {
  let world: World;
  let db: Db;
  let today: string;
  const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });

  beforeAll(async () => {
    world = await aWorld();
    ({ db } = world);
    today = legalDayOf(await world.app.get(BusinessClock).now());
  }, 120_000);
  afterAll(() => world?.app.close());

  async function aHead(name = '忻州科创技术转移中心'): Promise<PersonActor> {
    const head = aMember('BROKER_AGENCY', ['ORG_ADMIN'], { divisionCode: PLACE });
    await projectOrganisation(db, organisationOf(head), name, 'BROKER_AGENCY', PLACE);
    return head;
  }
  const save = (who: PersonActor, change: object = {}, content: object = {}) =>
    mutate<{ agency: Entry }>(
      world,
      who,
      'saveAgency',
      { organisationId: organisationOf(who), ...change, content: { ...CONTENT, ...content } },
      'agency { id version state }',
    );
  const on = (who: Actor, mutation: string, { id, version }: Entry, input: object = {}) =>
    mutate<{ agency: Entry }>(
      world,
      who,
      mutation,
      { id, expectedVersion: version, ...input },
      'agency { id version state }',
    );
  async function active(head: PersonActor, content: object = {}): Promise<Entry> {
    const handed = (await on(head, 'submitAgency', (await save(head, {}, content)).it.agency)).it.agency;
    return (await on(world.officer, 'admitAgency', handed, { note: '符合登记条件' })).it.agency;
  }
  const read = async <T>(who: Actor, id: string, fields: string): Promise<T | null> =>
    (
      await world.app
        .as(who)
        .query<{ agency: T | null }>(`query ($id: ID!) { agency(id: $id) { ${fields} } }`, { id })
    ).agency;
  const found = async (who: Actor, filter: object): Promise<string[]> =>
    (
      await world.app
        .as(who)
        .query<{ agencies: { edges: { node: { id: string } }[] } }>(
          'query ($filter: AgencyFilter) { agencies(filter: $filter, first: 100) { totalCount edges { node { id } } } }',
          { filter },
        )
    ).agencies.edges.map(({ node }) => node.id);

  it('takes an agency in by its own word and the bureau’s review', async () => {
    const head = await aHead();
    const drafted = (await save(head)).it.agency;
    for (const stranger of [world.officer, world.enterprise, anonymous])
      expect(await read(stranger, drafted.id, 'id')).toBeNull();
    const handed = (await on(head, 'submitAgency', drafted)).it.agency;
    expect(await read(world.officer, drafted.id, 'state')).toEqual({ state: 'REVIEW' });
    for (const stranger of [county, world.enterprise, anonymous])
      expect(await read(stranger, drafted.id, 'id')).toBeNull();
    await on(county, 'admitAgency', handed).expectCode('NOT_FOUND');
    await on(head, 'admitAgency', handed).expectCode('FORBIDDEN');
    expect((await on(world.officer, 'admitAgency', handed)).it.agency.state).toBe('ACTIVE');
    const fields =
      'name state contact phone email designation { on } designationCriteria { name } timeline { at }';
    const open = { name: '忻州科创技术转移中心', state: 'ACTIVE', designation: null };
    const inside = { designationCriteria: null, timeline: null };
    expect(await read(anonymous, drafted.id, fields)).toEqual({
      ...open,
      ...inside,
      ...{ contact: '', phone: '', email: '' },
    });
    const { contact, phone, email } = CONTENT;
    expect(await read(world.enterprise, drafted.id, fields)).toEqual({
      ...open,
      ...inside,
      contact,
      phone,
      email,
    });
    const whole = await read<{ timeline: object[]; designationCriteria: { name: string }[] }>(
      world.officer,
      drafted.id,
      fields,
    );
    expect(whole?.timeline).toHaveLength(3);
    expect(whole?.designationCriteria.map(({ name }) => name)).toEqual([
      'MONTHS',
      'BROKERS',
      'CONTRACTS',
      'RATING',
    ]);
  });

  it('waits for the bureau in charge, and is one’s own to read', async () => {
    const head = await aHead();
    const handed = (await on(head, 'submitAgency', (await save(head)).it.agency)).it.agency;
    const waits = async (who: Actor): Promise<string[]> =>
      (
        await world.app
          .as(who)
          .query<{ agenciesToDecide: { edges: { node: { id: string } }[] } }>(
            '{ agenciesToDecide(first: 100) { totalCount edges { node { id } } } }',
          )
      ).agenciesToDecide.edges.map(({ node }) => node.id);
    expect(await waits(world.officer)).toContain(handed.id);
    for (const other of [head, county, world.enterprise, anonymous])
      expect(await waits(other)).not.toContain(handed.id);
    const mine = async (who: Actor) =>
      (await world.app.as(who).query<{ myAgencies: object[] }>('{ myAgencies { id mine } }')).myAgencies;
    expect(await mine(head)).toEqual([{ id: handed.id, mine: true }]);
    expect(await mine(anonymous)).toEqual([]);
    const returned = (
      await on(world.officer, 'returnAgency', handed, { reason: 'INCOMPLETE', note: '缺资质' })
    ).it.agency;
    expect(await read(head, handed.id, 'state stateReason stateNote')).toEqual({
      ...{ state: 'RETURNED', stateReason: 'INCOMPLETE', stateNote: '缺资质' },
    });
    const again = (await on(head, 'submitAgency', returned)).it.agency;
    expect((await on(head, 'recallAgency', again)).it.agency.state).toBe('DRAFT');
  });

  it('is found by its name and by what everybody may read, and counted by facets', async () => {
    const { id } = await active(await aHead('雁门关技术服务有限公司'), {
      introduction: '专注石墨烯涂层与风电叶片修复的成果评价与中试服务，服务周边企业。',
      services: ['PILOT'],
      phone: '0350-7777777',
    });
    for (const [text, sees] of [
      ['"雁门关技术服务"', true],
      ['yan men guan', true],
      ['"石墨烯" "雁门关"', true],
      ['"中试与检验检测"', true],
      ['"示范机构" "石墨烯"', true],
      ['"0350-7777777"', false],
      ['"赵敏"', false],
    ] as const)
      expect([text, (await found(world.officer, { text })).includes(id)]).toEqual([text, sees]);
    expect(await found(anonymous, { services: ['PILOT'], techFields: ['05'] })).toEqual([id]);
    expect(await found(anonymous, { organisationId: 'nothing' })).toEqual([]);
    const { agencies } = await world.app
      .as(anonymous)
      .query<{ agencies: { facets: { services: object[] } } }>(
        '{ agencies { facets { services { value label count } techFields { value } clusters { value } states { value } } } }',
      );
    expect(agencies.facets.services).toContainEqual({ value: 'PILOT', label: '中试与检验检测', count: 1 });
  });

  it('is suspended out of everybody’s sight, resumed, removed and barred for a violation', async () => {
    const head = await aHead();
    const admitted = await active(head);
    expect(
      await violationsOf(on(world.officer, 'suspendAgency', admitted, { reason: 'LEFT_AGENCY' })),
    ).toEqual(['reason REGISTER.REASON']);
    const suspended = (await on(world.officer, 'suspendAgency', admitted, { reason: 'COMPLAINT' })).it.agency;
    for (const reader of [anonymous, world.enterprise, county])
      expect(await read(reader, admitted.id, 'id')).toBeNull();
    expect(await found(world.officer, { whole: true, states: ['SUSPENDED'] })).toContain(admitted.id);
    const sought = { text: '"科创技术转移中心"' };
    expect(await found(world.officer, { ...sought, whole: true })).toContain(admitted.id);
    for (const reader of [world.officer, anonymous, head])
      expect(await found(reader, sought)).not.toContain(admitted.id);
    for (const reader of [county, anonymous, head])
      expect(await found(reader, { ...sought, whole: true })).toEqual([]);
    for (const reader of [anonymous, county, head]) expect(await found(reader, { whole: true })).toEqual([]);
    const resumed = (await on(world.officer, 'resumeAgency', suspended)).it.agency;
    const removed = (await on(world.officer, 'removeAgency', resumed, { reason: 'VIOLATION' })).it.agency;
    expect(await violationsOf(on(head, 'reapplyAgency', removed))).toEqual(['REGISTER.BARRED']);
    expect(await read(head, removed.id, 'barredUntil')).toEqual({ barredUntil: addYears(today, 3) });
    const other = await aHead();
    const left = (await on(other, 'exitAgency', await active(other), { reason: 'CLOSED' })).it.agency;
    const anew = (await on(other, 'reapplyAgency', left)).it.agency;
    expect(anew.state).toBe('DRAFT');
    expect(await read(world.officer, anew.id, 'id')).toBeNull();
  });

  it('refuses whoever does not run the organisation, bureaux, and a second entry', async () => {
    const head = await aHead();
    const { id, version } = (await save(head)).it.agency;
    expect(await violationsOf(save(head))).toEqual(['REGISTER.ALREADY_ENTERED']);
    const staff = aResearcher({ organisationId: organisationOf(head), divisionCode: PLACE });
    await save(staff, { id, expectedVersion: version }).expectCode('FORBIDDEN');
    await save(world.enterprise, { id, expectedVersion: version }).expectCode('NOT_FOUND');
    await save(world.enterprise, { organisationId: organisationOf(head) }).expectCode('FORBIDDEN');
    expect(
      await violationsOf(save(head, { id, expectedVersion: version, organisationId: world.university })),
    ).toEqual(['organisationId REGISTER.AGENCY_FIXED']);
    await save(head, { id, expectedVersion: 9 }).expectCode('STALE_VERSION');
    await world.app
      .as(anonymous)
      .mutate('mutation ($input: SaveAgencyInput!) { saveAgency(input: $input) { agency { id } } }', {
        input: { organisationId: randomUUID(), content: CONTENT },
      })
      .expectCode('UNAUTHENTICATED');
    const clerk = aMember('BUREAU_COUNTY', ['ORG_ADMIN'], { divisionCode: PLACE });
    await projectOrganisation(db, organisationOf(clerk), '某县科技局', 'BUREAU_COUNTY', PLACE);
    expect(await violationsOf(save(clerk, {}, { website: 'x' }))).toEqual([
      'organisationId REGISTER.NOT_AN_AGENCY',
      'website DISCOVERY.LINK_INVALID',
    ]);
  });

  it('counts its brokers and what they achieved, and shows the cases to whoever may know of them', async () => {
    const agency = await anAgency(world, '五台山技术经纪有限公司');
    const seller = randomUUID();
    const dealId = await tellDeal(world, agency, { sellerId: seller, buyerId: randomUUID() });
    await tellContract(world, { dealId, sellerOrganisationId: seller });
    await tellContract(world, {
      dealId: null,
      sellerOrganisationId: seller,
      brokerNames: ['五台山技术经纪有限公司'],
    });
    const saved = await save(agency.head, { organisationId: agency.id });
    const handed = (await on(agency.head, 'submitAgency', saved.it.agency)).it.agency;
    const { id } = (await on(world.officer, 'admitAgency', handed)).it.agency;
    const fields =
      'staff { brokers senior } performance { introductions deals contracts contractAmount commission } ratingSummary { count average }';
    const counted = { introductions: 1, deals: 1, contracts: 2 };
    expect(await read(anonymous, id, fields)).toEqual({
      staff: { brokers: 1, senior: 0 },
      performance: { ...counted, contractAmount: null, commission: null },
      ratingSummary: { count: 0, average: null },
    });
    expect(await read(world.officer, id, 'performance { contractAmount }')).toEqual({
      performance: { contractAmount: 200_000_000 },
    });
    const cases = async (who: Actor) =>
      (
        await world.app
          .as(who)
          .query<{ agencyCases: { totalCount: number } }>(
            'query ($id: ID!) { agencyCases(agencyId: $id, figure: CONTRACTS, first: 10) { totalCount edges { node { id } } } }',
            { id },
          )
      ).agencyCases.totalCount;
    expect([await cases(agency.head), await cases(anonymous), await cases(world.enterprise)]).toEqual([
      2, 0, 0,
    ]);
  });

  it('is designated by the bureau for a term, with the ground where the platform counts too little', async () => {
    const head = await aHead();
    const admitted = await active(head);
    const document = '忻科发〔2026〕12号';
    await on(head, 'designateAgency', admitted, { document }).expectCode('FORBIDDEN');
    expect(await violationsOf(on(world.officer, 'designateAgency', admitted, { document: '' }))).toEqual([
      'document REQUIRED',
      'exception REGISTER.CRITERIA',
    ]);
    const exception = '省级技术转移示范机构，平台外业绩经核实';
    const named = (await on(world.officer, 'designateAgency', admitted, { document, exception })).it.agency;
    const until = addDays(addYears(today, 3), -1);
    expect(await read(anonymous, named.id, 'designation { on until document exception }')).toEqual({
      designation: { on: today, until, document, exception },
    });
    expect(await found(anonymous, { designated: true })).toEqual([named.id]);
    expect(await found(anonymous, { designated: true, text: '"技术转移中心"' })).toEqual([named.id]);
    await db.query(sql`update discovery.agency set designated_until = ${addDays(today, -1)}::date,
      designation = designation || jsonb_build_object('until', ${addDays(today, -1)}::text) where id = ${named.id}`);
    expect(await found(anonymous, { designated: true })).toEqual([]);
    expect(await read(anonymous, named.id, 'designation { on }')).toEqual({ designation: null });
    const renewed = (await on(world.officer, 'designateAgency', named, { document, exception })).it.agency;
    expect(await found(anonymous, { designated: true })).toEqual([named.id]);
    const withdrawn = (
      await on(world.officer, 'withdrawAgencyDesignation', renewed, { reason: 'COMPLAINT', note: '查实' })
    ).it.agency;
    expect(await read(head, named.id, 'state stateReason designation { on }')).toEqual({
      ...{ state: 'ACTIVE', stateReason: null, designation: null },
    });
    expect(
      await violationsOf(on(world.officer, 'withdrawAgencyDesignation', withdrawn, { reason: 'COMPLAINT' })),
    ).toEqual(['REGISTER.NOT_DESIGNATED']);
  });

  it('designates brokers likewise', async () => {
    const { broker, head } = await anAgency(world, '滹沱河技术经纪中心');
    const step = (who: Actor, mutation: string, input: object) =>
      mutate<{ broker: Entry }>(
        world,
        who,
        mutation,
        { id: broker.id, expectedVersion: broker.version, ...input },
        'broker { id version designation { document } designationCriteria { name actual met } }',
      );
    expect(await violationsOf(step(world.officer, 'designateBroker', { document: '文' }))).toEqual([
      'exception REGISTER.CRITERIA',
    ]);
    await step(head, 'designateBroker', { document: '文', exception: '由' }).expectCode('FORBIDDEN');
    const { it: done } = await step(world.officer, 'designateBroker', { document: '文', exception: '由' });
    expect(done.broker).toMatchObject({
      designation: { document: '文' },
      designationCriteria: [
        { name: 'MONTHS', actual: 0, met: false },
        { name: 'LEVEL', actual: 0, met: false },
        { name: 'CONTRACTS', actual: 0, met: false },
        { name: 'RATING', actual: null, met: true },
      ],
    });
    const { brokers } = await world.app
      .as(anonymous)
      .query<{ brokers: { edges: object[] } }>(
        '{ brokers(filter: { designated: true }, first: 10) { edges { node { id } } } }',
      );
    expect(brokers.edges).toEqual([{ node: { id: broker.id } }]);
  });

  it('is suspended when the organisation no longer stands, and resumed only when it does', async () => {
    const head = await aHead('改名前的机构');
    const { id } = await active(head);
    const tell = (status: OrganisationSnapshot['status'], version: number) =>
      world.app
        .get(Work)
        .run({ domain: 'discovery', name: 'test', actor: { kind: 'system', name: 'test' } }, (tx) =>
          world.app.get(ProjectionService).organisation(
            {
              ...{
                id: organisationOf(head),
                name: version < 3 ? '改名前的机构' : '改名后的机构',
                kind: 'BROKER_AGENCY',
              },
              ...{ uscc: '', divisionCode: PLACE, partyNature: '150', stateEstablished: false, status },
              ...{ legalRepresentative: '', contactName: '', contactPhone: '', address: '' },
            },
            version,
            tx,
          ),
        );
    expect(await found(anonymous, { text: '"改名前的机构"' })).toContain(id);
    await tell('SUSPENDED', 2);
    expect(await found(anonymous, { text: '"改名前的机构"' })).not.toContain(id);
    expect(await read(anonymous, id, 'id')).toBeNull();
    const closed = await read<Entry>(head, id, 'id version state stateReason');
    expect(closed).toMatchObject({ state: 'SUSPENDED', stateReason: 'CLOSED' });
    expect(await violationsOf(on(world.officer, 'resumeAgency', closed as Entry))).toEqual([
      'REGISTER.NOT_AN_AGENCY',
    ]);
    await tell('ACTIVE', 3);
    expect((await on(world.officer, 'resumeAgency', closed as Entry)).it.agency.state).toBe('ACTIVE');
    expect(await found(anonymous, { text: '"改名后的机构"' })).toEqual([id]);
  });
});
