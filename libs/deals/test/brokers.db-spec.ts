import { createHash, randomUUID } from 'node:crypto';
import { aBroker } from '@jihui/testing';
import { aMarket, at, type DealNode, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

describe('brokers', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  const terms = (change: object = {}) => ({
    base: 'TECHNICAL',
    tiers: [{ upTo: 50_000_000, rateBasisPoints: 300 }, { rateBasisPoints: 200 }],
    sellerShareBasisPoints: 0,
    buyerShareBasisPoints: 10_000,
    trigger: 'SIGNATURE',
    taxIncluded: true,
    splits: [{ organisationId: m.agency, shareBasisPoints: 10_000 }],
    ...change,
  });
  const current = async (deal: DealNode): Promise<DealNode> => (await world.deal(m.office, deal.id)) ?? deal;
  const introduce = async (change: object = {}, fields = ''): Promise<DealNode> =>
    world.act(
      m.broker,
      'introduceDeal',
      {
        brokerOrganisationId: m.agency,
        resultId: await world.result(m.university),
        buyerId: m.enterprise,
        represents: 'NONE',
        cooperationMode: 'TRANSFER',
        message: '双方很合适',
        ...change,
      },
      fields,
    );

  describe('introducing', () => {
    it('names both sides and leaves a dated proof that anybody can check', async () => {
      const deal = await introduce(
        {},
        'origin introductions { kind canonical sha256 valid at brokerName personName sellerName buyerName }',
      );
      const {
        introductions: [proof],
        origin,
      } = deal as never as {
        origin: string;
        introductions: { canonical: string; sha256: string; valid: boolean; at: string }[];
      };
      expect([deal.state, origin]).toEqual(['LEAD', 'BROKER']);
      expect(proof?.valid).toBe(true);
      expect(
        createHash('sha256')
          .update(proof?.canonical ?? '')
          .digest('hex'),
      ).toBe(proof?.sha256);
      expect(JSON.parse(proof?.canonical ?? '')).toMatchObject({
        brokerId: m.agency,
        sellerId: m.university,
        buyerId: m.enterprise,
        at: proof?.at,
      });
      const list = await world
        .as(m.broker)
        .query<{ introductions: { edges: { node: { valid: boolean; deal: { id: string } } }[] } }>(
          '{ introductions { edges { node { valid deal { id } } } } }',
        );
      expect(list.introductions.edges[0]?.node).toEqual({ valid: true, deal: { id: deal.id } });
      const half = await world.act(m.office, 'confirmDeal', at(deal));
      expect((await world.act(m.buyer, 'confirmDeal', at(half))).state).toBe('CONFIRMED');
    });

    it('is found again by its kind, the sides and the deal, and never by a hidden buyer', async () => {
      const found = async (filter: object): Promise<string[]> =>
        (
          await world.as(m.broker).query<{
            introductions: { edges: { node: { deal: { id: string } | null } }[] };
          }>('query ($filter: IntroductionFilter) { introductions(filter: $filter, first: 100) { edges { node { deal { id } } } } }', { filter })
        ).introductions.edges.flatMap(({ node }) => node.deal?.id ?? []);
      const open = await introduce();
      const { code } = (await world.deal<{ code: string }>(m.broker, open.id, 'code'))!;
      const hidden = await world.act(m.broker, 'introduceDeal', {
        brokerOrganisationId: m.agency,
        needId: await world.need(m.enterprise, { anonymous: true }),
        sellerId: m.university,
        represents: 'NONE',
        cooperationMode: 'SERVICE',
        message: '双方很合适',
      });
      expect(await found({ kinds: ['INTRODUCED'], text: code.toLowerCase() })).toEqual([open.id]);
      expect(await found({ kinds: ['JOINED'], text: code })).toEqual([]);
      expect(await found({ text: '忻州师范' })).toEqual(expect.arrayContaining([open.id, hidden.id]));
      const byBuyer = await found({ text: '晋新' });
      expect(byBuyer).toContain(open.id);
      expect(byBuyer).not.toContain(hidden.id);
      expect(await found({ text: '_%' })).toEqual([]);
    });

    it('refuses what does not fit', async () => {
      const resultId = await world.result(m.university);
      const ask = (change: object, who = m.broker) =>
        world.refused(who, 'introduceDeal', {
          brokerOrganisationId: m.agency,
          resultId,
          buyerId: m.enterprise,
          represents: 'NONE',
          cooperationMode: 'TRANSFER',
          message: '您好',
          ...change,
        });
      expect(await ask({ buyerId: null })).toBe('DEALS.PARTY_MISSING');
      expect(await ask({ sellerId: m.enterprise })).toBe('DEALS.OWNER_MISMATCH');
      expect(await ask({ buyerId: m.agency })).toBe('DEALS.BROKER_IS_PARTY');
      expect(await ask({ resultId: null, sellerId: m.university })).toBe('DEALS.NO_LISTING');
      expect(await ask({}, m.buyer)).toBe('FORBIDDEN');
      const self = await world.member(m.enterprise, 'ENTERPRISE', 'BROKER');
      expect(await ask({ brokerOrganisationId: m.enterprise, buyerId: m.university }, self)).toBe(
        'DEALS.NOT_A_BROKER',
      );
    });

    it('may be taken back by the broker before both confirmed', async () => {
      const deal = await introduce();
      expect(
        await world.act(
          m.broker,
          'abandonDeal',
          { ...at(deal), reason: 'OTHER', note: '引荐有误' },
          'loss { by }',
        ),
      ).toMatchObject({ state: 'ABANDONED', loss: { by: null } });
      const confirmed = await world.act(
        m.buyer,
        'confirmDeal',
        at(await world.act(m.office, 'confirmDeal', at(await introduce()))),
      );
      expect(
        await world.refused(m.broker, 'abandonDeal', { ...at(confirmed), reason: 'OTHER', note: '不做了' }),
      ).toBe('FORBIDDEN');
    });
  });

  describe('joining', () => {
    it('shows an invited broker the deal and a joined one the room', async () => {
      const deal = await m.confirmed();
      expect(await world.deal(m.broker, deal.id)).toBeNull();
      const invited = await world.act(
        m.buyer,
        'inviteBroker',
        { ...at(deal), brokerOrganisationId: m.agency, message: '请协助' },
        'id version state represents message',
      );
      expect(await world.deal(m.broker, deal.id, 'myRole openingMessage')).toMatchObject({
        myRole: 'INVITED_BROKER',
      });
      const invitation = async (who: typeof m.buyer) =>
        (
          await world.deal<{ brokerages: { message: string }[] }>(who, deal.id, 'brokerages { message }')
        )?.brokerages.map(({ message }) => message);
      expect([await invitation(m.buyer), await invitation(m.broker)]).toEqual([['请协助'], ['请协助']]);
      expect([await invitation(m.office), await invitation(m.officer)]).toEqual([[''], ['']]);
      const messages = () =>
        world
          .as(m.broker)
          .query('query ($id: ID!) { dealMessages(dealId: $id) { totalCount } }', { id: deal.id });
      await messages().expectCode('NOT_FOUND');
      const joined = await world.act<{ state: string; personName: string }>(
        m.broker,
        'acceptBrokerage',
        at(invited),
        'id version state personName represents',
      );
      expect(joined).toMatchObject({ state: 'JOINED', represents: 'BUYER' });
      expect(await messages()).toEqual({ dealMessages: { totalCount: 0 } });
      expect(await world.deal(m.broker, deal.id, 'introductions { kind }')).toMatchObject({
        introductions: [{ kind: 'JOINED' }],
      });
      expect(await world.refused(m.broker, 'acceptBrokerage', at(joined))).toBe('ILLEGAL_TRANSITION');
      const ended = await world.act(
        m.buyer,
        'endBrokerage',
        { ...at(joined), reason: '服务期满' },
        'id version state endReason',
      );
      expect(ended).toMatchObject({ state: 'ENDED', endReason: '服务期满' });
      expect(await world.deal(m.broker, deal.id)).toBeNull();
    });

    it('refuses what does not fit', async () => {
      const deal = await m.confirmed();
      const invite = (change: object, who = m.buyer) =>
        world.refused(who, 'inviteBroker', { ...at(deal), brokerOrganisationId: m.agency, ...change });
      expect(await invite({ brokerOrganisationId: m.university })).toBe('DEALS.BROKER_IS_PARTY');
      const other = await world.organisation('另一企业', 'ENTERPRISE');
      expect(await invite({ brokerOrganisationId: other })).toBe('DEALS.NOT_A_BROKER');
      expect(await invite({ brokerOrganisationId: randomUUID() })).toBe('DEALS.NOT_YET_KNOWN');
      expect(await invite({ brokerPersonId: m.office.personId })).toBe('DEALS.PERSON_NOT_MEMBER');
      expect(await invite({}, m.inventor)).toBe('FORBIDDEN');
      const invited = await world.act(
        m.buyer,
        'inviteBroker',
        { ...at(deal), brokerOrganisationId: m.agency, brokerPersonId: m.broker.personId },
        'id version',
      );
      expect(
        await world.refused(m.office, 'inviteBroker', {
          ...at(await current(deal)),
          brokerOrganisationId: m.agency,
        }),
      ).toBe('DEALS.BROKER_ALREADY_THERE');
      expect(await world.refused(aBroker(), 'acceptBrokerage', at(invited))).toBe('NOT_FOUND');
      expect(await world.refused(m.buyer, 'acceptBrokerage', at(invited))).toBe('FORBIDDEN');
      expect(await world.refused(m.broker, 'acceptBrokerage', { ...at(invited), expectedVersion: 7 })).toBe(
        'STALE_VERSION',
      );
      await world.act(m.broker, 'declineBrokerage', { ...at(invited), reason: '没有档期' }, 'id');
      expect(await world.deal(m.broker, deal.id)).toBeNull();
      const again = await world.act(
        m.buyer,
        'inviteBroker',
        { ...at(await current(deal)), brokerOrganisationId: m.agency },
        'id version',
      );
      await world.act(m.buyer, 'abandonDeal', {
        ...at(await current(deal)),
        reason: 'OTHER',
        note: '不再需要',
      });
      expect(await world.refused(m.broker, 'acceptBrokerage', at(again))).toBe('DEALS.DEAL_OVER');
    });

    it('acts for both sides only when both consented to it', async () => {
      const deal = await m.joined();
      const both = terms({ sellerShareBasisPoints: 5_000, buyerShareBasisPoints: 5_000 });
      expect(await world.refused(m.broker, 'proposeCommission', { dealId: deal.id, ...both })).toBe(
        'DEALS.DUAL_CONSENT_MISSING',
      );
      expect(await world.refused(m.office, 'consentDualAgency', at(deal.brokerage))).toBe(
        'DEALS.DUAL_NOT_DISCLOSED',
      );
      const disclosed = await world.act(
        m.broker,
        'discloseDualAgency',
        at(deal.brokerage),
        'id version dualDisclosedAt',
      );
      expect(await world.refused(m.broker, 'discloseDualAgency', at(disclosed))).toBe(
        'DEALS.DUAL_ALREADY_DISCLOSED',
      );
      const one = await world.act<{ represents: string }>(
        m.office,
        'consentDualAgency',
        at(disclosed),
        'id version represents',
      );
      expect(one.represents).toBe('BUYER');
      expect(await world.refused(m.office, 'consentDualAgency', at(one))).toBe(
        'DEALS.DUAL_ALREADY_CONSENTED',
      );
      const two = await world.act<{ represents: string }>(
        m.buyer,
        'consentDualAgency',
        at(one),
        'id version represents',
      );
      expect(two.represents).toBe('BOTH');
      const proposed = await world.act<{ state: string }>(
        m.broker,
        'proposeCommission',
        { dealId: deal.id, ...both },
        'state',
      );
      expect(proposed.state).toBe('PROPOSED');
    });
  });
});
