import { randomUUID } from 'node:crypto';
import { anOfficer } from '@jihui/testing';
import { aMarket, at, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

describe('a contract that goes round the broker', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  interface Alert {
    id: string;
    version: number;
    state: string;
    registrationNumber: string;
    introduction: { valid: boolean };
    availableActions: { action: string }[];
  }
  const alerts = async (who: typeof m.broker): Promise<Alert[]> =>
    (
      await world
        .as(who)
        .query<{ bypassAlerts: { edges: { node: Alert }[] } }>(
          '{ bypassAlerts { totalCount edges { node { id version state brokerName sellerName buyerName registrationNumber registeredOn windowMonths raisedAt conclusion broker { id } introduction { valid } availableActions { action } } } } }',
        )
    ).bypassAlerts.edges.map(({ node }) => node);

  it('raises one alert that broker and city bureau see, and nobody else', async () => {
    const fresh = await world.organisation('新经纪机构', 'BROKER_AGENCY');
    const broker = await world.member(fresh, 'BROKER_AGENCY', 'BROKER');
    const buyer = await world.organisation('绕单企业', 'ENTERPRISE');
    await world.act(broker, 'introduceDeal', {
      brokerOrganisationId: fresh,
      resultId: await world.result(m.university),
      buyerId: buyer,
      represents: 'SELLER',
      cooperationMode: 'TRANSFER',
      message: '您好',
    });
    const contract = {
      sellerOrganisationId: m.university,
      buyerOrganisationIds: [buyer],
      registeredOn: await m.today(),
      registrationNumber: '2026140900000099',
    };
    const told = await world.contract({ ...contract, brokerNames: ['新经纪机构'] });
    expect(await alerts(broker)).toEqual([]);
    const bypass = await world.contract({ ...contract, id: randomUUID() });
    await world.contract({ ...bypass, version: 2 });
    await world.contract({ ...told, version: 1, brokerNames: [] });
    const [alert, ...more] = await alerts(broker);
    expect(more).toHaveLength(1);
    expect(alert).toMatchObject({ state: 'OPEN', introduction: { valid: true }, availableActions: [] });

    const found = async (text: string, who = broker) =>
      (
        await world.as(who).query<{
          bypassAlerts: { edges: { node: { id: string } }[] };
        }>('query ($text: String) { bypassAlerts(text: $text) { edges { node { id } } } }', { text })
      ).bypassAlerts.edges.map(({ node }) => node.id);
    expect(await found('0000099')).toContain(alert?.id);
    expect(await found('新经纪')).toContain(alert?.id);
    expect(await found('没有这家单位')).toEqual([]);
    expect(await found('新经纪', m.buyer)).toEqual([]);

    const [seen] = (await alerts(m.officer)).filter(({ id }) => id === alert?.id);
    expect(seen?.availableActions).toMatchObject([{ action: 'closeBypassAlert' }]);
    for (const other of [
      m.broker,
      m.buyer,
      anOfficer({ divisionCode: '140100' }),
      anOfficer({ divisionCode: '140981', kind: 'BUREAU_COUNTY' }),
    ])
      expect((await alerts(other)).map(({ id }) => id)).not.toContain(alert?.id);

    const close = (who: typeof m.broker, change: object = {}) =>
      world.refused(who, 'closeBypassAlert', {
        ...at(alert!),
        conclusion: '经核实双方另有合作',
        ...change,
      });
    expect(await close(broker)).toBe('FORBIDDEN');
    expect(await close(m.buyer)).toBe('NOT_FOUND');
    expect(await close(m.officer, { expectedVersion: 5 })).toBe('STALE_VERSION');
    expect(await close(m.officer, { conclusion: '' })).toBe('REQUIRED');
    expect(await close(m.officer, { id: randomUUID() })).toBe('NOT_FOUND');
    const closed = await world.act<Alert>(
      m.officer,
      'closeBypassAlert',
      { ...at(alert!), conclusion: '经核实双方另有合作' },
      'id version state conclusion',
    );
    expect(closed.state).toBe('CLOSED');
    expect(
      await world.refused(m.officer, 'closeBypassAlert', { ...at(closed), conclusion: '再次处理' }),
    ).toBe('ILLEGAL_TRANSITION');
  });

  it('is none after the window', async () => {
    const fresh = await world.organisation('早年经纪机构', 'BROKER_AGENCY');
    const broker = await world.member(fresh, 'BROKER_AGENCY', 'BROKER');
    const buyer = await world.organisation('久远企业', 'ENTERPRISE');
    await world.act(broker, 'introduceDeal', {
      brokerOrganisationId: fresh,
      resultId: await world.result(m.university),
      buyerId: buyer,
      represents: 'BOTH',
      cooperationMode: 'TRANSFER',
      message: '您好',
    });
    await world.contract({
      sellerOrganisationId: m.university,
      buyerOrganisationIds: [buyer],
      registeredOn: '2099-01-01',
    });
    expect(await alerts(broker)).toEqual([]);
  });
});
