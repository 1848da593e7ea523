import { randomUUID } from 'node:crypto';
import { Db, sql } from '@jihui/platform';
import { aMarket, at, type DealNode, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

interface Totals {
  commissionTotals: { agreed: number; due: number; settled: number };
}
interface CommissionNode {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly dueSince: string | null;
  readonly computed: { amount: number; final: boolean; formula: string } | null;
  readonly splits: { amount: number | null }[];
}
const COMMISSION =
  'id version state dueSince endReason computed { amount final formula sellerPays buyerPays } splits { name shareBasisPoints amount } agreements { name agreedAt } availableActions { action enabled reason }';

describe('佣金', () => {
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

  const agreed = async (change: object = {}): Promise<{ deal: DealNode; commission: CommissionNode }> => {
    const deal = await m.joined();
    const proposed = await world.act<CommissionNode>(
      m.broker,
      'proposeCommission',
      { dealId: deal.id, ...terms(change) },
      COMMISSION,
    );
    expect(proposed).toMatchObject({ state: 'PROPOSED', computed: null });
    return {
      deal: await current(deal),
      commission: await world.act<CommissionNode>(m.buyer, 'agreeCommission', at(proposed), COMMISSION),
    };
  };
  const read = async (who: typeof m.buyer, deal: DealNode): Promise<CommissionNode[]> =>
    (await world.deal<{ commissions: CommissionNode[] }>(who, deal.id, `commissions { ${COMMISSION} }`))
      ?.commissions ?? [];

  it('is due once the contract is concluded: 800,000 → 21,000', async () => {
    const { deal, commission } = await agreed();
    expect(commission.state).toBe('AGREED');
    const ready = await m.ready(deal);
    const [estimate] = await read(m.broker, deal);
    expect(estimate).toMatchObject({
      state: 'AGREED',
      dueSince: null,
      computed: {
        amount: 2_100_000,
        final: false,
        formula: '500,000.00 × 3% + 300,000.00 × 2% = 21,000.00 元',
      },
    });
    await m.signed(ready);
    const [due] = await read(m.broker, deal);
    expect(due).toMatchObject({
      state: 'DUE',
      computed: { amount: 2_100_000, final: true },
      splits: [{ amount: 2_100_000 }],
    });
    const before = (await world.as(m.broker).query<Totals>('{ commissionTotals { agreed due settled } }'))
      .commissionTotals;
    expect(await world.refused(m.buyer, 'settleCommission', { ...at(due!), receivedOn: '2026-01-01' })).toBe(
      'FORBIDDEN',
    );
    expect(await world.refused(m.broker, 'settleCommission', { ...at(due!), receivedOn: '2999-01-01' })).toBe(
      'DEALS.DATE_IN_FUTURE',
    );
    const settled = await world.act<CommissionNode>(
      m.broker,
      'settleCommission',
      { ...at(due!), receivedOn: await m.today() },
      COMMISSION,
    );
    expect(settled.state).toBe('SETTLED');
    const after = (await world.as(m.broker).query<Totals>('{ commissionTotals { agreed due settled } }'))
      .commissionTotals;
    expect([after.due - before.due, after.settled - before.settled]).toEqual([-2_100_000, 2_100_000]);
    const ledger = await world
      .as(m.broker)
      .query<{ commissionLedger: { edges: { node: CommissionNode & { deal: { id: string } } }[] } }>(
        `{ commissionLedger(states: [SETTLED]) { totalCount edges { node { ${COMMISSION} dealCode dealTitle base trigger minimum maximum tiers { upTo rateBasisPoints } taxIncluded sellerShareBasisPoints buyerShareBasisPoints deal { id } } } } }`,
      );
    expect(ledger.commissionLedger.edges[0]?.node).toMatchObject({ id: due?.id, deal: { id: deal.id } });
    const count = async (text: string, who = m.broker) =>
      (
        await world.as(who).query<{
          commissionLedger: { totalCount: number };
        }>('query ($text: String) { commissionLedger(text: $text) { totalCount } }', { text })
      ).commissionLedger.totalCount;
    const { code } = (await world.deal<{ code: string }>(m.broker, deal.id, 'code'))!;
    expect(await count(` ${code.toLowerCase()} `)).toBe(1);
    expect(await count('晋新')).toBeGreaterThan(0);
    expect(await count('%')).toBe(0);
    expect(await count(code, m.buyer)).toBe(0);

    await world.contract({ dealId: deal.id, state: 'REVOKED' });
    expect((await read(m.broker, deal))[0]).toMatchObject({ state: 'REVERSED' });
  });

  it('shows to payer and agency alone', async () => {
    const { deal } = await agreed();
    expect([await read(m.buyer, deal), await read(m.broker, deal)].map((list) => list.length)).toEqual([
      1, 1,
    ]);
    expect(
      [await read(m.office, deal), await read(m.officer, deal), await read(m.engineer, deal)].map(
        (list) => list.length,
      ),
    ).toEqual([0, 0, 0]);
  });

  it('is nothing when no contract is concluded (民法典 art 964)', async () => {
    const { deal } = await agreed();
    await world.act(m.office, 'abandonDeal', { ...at(deal), reason: 'PRICE', note: '价格未谈拢' });
    expect((await read(m.broker, deal))[0]).toMatchObject({
      state: 'VOID',
      endReason: expect.stringContaining('九百六十四'),
    });
  });

  it('waits for the registration, or for what the payer declares', async () => {
    const byRegistration = await agreed({ trigger: 'REGISTRATION' });
    await m.signed(await m.ready(byRegistration.deal));
    expect((await read(m.broker, byRegistration.deal))[0]).toMatchObject({
      state: 'AGREED',
      computed: { final: true },
    });
    await world.contract({ dealId: byRegistration.deal.id });
    expect((await read(m.broker, byRegistration.deal))[0]?.state).toBe('DUE');

    const byPayment = await agreed({ trigger: 'FIRST_PAYMENT' });
    const declare = { happenedOn: '2026-01-01', evidence: '银行回单' };
    expect(
      await world.refused(m.buyer, 'declareCommissionDue', { ...at(byPayment.commission), ...declare }),
    ).toBe('DEALS.NOT_CONCLUDED');
    await m.signed(await m.ready(byPayment.deal));
    const [open] = await read(m.buyer, byPayment.deal);
    expect(await world.refused(m.broker, 'declareCommissionDue', { ...at(open!), ...declare })).toBe(
      'FORBIDDEN',
    );
    expect(
      await world.act<CommissionNode>(
        m.buyer,
        'declareCommissionDue',
        { ...at(open!), ...declare },
        COMMISSION,
      ),
    ).toMatchObject({ state: 'DUE', dueSince: '2026-01-01' });
    const bySignature = await agreed();
    expect(
      await world.refused(m.buyer, 'declareCommissionDue', { ...at(bySignature.commission), ...declare }),
    ).toBe('DEALS.NOT_CONCLUDED');
  });

  it('falls due at once when it is agreed after the fact', async () => {
    const deal = await m.joined();
    await m.signed(await m.ready(await current(deal)));
    const proposed = await world.act<CommissionNode>(
      m.buyer,
      'proposeCommission',
      { dealId: deal.id, ...terms() },
      COMMISSION,
    );
    expect(await world.refused(m.buyer, 'agreeCommission', at(proposed))).toBe('DEALS.ALREADY_AGREED');
    expect(
      (await world.act<CommissionNode>(m.broker, 'agreeCommission', at(proposed), COMMISSION)).state,
    ).toBe('DUE');
    const late = await world.act<CommissionNode>(
      m.buyer,
      'proposeCommission',
      { dealId: deal.id, ...terms({ trigger: 'REGISTRATION' }) },
      COMMISSION,
    );
    await world.contract({ dealId: deal.id });
    expect((await world.act<CommissionNode>(m.broker, 'agreeCommission', at(late), COMMISSION)).state).toBe(
      'DUE',
    );
  });

  it('is replaced by a newer proposal, or declined', async () => {
    const deal = await m.joined();
    const first = await world.act<CommissionNode>(
      m.broker,
      'proposeCommission',
      { dealId: deal.id, ...terms() },
      COMMISSION,
    );
    const second = await world.act<CommissionNode>(
      m.buyer,
      'proposeCommission',
      { dealId: deal.id, ...terms({ maximum: 1_000_000 }) },
      COMMISSION,
    );
    expect((await read(m.broker, deal)).map(({ state }) => state)).toEqual(['VOID', 'PROPOSED']);
    expect(
      await world.refused(m.buyer, 'agreeCommission', { ...at(first), expectedVersion: first.version + 1 }),
    ).toBe('ILLEGAL_TRANSITION');
    const declined = await world.act<CommissionNode>(
      m.broker,
      'declineCommission',
      { ...at(second), reason: '偏低' },
      COMMISSION,
    );
    expect(declined).toMatchObject({ state: 'VOID', endReason: '偏低' });
    expect(await world.refused(m.office, 'agreeCommission', at(second))).toBe('NOT_FOUND');
    expect(
      await world.refused(m.broker, 'proposeCommission', {
        dealId: deal.id,
        ...terms({ tiers: [], minimum: 2, maximum: 1 }),
      }),
    ).toBe('DEALS.TIERS_INVALID');
    expect(await world.refused(m.office, 'proposeCommission', { dealId: deal.id, ...terms() })).toBe(
      'DEALS.NOT_CONCERNED',
    );
    expect(
      await world.refused(m.broker, 'proposeCommission', {
        dealId: deal.id,
        ...terms({ splits: [{ organisationId: m.university, shareBasisPoints: 10_000 }] }),
      }),
    ).toBe('DEALS.SPLIT_NOT_JOINED');
  });

  it('is reversed when the registration ends, which is told to brokers and sides; what was only proposed falls away', async () => {
    const { deal } = await agreed({ trigger: 'REGISTRATION' });
    await m.signed(await m.ready(deal));
    const contract = { id: randomUUID(), dealId: deal.id };
    await world.contract({ ...contract, version: 1 });
    expect((await read(m.broker, deal))[0]?.state).toBe('DUE');
    // A change that is being decided leaves the registration, and with it the fee, as they are.
    await world.contract({ ...contract, version: 2, state: 'CHANGE_PENDING', standing: true });
    expect((await read(m.broker, deal))[0]?.state).toBe('DUE');
    await world.contract({ ...contract, version: 3, state: 'REVOKED', standing: false });
    expect((await read(m.broker, deal))[0]).toMatchObject({ state: 'REVERSED' });
    const told = await world
      .get(Db)
      .query<{ payload: { message: string } }>(
        sql`select payload from deals.event where aggregate_id = ${deal.id} and action = 'endRegistration'`,
      );
    expect(told.map(({ payload }) => payload.message)).toEqual(['登记的合同已被撤销登记，佣金冲回']);
    expect((await current(deal)).state).toBe('SIGNED');
  });
});
