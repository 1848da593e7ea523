import type { PersonActor } from '@jihui/kernel';
import { anOfficer } from '@jihui/testing';
import { aMarket, at, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

describe('an anonymous need', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  const FIELDS =
    'buyer { name hidden organisation { id } people { name } } timeline { actor { id } } introductions { buyerName canonical }';
  interface Seen {
    buyer: { name: string; hidden: boolean; organisation: { id: string } | null };
  }

  it('keeps its owner hidden from the seller until it confirms', async () => {
    const needId = await world.need(m.enterprise, { anonymous: true, createdBy: m.engineer.personId });
    const deal = await world.act<Seen>(
      m.office,
      'openDeal',
      { organisationId: m.university, needId, cooperationMode: 'SERVICE', message: '我们能做' },
      FIELDS,
    );
    expect(deal.buyer).toEqual({ name: '匿名需求方', hidden: true, organisation: null, people: [] });
    expect((await world.deal<Seen>(m.officer, deal.id, FIELDS))?.buyer).toMatchObject({
      hidden: false,
      name: '山西晋新材料有限公司',
    });
    const find = async (text: string) =>
      (
        await world
          .as(m.office)
          .query<{ deals: { totalCount: number } }>(
            'query ($filter: DealFilter) { deals(filter: $filter) { totalCount } }',
            { filter: { text, needId } },
          )
      ).deals.totalCount;
    expect(await find('晋新')).toBe(0);
    expect(await find('散热')).toBe(1);
    expect(await world.refused(m.buyer, 'postMessage', { dealId: deal.id, body: '我们是…' })).toBe(
      'DEALS.HIDDEN_PARTY',
    );
    expect(
      await world.refused(m.engineer, 'recordContact', {
        dealId: deal.id,
        heldOn: '2026-01-01',
        mode: 'PHONE',
        participants: '甲',
        summary: '乙',
      }),
    ).toBe('DEALS.HIDDEN_PARTY');
    await world.act(m.buyer, 'confirmDeal', at(deal));
    expect((await world.deal<Seen>(m.office, deal.id, FIELDS))?.buyer).toMatchObject({
      hidden: false,
      name: '山西晋新材料有限公司',
    });
    expect(await find('晋新')).toBe(1);
  });

  it('stays hidden from the broker who introduces it, in the proof as well', async () => {
    const needId = await world.need(m.enterprise, { anonymous: true });
    const deal = await world.act<Seen & { introductions: { buyerName: string; canonical: string }[] }>(
      m.broker,
      'introduceDeal',
      {
        brokerOrganisationId: m.agency,
        needId,
        sellerId: m.university,
        represents: 'NONE',
        cooperationMode: 'SERVICE',
        message: '双方很合适',
      },
      FIELDS,
    );
    expect(deal.buyer.hidden).toBe(true);
    expect(deal.introductions).toHaveLength(1);
    expect(deal.introductions[0]).toMatchObject({ buyerName: '匿名需求方' });
    expect(JSON.stringify(deal)).not.toContain(m.enterprise);
  });

  it('is not found out by introducing one seller after another', async () => {
    const needId = await world.need(m.enterprise, { anonymous: true, createdBy: m.engineer.personId });
    const introduce = (sellerId: string) =>
      world.act<Seen & { seller: { name: string } }>(
        m.broker,
        'introduceDeal',
        {
          brokerOrganisationId: m.agency,
          needId,
          sellerId,
          represents: 'NONE',
          cooperationMode: 'SERVICE',
          message: '双方很合适',
        },
        `seller { name people { name } } availableActions { action enabled } ${FIELDS}`,
      );
    const nameless = (deal: Seen & { seller: { name: string } }) => ({
      ...deal,
      id: '',
      seller: { ...deal.seller, name: '' },
      introductions: [],
      timeline: [],
    });
    const [other, own] = [await introduce(m.university), await introduce(m.enterprise)];
    expect(nameless(own)).toEqual(nameless(other));
    expect(await world.refused(m.buyer, 'confirmDeal', at(own))).toBe('DEALS.SAME_PARTY');
    await world.act(m.buyer, 'abandonDeal', { ...at(own), reason: 'OTHER', note: '双方都是我单位' });
    const seen = await world.deal<Seen>(m.broker, own.id, FIELDS);
    expect(seen).toMatchObject({ state: 'ABANDONED', buyer: { hidden: true } });
  });

  it('is not given away by its owner’s suspension', async () => {
    const suspended = await world.organisation('匿名的停用企业', 'ENTERPRISE', { status: 'SUSPENDED' });
    const needId = await world.need(suspended, { anonymous: true });
    const { errors } = await world
      .as(m.office)
      .mutate('mutation ($input: OpenDealInput!) { openDeal(input: $input) { deal { id } } }', {
        input: { organisationId: m.university, needId, cooperationMode: 'SERVICE', message: '我们能做' },
      })
      .answer();
    expect(errors?.[0]?.extensions.code).toBe('DEALS.NOT_YET_KNOWN');
    expect(JSON.stringify(errors)).not.toContain('匿名的停用企业');
  });

  it('is known to the bureau of its own county, not to the seller’s', async () => {
    const county = (divisionCode: string) => anOfficer({ divisionCode, kind: 'BUREAU_COUNTY' });
    const owner = await world.organisation('五台某厂', 'ENTERPRISE', { divisionCode: '140922' });
    const needId = await world.need(owner, { anonymous: true, divisionCode: '140922' });
    const deal = await world.act<Seen>(m.office, 'openDeal', {
      organisationId: m.university,
      needId,
      cooperationMode: 'SERVICE',
      message: '我们能做',
    });
    const buyer = async (who: PersonActor) => (await world.deal<Seen>(who, deal.id, FIELDS))?.buyer;
    expect(await buyer(county('140922'))).toMatchObject({ hidden: false, name: '五台某厂' });
    expect(await buyer(county('140981'))).toMatchObject({ hidden: true, organisation: null });
  });
});
