import { randomUUID } from 'node:crypto';
import { daysBetween, legalDayOf, system, type Actor } from '@jihui/kernel';
import { BusinessClock, pageArgs, sql, Work } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { AnnualReportExport } from '../src/annual-report/annual-report-export.js';
import { AnnualReportsQueries } from '../src/annual-report/annual-reports.queries.js';
import { ReportDeadlines } from '../src/annual-report/report-deadlines.js';
import { AnnualReportsService } from '../src/annual-report/annual-reports.service.js';
import { REPORT_FIGURES } from '../src/core/annual-report/figures.js';
import { MANUAL_ITEMS, MANUAL_KEYS } from '../src/core/annual-report/report.js';
import { aWorld, type World } from './contracts.world.js';

describe('annual report', () => {
  let world: World;
  let reports: AnnualReportsService;
  let queries: AnnualReportsQueries;
  let unit: string;
  let year: number;

  beforeAll(async () => {
    world = await aWorld();
    reports = world.app.get(AnnualReportsService);
    queries = world.app.get(AnnualReportsQueries);
    unit = organisationOf(world.seller);
    await world.application('REGISTERED');
    await world
      .application('REGISTERED', { subclass: '31', licenceMode: 'ORDINARY' } as never)
      .catch(() => '');
    await world.deal();
    const [row] = await world.rows<{ year: number }>(
      sql`select extract(year from platform.business_now() at time zone 'Asia/Shanghai')::int as year`,
    );
    year = row?.year ?? 0;
  }, 120_000);
  afterAll(() => world.close());

  const items = MANUAL_KEYS.map((key) =>
    MANUAL_ITEMS[key].unit === 'TEXT' ? { key, text: '有待加强中试投入' } : { key, number: 3 },
  );
  const at = async (as: Actor = world.seller) => ({
    clientMutationId: randomUUID(),
    organisationId: unit,
    year,
    expectedVersion: (await queries.one(as, unit, year))?.version ?? 0,
  });
  const valueOf = async (key: string): Promise<number | undefined> =>
    (await queries.one(world.seller, unit, year))?.figures.find((figure) => figure.key === key)?.value;

  describe('the annual report', () => {
    it('counts what the ledger holds, and every figure is the sum of the records that it opens', async () => {
      const [ledger] = await world.rows<{ count: number; total: number }>(
        sql`select sum(count)::int as count, sum(total)::float8 as total from contracts.ledger where class in ('2', '3')`,
      );
      expect(await valueOf('conversion.all.count')).toBe(ledger?.count);
      expect(await valueOf('conversion.all.amount')).toBe(ledger?.total);
      for (const { key } of REPORT_FIGURES) {
        const page = await queries.records(
          world.seller,
          { organisationId: unit, year, figure: key },
          pageArgs({ first: 100 }),
        );
        const sum = page.edges.reduce((total, { node }) => total + node.value, 0);
        expect([key, sum]).toEqual([key, await valueOf(key)]);
      }
      const parts = ['transfer', 'licence', 'investment'].map((part) => valueOf(`conversion.${part}.amount`));
      expect((await Promise.all(parts)).reduce((sum = 0, part = 0) => sum + part, 0)).toBe(ledger?.total);
      const places = ['city', 'province', 'elsewhere', 'abroad'].map((part) =>
        valueOf(`conversion.${part}.count`),
      );
      expect((await Promise.all(places)).reduce((sum = 0, part = 0) => sum + part, 0)).toBe(ledger?.count);
      await expect(
        queries.records(
          world.seller,
          { organisationId: unit, year, figure: 'no such' },
          pageArgs({ first: 1 }),
        ),
      ).rejects.toMatchObject({ code: 'CONTRACT.UNKNOWN_FIGURE' });
    });

    it('is handed in when the year is over, keeps its figures, and is returned or accepted by the bureau', async () => {
      await reports.save(world.seller, { ...(await at()), items: [{ key: 'companies', number: 1 }] });
      await expect(reports.submit(world.seller, await at())).rejects.toMatchObject({
        violations: expect.arrayContaining([
          expect.objectContaining({ code: 'CONTRACT.REPORT_YEAR_NOT_OVER' }),
          expect.objectContaining({ path: 'items.offices', code: 'REQUIRED' }),
        ]) as unknown,
      });
      await world.app.get(BusinessClock).advance(366);
      await reports.save(world.seller, { ...(await at()), items });
      const target = await at();
      await Promise.all([reports.submit(world.seller, target), reports.submit(world.seller, target)]);
      const submitted = await queries.one(world.officer, unit, year);
      expect(submitted).toMatchObject({ state: 'SUBMITTED', version: target.expectedVersion + 1 });
      expect(submitted?.items.find(({ key }) => key === 'problems')?.text).toContain('中试');
      await expect(reports.save(world.seller, { ...(await at()), items })).rejects.toMatchObject({
        code: 'ILLEGAL_TRANSITION',
      });
      await expect(reports.accept(world.seller, await at())).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await reports.sendBack(world.officer, { ...(await at()), reason: '请核对人员数' });
      await reports.submit(world.seller, await at());
      await expect(
        reports.accept(world.officer, { ...(await at()), expectedVersion: 1 }),
      ).rejects.toMatchObject({ code: 'STALE_VERSION' });
      await reports.accept(world.officer, await at());
      const kept = await valueOf('conversion.all.count');
      await world.rows(
        sql`update contracts.annual_report set frozen = frozen || '{"conversion.all.count": 7}'`,
      );
      expect([kept, await valueOf('conversion.all.count')]).toEqual([expect.any(Number), 7]);
    });

    it('refuses an item that it does not have, and a unit or year that is none', async () => {
      const save = async (change: object) =>
        reports.save(world.seller, {
          ...(await at()),
          year: year + 1,
          expectedVersion: 0,
          items: [],
          ...change,
        });
      await expect(save({ items: [{ key: 'nonsense', number: 1 }] })).rejects.toMatchObject({
        violations: [{ path: 'items.0.key', code: 'UNKNOWN_CODE' }],
      });
      await expect(save({ items: [{ key: 'companies', number: -1 }] })).rejects.toMatchObject({
        violations: [{ path: 'items.companies' }],
      });
      for (const wrong of [{ year: 99_999 }, { organisationId: randomUUID() }, { organisationId: 'abc' }])
        await expect(save(wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is seen by the unit’s office and its bureau; to everybody else it does not exist', async () => {
      for (const reader of [world.seller, world.sellerAdmin, world.officer, world.registrarA])
        expect(await queries.one(reader, unit, year)).not.toBeNull();
      for (const reader of [world.sellerMember, world.buyer, world.stranger, world.countyRegistrar]) {
        expect(await queries.one(reader, unit, year)).toBeNull();
        const page = await queries.records(
          reader,
          { organisationId: unit, year, figure: 'deal.count' },
          pageArgs({ first: 5 }),
        );
        expect([page.edges, await page.totalCount()]).toEqual([[], 0]);
      }
    });

    it('tells the bureau who has not reported', async () => {
      const of = async (reader: Actor, missing: boolean) =>
        (await queries.standings(reader, { year, missing }, pageArgs({ first: 50 }))).edges.map(
          ({ node }) => node,
        );
      await world.rows(
        sql`update contracts.organisation set state_established = true where kind = 'UNIVERSITY'`,
      );
      expect(await of(world.officer, false)).toMatchObject([{ organisationId: unit, state: 'ACCEPTED' }]);
      expect(await of(world.officer, true)).toEqual([]);
      const next = await queries.standings(
        world.officer,
        { year: year + 1, missing: true },
        pageArgs({ first: 50 }),
      );
      expect(next.edges.map(({ node }) => [node.organisationId, node.state])).toEqual([[unit, null]]);
      const named = async (text: string) =>
        (await queries.standings(world.officer, { year, text }, pageArgs({ first: 50 }))).edges.length;
      expect([await named('示范大学'), await named('没有这样的单位'), await named('%')]).toEqual([1, 0, 0]);
      for (const reader of [world.seller, world.countyRegistrar]) expect(await of(reader, false)).toEqual([]);
    });

    it('is taken away as JSON, CSV and a workbook, by who may read it', async () => {
      const files = world.app.get(AnnualReportExport);
      expect(await files.json(world.officer, unit, year)).toMatchObject({ year, state: 'ACCEPTED' });
      const csv = await files.csv(world.seller, unit, year);
      expect(csv.split('\r\n')).toHaveLength(REPORT_FIGURES.length + MANUAL_KEYS.length + 2);
      const workbook = await files.xlsx(world.seller, unit, year);
      expect(workbook.subarray(0, 2).toString()).toBe('PK');
      await expect(files.xlsx(world.stranger, unit, year)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is reminded of once as the day comes near and once when it has passed, until it is handed in', async () => {
      const clock = world.app.get(BusinessClock);
      const goTo = async (day: string) => clock.advance(daysBetween(legalDayOf(await clock.now()), day));
      const told = async () => {
        for (let time = 0; time < 2; time += 1)
          await world.app
            .get(Work)
            .run({ domain: 'contracts', name: 'test', actor: system('test') }, (tx) =>
              world.app.get(ReportDeadlines).remind(tx),
            );
        return world.rows<{ action: string; payload: object }>(
          sql`select action, payload from contracts.event where type = 'contracts.annualReport' order by seq`,
        );
      };
      const reported = Number(legalDayOf(await clock.now()).slice(0, 4));
      await goTo(`${reported + 1}-02-01`);
      expect(await told()).toEqual([]);
      await goTo(`${reported + 1}-03-20`);
      const { dueOn } = (await queries.one(world.seller, unit, reported)) ?? { dueOn: '' };
      expect(dueOn >= `${reported + 1}-03-30`).toBe(true);
      const near = {
        action: 'dueNear',
        payload: { organisationId: unit, organisationName: '忻州示范大学', year: reported, dueOn },
      };
      expect(await told()).toMatchObject([near]);
      await goTo(`${reported + 1}-04-20`);
      expect(await told()).toMatchObject([near, { action: 'overdue', payload: { year: reported, dueOn } }]);
      await goTo(`${reported + 2}-02-01`);
      const target = { organisationId: unit, year: reported + 1 };
      const first = { ...target, clientMutationId: randomUUID(), expectedVersion: 0 };
      await reports.save(world.seller, { ...first, items });
      await reports.submit(world.seller, {
        ...target,
        clientMutationId: randomUUID(),
        expectedVersion: 1,
      });
      await goTo(`${reported + 2}-04-20`);
      expect(await told()).toHaveLength(2);
    });
  });
});
