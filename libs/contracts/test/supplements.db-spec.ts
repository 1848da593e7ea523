import { DomainError } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { aWorld, type World } from './contracts.world.js';
import { anAftermath, OPINION, type Aftermath } from './proceedings.world.js';

const WAN = 1_000_000;
const opinion = OPINION;

describe('supplements', () => {
  let world: World;
  let after: Aftermath;
  beforeAll(async () => {
    world = await aWorld();
    after = anAftermath(world);
  }, 120_000);
  afterAll(() => world?.close());

  const codesOf = async (attempt: Promise<unknown>): Promise<readonly string[]> => {
    try {
      await attempt;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.code === 'INVALID_INPUT'
        ? error.violations.map(({ path, code }) => `${path} ${code}`)
        : [error.code];
    }
    return ['DONE'];
  };

  /** Reference A6: entrance fee of 300,000 元 and 5 % of the sales for five years. */
  const ROYALTY = {
    money: {
      total: 30 * WAN,
      technical: 30 * WAN,
      deductions: [],
      carriers: [],
      paymentMode: 'ENTRY_FEE_ROYALTY',
      royalty: { base: 'SALES', trend: 'FIXED', rateBasisPoints: 500, years: 5, entryFee: 30 * WAN },
    },
  } as const;
  const RECEIPT = {
    from: '2026-11-02',
    until: '2026-11-30',
    receivedOn: '2026-11-20',
    rateBasisPoints: 500,
    base: 240 * WAN,
  };
  const AMOUNTS = { approvedTotal: 42 * WAN, approvedTechnical: 42 * WAN };

  const seen = async (id: string) =>
    (
      await world.app.as(world.seller).query<{ contract: Record<string, unknown> }>(
        `query ($id: ID!) { contract(id: $id) { state money { total technical amountOpen
        receipts { from until base share supplement } } certificate { version } } }`,
        { id },
      )
    ).contract;

  describe('a royalty that becomes due later', () => {
    it('is registered by a supplement: two persons, the ledger’s own kind, the certificate’s next version', async () => {
      const id = await world.application('REGISTERED', ROYALTY);
      const paper = await after.draft(world.seller, id, 'SUPPLEMENT', {
        receipt: { ...RECEIPT, base: null },
      });
      const request = async () =>
        codesOf(after.requests.requestSupplement(world.seller, await after.target(paper)));
      expect(await request()).toEqual(['receipt.base REQUIRED']);
      await after.drafts.save(world.seller, {
        ...(await after.target(paper)),
        receipt: { base: RECEIPT.base },
      });
      expect(await request()).toEqual(['DONE']);
      expect(await seen(id)).toMatchObject({ state: 'SUPPLEMENT_PENDING', money: { total: 30 * WAN } });

      const examined = await codesOf(
        after.decisions.examine(world.registrarA, {
          ...(await after.target(paper)),
          favourable: true,
          opinion: '',
          ...AMOUNTS,
          approvedTotal: 41 * WAN,
        }),
      );
      expect(examined).toEqual(['opinion REQUIRED', 'approvedTotal CONTRACT.AMOUNTS_DIFFER']);
      await after.decisions.examine(world.registrarA, {
        ...(await after.target(paper)),
        favourable: true,
        opinion,
        ...AMOUNTS,
      });
      const approve = async (who = world.registrarB) =>
        codesOf(
          after.decisions.approveSupplement(who, { ...(await after.target(paper)), opinion, ...AMOUNTS }),
        );
      expect(await approve(world.registrarA)).toEqual([' CONTRACT.SAME_REVIEWER']);
      expect(await approve()).toEqual(['DONE']);

      await world.app.settle();
      expect(await seen(id)).toMatchObject({
        state: 'REGISTERED',
        money: {
          total: 42 * WAN,
          technical: 42 * WAN,
          amountOpen: true,
          receipts: [{ share: 12 * WAN, supplement: 12 * WAN }],
        },
        certificate: { version: 2 },
      });
      expect(
        await world.rows(sql`
        select kind, count, total::float8 as total, technical::float8 as technical from contracts.ledger
        where contract_id = ${id} order by seq`),
      ).toEqual([
        { kind: 'REGISTRATION', count: 1, total: 30 * WAN, technical: 30 * WAN },
        { kind: 'SUPPLEMENT', count: 0, total: 12 * WAN, technical: 12 * WAN },
      ]);
    });

    it('counts in the figures as what it is, and every breakdown still sums to the ledger', async () => {
      const [ledger] = await world.rows<{ total: number }>(
        sql`select sum(total)::float8 as total from contracts.ledger`,
      );
      const { statistics } = await world.app.as(world.officer).query<{
        statistics: {
          totals: { total: number };
          breakdowns: { dimension: string; additive: boolean; figures: { total: number }[] }[];
        };
      }>(
        `{ statistics: registeredContractsStatistics(fromMonth: "2020-01", toMonth: "2030-12") {
          totals { total } breakdowns { dimension additive figures { total } } } }`,
      );
      expect(statistics.totals.total).toBe(ledger?.total);
      for (const { dimension, figures } of statistics.breakdowns.filter(({ additive }) => additive))
        expect([dimension, figures.reduce((sum, { total }) => sum + total, 0)]).toEqual([
          dimension,
          ledger?.total,
        ]);
    });

    it('is not asked of a contract with a fixed price, nor twice for the same period', async () => {
      const fixed = await world.application('REGISTERED');
      expect(await codesOf(after.draft(world.seller, fixed, 'SUPPLEMENT'))).toEqual(['FORBIDDEN']);
      const id = await world.application('REGISTERED', ROYALTY);
      const supplement = async (receipt: object) => {
        const paper = await after.draft(world.seller, id, 'SUPPLEMENT', { receipt });
        return {
          paper,
          codes: await codesOf(after.requests.requestSupplement(world.seller, await after.target(paper))),
        };
      };
      const { paper, codes } = await supplement(RECEIPT);
      expect(codes).toEqual(['DONE']);
      await after.decisions.examine(world.registrarA, {
        ...(await after.target(paper)),
        favourable: true,
        opinion,
        ...AMOUNTS,
      });
      await after.decisions.approveSupplement(world.registrarB, {
        ...(await after.target(paper)),
        opinion,
        ...AMOUNTS,
      });
      expect((await supplement({ ...RECEIPT, from: '2026-11-10' })).codes).toEqual([
        'receipt.from CONTRACT.PERIOD_SUPPLEMENTED',
      ]);
      expect((await supplement({ ...RECEIPT, from: '2026-12-01', rateBasisPoints: 400 })).codes).toContain(
        'receipt.rateBasisPoints CONTRACT.RATE_DIFFERS',
      );
    });

    it('is returned, refused and taken back like any other request', async () => {
      const id = await world.application('REGISTERED', ROYALTY);
      const paper = await after.draft(world.seller, id, 'SUPPLEMENT', { receipt: RECEIPT });
      const open = async () => after.requests.requestSupplement(world.seller, await after.target(paper));
      await open();
      await after.decisions.return(world.registrarA, {
        ...(await after.target(paper)),
        deficiencies: [{ path: 'files', message: '请补充到账凭证' }],
      });
      expect(await seen(id)).toMatchObject({ state: 'REGISTERED' });
      await open();
      await after.requests.withdraw(world.seller, { ...(await after.target(paper)), reason: '结算有误' });
      const again = await after.draft(world.seller, id, 'SUPPLEMENT', { receipt: RECEIPT });
      await after.requests.requestSupplement(world.seller, await after.target(again));
      await after.decisions.examine(world.registrarA, {
        ...(await after.target(again)),
        favourable: false,
        opinion,
      });
      await after.decisions.refuse(world.registrarB, { ...(await after.target(again)), opinion });
      expect(await seen(id)).toMatchObject({ state: 'REGISTERED', money: { total: 30 * WAN, receipts: [] } });
    });
  });
});
