import { addDays, anonymous, legalDayOf, type Actor, type PersonActor } from '@jihui/kernel';
import { BusinessClock } from '@jihui/platform';
import { aMember, organisationOf } from '@jihui/testing';
import { anAgency, mutate, type Agency } from './broker.world.js';
import { aWorld, type Entry, type World } from './discovery.world.js';
import { violationsOf } from './people.js';

interface Row {
  readonly agency: { readonly name: string };
  readonly support: { readonly id: string; readonly title: string; readonly withdrawnFor: string };
}
interface Total {
  readonly kind: string;
  readonly count: number;
  readonly agencies: number;
  readonly amount: number;
}

describe('support that agencies received', () => {
  let world: World;
  let today: string;
  let agency: Agency;
  let entry: Entry;
  const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });

  beforeAll(async () => {
    world = await aWorld();
    today = legalDayOf(await world.app.get(BusinessClock).now());
    agency = await anAgency(world, '雁门技术转移中心');
    entry = await registered(agency.head);
  }, 120_000);
  afterAll(() => world?.app.close());

  async function registered(head: PersonActor): Promise<Entry> {
    const content = {
      services: ['BROKERAGE'],
      techFields: ['05'],
      introduction: '面向工业固废与新材料领域，提供需求诊断、成果评价和技术经纪服务。',
      address: '忻州市忻府区长征西街创新大厦三层',
      contact: '赵敏',
      phone: '0350-3059008',
    };
    const saved = await mutate<{ agency: Entry }>(
      world,
      head,
      'saveAgency',
      { organisationId: organisationOf(head), content },
      'agency { id version state }',
    );
    const handed = (await on(head, 'submitAgency', saved.it.agency)).it.agency;
    return (await on(world.officer, 'admitAgency', handed)).it.agency;
  }
  const on = (who: Actor, mutation: string, { id, version }: Entry, input: object = {}) =>
    mutate<{ agency: Entry }>(
      world,
      who,
      mutation,
      { id, expectedVersion: version, ...input },
      'agency { id version state }',
    );
  const FUNDS = {
    kind: 'FUNDS',
    title: '中介机构服务能力建设补助',
    provider: '忻州市科学技术局',
    amount: 5_000_000,
    from: '2026-03-01',
    document: '忻科发〔2026〕8号',
  };
  const PREMISES = {
    kind: 'PREMISES',
    title: '创新大厦三层办公用房',
    provider: '忻州经济开发区',
    area: 120,
    from: '2026-01-01',
    until: '2028-12-31',
    document: '忻开管〔2026〕3号',
  };
  const list = async (who: Actor, filter: object = {}): Promise<{ rows: Row[]; totals: Total[] }> => {
    const { agencySupports } = await world.app.as(who).query<{
      agencySupports: { totalCount: number; edges: { node: Row }[]; totals: Total[] };
    }>(
      `query ($filter: AgencySupportFilter) { agencySupports(filter: $filter, first: 50) { totalCount
        edges { node { agency { name } support { id title withdrawnFor } } }
        totals { kind count agencies amount } } }`,
      { filter },
    );
    expect(agencySupports.totalCount).toBe(agencySupports.edges.length);
    return { rows: agencySupports.edges.map(({ node }) => node), totals: agencySupports.totals };
  };
  const ofAgency = async <T>(who: Actor, fields: string): Promise<T | undefined> =>
    (
      await world.app
        .as(who)
        .query<{ agency: T | null }>(`query ($id: ID!) { agency(id: $id) { ${fields} } }`, { id: entry.id })
    ).agency ?? undefined;

  it('are recorded by the bureau in charge alone, with everything that is wrong named at once', async () => {
    for (const [who, code] of [
      [agency.head, 'FORBIDDEN'],
      [county, 'FORBIDDEN'],
      [anonymous, 'UNAUTHENTICATED'],
    ] as const)
      await on(who, 'recordAgencySupport', entry, FUNDS).expectCode(code);
    expect(
      await violationsOf(
        on(world.officer, 'recordAgencySupport', entry, {
          ...{ kind: 'FUNDS', title: '', provider: ' ', document: '', area: 0 },
          ...{ from: addDays(today, 1), until: '2026-01-01' },
        }),
      ),
    ).toEqual([
      'amount REQUIRED',
      'area OUT_OF_RANGE',
      'area REGISTER.SUPPORT_AREA',
      'document REQUIRED',
      'from REGISTER.RECORD_DAYS',
      'provider REQUIRED',
      'title REQUIRED',
      'until REGISTER.RECORD_DAYS',
    ]);
    entry = (await on(world.officer, 'recordAgencySupport', entry, FUNDS)).it.agency;
    expect(await violationsOf(on(world.officer, 'recordAgencySupport', entry, FUNDS))).toEqual([
      'title REGISTER.RECORD_TWICE',
    ]);
    entry = (await on(world.officer, 'recordAgencySupport', entry, PREMISES)).it.agency;
  });

  it('are public with the agency, and listed with number and sum by kind', async () => {
    const fields = 'supports { kind title provider amount area from until document recordedOn withdrawnOn }';
    expect(await ofAgency(anonymous, fields)).toEqual({
      supports: [
        { ...PREMISES, amount: null, recordedOn: today, withdrawnOn: null },
        { ...FUNDS, area: null, until: null, recordedOn: today, withdrawnOn: null },
      ],
    });
    const { rows, totals } = await list(anonymous);
    expect(rows.map(({ agency: { name }, support: { title } }) => [name, title])).toEqual([
      ['雁门技术转移中心', FUNDS.title],
      ['雁门技术转移中心', PREMISES.title],
    ]);
    expect(totals).toEqual([
      { kind: 'PLATFORM', count: 0, agencies: 0, amount: 0 },
      { kind: 'INFORMATION', count: 0, agencies: 0, amount: 0 },
      { kind: 'FUNDS', count: 1, agencies: 1, amount: 5_000_000 },
      { kind: 'PREMISES', count: 1, agencies: 1, amount: 0 },
    ]);
    for (const [filter, titles] of [
      [{ kinds: ['FUNDS'] }, [FUNDS.title]],
      [{ year: 2026 }, [FUNDS.title, PREMISES.title]],
      [{ year: 2028 }, [PREMISES.title]],
      [{ year: -1 }, []],
      [{ text: '雁门 8号' }, [FUNDS.title]],
      [{ text: '没有' }, []],
      [{ agencyId: entry.id, kinds: [] }, [FUNDS.title, PREMISES.title]],
      [{ agencyId: 'nothing' }, []],
    ] as const)
      expect([filter, (await list(anonymous, filter)).rows.map(({ support }) => support.title)]).toEqual([
        filter,
        titles,
      ]);
  });

  it('are withdrawn with a reason, which the agency and the bureau read, and count no more', async () => {
    const [wrong] = (await list(world.officer, { kinds: ['FUNDS'] })).rows;
    const supportId = wrong?.support.id;
    await on(agency.head, 'withdrawAgencySupport', entry, { supportId, reason: '有误' }).expectCode(
      'FORBIDDEN',
    );
    expect(
      await violationsOf(
        on(world.officer, 'withdrawAgencySupport', entry, { supportId: entry.id, reason: '' }),
      ),
    ).toEqual(['reason REQUIRED', 'supportId REGISTER.RECORD_UNKNOWN']);
    entry = (await on(world.officer, 'withdrawAgencySupport', entry, { supportId, reason: '金额登记有误' }))
      .it.agency;
    expect(
      await violationsOf(on(world.officer, 'withdrawAgencySupport', entry, { supportId, reason: '再次' })),
    ).toEqual(['supportId REGISTER.RECORD_UNKNOWN']);
    for (const reader of [world.officer, agency.head])
      expect((await list(reader, { kinds: ['FUNDS'] })).rows).toEqual([
        { ...wrong, support: { ...wrong?.support, withdrawnFor: '金额登记有误' } },
      ]);
    for (const reader of [anonymous, county, world.enterprise])
      expect((await list(reader, { kinds: ['FUNDS'] })).rows).toEqual([]);
    expect((await list(world.officer)).totals[2]).toMatchObject({ kind: 'FUNDS', count: 0, amount: 0 });
    const history = await ofAgency<{ timeline: { action: string; reason: string | null }[] }>(
      agency.head,
      'timeline { action reason }',
    );
    expect(history?.timeline.slice(-3).map(({ action, reason }) => [action, reason])).toEqual([
      ['recordSupport', `资金帮扶：${FUNDS.title}（${FUNDS.document}）`],
      ['recordSupport', `办公场地：${PREMISES.title}（${PREMISES.document}）`],
      ['withdrawSupport', `${FUNDS.title}：金额登记有误`],
    ]);
  });

  it('may be recorded while the entry is suspended, out of the public’s sight, and corrected afterwards', async () => {
    const suspended = (await on(world.officer, 'suspendAgency', entry, { reason: 'COMPLAINT' })).it.agency;
    const more = { ...FUNDS, title: '培训补助', document: '忻科发〔2026〕9号' };
    entry = (await on(world.officer, 'recordAgencySupport', suspended, more)).it.agency;
    expect((await list(anonymous)).rows).toEqual([]);
    const [row] = (await list(world.officer, { text: '培训补助' })).rows;
    const removed = (await on(world.officer, 'removeAgency', entry, { reason: 'CLOSED' })).it.agency;
    await on(world.officer, 'recordAgencySupport', removed, PREMISES).expectCode('ILLEGAL_TRANSITION');
    const corrected = await on(world.officer, 'withdrawAgencySupport', removed, {
      supportId: row?.support.id,
      reason: '未实际拨付',
    });
    expect(corrected.it.agency.state).toBe('EXITED');
  });
});
