import { createHash, randomUUID } from 'node:crypto';
import { aBroker, anOfficer } from '@jihui/testing';
import { aMarket, at, aWorld, type DealNode, type Market, type World } from './deals.world.js';

interface Totals { commissionTotals: { agreed: number; due: number; settled: number } }
interface CommissionNode {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly dueSince: string | null;
  readonly computed: { amount: number; final: boolean; formula: string } | null;
  readonly splits: { amount: number | null }[];
}
const COMMISSION = 'id version state dueSince endReason computed { amount final formula sellerPays buyerPays } splits { name shareBasisPoints amount } agreements { name agreedAt } availableActions { action enabled reason }';

describe('brokers', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  const terms = (change: object = {}) => ({
    base: 'TECHNICAL', tiers: [{ upTo: 50_000_000, rateBasisPoints: 300 }, { rateBasisPoints: 200 }],
    sellerShareBasisPoints: 0, buyerShareBasisPoints: 10_000, trigger: 'SIGNATURE', taxIncluded: true,
    splits: [{ organisationId: m.agency, shareBasisPoints: 10_000 }], ...change,
  });
  const current = async (deal: DealNode): Promise<DealNode> => (await world.deal(m.office, deal.id)) ?? deal;
  const introduce = async (change: object = {}, fields = ''): Promise<DealNode> =>
    world.act(m.broker, 'introduceDeal', {
      brokerOrganisationId: m.agency, resultId: await world.result(m.university), buyerId: m.enterprise, represents: 'NONE',
      cooperationMode: 'TRANSFER', message: '双方很合适', ...change }, fields);

  describe('introducing', () => {
    it('names both sides and leaves a dated proof that anybody can check', async () => {
      const deal = await introduce({}, 'origin introductions { kind canonical sha256 valid at brokerName personName sellerName buyerName }');
      const { introductions: [proof], origin } = deal as never as { origin: string; introductions: { canonical: string; sha256: string; valid: boolean; at: string }[] };
      expect([deal.state, origin]).toEqual(['LEAD', 'BROKER']);
      expect(proof?.valid).toBe(true);
      expect(createHash('sha256').update(proof?.canonical ?? '').digest('hex')).toBe(proof?.sha256);
      expect(JSON.parse(proof?.canonical ?? '')).toMatchObject({ brokerId: m.agency, sellerId: m.university, buyerId: m.enterprise, at: proof?.at });
      const list = await world.as(m.broker).query<{ introductions: { edges: { node: { valid: boolean; deal: { id: string } } }[] } }>('{ introductions { edges { node { valid deal { id } } } } }');
      expect(list.introductions.edges[0]?.node).toEqual({ valid: true, deal: { id: deal.id } });
      const half = await world.act(m.office, 'confirmDeal', at(deal));
      expect((await world.act(m.buyer, 'confirmDeal', at(half))).state).toBe('CONFIRMED');
    });

    it('refuses what does not fit', async () => {
      const resultId = await world.result(m.university);
      const ask = (change: object, who = m.broker) => world.refused(who, 'introduceDeal', {
        brokerOrganisationId: m.agency, resultId, buyerId: m.enterprise, represents: 'NONE', cooperationMode: 'TRANSFER', message: '您好', ...change });
      expect(await ask({ buyerId: null })).toBe('DEALS.PARTY_MISSING');
      expect(await ask({ sellerId: m.enterprise })).toBe('DEALS.OWNER_MISMATCH');
      expect(await ask({ buyerId: m.agency })).toBe('DEALS.BROKER_IS_PARTY');
      expect(await ask({ resultId: null, sellerId: m.university })).toBe('DEALS.NO_LISTING');
      expect(await ask({}, m.buyer)).toBe('FORBIDDEN');
      const self = await world.member(m.enterprise, 'ENTERPRISE', 'BROKER');
      expect(await ask({ brokerOrganisationId: m.enterprise, buyerId: m.university }, self)).toBe('DEALS.NOT_A_BROKER');
    });

    it('may be taken back by the broker before both confirmed', async () => {
      const deal = await introduce();
      expect((await world.act(m.broker, 'abandonDeal', { ...at(deal), reason: 'OTHER', note: '引荐有误' }, 'loss { by }'))).toMatchObject({ state: 'ABANDONED', loss: { by: null } });
      const confirmed = await world.act(m.buyer, 'confirmDeal', at(await world.act(m.office, 'confirmDeal', at(await introduce()))));
      expect(await world.refused(m.broker, 'abandonDeal', { ...at(confirmed), reason: 'OTHER', note: '不做了' })).toBe('FORBIDDEN');
    });
  });

  describe('joining', () => {
    it('shows an invited broker the deal and a joined one the room', async () => {
      const deal = await m.confirmed();
      expect(await world.deal(m.broker, deal.id)).toBeNull();
      const invited = await world.act(m.buyer, 'inviteBroker', { ...at(deal), brokerOrganisationId: m.agency, message: '请协助' }, 'id version state represents message');
      expect(await world.deal(m.broker, deal.id, 'myRole openingMessage')).toMatchObject({ myRole: 'INVITED_BROKER' });
      const messages = () => world.as(m.broker).query('query ($id: ID!) { dealMessages(dealId: $id) { totalCount } }', { id: deal.id });
      await messages().expectCode('NOT_FOUND');
      const joined = await world.act<{ state: string; personName: string }>(m.broker, 'acceptBrokerage', at(invited), 'id version state personName represents');
      expect(joined).toMatchObject({ state: 'JOINED', represents: 'BUYER' });
      expect(await messages()).toEqual({ dealMessages: { totalCount: 0 } });
      expect(await world.deal(m.broker, deal.id, 'introductions { kind }')).toMatchObject({ introductions: [{ kind: 'JOINED' }] });
      expect(await world.refused(m.broker, 'acceptBrokerage', at(joined))).toBe('ILLEGAL_TRANSITION');
      const ended = await world.act(m.buyer, 'endBrokerage', { ...at(joined), reason: '服务期满' }, 'id version state endReason');
      expect(ended).toMatchObject({ state: 'ENDED', endReason: '服务期满' });
      expect(await world.deal(m.broker, deal.id)).toBeNull();
    });

    it('refuses what does not fit', async () => {
      const deal = await m.confirmed();
      const invite = (change: object, who = m.buyer) => world.refused(who, 'inviteBroker', { ...at(deal), brokerOrganisationId: m.agency, ...change });
      expect(await invite({ brokerOrganisationId: m.university })).toBe('DEALS.BROKER_IS_PARTY');
      const other = await world.organisation('另一企业', 'ENTERPRISE');
      expect(await invite({ brokerOrganisationId: other })).toBe('DEALS.NOT_A_BROKER');
      expect(await invite({ brokerOrganisationId: randomUUID() })).toBe('DEALS.NOT_YET_KNOWN');
      expect(await invite({ brokerPersonId: m.office.personId })).toBe('DEALS.PERSON_NOT_MEMBER');
      expect(await invite({}, m.inventor)).toBe('FORBIDDEN');
      const invited = await world.act(m.buyer, 'inviteBroker', { ...at(deal), brokerOrganisationId: m.agency, brokerPersonId: m.broker.personId }, 'id version');
      expect(await world.refused(m.office, 'inviteBroker', { ...at(await current(deal)), brokerOrganisationId: m.agency })).toBe('DEALS.BROKER_ALREADY_THERE');
      expect(await world.refused(aBroker(), 'acceptBrokerage', at(invited))).toBe('NOT_FOUND');
      expect(await world.refused(m.buyer, 'acceptBrokerage', at(invited))).toBe('FORBIDDEN');
      expect(await world.refused(m.broker, 'acceptBrokerage', { ...at(invited), expectedVersion: 7 })).toBe('STALE_VERSION');
      await world.act(m.broker, 'declineBrokerage', { ...at(invited), reason: '没有档期' }, 'id');
      expect(await world.deal(m.broker, deal.id)).toBeNull();
      const again = await world.act(m.buyer, 'inviteBroker', { ...at(await current(deal)), brokerOrganisationId: m.agency }, 'id version');
      await world.act(m.buyer, 'abandonDeal', { ...at(await current(deal)), reason: 'OTHER', note: '不再需要' });
      expect(await world.refused(m.broker, 'acceptBrokerage', at(again))).toBe('DEALS.DEAL_OVER');
    });

    it('acts for both sides only when both consented to it', async () => {
      const deal = await m.joined();
      const both = terms({ sellerShareBasisPoints: 5_000, buyerShareBasisPoints: 5_000 });
      expect(await world.refused(m.broker, 'proposeCommission', { dealId: deal.id, ...both })).toBe('DEALS.DUAL_CONSENT_MISSING');
      expect(await world.refused(m.office, 'consentDualAgency', at(deal.brokerage))).toBe('DEALS.DUAL_NOT_DISCLOSED');
      const disclosed = await world.act(m.broker, 'discloseDualAgency', at(deal.brokerage), 'id version dualDisclosedAt');
      expect(await world.refused(m.broker, 'discloseDualAgency', at(disclosed))).toBe('DEALS.DUAL_ALREADY_DISCLOSED');
      const one = await world.act<{ represents: string }>(m.office, 'consentDualAgency', at(disclosed), 'id version represents');
      expect(one.represents).toBe('BUYER');
      expect(await world.refused(m.office, 'consentDualAgency', at(one))).toBe('DEALS.DUAL_ALREADY_CONSENTED');
      const two = await world.act<{ represents: string }>(m.buyer, 'consentDualAgency', at(one), 'id version represents');
      expect(two.represents).toBe('BOTH');
      expect((await world.act<CommissionNode>(m.broker, 'proposeCommission', { dealId: deal.id, ...both }, COMMISSION)).state).toBe('PROPOSED');
    });
  });

  describe('commission', () => {
    const agreed = async (change: object = {}): Promise<{ deal: DealNode; commission: CommissionNode }> => {
      const deal = await m.joined();
      const proposed = await world.act<CommissionNode>(m.broker, 'proposeCommission', { dealId: deal.id, ...terms(change) }, COMMISSION);
      expect(proposed).toMatchObject({ state: 'PROPOSED', computed: null });
      return { deal: await current(deal), commission: await world.act<CommissionNode>(m.buyer, 'agreeCommission', at(proposed), COMMISSION) };
    };
    const read = async (who: typeof m.buyer, deal: DealNode): Promise<CommissionNode[]> =>
      (await world.deal<{ commissions: CommissionNode[] }>(who, deal.id, `commissions { ${COMMISSION} }`))?.commissions ?? [];

    it('is due once the contract is concluded: 800,000 → 21,000', async () => {
      const { deal, commission } = await agreed();
      expect(commission.state).toBe('AGREED');
      const ready = await m.ready(deal);
      const [estimate] = await read(m.broker, deal);
      expect(estimate).toMatchObject({ state: 'AGREED', dueSince: null, computed: { amount: 2_100_000, final: false, formula: '500,000.00 × 3% + 300,000.00 × 2% = 21,000.00 元' } });
      await m.signed(ready);
      const [due] = await read(m.broker, deal);
      expect(due).toMatchObject({ state: 'DUE', computed: { amount: 2_100_000, final: true }, splits: [{ amount: 2_100_000 }] });
      const before = (await world.as(m.broker).query<Totals>('{ commissionTotals { agreed due settled } }')).commissionTotals;
      expect(await world.refused(m.buyer, 'settleCommission', { ...at(due!), receivedOn: '2026-01-01' })).toBe('FORBIDDEN');
      expect(await world.refused(m.broker, 'settleCommission', { ...at(due!), receivedOn: '2999-01-01' })).toBe('DEALS.DATE_IN_FUTURE');
      const settled = await world.act<CommissionNode>(m.broker, 'settleCommission', { ...at(due!), receivedOn: await m.today() }, COMMISSION);
      expect(settled.state).toBe('SETTLED');
      const after = (await world.as(m.broker).query<Totals>('{ commissionTotals { agreed due settled } }')).commissionTotals;
      expect([after.due - before.due, after.settled - before.settled]).toEqual([-2_100_000, 2_100_000]);
      const ledger = await world.as(m.broker).query<{ commissionLedger: { edges: { node: CommissionNode & { deal: { id: string } } }[] } }>(
        `{ commissionLedger(states: [SETTLED]) { totalCount edges { node { ${COMMISSION} dealCode dealTitle base trigger minimum maximum tiers { upTo rateBasisPoints } taxIncluded sellerShareBasisPoints buyerShareBasisPoints deal { id } } } } }`);
      expect(ledger.commissionLedger.edges[0]?.node).toMatchObject({ id: due?.id, deal: { id: deal.id } });

      await world.contract({ dealId: deal.id, state: 'REVOKED' });
      expect((await read(m.broker, deal))[0]).toMatchObject({ state: 'REVERSED' });
    });

    it('shows to payer and agency alone', async () => {
      const { deal } = await agreed();
      expect([await read(m.buyer, deal), await read(m.broker, deal)].map((list) => list.length)).toEqual([1, 1]);
      expect([await read(m.office, deal), await read(m.officer, deal), await read(m.engineer, deal)].map((list) => list.length)).toEqual([0, 0, 0]);
    });

    it('is nothing when no contract is concluded (民法典 art 964)', async () => {
      const { deal } = await agreed();
      await world.act(m.office, 'abandonDeal', { ...at(deal), reason: 'PRICE', note: '价格未谈拢' });
      expect((await read(m.broker, deal))[0]).toMatchObject({ state: 'VOID', endReason: expect.stringContaining('九百六十四') });
    });

    it('waits for the registration, or for what the payer declares', async () => {
      const byRegistration = await agreed({ trigger: 'REGISTRATION' });
      await m.signed(await m.ready(byRegistration.deal));
      expect((await read(m.broker, byRegistration.deal))[0]).toMatchObject({ state: 'AGREED', computed: { final: true } });
      await world.contract({ dealId: byRegistration.deal.id });
      expect((await read(m.broker, byRegistration.deal))[0]?.state).toBe('DUE');

      const byPayment = await agreed({ trigger: 'FIRST_PAYMENT' });
      const declare = { happenedOn: '2026-01-01', evidence: '银行回单' };
      expect(await world.refused(m.buyer, 'declareCommissionDue', { ...at(byPayment.commission), ...declare })).toBe('DEALS.NOT_CONCLUDED');
      await m.signed(await m.ready(byPayment.deal));
      const [open] = await read(m.buyer, byPayment.deal);
      expect(await world.refused(m.broker, 'declareCommissionDue', { ...at(open!), ...declare })).toBe('FORBIDDEN');
      expect((await world.act<CommissionNode>(m.buyer, 'declareCommissionDue', { ...at(open!), ...declare }, COMMISSION))).toMatchObject({ state: 'DUE', dueSince: '2026-01-01' });
      const bySignature = await agreed();
      expect(await world.refused(m.buyer, 'declareCommissionDue', { ...at(bySignature.commission), ...declare })).toBe('DEALS.NOT_CONCLUDED');
    });

    it('falls due at once when it is agreed after the fact', async () => {
      const deal = await m.joined();
      await m.signed(await m.ready(await current(deal)));
      const proposed = await world.act<CommissionNode>(m.buyer, 'proposeCommission', { dealId: deal.id, ...terms() }, COMMISSION);
      expect(await world.refused(m.buyer, 'agreeCommission', at(proposed))).toBe('DEALS.ALREADY_AGREED');
      expect((await world.act<CommissionNode>(m.broker, 'agreeCommission', at(proposed), COMMISSION)).state).toBe('DUE');
      const late = await world.act<CommissionNode>(m.buyer, 'proposeCommission', { dealId: deal.id, ...terms({ trigger: 'REGISTRATION' }) }, COMMISSION);
      await world.contract({ dealId: deal.id });
      expect((await world.act<CommissionNode>(m.broker, 'agreeCommission', at(late), COMMISSION)).state).toBe('DUE');
    });

    it('is replaced by a newer proposal, or declined', async () => {
      const deal = await m.joined();
      const first = await world.act<CommissionNode>(m.broker, 'proposeCommission', { dealId: deal.id, ...terms() }, COMMISSION);
      const second = await world.act<CommissionNode>(m.buyer, 'proposeCommission', { dealId: deal.id, ...terms({ maximum: 1_000_000 }) }, COMMISSION);
      expect((await read(m.broker, deal)).map(({ state }) => state)).toEqual(['VOID', 'PROPOSED']);
      expect(await world.refused(m.buyer, 'agreeCommission', { ...at(first), expectedVersion: first.version + 1 })).toBe('ILLEGAL_TRANSITION');
      const declined = await world.act<CommissionNode>(m.broker, 'declineCommission', { ...at(second), reason: '偏低' }, COMMISSION);
      expect(declined).toMatchObject({ state: 'VOID', endReason: '偏低' });
      expect(await world.refused(m.office, 'agreeCommission', at(second))).toBe('NOT_FOUND');
      expect(await world.refused(m.broker, 'proposeCommission', { dealId: deal.id, ...terms({ tiers: [], minimum: 2, maximum: 1 }) })).toBe('DEALS.TIERS_INVALID');
      expect(await world.refused(m.office, 'proposeCommission', { dealId: deal.id, ...terms() })).toBe('DEALS.NOT_CONCERNED');
      expect(await world.refused(m.broker, 'proposeCommission', { dealId: deal.id, ...terms({ splits: [{ organisationId: m.university, shareBasisPoints: 10_000 }] }) })).toBe('DEALS.SPLIT_NOT_JOINED');
    });
  });

  describe('a contract that goes round the broker', () => {
    interface Alert { id: string; version: number; state: string; registrationNumber: string; introduction: { valid: boolean }; availableActions: { action: string }[] }
    const alerts = async (who: typeof m.broker): Promise<Alert[]> =>
      (await world.as(who).query<{ bypassAlerts: { edges: { node: Alert }[] } }>(
        '{ bypassAlerts { totalCount edges { node { id version state brokerName sellerName buyerName registrationNumber registeredOn windowMonths raisedAt conclusion broker { id } introduction { valid } availableActions { action } } } } }',
      )).bypassAlerts.edges.map(({ node }) => node);

    it('raises one alert that broker and city bureau see, and nobody else', async () => {
      const fresh = await world.organisation('新经纪机构', 'BROKER_AGENCY');
      const broker = await world.member(fresh, 'BROKER_AGENCY', 'BROKER');
      const buyer = await world.organisation('绕单企业', 'ENTERPRISE');
      await world.act(broker, 'introduceDeal', {
        brokerOrganisationId: fresh, resultId: await world.result(m.university), buyerId: buyer, represents: 'SELLER', cooperationMode: 'TRANSFER', message: '您好' });
      const contract = { sellerOrganisationId: m.university, buyerOrganisationIds: [buyer], registeredOn: await m.today(), registrationNumber: '2026140900000099' };
      const told = await world.contract({ ...contract, brokerNames: ['新经纪机构'] });
      expect(await alerts(broker)).toEqual([]);
      const bypass = await world.contract({ ...contract, id: randomUUID() });
      await world.contract({ ...bypass, version: 2 });
      await world.contract({ ...told, version: 1, brokerNames: [] });
      const [alert, ...more] = await alerts(broker);
      expect(more).toHaveLength(1);
      expect(alert).toMatchObject({ state: 'OPEN', introduction: { valid: true }, availableActions: [] });

      const [seen] = (await alerts(m.officer)).filter(({ id }) => id === alert?.id);
      expect(seen?.availableActions).toMatchObject([{ action: 'closeBypassAlert' }]);
      for (const other of [m.broker, m.buyer, anOfficer({ divisionCode: '140100' }), anOfficer({ divisionCode: '140981', kind: 'BUREAU_COUNTY' })])
        expect((await alerts(other)).map(({ id }) => id)).not.toContain(alert?.id);

      const close = (who: typeof m.broker, change: object = {}) => world.refused(who, 'closeBypassAlert', { ...at(alert!), conclusion: '经核实双方另有合作', ...change });
      expect(await close(broker)).toBe('FORBIDDEN');
      expect(await close(m.buyer)).toBe('NOT_FOUND');
      expect(await close(m.officer, { expectedVersion: 5 })).toBe('STALE_VERSION');
      expect(await close(m.officer, { conclusion: '' })).toBe('REQUIRED');
      expect(await close(m.officer, { id: randomUUID() })).toBe('NOT_FOUND');
      const closed = await world.act<Alert>(m.officer, 'closeBypassAlert', { ...at(alert!), conclusion: '经核实双方另有合作' }, 'id version state conclusion');
      expect(closed.state).toBe('CLOSED');
      expect(await world.refused(m.officer, 'closeBypassAlert', { ...at(closed), conclusion: '再次处理' })).toBe('ILLEGAL_TRANSITION');
    });

    it('is none after the window', async () => {
      const fresh = await world.organisation('早年经纪机构', 'BROKER_AGENCY');
      const broker = await world.member(fresh, 'BROKER_AGENCY', 'BROKER');
      const buyer = await world.organisation('久远企业', 'ENTERPRISE');
      await world.act(broker, 'introduceDeal', {
        brokerOrganisationId: fresh, resultId: await world.result(m.university), buyerId: buyer, represents: 'BOTH', cooperationMode: 'TRANSFER', message: '您好' });
      await world.contract({ sellerOrganisationId: m.university, buyerOrganisationIds: [buyer], registeredOn: '2099-01-01' });
      expect(await alerts(broker)).toEqual([]);
    });
  });
});
