import { randomUUID } from 'node:crypto';
import { addYears, anonymous, legalDayOf, type Actor, type PersonActor } from '@jihui/kernel';
import { BusinessClock, Db, sql } from '@jihui/platform';
import { aMember, aResearcher, aTransferOfficer } from '@jihui/testing';
import { aWorld, PLACE, projectOrganisation, type Entry, type World } from './discovery.world.js';
import { known, violationsOf } from './people.js';

const CONTENT = {
  position: '项目经理',
  services: ['BROKERAGE', 'DIAGNOSIS'],
  techFields: ['05'],
  divisions: [PLACE],
  introduction: '从事工业固废领域的技术经纪工作八年，促成多项成果在本地落地转化。',
  phone: '0350-3059008',
  email: 'broker@example.org',
};

describe('the register of brokers', () => {
  let world: World;
  let db: Db;
  const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });

  beforeAll(async () => {
    world = await aWorld();
    ({ db } = world);
  }, 120_000);
  afterAll(() => world?.app.close());

  async function someone(name = '赵引荐'): Promise<PersonActor> {
    const person = aResearcher({ organisationId: world.university, divisionCode: PLACE });
    await known(world.app, person, { displayName: name });
    return person;
  }
  const mutate = (who: Actor, mutation: string, type: string, input: object) =>
    world.app
      .as(who)
      .mutate<{ it: { broker: Entry } }>(
        `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { broker { id version state } } }`,
        { input },
      );
  const save = (who: Actor, change: object = {}, content: object = {}) =>
    mutate(who, 'saveBroker', 'SaveBrokerInput', {
      organisationId: world.university,
      ...change,
      content: { ...CONTENT, ...content },
    });
  const on = (who: Actor, mutation: string, { id, version }: Entry, input: object = {}) =>
    mutate(who, mutation, typeOf(mutation), { id, expectedVersion: version, ...input });

  async function active(who: Actor, content: object = {}): Promise<Entry> {
    const drafted = (await save(who, {}, content)).it.broker;
    const handed = (await on(who, 'submitBroker', drafted)).it.broker;
    const confirmed = (await on(world.office, 'confirmBroker', handed)).it.broker;
    return (await on(world.officer, 'admitBroker', confirmed, { note: '符合登记条件' })).it.broker;
  }
  const read = async <T>(who: Actor, id: string, fields: string): Promise<T | null> =>
    (
      await world.app
        .as(who)
        .query<{ broker: T | null }>(`query ($id: ID!) { broker(id: $id) { ${fields} } }`, { id })
    ).broker;
  const found = async (who: Actor, filter: object): Promise<string[]> =>
    (
      await world.app
        .as(who)
        .query<{ brokers: { edges: { node: { id: string } }[] } }>(
          'query ($filter: BrokerFilter) { brokers(filter: $filter, first: 100) { edges { node { id } } } }',
          { filter },
        )
    ).brokers.edges.map(({ node }) => node.id);

  it('takes somebody in by one’s own word, the agency’s confirmation and the bureau’s review', async () => {
    const who = await someone();
    const drafted = (await save(who)).it.broker;
    expect(drafted.state).toBe('DRAFT');
    for (const stranger of [world.office, world.officer, world.enterprise, anonymous])
      expect(await read(stranger, drafted.id, 'id')).toBeNull();
    const handed = (await on(who, 'submitBroker', drafted)).it.broker;
    expect(await read(world.officer, drafted.id, 'id')).toBeNull();
    await on(who, 'confirmBroker', handed).expectCode('FORBIDDEN');
    const confirmed = (await on(world.office, 'confirmBroker', handed, { note: '本机构人员' })).it.broker;
    expect(await read(world.officer, drafted.id, 'state')).toEqual({ state: 'REVIEW' });
    expect(await read(anonymous, drafted.id, 'id')).toBeNull();
    await on(county, 'admitBroker', confirmed).expectCode('NOT_FOUND');
    await on(world.office, 'admitBroker', confirmed).expectCode('FORBIDDEN');
    expect((await on(world.officer, 'admitBroker', confirmed)).it.broker.state).toBe('ACTIVE');
    await on(world.officer, 'admitBroker', confirmed).expectCode('ILLEGAL_TRANSITION');
    const fields =
      'name organisationName state stateReason phone email divisions { code name } timeline { at }';
    const open = { name: '赵引荐', organisationName: '忻州工业技术大学', state: 'ACTIVE', stateReason: null };
    expect(await read(anonymous, drafted.id, fields)).toEqual({
      ...open,
      ...{ phone: '', email: '', timeline: null },
      divisions: [{ code: PLACE, name: '忻府区' }],
    });
    expect(await read(world.enterprise, drafted.id, 'phone email timeline { at }')).toEqual({
      ...{ phone: CONTENT.phone, email: CONTENT.email, timeline: null },
    });
  });

  it('lets who runs an agency submit for it', async () => {
    const head = aTransferOfficer({ organisationId: world.university, divisionCode: PLACE });
    await known(world.app, head, { displayName: '王负责' });
    const drafted = (await save(head)).it.broker;
    await on(head, 'submitBroker', drafted).expectCode('FORBIDDEN');
    const handed = (await on(head, 'submitBrokerForAgency', drafted)).it.broker;
    expect(handed.state).toBe('REVIEW');
    const staff = await someone();
    await on(staff, 'submitBrokerForAgency', (await save(staff)).it.broker).expectCode('FORBIDDEN');
  });

  it('waits for whoever decides, and for nobody else', async () => {
    const who = await someone();
    const waits = async (actor: Actor): Promise<string[]> =>
      (
        await world.app
          .as(actor)
          .query<{ brokersToDecide: { edges: { node: { id: string } }[] } }>(
            '{ brokersToDecide(first: 100) { totalCount edges { node { id } } } }',
          )
      ).brokersToDecide.edges.map(({ node }) => node.id);
    const handed = (await on(who, 'submitBroker', (await save(who)).it.broker)).it.broker;
    expect(await waits(world.office)).toContain(handed.id);
    for (const other of [who, aTransferOfficer({ organisationId: randomUUID() }), world.officer, anonymous])
      expect(await waits(other)).not.toContain(handed.id);
    await on(world.office, 'confirmBroker', handed);
    expect(await waits(world.office)).not.toContain(handed.id);
    expect(await waits(world.officer)).toContain(handed.id);
    expect(await waits(county)).not.toContain(handed.id);
  });

  it('is found by names and by what everybody may read, and counted by facets', async () => {
    const { id } = await active(await someone('段经纪'), {
      introduction: '熟悉石墨烯涂层与风电叶片修复，为企业诊断需求并对接成果。',
      phone: '0350-7777777',
      services: ['PILOT'],
    });
    for (const [text, sees] of [
      ['"段经纪"', true],
      ['duan jing ji', true],
      ['"石墨烯" "段经纪"', true],
      ['"忻州工业技术大学" "石墨烯"', true],
      ['"中试与检验检测"', true],
      ['"0350-7777777"', false],
    ] as const)
      expect([text, (await found(world.officer, { text })).includes(id)]).toEqual([text, sees]);
    expect(await found(anonymous, { text: '"石墨烯"', services: ['PILOT'], techFields: ['05'] })).toEqual([
      id,
    ]);
    expect(await found(anonymous, { text: '"石墨烯"', services: ['TRAINING'] })).toEqual([]);
    expect(await found(anonymous, { services: ['PILOT'] })).toEqual([id]);
    expect(await found(anonymous, { organisationId: world.university, techFields: ['05'] })).toContain(id);
    expect(await found(anonymous, { organisationId: 'nothing' })).toEqual([]);
    const { brokers } = await world.app
      .as(anonymous)
      .query<{ brokers: { facets: { services: object[]; states: object[] } } }>(
        '{ brokers { facets { services { value label count } techFields { value } clusters { value } states { value } } } }',
      );
    expect(brokers.facets.services).toContainEqual({ value: 'PILOT', label: '中试与检验检测', count: 1 });
    expect(brokers.facets.states).toEqual([{ value: 'ACTIVE' }]);
  });

  it('is suspended out of everybody’s sight, with a typed reason', async () => {
    const who = await someone();
    const admitted = await active(who);
    expect(
      await violationsOf(on(world.officer, 'suspendBroker', admitted, { reason: 'NOT_OUR_STAFF' })),
    ).toEqual(['reason REGISTER.REASON']);
    expect(await violationsOf(on(world.officer, 'suspendBroker', admitted, { reason: 'OTHER' }))).toEqual([
      'note REQUIRED',
    ]);
    const suspended = (await on(world.officer, 'suspendBroker', admitted, { reason: 'COMPLAINT' })).it.broker;
    for (const reader of [anonymous, world.enterprise, county])
      expect(await read(reader, admitted.id, 'id')).toBeNull();
    expect(await read(who, admitted.id, 'stateReason')).toEqual({ stateReason: 'COMPLAINT' });
    expect(await found(world.officer, { whole: true, states: ['SUSPENDED'] })).toContain(admitted.id);
    for (const [reader, filter, sees] of [
      [world.officer, { whole: true }, true],
      [world.officer, {}, false],
      [county, { whole: true }, false],
      [anonymous, {}, false],
      [anonymous, { whole: true }, false],
    ] as const)
      expect((await found(reader, { ...filter, text: '"赵引荐"' })).includes(admitted.id)).toBe(sees);
    for (const reader of [anonymous, county, world.enterprise])
      expect(await found(reader, { whole: true })).toEqual([]);
    const resumed = (await on(world.officer, 'resumeBroker', suspended)).it.broker;
    const removed = (await on(world.officer, 'removeBroker', resumed, { reason: 'VIOLATION', note: '泄密' }))
      .it.broker;
    expect(await violationsOf(on(who, 'reapplyBroker', removed))).toEqual(['REGISTER.BARRED']);
    expect(await read(who, removed.id, 'barredUntil')).toEqual({
      barredUntil: addYears(legalDayOf(await world.app.get(BusinessClock).now()), 3),
    });
  });

  it('begins anew after one’s own exit, with the agency asked again', async () => {
    const who = await someone();
    const left = (await on(who, 'exitBroker', await active(who), { reason: 'OWN_REQUEST' })).it.broker;
    const again = (await on(who, 'reapplyBroker', left)).it.broker;
    expect(await read(world.officer, again.id, 'id')).toBeNull();
    const handed = (await on(who, 'submitBroker', again)).it.broker;
    const recalled = (await on(who, 'recallBroker', handed)).it.broker;
    const anew = (await on(who, 'submitBroker', recalled)).it.broker;
    const declined = (
      await on(world.office, 'declineBroker', anew, { reason: 'AGENCY_DISAGREES', note: '工作繁忙' })
    ).it.broker;
    expect(await read(world.officer, again.id, 'id')).toBeNull();
    const third = (await on(who, 'submitBroker', declined)).it.broker;
    const confirmed = (await on(world.office, 'confirmBroker', third)).it.broker;
    const returned = (
      await on(world.officer, 'returnBroker', confirmed, { reason: 'INCOMPLETE', note: '请补充简介' })
    ).it.broker;
    expect(await read(who, returned.id, 'state stateNote')).toEqual({
      state: 'RETURNED',
      stateNote: '请补充简介',
    });
  });

  it('refuses a second entry, an agency that is not one’s own, a bureau, another agency, and wrong codes', async () => {
    const who = await someone();
    const { id, version } = await active(who);
    expect(await violationsOf(save(who))).toEqual(['REGISTER.ALREADY_ENTERED']);
    const elsewhere = world.enterprise.memberships[0]?.organisationId;
    expect(
      await violationsOf(save(who, { id, expectedVersion: version, organisationId: elsewhere })),
    ).toEqual(['organisationId REGISTER.AGENCY_FIXED', 'organisationId REGISTER.NOT_A_MEMBER']);
    expect(await violationsOf(save(await someone(), {}, { divisions: ['999'], email: 'x' }))).toEqual([
      'divisions.0 DISCOVERY.UNKNOWN_CODE',
      'email REGISTER.EMAIL',
    ]);
    const bureau = randomUUID();
    await projectOrganisation(db, bureau, '某县科技局', 'BUREAU_COUNTY', PLACE);
    const clerk = aMember('BUREAU_COUNTY', ['OFFICER'], { organisationId: bureau, divisionCode: PLACE });
    await known(world.app, clerk);
    expect(await violationsOf(save(clerk, { organisationId: bureau }))).toEqual([
      'organisationId REGISTER.NOT_AN_AGENCY',
    ]);
    await save(aResearcher()).expectCode('DISCOVERY.NOT_YET_KNOWN');
    await save(anonymous).expectCode('UNAUTHENTICATED');
  });

  it('is suspended when the membership of the agency ends, and resumed by who is a member again', async () => {
    const who = await someone('将去');
    const { id } = await active(who);
    await known(world.app, who, { displayName: '将去', memberships: [] }, 2);
    expect(await read(anonymous, id, 'id')).toBeNull();
    const left = await read<Entry>(who, id, 'id version state stateReason');
    expect(left).toMatchObject({ state: 'SUSPENDED', stateReason: 'LEFT_AGENCY' });
    expect(await violationsOf(on(world.officer, 'resumeBroker', left as Entry))).toEqual([
      'REGISTER.NOT_A_MEMBER',
    ]);
    await known(world.app, who, { displayName: '将去' }, 3);
    expect((await on(world.officer, 'resumeBroker', left as Entry)).it.broker.state).toBe('ACTIVE');
    const waiting = await someone('又将去');
    const handed = (await on(waiting, 'submitBroker', (await save(waiting)).it.broker)).it.broker;
    await known(world.app, waiting, { memberships: [] }, 2);
    expect(await read(waiting, handed.id, 'state')).toEqual({ state: 'DRAFT' });
  });

  it('leaves of an erased account nothing but an entry of the history', async () => {
    const who = await someone('将注销');
    const { id } = await active(who);
    await known(world.app, who, { displayName: '已注销用户', status: 'ERASED', memberships: [] }, 2);
    expect(await read(world.officer, id, 'id')).toBeNull();
    const row = await db.one<{ state: string; content: object }>(sql`
      select state, content from discovery.broker where id = ${id}`);
    expect(row).toMatchObject({ state: 'EXITED', content: { phone: '', introduction: '' } });
    const told = await db.query(sql`
      select action from discovery.audit_entry where stream = ${`Broker:${id}`} order by 1`);
    expect(told).toContainEqual({ action: 'erase' });
  });

  it('is one’s own to read, and of one’s own version', async () => {
    const who = await someone();
    const mine = async (actor: Actor) =>
      (await world.app.as(actor).query<{ myBroker: Entry | null }>('{ myBroker { id version state } }'))
        .myBroker;
    expect(await mine(who)).toBeNull();
    const drafted = (await save(who)).it.broker;
    expect(await mine(who)).toEqual(drafted);
    expect(await mine(anonymous)).toBeNull();
    await save(who, { id: drafted.id, expectedVersion: 1 }, { position: '总监' });
    await save(who, { id: drafted.id, expectedVersion: 1 }).expectCode('STALE_VERSION');
    await save(world.enterprise, { id: drafted.id, expectedVersion: 2 }).expectCode('NOT_FOUND');
  });
});

/** The input type of a verb on an entry. */
function typeOf(mutation: string): string {
  if (/^(confirm|admit|resume)/.test(mutation)) return 'RegisterDecisionInput';
  return /^(decline|return|suspend|exit|remove)/.test(mutation)
    ? 'RegisterReasonInput'
    : 'RegisterActionInput';
}
