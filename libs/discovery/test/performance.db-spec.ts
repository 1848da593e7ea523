import { randomUUID } from 'node:crypto';
import { anonymous, type Actor } from '@jihui/kernel';
import { anOfficer, aTransferOfficer, organisationOf } from '@jihui/testing';
import { anAgency, tellCommission, tellContract, tellDeal, type Agency } from './broker.world.js';
import { aWorld, projectOrganisation, type World } from './discovery.world.js';

interface Counted {
  readonly introductions: number;
  readonly deals: number;
  readonly signed: number;
  readonly contracts: number;
  readonly contractAmount: number | null;
  readonly technicalAmount: number | null;
  readonly commission: number | null;
}

describe('what a broker achieved', () => {
  let world: World;
  let agency: Agency;
  beforeAll(async () => {
    world = await aWorld();
    agency = await anAgency(world, '汇桥经纪');
  }, 120_000);
  afterAll(() => world?.app.close());

  const counted = async (who: Actor, { broker }: Agency): Promise<Counted> =>
    (
      await world.app.as(who).query<{ broker: { performance: Counted } }>(
        `query ($id: ID!) { broker(id: $id) { performance {
          introductions deals signed contracts contractAmount technicalAmount commission } } }`,
        { id: broker.id },
      )
    ).broker.performance;
  const cases = async (who: Actor, { broker }: Agency, figure: string) => {
    const { brokerCases } = await world.app.as(who).query<{
      brokerCases: { totalCount: number; edges: { node: { number: string; amount: number | null } }[] };
    }>(
      `query ($id: ID!, $figure: PerformanceFigure!) { brokerCases(brokerId: $id, figure: $figure) {
        totalCount edges { node { id title number on amount } } } }`,
      { id: broker.id, figure },
    );
    expect(brokerCases.totalCount).toBe(brokerCases.edges.length);
    return brokerCases.edges.map(({ node }) => node);
  };
  const sides = () => ({ sellerId: world.university, buyerId: organisationOf(world.enterprise) });

  it('is counted from deals, contracts and commissions, and follows what becomes of them', async () => {
    expect(await counted(anonymous, agency)).toEqual({
      ...{ introductions: 0, deals: 0, signed: 0, contracts: 0, contractAmount: 0, technicalAmount: 0 },
      commission: null,
    });
    const open = await tellDeal(world, agency, { ...sides(), state: 'NEGOTIATING', signature: null });
    const signed = await tellDeal(world, agency, sides());
    const contract = await tellContract(world, { dealId: signed, sellerOrganisationId: world.university });
    const commission = randomUUID();
    const parts = [{ organisationId: agency.id, amount: 2_100_000 }];
    await tellCommission(world, { dealId: signed, state: 'AGREED', parts }, commission);
    expect(await counted(agency.head, agency)).toMatchObject({
      ...{ introductions: 2, deals: 2, signed: 1, contracts: 1, commission: 0 },
      ...{ contractAmount: 100_000_000, technicalAmount: 80_000_000 },
    });
    await tellCommission(world, { dealId: signed, state: 'DUE', parts }, commission, 2);
    await tellCommission(world, { dealId: signed, state: 'AGREED', parts }, commission, 1);
    expect((await counted(agency.head, agency)).commission).toBe(2_100_000);
    // The agency left a deal: what it introduced stays proven, what came of it is no longer its own.
    await tellDeal(world, agency, { ...sides(), id: open, brokers: [], introductions: [] }, 2);
    await tellContract(
      world,
      { id: contract, dealId: signed, sellerOrganisationId: world.university, standing: false },
      2,
    );
    expect(await counted(agency.head, agency)).toMatchObject({
      ...{ introductions: 2, deals: 1, signed: 1, contracts: 0, contractAmount: 0 },
    });
  });

  it('tells outsiders no amount that would be one contract’s, and nobody else the commission', async () => {
    const other = await anAgency(world, '融通经纪');
    const elsewhere = anOfficer({ divisionCode: '140981' });
    for (const count of [1, 2, 3]) {
      const deal = await tellDeal(world, other, sides());
      await tellContract(world, {
        ...{ dealId: deal, sellerOrganisationId: world.university },
        registrationNumber: `202614090000001${count}`,
      });
      const parts = [{ organisationId: other.id, amount: 1_000_000 }];
      await tellCommission(world, { dealId: deal, state: 'SETTLED', parts });
      const sum = count * 100_000_000;
      const shown = count < 3 ? null : sum;
      for (const reader of [anonymous, world.enterprise, agency.head, elsewhere])
        expect((await counted(reader, other)).contractAmount).toBe(shown);
      for (const reader of [other.head, world.officer])
        expect((await counted(reader, other)).contractAmount).toBe(sum);
    }
    expect((await counted(other.head, other)).commission).toBe(3_000_000);
    for (const reader of [anonymous, world.enterprise, world.officer])
      expect((await counted(reader, other)).commission).toBeNull();
    expect((await counted(agency.head, other)).commission).toBe(0);
  });

  it('opens each figure’s cases for those who may read of them', async () => {
    const third = await anAgency(world, '信达经纪');
    const deal = await tellDeal(world, third, sides());
    await tellContract(world, {
      ...{ dealId: deal, sellerOrganisationId: world.university },
      registrationNumber: '2026140900000031',
    });
    await tellCommission(world, {
      ...{ dealId: deal, state: 'DUE' },
      parts: [{ organisationId: third.id, amount: 500 }],
    });
    const lengths = async (who: Actor): Promise<number[]> =>
      Promise.all(
        ['INTRODUCTIONS', 'DEALS', 'SIGNED', 'CONTRACTS', 'COMMISSION'].map(
          async (figure) => (await cases(who, third, figure)).length,
        ),
      );
    expect(await lengths(third.head)).toEqual([1, 1, 1, 1, 1]);
    expect(await lengths(world.office)).toEqual([1, 1, 1, 1, 0]);
    expect(await lengths(world.officer)).toEqual([1, 1, 1, 1, 0]);
    expect(await lengths(world.enterprise)).toEqual([1, 1, 1, 0, 0]);
    for (const outsider of [anonymous, agency.head, world.researcher, aTransferOfficer()])
      expect(await lengths(outsider)).toEqual([0, 0, 0, 0, 0]);
    expect(await cases(third.head, third, 'CONTRACTS')).toMatchObject([
      { title: '陶粒许可合同', number: '2026140900000031', on: '2026-05-01', amount: 100_000_000 },
    ]);
    expect(await cases(third.head, third, 'COMMISSION')).toMatchObject([{ on: '2026-05-02', amount: 500 }]);
  });

  it('keeps a buyer that has not shown itself from the bureau of its place', async () => {
    const fourth = await anAgency(world, '暗标经纪');
    const buyerId = randomUUID();
    await projectOrganisation(world.db, buyerId, '匿名需求企业', 'ENTERPRISE', '140922');
    const sellerId = randomUUID();
    await projectOrganisation(world.db, sellerId, '外地高校', 'UNIVERSITY', '110000');
    const county = anOfficer({ divisionCode: '140922' });
    const id = await tellDeal(world, fourth, { sellerId, buyerId, buyerHidden: true, state: 'LEAD' });
    expect(await cases(county, fourth, 'DEALS')).toEqual([]);
    await tellDeal(world, fourth, { sellerId, buyerId, id, state: 'CONFIRMED' }, 2);
    expect(await cases(county, fourth, 'DEALS')).toHaveLength(1);
  });

  it('takes what was told before brokers were counted, and shows no buyer by it', async () => {
    const fifth = await anAgency(world, '早年经纪');
    const buyerId = randomUUID();
    await projectOrganisation(world.db, buyerId, '匿名需求企业', 'ENTERPRISE', '140923');
    const county = anOfficer({ divisionCode: '140923' });
    const unsaid = { buyerHidden: undefined, introductions: undefined } as object;
    await tellDeal(world, fifth, { sellerId: randomUUID(), buyerId, state: 'LEAD', ...unsaid });
    expect(await cases(county, fifth, 'DEALS')).toEqual([]);
    expect(await cases(fifth.head, fifth, 'DEALS')).toHaveLength(1);
  });
});
