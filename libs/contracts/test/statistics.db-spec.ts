import fc from 'fast-check';
import { canonical, CONTRACT_CLASSES, type PersonActor } from '@jihui/kernel';
import { Db, sha256, sql } from '@jihui/platform';
import type { GraphCall } from '@jihui/testing';
import { dimension } from '../src/core/statistics/dimensions.js';
import type { Figure, Sums } from '../src/core/statistics/figures.js';
import { addMonths, quarterOf } from '../src/core/statistics/months.js';
import { placeOf } from '../src/core/statistics/regions.js';
import { ClosingsService } from '../src/statistics/closings.service.js';
import { StatisticsQueries, type Statistics } from '../src/statistics/statistics.queries.js';
import { Ledger } from '../src/statistics/ledger.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import { aWorld, type World } from './contracts.world.js';
import { carryOut, history, SPAN, sumOf, type Effect, type Spec } from './random-ledger.js';

describe('statistics', () => {
  let world: World;
  let sample: string;
  beforeAll(async () => {
    world = await aWorld();
    sample = await world.application('REGISTERED');
  }, 120_000);
  afterAll(() => world.close());

  const anonymous = { kind: 'anonymous' } as const;
  const THIS_YEAR = { fromMonth: '2026-01', toMonth: '2099-12' };
  const FIGURES = `queryId coverage closedThrough provisional comparedWith { reported }
  totals { count total technical shareBasisPoints gross { count } previous { count } }
  breakdowns { dimension item title additive figures { key label group count total technical shareBasisPoints yoyBasisPoints } }`;
  const ASK = `query ($from: String, $to: String, $registry: String, $seller: String, $axis: StatisticsAxis) {
  registeredContractsStatistics(fromMonth: $from, toMonth: $to, registryDivision: $registry,
    sellerDivision: $seller, axis: $axis) { ${FIGURES} } }`;
  const ask = async (variables: object = {}, actor?: PersonActor): Promise<Statistics> =>
    (
      await (actor ? world.app.as(actor) : world.app.client()).query<{
        registeredContractsStatistics: Statistics;
      }>(ASK, { ...variables })
    ).registeredContractsStatistics;
  const of = ({ breakdowns }: Statistics, name: string): readonly Figure[] =>
    breakdowns.find((breakdown) => breakdown.dimension === name)?.figures ?? [];
  const ROWS = `query ($queryId: String!, $dimension: StatisticsDimension, $key: String) {
  registeredContractsRows(queryId: $queryId, dimension: $dimension, key: $key, first: 100) {
    totalCount edges { node { registrationNumber kind month count total technical contract { id } } } } }`;
  interface Rows {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: Sums & { readonly kind: string; readonly contract: { id: string } | null };
    }[];
  }
  const rows = async (actor: PersonActor, variables: object): Promise<Rows> =>
    (await world.app.as(actor).query<{ registeredContractsRows: Rows }>(ROWS, { ...variables }))
      .registeredContractsRows;

  const sum = (list: readonly Sums[]): Sums => ({
    count: list.reduce((all, { count }) => all + count, 0),
    total: list.reduce((all, { total }) => all + total, 0),
    technical: list.reduce((all, { technical }) => all + technical, 0),
  });
  const sums = ({ count, total, technical }: Sums): Sums => ({ count, total, technical });

  /** Undoes what was done: the ledger is append-only, and another history starts from the same. */
  class Undo extends Error {}
  const undone = async (work: () => Promise<void>): Promise<void> => {
    const ended = world.app.get(Db).transaction(async () => {
      await work();
      throw new Undo();
    });
    await ended.catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  };

  const HOME = {
    code: '140900',
    provinceCode: '140000',
    provinceName: '山西',
    divisionName: () => undefined,
  };
  /** How the heads of a contract are worked out by hand. */
  const HEADS: Readonly<Record<string, (effect: Effect) => string>> = {
    MONTH: ({ month }) => month,
    QUARTER: ({ month }) => quarterOf(month),
    YEAR: ({ month }) => month.slice(0, 4),
    CLASS: ({ spec }) => spec.subclass.slice(0, 1),
    TECH_FIELD: ({ spec }) => spec.techField,
    IP_KIND: ({ spec }) => spec.ipKind,
    INDUSTRY: ({ spec }) => spec.industry ?? 'NOT_REPORTED',
    REGISTRY: ({ spec }) => spec.registry,
    SIZE: ({ spec }) => (spec.total >= 1_000_000_000 ? 'LARGE' : 'ORDINARY'),
    BROKERED: ({ spec }) => (spec.brokered ? 'BROKERED' : 'DIRECT'),
    BUYER_DIVISION: ({ spec }) => placeOf(spec.buyer, HOME) ?? 'NOT_REPORTED',
  };

  describe('figures', () => {
    it('are those of the ledger, which grew with the registration', async () => {
      const now = await ask({ from: THIS_YEAR.fromMonth, to: THIS_YEAR.toMonth });
      expect(now.totals).toMatchObject({ count: 1, total: 100_000_000, technical: 75_000_000 });
      expect(of(now, 'CLASS')).toEqual([
        expect.objectContaining({
          key: '2',
          label: CONTRACT_CLASSES['2'],
          count: 1,
          total: 100_000_000,
          technical: 75_000_000,
          shareBasisPoints: 10_000,
          yoyBasisPoints: null,
        }),
      ]);
      expect(of(now, 'SELLER_DIVISION')).toEqual([
        expect.objectContaining({ key: '140981', label: '原平市' }),
      ]);
      expect(of(now, 'FLOW')).toEqual([expect.objectContaining({ label: '原平市 → 原平市', count: 1 })]);
      expect(of(now, 'SUBCLASS')).toEqual([
        expect.objectContaining({ label: '专利权转让', group: '技术转让' }),
      ]);
      expect(now).toMatchObject({ provisional: true, comparedWith: { reported: false } });
      expect(now.totals.previous).toBeNull();
      expect(now.coverage).toContain('吸纳');
    });
    it('cover the sixteen items of A8; names of parties are the bureau’s', async () => {
      const items = (told: Statistics): number[] => [...new Set(told.breakdowns.map(({ item }) => item))];
      expect(items(await ask({}, world.officer))).toEqual(Array.from({ length: 17 }, (_, item) => item));
      expect(items(await ask())).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16]);
      const year = { from: THIS_YEAR.fromMonth, to: THIS_YEAR.toMonth };
      expect(of(await ask(year, world.officer), 'SELLER')).toEqual([
        expect.objectContaining({ label: '忻州示范大学', count: 1 }),
      ]);
      // A county's officer sees the parties of the county's registry alone.
      expect(of(await ask(year, world.countyRegistrar), 'SELLER')).toEqual([]);
      expect(JSON.stringify(await ask(year))).not.toContain('示范大学');
    });

    it('tie out over any history of registrations, changes, cancellations and published months', async () => {
      await fc.assert(
        fc.asyncProperty(history, (steps) =>
          undone(async () => {
            const { effects, closedThrough } = await carryOut(world, sample, steps);
            const statistics = world.app.get(StatisticsQueries);
            const questions: readonly (readonly [object, (effect: Effect) => boolean])[] = [
              [{}, () => true],
              [{ registryDivision: '140981' }, ({ spec }) => spec.registry === '140981'],
              [{ sellerDivision: '140902' }, ({ spec }) => spec.seller === '140902'],
              [
                { fromMonth: '2019-03', toMonth: '2019-04' },
                ({ month }) => month === '2019-03' || month === '2019-04',
              ],
            ];
            for (const [question, takesIn] of questions) {
              const told = await statistics.figures(anonymous, { ...SPAN, ...question });
              const chosen = effects.filter(takesIn);
              expect(sums(told.totals)).toEqual(sumOf(chosen));
              expect(sums(told.totals.gross)).toEqual(sumOf(chosen, ({ gross }) => gross));
              for (const { dimension: name, figures } of told.breakdowns) {
                if (!dimension(name).additive) continue;
                expect([name, sum(figures)]).toEqual([name, sums(told.totals)]);
                expect([name, sum(figures.map((figure) => figure.gross))]).toEqual([
                  name,
                  sums(told.totals.gross),
                ]);
              }
              for (const [name, headOf] of Object.entries(HEADS))
                for (const figure of of(told, name))
                  expect([name, figure.key, sums(figure)]).toEqual([
                    name,
                    figure.key,
                    sumOf(chosen, (effect) => headOf(effect) === figure.key),
                  ]);
            }
            await expectFrozen(closedThrough);
          }),
        ),
        { numRuns: 40 },
      );
    }, 240_000);

    it('are what was published, however often one asks', async () => {
      await undone(async () => {
        await carryOut(world, sample, [
          { kind: 'register', spec: SPEC, days: 0 },
          { kind: 'publish', days: 31 },
          // Dated back into the published month: it counts in the next.
          { kind: 'register', spec: { ...SPEC, total: 5 }, days: -20 },
          { kind: 'end', which: 0, as: 'REVOCATION', days: 0 },
        ]);
        await expectFrozen('2019-01');
        const later = await world.app
          .get(StatisticsQueries)
          .figures(anonymous, { fromMonth: '2019-02', toMonth: '2019-02' });
        expect(sums(later.totals)).toEqual({ count: 0, total: 5 - SPEC.total, technical: 5 - SPEC.total });
        expect(sums(later.totals.gross)).toEqual({ count: 1, total: 5, technical: 5 });
        expect(later.totals.shareBasisPoints).toBeNull();
      });
    });
    it('tell growth over a year where the year before was reported, and nothing where it was not', async () => {
      await undone(async () => {
        await carryOut(world, sample, [
          { kind: 'register', spec: { ...SPEC, total: 1_000 }, days: 0 },
          { kind: 'register', spec: { ...SPEC, total: 1_500 }, days: 365 },
        ]);
        const statistics = world.app.get(StatisticsQueries);
        const grown = await statistics.figures(anonymous, { fromMonth: '2020-01', toMonth: '2020-12' });
        expect(grown.totals).toMatchObject({ yoyBasisPoints: 5_000, previous: { count: 1, total: 1_000 } });
        expect(of(grown, 'MONTH')).toEqual([
          expect.objectContaining({ key: '2020-01', yoyBasisPoints: 5_000 }),
        ]);
        const first = await statistics.figures(anonymous, { fromMonth: '2019-01', toMonth: '2019-12' });
        expect(first.totals).toMatchObject({ yoyBasisPoints: null, previous: null });
      });
    });
    it('may be asked by the day of signing', async () => {
      const signed = await ask({ from: '2026-11', to: '2026-11', axis: 'SIGNING' });
      expect(signed.totals).toMatchObject({ count: 1, total: 100_000_000 });
      expect((await ask({ from: '2026-10', to: '2026-10', axis: 'SIGNING' })).totals.count).toBe(0);
    });
  });

  const SPEC: Spec = {
    subclass: '21',
    techField: '06',
    ipKind: 'INVENTION_PATENT',
    industry: 'C',
    plan: '5',
    total: 100,
    deducted: 0,
    registry: '140900',
    seller: '140902',
    buyer: '140981',
    nature: '150',
    benefits: [],
    brokered: false,
    dueOn: null,
  };

  /** Every published month still says what it said. */
  async function expectFrozen(closedThrough: string | null): Promise<void> {
    const statistics = world.app.get(StatisticsQueries);
    for (let month = closedThrough; month !== null; month = addMonths(month, -1)) {
      const closing = await world.app.get(ClosingsService).get(month);
      if (closing === undefined) return;
      const { totals, breakdowns } = await statistics.figures(anonymous, {
        fromMonth: month,
        toMonth: month,
      });
      expect(sums(totals)).toEqual(sums(closing));
      expect(sha256(canonical({ month, totals, breakdowns }))).toBe(closing.figuresSha256);
    }
  }

  describe('the rows behind a figure', () => {
    it('open for officers of the place, and for nobody else', async () => {
      const { queryId, totals } = await ask({ from: THIS_YEAR.fromMonth, to: THIS_YEAR.toMonth });
      const opened = await rows(world.officer, { queryId, dimension: 'REGISTRY', key: '140900' });
      expect(opened.totalCount).toBe(totals.count);
      for (const actor of [world.countyRegistrar, world.seller, world.stranger, world.buyer])
        expect((await rows(actor, { queryId })).totalCount).toBe(0);
    });
    it('sum to the figure under every head', async () => {
      const told = await ask({ from: THIS_YEAR.fromMonth, to: THIS_YEAR.toMonth }, world.officer);
      for (const { dimension: name, figures } of told.breakdowns)
        for (const figure of figures) {
          const { edges } = await rows(world.officer, {
            queryId: told.queryId,
            dimension: name,
            key: figure.key,
          });
          expect([name, figure.key, sum(edges.map(({ node }) => node))]).toEqual([
            name,
            figure.key,
            sums(figure),
          ]);
        }
    });
    it('open the contract itself for those who may see it', async () => {
      const { queryId } = await ask({ from: THIS_YEAR.fromMonth, to: THIS_YEAR.toMonth });
      const opened = await rows(world.registrarA, { queryId, dimension: 'CLASS', key: '2' });
      expect(opened.edges).toEqual([{ node: expect.objectContaining({ contract: { id: sample } }) }]);
    });
    it('are refused for a period that is none, and an id of no figure', async () => {
      for (const variables of [
        { from: '2026-13' },
        { from: '2026-1' },
        { from: '2027-02', to: '2027-01' },
        { registry: "140900' or true" },
        { seller: '1' },
      ])
        await world.app.client().query(ASK, variables).expectCode('CONTRACT.BAD_PERIOD');
      for (const queryId of [
        '',
        'S1_2026-01_2026-02_all',
        'S2_2026-01',
        'S2_2027-02_2027-01_all_all_R',
        'S2_2026-01_2026-02_all_all_X',
        'S2_2026-01_2026-02_all_all_R_x',
      ])
        await world.app.as(world.officer).query(ROWS, { queryId }).expectCode('CONTRACT.UNKNOWN_QUERY');
    });
  });

  describe('publishing a month', () => {
    const CLOSE = `mutation ($input: CloseStatisticsMonthInput!) {
    closeStatisticsMonth(input: $input) { closing { month count total figuresSha256 } } }`;
    const close = (actor: PersonActor, month: string): GraphCall<unknown> =>
      world.app.as(actor).mutate(CLOSE, { input: { month } });
    const refusal = async (call: GraphCall<unknown>): Promise<string | undefined> =>
      (await call.expectCode('INVALID_INPUT')).extensions.violations?.[0]?.code;

    it('is the city’s officer’s to do, for months that are over, one after another', async () => {
      for (const actor of [world.registrarA, world.seller, world.countyRegistrar])
        await close(actor, '2020-01').expectCode('FORBIDDEN');
      await world.app
        .client()
        .mutate(CLOSE, { input: { month: '2020-01' } })
        .expectCode('UNAUTHENTICATED');
      await close(world.officer, '2020-13').expectCode('CONTRACT.BAD_PERIOD');
      expect(await refusal(close(world.officer, '2099-01'))).toBe('CONTRACT.MONTH_NOT_OVER');
      await close(world.officer, '2020-01');
      expect(await refusal(close(world.officer, '2020-01'))).toBe('CONTRACT.MONTH_CLOSED');
      expect(await refusal(close(world.officer, '2020-03'))).toBe('CONTRACT.MONTH_OUT_OF_ORDER');
      await close(world.officer, '2020-02');
      const { statisticsClosings: told } = await world.app
        .client()
        .query<{ statisticsClosings: { totalCount: number; edges: { node: { month: string } }[] } }>(
          '{ statisticsClosings { totalCount edges { node { month count } } } }',
        );
      expect(told).toMatchObject({
        totalCount: 2,
        edges: [{ node: { month: '2020-02' } }, { node: { month: '2020-01' } }],
      });
      expect((await ask({ from: '2020-01', to: '2020-02' })).provisional).toBe(false);
    });
    it('waits for the registrations under way, which then count in it', async () => {
      const db = world.app.get(Db);
      const contract = await world.app.get(ContractsStore).get(sample);
      if (contract === undefined) throw new Error('no sample');
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let entered = (): void => undefined;
      const inside = new Promise<void>((resolve) => (entered = resolve));
      const entering = db.transaction(async () => {
        await world.app.get(Ledger).change(
          {
            ...contract,
            form: { ...contract.form, money: { ...contract.form.money, total: 100_000_001 } },
          },
          'CHANGE',
          '2020-03-31',
          1_000_000_000,
        );
        entered();
        await held;
      });
      await inside;
      const closing = close(world.officer, '2020-03').answer();
      await waitsForLock(db);
      release();
      await Promise.all([entering, closing]);
      expect((await ask({ from: '2020-03', to: '2020-03' })).totals).toMatchObject({ count: 0, total: 1 });
      expect(await world.app.get(ClosingsService).get('2020-03')).toMatchObject({ count: 0, total: 1 });
    });
  });

  /** Until somebody waits for the lock on the months. */
  async function waitsForLock(db: Db): Promise<void> {
    for (;;) {
      const [row] = await db.query<{ waiting: boolean }>(
        sql`select exists (select from pg_locks where locktype = 'advisory' and not granted) as waiting`,
      );
      if (row?.waiting) return;
    }
  }
});
