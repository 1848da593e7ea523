import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { system, type Actor } from '@jihui/kernel';
import { jest } from '@jest/globals';
import { isUnreadable, pageArgs, readRows, sql, type RowProblem } from '@jihui/platform';
import { JJ_001 } from '../src/core/exchange/mapping.js';
import {
  NationalNumbersImporter,
  NationalPackageExport,
  PACKAGE_COLUMNS,
} from '../src/exchange/exchange-files.js';
import { ExchangeQueries } from '../src/exchange/exchange.queries.js';
import { ExchangeService } from '../src/exchange/exchange.service.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import { ExchangeStore } from '../src/store/exchange.store.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, type World } from './contracts.world.js';
import { anAftermath, type Aftermath } from './proceedings.world.js';

describe('exchange', () => {
  let world: World;
  let exchange: ExchangeService;
  let ids: string[];

  const PHONE = '13800009999';
  beforeAll(async () => {
    world = await aWorld();
    exchange = world.app.get(ExchangeService);
    const [seller] = completeForm.sellers;
    ids = [
      await world.application('REGISTERED'),
      await world.application('REGISTERED'),
      await world.application('REGISTERED', {
        sellers: [{ ...seller, contactPhone: PHONE, bankAccount: '6222000011112222' }],
      }),
    ];
  }, 120_000);
  afterAll(() => world.close());

  const numberOf = async (id: string): Promise<string> =>
    (await world.app.get(ContractsStore).get(id))?.registrationNumber ?? '';
  const nationalOf = async (id: string): Promise<string | null> =>
    (await world.app.get(ContractsStore).get(id))?.nationalRegNo ?? null;
  const rowsOf = async (batchId: string): Promise<Record<string, unknown>[]> => {
    const rows: Record<string, unknown>[] = [];
    for await (const row of world.app.get(NationalPackageExport).of(batchId)) rows.push(row);
    return rows;
  };
  const send = (as: Actor = world.registrarA, again = false, clientMutationId = randomUUID()) =>
    exchange.export(as, { clientMutationId, again });
  const problemsOf = async (text: string, dryRun = false) => {
    const problems: RowProblem[] = [];
    const counts = await world.app.get(NationalNumbersImporter).run({
      actor: world.registrarA,
      rows: readRows(Readable.from([Buffer.from(text)]), 'csv'),
      dryRun,
      report: (found) => Promise.resolve(void problems.push(...found)),
    });
    return { counts, problems };
  };
  const takeIn = (text: string, as: Actor = world.registrarA, dryRun = false) =>
    world.app.get(NationalNumbersImporter).run({
      actor: as,
      rows: readRows(Readable.from([Buffer.from(text)]), 'csv'),
      dryRun,
      report: () => Promise.resolve(),
    });

  describe('a package for the national system', () => {
    it('holds every registered contract as the form asks, once, and nothing that it does not ask', async () => {
      const clientMutationId = randomUUID();
      const { id } = await send(world.registrarA, false, clientMutationId);
      expect(await send(world.registrarA, false, clientMutationId)).toEqual({ id });
      const rows = await rowsOf(id);
      expect(rows.map((row) => row['平台登记编号']).sort()).toEqual(
        (await Promise.all(ids.map(numberOf))).sort(),
      );
      expect(rows[0]).toMatchObject({
        合同类别: '2 技术转让',
        '合同成交额（万元）': '100',
        '技术交易额（万元）': '75',
        卖方代码: '91330100799655058B',
        知识产权类型: expect.stringContaining('发明专利') as string,
      });
      const text = JSON.stringify(rows);
      for (const kept of [PHONE, '6222000011112222', '李联系', '刘转移', '专利权自登记之日起'])
        expect(text).not.toContain(kept);
      for (const row of rows)
        expect(Object.keys(row).every((name) => PACKAGE_COLUMNS.includes(name))).toBe(true);
      await expect(send()).rejects.toMatchObject({ code: 'CONTRACT.NOTHING_TO_EXPORT' });
      expect(await rowsOf((await send(world.registrarA, true)).id)).toHaveLength(rows.length);
    });

    it('tells what cannot be written in the form, and leaves it here', async () => {
      const [id = ''] = ids;
      await world.rows(sql`
      update contracts.contract set form = jsonb_set(form, '{content,techField}', '"99"'), version = version + 1
      where id = ${id}`);
      const { id: batchId } = await send();
      const batch = await world.app.get(ExchangeQueries).one(world.registrarA, batchId);
      expect(batch).toMatchObject({
        state: 'WITH_PROBLEMS',
        rows: 1,
        done: 0,
        failed: 1,
        formVersion: JJ_001.version,
      });
      const problems = (await world.app.get(ExchangeStore).problems([batchId])).get(batchId);
      expect(problems?.[0]?.problems).toEqual([{ column: '技术领域', message: '代码 99 不在代码表中' }]);
      expect(await rowsOf(batchId)).toEqual([]);
    });

    it('is the registrars’ alone, each of their own place', async () => {
      for (const other of [world.seller, world.officer, world.bureauAdmin])
        await expect(send(other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(send({ kind: 'anonymous' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await expect(send(world.countyRegistrar)).rejects.toMatchObject({ code: 'CONTRACT.NOTHING_TO_EXPORT' });
      const queries = world.app.get(ExchangeQueries);
      const seen = async (as: Actor) => (await queries.list(as, {}, pageArgs({ first: 50 }))).edges.length;
      expect(await seen(world.registrarB)).toBeGreaterThan(1);
      expect([
        await seen(world.seller),
        await seen(world.countyRegistrar),
        await seen(world.officer),
      ]).toEqual([0, 0, 0]);
      const { edges } = await queries.list(world.registrarA, { direction: 'EXPORT' }, pageArgs({ first: 1 }));
      const named = async (text: string) =>
        (await queries.list(world.registrarA, { text }, pageArgs({ first: 50 }))).edges.map(
          ({ node }) => node.id,
        );
      expect(await named(edges[0]?.node.number ?? '')).toEqual([edges[0]?.node.id]);
      expect(await named('没有这样的批次')).toEqual([]);
      await expect(queries.one(world.countyRegistrar, edges[0]?.node.id ?? '')).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });

  describe('numbers that come back', () => {
    it('are written back by the platform’s number, a wrong row stopping none, and a second time change nothing', async () => {
      const [first = '', second = '', third = ''] = await Promise.all(ids.map(numberOf));
      const file = [
        '平台登记编号,全国登记号',
        `${first},2026140000000001`,
        `${second},2026140000000001`,
        '9999999999999999,2026140000000003',
        `${third},`,
        `${second},不是号码!`,
      ].join('\r\n');
      expect(await takeIn(file)).toEqual({ processed: 5, created: 0, updated: 1, unchanged: 0, failed: 4 });
      expect(await nationalOf(ids[0] ?? '')).toBe('2026140000000001');
      const store = world.app.get(ExchangeStore);
      const { edges } = await store.batches(
        world.registrarA,
        { direction: 'IMPORT' },
        pageArgs({ first: 1 }),
      );
      const batch = edges[0]?.node;
      expect(batch).toMatchObject({ rows: 5, done: 1, failed: 4, state: 'WITH_PROBLEMS' });
      const problems = (await store.problems([batch?.id ?? ''])).get(batch?.id ?? '') ?? [];
      expect(problems.map(({ position, problems: [problem] }) => [position, problem?.column])).toEqual([
        [3, '全国登记号'],
        [4, '平台登记编号'],
        [5, '全国登记号'],
        [6, '全国登记号'],
      ]);
      const again = `平台登记编号,全国登记号\r\n${first},2026140000000001`;
      expect(await takeIn(again)).toMatchObject({ updated: 0, unchanged: 1, failed: 0 });
      const differs = `平台登记编号,全国登记号\r\n${first},2026140000000009`;
      expect(await takeIn(differs)).toMatchObject({ updated: 0, failed: 1 });
      expect(await nationalOf(ids[0] ?? '')).toBe('2026140000000001');
      const audit = await world.rows<{ reason: string }>(sql`
      select reason from contracts.audit_entry
      where stream = ${`Contract:${ids[0] ?? ''}`} and action = 'recordNationalNumber'`);
      expect(audit).toEqual([{ reason: '2026140000000001' }]);
    });

    it('come in at the command line for the whole city, and from no stranger', async () => {
      const second = await numberOf(ids[1] ?? '');
      const file = `登记编号,全国技术合同登记号\r\n${second},2026140000000002`;
      await expect(takeIn(file, world.buyer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(takeIn(file, world.buyer, true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await nationalOf(ids[1] ?? '')).toBeNull();
      expect(await takeIn(file, system('import'))).toMatchObject({ updated: 1, failed: 0 });
      expect(await nationalOf(ids[1] ?? '')).toBe('2026140000000002');
    });

    it('are tried without a trace: the counts and problems are those that writing then has', async () => {
      const fresh = [await world.application('REGISTERED'), await world.application('REGISTERED')];
      const [one = '', two = ''] = await Promise.all(fresh.map(numberOf));
      const file = [
        '平台登记编号,全国登记号',
        `${one},2026140000000101`,
        `${two},2026140000000101`,
        `${one},2026140000000102`,
        `${one},２０２６１４０００００００１０１`,
        `${two},2026140000000103`,
      ].join('\r\n');
      const traces = () =>
        world.rows(sql`
        select (select count(*) from contracts.exchange_batch) as batches, (select count(*) from contracts.event) as events,
          (select max(last) from contracts.number_series where series = 'EXCHANGE') as serial`);
      const before = await traces();
      const tried = await problemsOf(file, true);
      expect(tried.counts).toEqual({ processed: 5, created: 0, updated: 2, unchanged: 1, failed: 2 });
      expect(tried.problems.map(({ row, column }) => [row, column])).toEqual([
        [3, '全国登记号'],
        [4, '全国登记号'],
      ]);
      expect(await traces()).toEqual(before);
      expect(await nationalOf(fresh[0] ?? '')).toBeNull();
      expect(await problemsOf(file)).toEqual(tried);
      expect(await Promise.all(fresh.map(nationalOf))).toEqual(['2026140000000101', '2026140000000103']);
    });

    it('are written many a transaction, with as many statements for two as for one', async () => {
      const fresh = await Promise.all([1, 2, 3].map(() => world.application('REGISTERED')));
      const [one = '', two = '', three = ''] = await Promise.all(fresh.map(numberOf));
      const file = (...lines: readonly string[]) => ['平台登记编号,全国登记号', ...lines].join('\r\n');
      // By the store's own methods, each one statement: the relay and the certificates are at work meanwhile.
      const store = world.app.get(ExchangeStore);
      const spies = (['byNumbers', 'holders', 'writeNumbers', 'addRows'] as const).map((method) =>
        jest.spyOn(store, method),
      );
      const statements = async (text: string) => {
        for (const spy of spies) spy.mockClear();
        expect(await takeIn(text)).toMatchObject({ failed: 0 });
        return spies.map((spy) => spy.mock.calls.length);
      };
      expect(await statements(file(`${one},2026140000000201`))).toEqual([1, 1, 1, 1]);
      expect(await statements(file(`${two},2026140000000202`, `${three},2026140000000203`))).toEqual([
        1, 1, 1, 1,
      ]);
      for (const spy of spies) spy.mockRestore();
      const transactions = await world.rows<{ at: Date }>(sql`
      select distinct at from contracts.event where type = 'contracts.contract' and action = 'recordNationalNumber'
        and ${sql.any(sql`aggregate_id::text`, fresh.slice(1))}`);
      expect(transactions).toHaveLength(1);
    });

    it('written by two files at once are taken once, and what is right of both stands', async () => {
      const fresh = await Promise.all([1, 2, 3, 4].map(() => world.application('REGISTERED')));
      const [a = '', b = '', c = '', d = ''] = await Promise.all(fresh.map(numberOf));
      const head = '平台登记编号,全国登记号';
      const counts = await Promise.all([
        takeIn([head, `${a},2026140000000301`, `${b},2026140000000302`].join('\r\n')),
        takeIn([head, `${c},2026140000000302`, `${d},2026140000000301`].join('\r\n')),
      ]);
      expect(counts.reduce((sum, { updated }) => sum + updated, 0)).toBe(2);
      expect(counts.reduce((sum, { failed }) => sum + failed, 0)).toBe(2);
      const numbers = (await Promise.all(fresh.map(nationalOf))).filter((number) => number !== null);
      expect(numbers.sort()).toEqual(['2026140000000301', '2026140000000302']);
    });
  });

  describe('what becomes of a contract that the national system knows', () => {
    let after: Aftermath;
    beforeAll(() => {
      after = anAftermath(world);
    });

    /** What the next package holds of the contract; undefined when it holds nothing, or there is none. */
    const told = async (id: string): Promise<Record<string, unknown> | undefined> => {
      const number = await numberOf(id);
      const batch = await send().catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'CONTRACT.NOTHING_TO_EXPORT' });
        return null;
      });
      if (batch === null) return undefined;
      const rows = (await rowsOf(batch.id)).filter((row) => row['平台登记编号'] === number);
      expect(rows.length).toBeLessThan(2);
      return rows[0];
    };
    const numbered = async (id: string, national: string): Promise<void> => {
      const file = `平台登记编号,全国登记号\r\n${await numberOf(id)},${national}`;
      expect(await takeIn(file)).toMatchObject({ updated: 1, failed: 0 });
    };

    it('is told once each: the registration, its change, its end', async () => {
      const id = await world.application('REGISTERED');
      expect(await told(id)).toMatchObject({ 报送类型: '新登记', 全国登记号: '', 注销或撤销日期: '' });
      await numbered(id, '2026140000000401');
      expect(await told(id)).toBeUndefined();
      await after.change(id, 'OPEN');
      expect(await told(id)).toBeUndefined();
    });

    it('tells a change with its amounts, though nothing else of it moved since, and an end with its day', async () => {
      const id = await world.application('REGISTERED');
      await told(id);
      await after.change(id, 'APPROVED');
      // Changed between going out and coming back: the national system still has the amounts of before.
      await numbered(id, '2026140000000402');
      expect(await told(id)).toMatchObject({
        报送类型: '变更',
        全国登记号: '2026140000000402',
        '合同成交额（万元）': '110',
      });
      expect(await told(id)).toBeUndefined();
      await after.cancel(id, 'APPROVED');
      const [{ day } = { day: '' }] = await world.rows<{ day: string }>(
        sql`select decided_on::text as day from contracts.contract where id = ${id}`,
      );
      expect(await told(id)).toMatchObject({
        报送类型: '注销',
        全国登记号: '2026140000000402',
        注销或撤销日期: day,
      });
      expect(await told(id)).toBeUndefined();
    });

    it('tells the end of what went out and got no number, and nothing of what never went out', async () => {
      const [sent, kept] = [await world.application('REGISTERED'), await world.application('REGISTERED')];
      await after.cancel(kept, 'APPROVED');
      expect(await told(sent)).toMatchObject({ 报送类型: '新登记' });
      await after.cancel(sent, 'APPROVED');
      expect(await told(sent)).toMatchObject({ 报送类型: '注销', 全国登记号: '' });
      expect(await told(kept)).toBeUndefined();
    });

    it('waits in numbers for the registrars of the place, and for nobody else', async () => {
      const queries = world.app.get(ExchangeQueries);
      await send().catch(() => undefined);
      const before = await queries.waiting(world.registrarA);
      expect(before.every(({ report }) => report === 'NEW')).toBe(true);
      const [fresh, known] = [await world.application('REGISTERED'), await world.application('REGISTERED')];
      await numbered(known, '2026140000000404');
      await after.change(known, 'APPROVED');
      const now = await queries.waiting(world.registrarB);
      expect(now.map(({ report }) => report)).toEqual(['NEW', 'CHANGE']);
      expect(now).toContainEqual({ report: 'NEW', count: (before[0]?.count ?? 0) + 1 });
      expect(now).toContainEqual({ report: 'CHANGE', count: 1 });
      for (const other of [world.seller, world.officer, world.countyRegistrar])
        expect(await queries.waiting(other)).toEqual([]);
      expect(await queries.waiting({ kind: 'anonymous' })).toEqual([]);
      expect(await told(fresh)).toMatchObject({ 报送类型: '新登记' });
      expect(await queries.waiting(world.registrarA)).toEqual(before);
    });

    it('is not told of a number that was recorded by hand, but of what is changed afterwards', async () => {
      const id = await world.application('REGISTERED');
      await numbered(id, '2026140000000403');
      expect(await told(id)).toBeUndefined();
      await after.change(id, 'APPROVED');
      expect(await told(id)).toMatchObject({ 报送类型: '变更', 全国登记号: '2026140000000403' });
    });
  });

  describe('a package as a workbook', () => {
    it('holds the very rows of the CSV, long numbers as text', async () => {
      const { id } = await send(world.registrarA, true);
      const rows = await rowsOf(id);
      const client = world.app.as(world.registrarA);
      const response = await fetch(`${client.url}/files/contracts/exchange/${id}/package.xlsx`, {
        headers: client.headers,
      });
      expect(response.headers.get('content-disposition')).toMatch(/package\.xlsx"$/);
      const bytes = Buffer.from(await response.arrayBuffer());
      const read: Record<string, unknown>[] = [];
      for await (const row of readRows(Readable.from([bytes]), 'xlsx'))
        if (!isUnreadable(row)) read.push(row.cells);
      const filled = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== undefined));
      expect(read.map(filled)).toEqual(rows.map(filled));
    });
  });
});
