import { randomUUID } from 'node:crypto';
import { Republisher, sql } from '@jihui/platform';
import { anonymous, type PersonActor } from '@jihui/kernel';
import { aPerson, anOfficer, aPlatformAdmin, aRegistrar, type GraphClient } from '@jihui/testing';
import { aForm, aUscc, World } from './identity.world.js';
import { identityDomain } from '../src/index.js';

const FIELDS = 'id version status name uscc scope: divisionName partyNatureName contactPhone decisionReason warnings { code } availableActions { action enabled } timeline { action reason from to actor { displayName } }';
const verb = (name: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input!) { ${name}(input: $input) { organisation { ${FIELDS} } } }`;
const ONE = `query ($id: ID!) { organisation(id: $id) { ${FIELDS} } }`;
const LIST = `query ($filter: OrganisationFilter, $first: Int, $after: String) { organisations(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id name status contactPhone } } } }`;
const PENDING = '{ pendingOrganisations { totalCount edges { node { id } } } }';

interface Organisation {
  id: string; version: number; status: string; name: string; contactPhone: string | null; decisionReason: string | null;
  warnings: { code: string }[]; availableActions: { action: string }[]; timeline: { action: string; reason: string | null; actor: { displayName: string } | null }[];
}
interface List { organisations: { totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean }; edges: { node: Organisation }[] } }

describe('organisations', () => {
  let world: World;
  let founder: GraphClient;
  let officer: GraphClient;
  let county: GraphClient;
  beforeAll(async () => {
    world = await World.open();
    [founder, officer, county] = [await world.person('founder@example.cn', '创办人'), await world.signedIn('officer'), await world.signedIn('county')];
  });
  afterAll(() => world.close());

  async function act(client: GraphClient, name: string, organisation: Pick<Organisation, 'id' | 'version'>, rest: object = {}): Promise<Organisation> {
    const input = { organisationId: organisation.id, expectedVersion: organisation.version, ...rest };
    return (await client.mutate<Record<string, { organisation: Organisation }>>(verb(name), { input }))[name]?.organisation as Organisation;
  }
  const refused = (client: GraphClient, name: string, organisation: Pick<Organisation, 'id' | 'version'>, code: string, rest: object = {}) =>
    client.mutate(verb(name), { input: { organisationId: organisation.id, expectedVersion: organisation.version, ...rest } }).expectCode(code);
  async function register(form: Readonly<Record<string, unknown>> = {}, client = founder): Promise<Organisation> {
    const answer = await client.mutate<{ registerOrganisation: { organisation: Organisation } }>(verb('registerOrganisation'), { input: { form: aForm(form) } });
    return answer.registerOrganisation.organisation;
  }
  const seenBy = async (client: GraphClient, id: string): Promise<Organisation | null> =>
    (await client.query<{ organisation: Organisation | null }>(ONE, { id })).organisation;
  const pendingFor = async (client: GraphClient): Promise<string[]> =>
    (await client.query<{ pendingOrganisations: { edges: { node: { id: string } }[] } }>(PENDING)).pendingOrganisations.edges.map(({ node }) => node.id);

  it('goes from registration through return and resubmission to approval, suspension and back', async () => {
    const registered = await register({ name: '忻府区首创科技有限公司' });
    expect(registered).toMatchObject({ status: 'PENDING', version: 1, partyNatureName: '有限责任公司', scope: '忻府区' });
    expect(registered.availableActions).toEqual([{ action: 'edit', enabled: true }]);
    const rejected = await act(officer, 'rejectOrganisation', registered, { reason: '地址与证照不符，请更正' });
    expect(rejected).toMatchObject({ status: 'REJECTED', decisionReason: '地址与证照不符，请更正' });
    const edited = await act(founder, 'editOrganisation', rejected, { form: aForm({ uscc: (rejected as never)['uscc'], name: '忻府区首创科技有限公司', address: '忻州市忻府区新建路9号' }) });
    const resubmitted = await act(founder, 'resubmitOrganisation', edited);
    expect(resubmitted).toMatchObject({ status: 'PENDING', decisionReason: null });
    const approved = await act(officer, 'approveOrganisation', resubmitted, { opinion: '证照已核对' });
    expect(approved.status).toBe('ACTIVE');
    expect(approved.timeline.map(({ action, reason, actor }) => [action, reason, actor?.displayName])).toEqual([
      ['register', null, '创办人'], ['reject', '地址与证照不符，请更正', '郭志强'], ['edit', null, '创办人'],
      ['resubmit', null, '创办人'], ['approve', '证照已核对', '郭志强'],
    ]);
    const viewer = await founder.query<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
    expect(viewer.viewer.permissions).toContain('MANAGE_ORGANISATION');
    const suspended = await act(officer, 'suspendOrganisation', approved, { reason: '证照被吊销' });
    const after = await founder.query<{ viewer: { permissions: string[]; memberships: { organisation: { status: string } }[] } }>(
      '{ viewer { permissions memberships { organisation { status } } } }');
    expect(after.viewer).toEqual({ permissions: ['REGISTER_ORGANISATION'], memberships: [{ organisation: { status: 'SUSPENDED' } }] });
    expect((await act(officer, 'reinstateOrganisation', suspended, { reason: '已恢复' })).status).toBe('ACTIVE');
  });

  it('leaves registered facts of an approved organisation to the bureau', async () => {
    const form = aForm({ name: '忻府区更正科技有限公司' });
    const pending = await register(form);
    const active = await act(officer, 'approveOrganisation', pending);
    const edit = await refused(founder, 'editOrganisation', active, 'INVALID_INPUT', { form: { ...form, name: '另一个名字', introduction: '简介' } });
    expect(edit.extensions.violations?.map(({ path, code }) => [path, code])).toEqual([['name', 'IDENTITY.REGISTERED_FACT']]);
    const edited = await act(founder, 'editOrganisation', active, { form: { ...form, contactPhone: '0350-3000000' } });
    expect(edited.contactPhone).toBe('0350-3000000');
    await refused(founder, 'correctOrganisation', edited, 'FORBIDDEN', { form, reason: '更名' });
    const corrected = await act(officer, 'correctOrganisation', edited, { form: { ...form, name: '忻府区更名科技有限公司' }, reason: '已办理变更登记' });
    expect(corrected.name).toBe('忻府区更名科技有限公司');
  });

  it('lets nobody make a bureau of an enterprise', async () => {
    const form = aForm({ divisionCode: '140981' });
    const pending = await register(form);
    const bureau = { form: { ...form, kind: 'BUREAU_COUNTY', partyNature: '014' }, reason: '更正类型' };
    await refused(county, 'correctOrganisation', pending, 'FORBIDDEN', bureau);
  });

  it('keeps one live organisation a code, also when two register at once', async () => {
    const uscc = aUscc();
    const others = [founder, await world.person('rival@example.cn', '另一人')];
    const answers = await Promise.all(others.map((client) => client.mutate(verb('registerOrganisation'), { input: { form: aForm({ uscc }) } }).answer()));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual(['IDENTITY.USCC_TAKEN', 'ok']);
    await founder.mutate(verb('registerOrganisation'), { input: { form: aForm({ uscc: '１２１４０９００405837116 j' }) } }).expectCode('IDENTITY.USCC_TAKEN');
  });

  it('frees the code of a rejected one, which then may not come back over another', async () => {
    const uscc = aUscc();
    const squatter = await register({ uscc });
    const rejected = await act(officer, 'rejectOrganisation', squatter, { reason: '与证照不符' });
    const owner = await world.person('owner@example.cn', '真正的主人');
    await act(officer, 'approveOrganisation', await register({ uscc }, owner));
    await refused(founder, 'resubmitOrganisation', rejected, 'IDENTITY.USCC_TAKEN');
  });

  it('tells all violations with their paths and changes nothing', async () => {
    const form = aForm({ uscc: '911409020000000000', partyNature: 'x', contactPhone: '', name: '😀' });
    const { extensions } = await founder.mutate(verb('registerOrganisation'), { input: { form } }).expectCode('INVALID_INPUT');
    expect(extensions.violations?.map(({ path }) => path)).toEqual(['form.name', 'form.uscc', 'form.partyNature', 'form.contactPhone']);
    await founder.mutate(verb('registerOrganisation'), { input: { form: { ...form, kind: 'EMPIRE' } } }).expectCode('BAD_USER_INPUT');
    await world.app.client().mutate(verb('registerOrganisation'), { input: { form: aForm() } }).expectCode('UNAUTHENTICATED');
  });

  it('stores HTML and SQL as text', async () => {
    const name = "<img src=x onerror=alert(1)>'; drop table identity.organisation; --";
    const organisation = await register({ name });
    expect(organisation.name).toBe(name);
  });

  it('does a repeat once and refuses a stale version, an illegal act and a stranger', async () => {
    const input = { clientMutationId: randomUUID(), form: aForm() };
    const [first, again] = [await founder.mutate(verb('registerOrganisation'), { input }), await founder.mutate(verb('registerOrganisation'), { input })];
    expect(again).toEqual(first);
    const pending = (first as unknown as { registerOrganisation: { organisation: Organisation } }).registerOrganisation.organisation;
    await refused(officer, 'approveOrganisation', { ...pending, version: 7 }, 'STALE_VERSION');
    await refused(officer, 'reinstateOrganisation', pending, 'ILLEGAL_TRANSITION', { reason: '恢复' });
    await refused(officer, 'rejectOrganisation', pending, 'INVALID_INPUT', { reason: ' ' });
    await refused(await world.signedIn('tto'), 'approveOrganisation', pending, 'NOT_FOUND');
    await refused(founder, 'approveOrganisation', { id: 'x', version: 1 }, 'NOT_FOUND');
    await refused(founder, 'approveOrganisation', pending, 'FORBIDDEN');
  });

  it('lets one of two officers win', async () => {
    const pending = await register();
    const admin = await world.signedIn('officer');
    const answers = await Promise.all([
      officer.mutate(verb('approveOrganisation'), { input: { organisationId: pending.id, expectedVersion: 1 } }).answer(),
      admin.mutate(verb('rejectOrganisation'), { input: { organisationId: pending.id, expectedVersion: 1, reason: '材料不全' } }).answer(),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort();
    expect(codes).toEqual(['ILLEGAL_TRANSITION', 'ok']);
  });

  it('gives each bureau its own queue', async () => {
    const [inYuanping, inDingxiang, fromBeijing, newCounty] = [
      await register({ divisionCode: '140981' }), await register({ divisionCode: '140921' }),
      await register({ divisionCode: '110108' }),
      await register({ kind: 'BUREAU_COUNTY', divisionCode: '140981', partyNature: '014', uscc: aUscc('11140981') }),
    ];
    const all = [inYuanping, inDingxiang, fromBeijing, newCounty].map(({ id }) => id);
    const mine = async (client: GraphClient): Promise<boolean[]> => {
      const queue = await pendingFor(client);
      return all.map((id) => queue.includes(id));
    };
    expect(await mine(officer)).toEqual([true, true, true, true]);
    expect(await mine(county)).toEqual([true, false, false, false]);
    expect(await pendingFor(founder)).toEqual([]);
    await refused(county, 'approveOrganisation', inDingxiang, 'NOT_FOUND');
    await refused(county, 'approveOrganisation', newCounty, 'FORBIDDEN');
    expect((await act(county, 'approveOrganisation', inYuanping)).status).toBe('ACTIVE');
    expect((await act(officer, 'approveOrganisation', fromBeijing)).status).toBe('ACTIVE');
  });

  it('keeps an officer from the organisation of one’s own', async () => {
    const registered = await register({}, officer);
    await refused(officer, 'approveOrganisation', registered, 'IDENTITY.REVIEWER_INVOLVED');
  });

  describe('visibility', () => {
    let pending: Organisation;
    let active: Organisation;
    let suspended: Organisation;
    beforeAll(async () => {
      pending = await register({ name: '可见性测试甲公司', contactPhone: '13800000001' });
      active = await act(officer, 'approveOrganisation', await register({ name: '可见性测试乙公司', contactPhone: '13800000002' }));
      suspended = await act(officer, 'suspendOrganisation',
        await act(officer, 'approveOrganisation', await register({ name: '可见性测试丙公司' })), { reason: '停用' });
    });

    const people: Readonly<Record<string, PersonActor | typeof anonymous>> = {
      anonymous,
      stranger: aPerson(),
      cityOfficer: anOfficer(),
      cityRegistrar: aRegistrar(),
      otherCounty: anOfficer({ kind: 'BUREAU_COUNTY', divisionCode: '140921' }),
      platformAdmin: aPlatformAdmin(),
    };
    it.each([
      ['anonymous', [false, true, true], false, ['ACTIVE']],
      ['stranger', [false, true, true], false, ['ACTIVE']],
      ['otherCounty', [false, true, true], false, ['ACTIVE']],
      ['cityOfficer', [true, true, true], true, ['SUSPENDED', 'PENDING', 'ACTIVE']],
      ['cityRegistrar', [true, true, true], true, ['SUSPENDED', 'PENDING', 'ACTIVE']],
      ['platformAdmin', [true, true, true], true, ['SUSPENDED', 'PENDING', 'ACTIVE']],
      ['founder', [true, true, true], true, ['SUSPENDED', 'PENDING', 'ACTIVE']],
    ] as const)('for %s', async (who, byId, contacts, listed) => {
      const actor = people[who];
      const client = actor === undefined ? founder : world.app.as(actor);
      const seen = await Promise.all([pending, active, suspended].map(({ id }) => seenBy(client, id)));
      expect(seen.map((found) => found !== null)).toEqual(byId);
      expect(seen[1]?.contactPhone ?? null).toBe(contacts ? '13800000002' : null);
      const { organisations } = await client.query<List>(LIST, { filter: { text: '可见性测试' } });
      expect(organisations.edges.map(({ node }) => node.status)).toEqual(listed);
      expect(organisations.totalCount).toBe(listed.length);
      expect(organisations.edges.every(({ node }) => (node.contactPhone !== null) === contacts)).toBe(true);
      expect((seen[1]?.timeline.length ?? 0) > 0).toBe(contacts);
    });
    it('looks alike when hidden and when missing', async () => {
      const stranger = world.app.as(aPerson());
      const answers = await Promise.all([pending.id, randomUUID(), 'nonsense'].map((id) => stranger.query(ONE, { id }).answer()));
      expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    });
  });

  it('filters and pages by name, wildcards taken literally', async () => {
    const list = async (filter: object, rest: object = {}): Promise<List['organisations']> =>
      (await world.app.client().query<List>(LIST, { filter, ...rest })).organisations;
    const names = async (filter: object): Promise<string[]> => (await list(filter)).edges.map(({ node }) => node.name);
    expect(await names({ kinds: ['UNIVERSITY', 'INSTITUTE'] })).toEqual(['忻州工业技术大学', '忻州新材料应用研究院']);
    expect(await names({ text: '12140900405837116j' })).toEqual(['忻州工业技术大学']);
    expect(await names({ text: '%' })).toEqual([]);
    expect(await names({ divisionCode: '140921' })).toEqual(['定襄恒岳锻压法兰有限公司']);
    const all = await list({ divisionCode: '140900' }, { first: 3 });
    const next = await list({ divisionCode: '140900' }, { first: 3, after: all.pageInfo.endCursor });
    const both = [...all.edges, ...next.edges].map(({ node }) => node.name);
    expect(both).toEqual([...both].sort((a, b) => a.localeCompare(b, 'zh-u-co-pinyin')));
    expect(new Set([...all.edges, ...next.edges].map(({ node }) => node.id)).size).toBe(6);
    await world.app.client().query(LIST, { first: 101 }).expectCode('PAGE.TOO_LARGE');
    await world.app.client().query(LIST, { first: 1, after: 'made-up' }).expectCode('PAGE.BAD_CURSOR');
  });

  it('warns officers of a doubtful code, and nobody else', async () => {
    const doubtful = await register({ kind: 'UNIVERSITY', partyNature: '022', uscc: aUscc('12140902') });
    expect((await seenBy(officer, doubtful.id))?.warnings.map(({ code }) => code)).toContain('STATE_ESTABLISHED');
    expect((await seenBy(founder, doubtful.id))?.warnings).toEqual([]);
  });

  it('emits each change with its snapshot, and everything again when asked', async () => {
    const registered = await register();
    const approved = await act(officer, 'approveOrganisation', registered);
    const events = await world.sql<{ action: string; version: number; status: string }>(sql`
      select action, version, payload ->> 'status' as status from identity.event
      where aggregate_id = ${registered.id} order by seq`);
    expect(events).toEqual([
      { action: 'register', version: 1, status: 'PENDING' },
      { action: 'approve', version: 2, status: 'ACTIVE' },
    ]);
    const republisher = identityDomain.republisher as never as new () => Republisher;
    const again = await world.app.get<Republisher>(republisher).republish(new Date(0));
    const [count] = await world.sql<{ rows: number; last: number }>(sql`
      select ((select count(*) from identity.organisation) + (select count(*) from identity.person))::int as rows,
        (select max(version) from identity.event where aggregate_id = ${approved.id} and action = 'republish') as last`);
    expect(count).toEqual({ rows: again, last: 2 });
    expect(await world.app.get<Republisher>(republisher).republish(new Date(Date.now() + 60_000))).toBe(0);
  });

  it('uses as many statements for fifty as for one', async () => {
    const count = async (first: number): Promise<number> => {
      const db = world.app.get((await import('@jihui/platform')).Db);
      const original = db.query.bind(db);
      let statements = 0;
      db.query = ((statement) => {
        statements += 1;
        return original(statement);
      }) as typeof db.query;
      await officer.query(`query ($first: Int) { organisations(first: $first) { totalCount edges { node { ${FIELDS} } } } }`, { first });
      db.query = original;
      return statements;
    };
    expect(await count(50)).toBe(await count(1));
  });
});
