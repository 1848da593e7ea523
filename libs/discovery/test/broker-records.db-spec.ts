import { addDays, anonymous, legalDayOf, type Actor, type LegalDay } from '@jihui/kernel';
import { BusinessClock } from '@jihui/platform';
import { BrokerRecordsService } from '../src/brokers/broker-records.service.js';
import { anAgency, mutate, type Agency } from './broker.world.js';
import { aWorld, type Entry, type World } from './discovery.world.js';
import { known, violationsOf } from './people.js';

interface Recorded extends Entry {
  readonly credentials: readonly { readonly id: string; readonly state: string }[];
  readonly trainings: readonly { readonly id: string; readonly state: string }[];
}

describe('a broker’s certificates and courses', () => {
  let world: World;
  let today: LegalDay;
  beforeAll(async () => {
    world = await aWorld();
    today = legalDayOf(await world.app.get(BusinessClock).now());
  }, 120_000);
  afterAll(() => world?.app.close());

  const act = (who: Actor, mutation: string, { id, version }: Entry, input: object) =>
    mutate<{ broker: Recorded }>(
      world,
      who,
      mutation,
      { id, expectedVersion: version, ...input },
      'broker { id version state credentials { id state } trainings { id state } }',
    );
  const certificate = (change: object = {}) => ({
    ...{ level: 'SENIOR', number: 'GJ-1', issuer: '科技部火炬中心', issuedOn: addDays(today, -100) },
    validTo: addDays(today, 10),
    ...change,
  });
  const read = async <T>(who: Actor, { broker }: Agency, fields: string): Promise<T> =>
    (
      await world.app
        .as(who)
        .query<{ broker: T }>(`query ($id: ID!) { broker(id: $id) { ${fields} } }`, { id: broker.id })
    ).broker;

  it('count once the bureau checked them, and are nobody else’s to read before', async () => {
    const agency = await anAgency(world, '证书经纪');
    const stated = (await act(agency.head, 'addBrokerCredential', agency.broker, certificate())).it.broker;
    expect(await violationsOf(act(agency.head, 'addBrokerCredential', stated, certificate()))).toEqual([
      'number REGISTER.RECORD_TWICE',
    ]);
    const recordId = stated.credentials[0]?.id;
    const fields = 'level credentials { state number }';
    for (const outsider of [anonymous, world.enterprise])
      expect(await read(outsider, agency, fields)).toEqual({ level: null, credentials: [] });
    await act(agency.head, 'checkBrokerRecord', stated, { recordId, accepted: true }).expectCode('FORBIDDEN');
    expect(
      await violationsOf(act(world.officer, 'checkBrokerRecord', stated, { recordId, accepted: false })),
    ).toEqual(['note REQUIRED']);
    const checked = (await act(world.officer, 'checkBrokerRecord', stated, { recordId, accepted: true })).it
      .broker;
    expect(await read(anonymous, agency, fields)).toEqual({
      level: 'SENIOR',
      credentials: [{ state: 'CONFIRMED', number: 'GJ-1' }],
    });
    expect(await violationsOf(act(agency.head, 'withdrawBrokerRecord', checked, { recordId }))).toEqual([
      'recordId REGISTER.RECORD_UNKNOWN',
    ]);
    const { brokers } = await world.app
      .as(anonymous)
      .query<{ brokers: { totalCount: number } }>('{ brokers(filter: { levels: [SENIOR] }) { totalCount } }');
    expect(brokers.totalCount).toBe(1);
    // The certificate is over: the nightly look takes the level back, once.
    const later = new Date((await world.app.get(BusinessClock).now()).getTime() + 20 * 86_400_000);
    for (const time of [later, later]) await world.app.get(BrokerRecordsService).lapse(time);
    const after = await world.app
      .as(anonymous)
      .query<{ brokers: { totalCount: number } }>('{ brokers(filter: { levels: [SENIOR] }) { totalCount } }');
    expect(after.brokers.totalCount).toBe(0);
    const { version } = await read<Entry>(agency.head, agency, 'version');
    expect(version).toBe(checked.version + 1);
  });

  it('sum to a year’s hours beside the required number', async () => {
    const agency = await anAgency(world, '学时经纪');
    const course = { course: '技术合同登记实务', provider: '省技术市场', hours: 24, endedOn: today };
    const trained = (await act(agency.head, 'addBrokerTraining', agency.broker, course)).it.broker;
    expect(
      await violationsOf(
        act(agency.head, 'addBrokerTraining', trained, { ...course, hours: 0, course: ' ' }),
      ),
    ).toEqual(['course REQUIRED', 'hours OUT_OF_RANGE']);
    const years = 'trainingYears { year confirmed pending required } trainings { hours }';
    const year = Number(today.slice(0, 4));
    expect(await read(agency.head, agency, years)).toEqual({
      trainingYears: [{ year, confirmed: 0, pending: 24, required: 90 }],
      trainings: [{ hours: 24 }],
    });
    await act(world.officer, 'checkBrokerRecord', trained, {
      ...{ recordId: trained.trainings[0]?.id, accepted: true },
    });
    expect(await read(anonymous, agency, years)).toEqual({
      trainingYears: [{ year, confirmed: 24, pending: 0, required: 90 }],
      trainings: null,
    });
  });

  it('show their scan to the broker and the bureau in charge, and to nobody else', async () => {
    const agency = await anAgency(world, '扫描件经纪');
    const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
    const send = (who: Actor, name: string, content: Buffer) =>
      world.app.as(who).upload('/files/discovery', name, content);
    const statusOf = async (who: Actor, url: string) => (await world.app.as(who).get(url)).status;
    expect((await send(anonymous, '证书.pdf', PDF)).status).toBe(401);
    expect((await send(agency.head, '证书.pdf', Buffer.from('<script>'))).body).toMatchObject({
      code: 'REGISTER.SCAN_TYPE',
    });
    const { id: scanId, url } = (await send(agency.head, '证书.pdf', PDF)).body as {
      id: string;
      url: string;
    };
    expect(await statusOf(agency.head, url)).toBe(200);
    for (const other of [world.officer, world.enterprise, anonymous])
      expect(await statusOf(other, url)).toBe(404);
    const foreign = ((await send(world.enterprise, '他人.pdf', PDF)).body as { id: string }).id;
    for (const unknown of [foreign, '019d0000-0000-7000-8000-00000000ffff'])
      expect(
        await violationsOf(
          act(
            agency.head,
            'addBrokerCredential',
            agency.broker,
            certificate({ scanId: unknown, number: '' }),
          ),
        ),
      ).toEqual(['number REQUIRED', 'scanId REGISTER.SCAN_UNKNOWN']);
    const stated = (
      await act(agency.head, 'addBrokerCredential', agency.broker, certificate({ scanId, number: 'GJ-9' }))
    ).it.broker;
    for (const reader of [agency.head, world.officer]) {
      expect(await read(reader, agency, 'credentials { scan { id name url } }')).toEqual({
        credentials: [{ scan: { id: scanId, name: '证书.pdf', url } }],
      });
      expect(await statusOf(reader, url)).toBe(200);
    }
    const recordId = stated.credentials[0]?.id;
    const checked = (await act(world.officer, 'checkBrokerRecord', stated, { recordId, accepted: true })).it
      .broker;
    // Confirmed, the certificate is everybody's to read, its scan is not.
    for (const outsider of [anonymous, world.enterprise]) {
      expect(await read(outsider, agency, 'credentials { number scan { id } }')).toEqual({
        credentials: [{ number: 'GJ-9', scan: null }],
      });
      expect(await statusOf(outsider, url)).toBe(404);
    }
    // A file belongs to one certificate.
    expect(
      await violationsOf(
        act(agency.head, 'addBrokerCredential', checked, certificate({ scanId, number: 'GJ-10' })),
      ),
    ).toEqual(['scanId REGISTER.SCAN_UNKNOWN']);
    await known(world.app, agency.head, { displayName: '已注销用户', status: 'ERASED', memberships: [] }, 2);
    for (const reader of [agency.head, world.officer]) expect(await statusOf(reader, url)).toBe(404);
  });
});
