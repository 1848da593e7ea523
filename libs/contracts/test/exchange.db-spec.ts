import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { system, type Actor } from '@jihui/kernel';
import { pageArgs, readRows, sql } from '@jihui/platform';
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
    const seen = async (as: Actor) => (await queries.list(as, null, pageArgs({ first: 50 }))).edges.length;
    expect(await seen(world.registrarB)).toBeGreaterThan(1);
    expect([await seen(world.seller), await seen(world.countyRegistrar), await seen(world.officer)]).toEqual([
      0, 0, 0,
    ]);
    const { edges } = await queries.list(world.registrarA, 'EXPORT', pageArgs({ first: 1 }));
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
    const { edges } = await store.batches(world.registrarA, 'IMPORT', pageArgs({ first: 1 }));
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
    await expect(takeIn(file, system('import'), true)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await nationalOf(ids[1] ?? '')).toBeNull();
    expect(await takeIn(file, system('import'))).toMatchObject({ updated: 1, failed: 0 });
    expect(await nationalOf(ids[1] ?? '')).toBe('2026140000000002');
  });
});
