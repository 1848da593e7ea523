import { randomUUID } from 'node:crypto';
import { anonymous, type PersonActor } from '@jihui/kernel';
import {
  aPerson,
  anOfficer,
  aPlatformAdmin,
  aRegistrar,
  statementsOf,
  type GraphClient,
} from '@jihui/testing';
import { aUscc, World } from './identity.world.js';
import {
  act,
  FIELDS,
  LIST,
  ONE,
  register,
  seenBy,
  type List,
  type Organisation,
} from './organisation.calls.js';

describe('reading organisations', () => {
  let world: World;
  let founder: GraphClient;
  let officer: GraphClient;
  beforeAll(async () => {
    world = await World.open();
    [founder, officer] = [
      await world.person('founder@example.cn', '创办人'),
      await world.signedIn('officer'),
    ];
  });
  afterAll(() => world.close());

  describe('visibility', () => {
    let pending: Organisation;
    let active: Organisation;
    let suspended: Organisation;
    beforeAll(async () => {
      pending = await register(founder, { name: '可见性测试甲公司', contactPhone: '13800000001' });
      active = await act(
        officer,
        'approveOrganisation',
        await register(founder, { name: '可见性测试乙公司', contactPhone: '13800000002' }),
      );
      suspended = await act(
        officer,
        'suspendOrganisation',
        await act(officer, 'approveOrganisation', await register(founder, { name: '可见性测试丙公司' })),
        { reason: '停用' },
      );
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
      expect(organisations.edges.map(({ node }) => node.status).sort()).toEqual([...listed].sort());
      expect(organisations.totalCount).toBe(listed.length);
      expect(organisations.edges.every(({ node }) => (node.contactPhone !== null) === contacts)).toBe(true);
      expect((seen[1]?.timeline.length ?? 0) > 0).toBe(contacts);
    });
    it('looks alike when hidden and when missing', async () => {
      const stranger = world.app.as(aPerson());
      const answers = await Promise.all(
        [pending.id, randomUUID(), 'nonsense'].map((id) => stranger.query(ONE, { id }).answer()),
      );
      expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    });
  });

  it('filters and pages by name, wildcards taken literally', async () => {
    const list = async (filter: object, rest: object = {}): Promise<List['organisations']> =>
      (await world.app.client().query<List>(LIST, { filter, ...rest })).organisations;
    const names = async (filter: object): Promise<string[]> =>
      (await list(filter)).edges.map(({ node }) => node.name);
    expect(await names({ kinds: ['UNIVERSITY', 'INSTITUTE'] })).toEqual([
      '忻州工业技术大学',
      '忻州新材料应用研究院',
    ]);
    expect(await names({ text: '12140900405837116j' })).toEqual(['忻州工业技术大学']);
    for (const text of [
      '0405837116',
      '忻州工大',
      '"工业技术"',
      'xzgyjsdx',
      'gongyejishu',
      '工業技術 大學',
      '忻州 大学 -学院',
    ])
      expect([text, (await names({ text }))[0]]).toEqual([text, '忻州工业技术大学']);
    expect(await names({ text: '忻州工业技术大学', kinds: ['ENTERPRISE'] })).toEqual([]);
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
    const doubtful = await register(founder, {
      kind: 'UNIVERSITY',
      partyNature: '022',
      uscc: aUscc('12140902'),
    });
    expect((await seenBy(officer, doubtful.id))?.warnings.map(({ code }) => code)).toContain(
      'STATE_ESTABLISHED',
    );
    expect((await seenBy(founder, doubtful.id))?.warnings).toEqual([]);
  });

  it('uses as many statements for many as for one', async () => {
    const count = async (first: number): Promise<number> => {
      const document = `query ($first: Int, $filter: OrganisationFilter) { organisations(first: $first, filter: $filter) {
        totalCount edges { node { ${FIELDS} } } } }`;
      const variables = { first, filter: { text: '可见性测试' } };
      return (await statementsOf(world.app, () => officer.query(document, variables))).length;
    };
    expect(await count(3)).toBe(await count(1));
  });
});
