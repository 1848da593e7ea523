import { Readable } from 'node:stream';
import {
  sql,
  readRows,
  type Exporter,
  type ImportCounts,
  type Importer,
  type RowProblem,
} from '@jihui/platform';
import { anonymous, system, type Actor } from '@jihui/kernel';
import { aTransferOfficer, anOfficer } from '@jihui/testing';
import { identityDomain } from '../src/index.js';
import { aUscc, World } from './identity.world.js';

const HEAD = '编号,单位名称,机构类型,统一社会信用代码,行政区划,单位性质,联系电话,网站';

describe('import of organisations', () => {
  let world: World;
  let importer: Importer;
  beforeAll(async () => {
    world = await World.open();
    importer = world.app.get<Importer>(identityDomain.importers?.['organisations'] as never);
  });
  afterAll(() => world.close());

  async function run(
    lines: readonly string[],
    options: { actor?: Actor; dryRun?: boolean } = {},
  ): Promise<{ counts: ImportCounts; problems: RowProblem[] }> {
    const problems: RowProblem[] = [];
    const counts = await importer.run({
      actor: options.actor ?? system('import'),
      rows: readRows(Readable.from([[HEAD, ...lines].join('\n')]), 'csv'),
      dryRun: options.dryRun ?? false,
      report: async (found) => {
        problems.push(...found);
      },
    });
    return { counts, problems };
  }
  const events = async (): Promise<number> =>
    (
      await world.sql<{ count: number }>(
        sql`select count(*)::int as count from identity.event where action = 'import'`,
      )
    )[0]?.count ?? 0;

  it('takes a register in once, however often', async () => {
    const [first, second] = [aUscc(), aUscc()];
    const lines = [
      `K1,忻州一号机械有限公司,企业,${first},忻府区,有限责任公司,0350-3000001,`,
      `K2,五台二号药业有限公司,,${second},140922,,,www.example.cn`,
    ];
    expect((await run(lines, { dryRun: true })).counts).toMatchObject({ created: 2, failed: 0 });
    expect(await events()).toBe(0);
    expect((await run(lines)).counts).toMatchObject({
      processed: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      failed: 0,
    });
    expect((await run(lines)).counts).toMatchObject({ created: 0, unchanged: 2 });
    expect(await events()).toBe(2);
    const changed = [`K1,忻州一号重工有限公司,企业,${first},定襄县,有限责任公司,,`, lines[1] ?? ''];
    expect((await run(changed, { dryRun: true })).counts).toMatchObject({ updated: 1, unchanged: 1 });
    expect((await run(changed)).counts).toMatchObject({ updated: 1, unchanged: 1 });
    const rows = await world.sql(sql`
      select name, kind, state, division_code, party_nature, body ->> 'contactPhone' as phone, version
      from identity.organisation where uscc in (${first}, ${second}) order by name`);
    expect(rows).toEqual([
      {
        name: '五台二号药业有限公司',
        kind: 'ENTERPRISE',
        state: 'ACTIVE',
        division_code: '140922',
        party_nature: '150',
        phone: '',
        version: 1,
      },
      {
        name: '忻州一号重工有限公司',
        kind: 'ENTERPRISE',
        state: 'ACTIVE',
        division_code: '140921',
        party_nature: '150',
        phone: '0350-3000001',
        version: 2,
      },
    ]);
  });

  it('reports what is wrong, row, column and value, and stores the rest', async () => {
    const good = aUscc();
    const { counts, problems } = await run([
      'K3,甲,企业,911409020000000000,火星,x,,javascript:x',
      `K4,定襄四号铸造有限公司,企业,${good},140921,150,,`,
      `K5,定襄四号铸造股份有限公司,企业,${good},140921,160,,`,
      `K1,抢占编号的公司,企业,${aUscc()},140921,150,,`,
      'K6,原平市教育科技局,其他,111409810126214888,原平市,014,,',
    ]);
    expect(counts).toMatchObject({ processed: 5, created: 1, updated: 1, failed: 3 });
    expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 单位名称 TOO_SHORT',
      '2 统一社会信用代码 IDENTITY.USCC_INVALID',
      '2 行政区划 UNKNOWN',
      '2 单位性质 UNKNOWN',
      '2 网站 MALFORMED',
      '5 编号 IDENTITY.USCC_TAKEN',
      '6 统一社会信用代码 FORBIDDEN',
    ]);
    expect(problems[1]?.value).toBe('911409020000000000');
    const [bureau] = await world.sql<{ kind: string }>(
      sql`select kind from identity.organisation where uscc = '111409810126214888'`,
    );
    expect(bureau?.kind).toBe('BUREAU_COUNTY');
  });

  it('takes what an empty cell leaves open from what is there, “state-established” above all', async () => {
    const line = ',忻州工业技术大学（新校名）,,12140900405837116J,,,,';
    expect((await run([line])).counts).toMatchObject({ failed: 1 });
    expect((await run([line.replace('16J,,', '16J,忻府区,')])).counts).toMatchObject({ updated: 1 });
    const [university] = await world.sql(
      sql`select name, kind, party_nature, state_established from identity.organisation where uscc = '12140900405837116J'`,
    );
    expect(university).toEqual({
      name: '忻州工业技术大学（新校名）',
      kind: 'UNIVERSITY',
      party_nature: '022',
      state_established: true,
    });
  });

  it('takes in again what was given out', async () => {
    const exporter = world.app.get<Exporter>(identityDomain.exporters?.['organisations'] as never);
    const rows: string[] = [];
    for await (const row of exporter.rows())
      rows.push(exporter.columns.map((column) => `"${String(row[column])}"`).join(','));
    expect(rows.length).toBeGreaterThan(6);
    const problems: RowProblem[] = [];
    const counts = await importer.run({
      actor: system('import'),
      rows: readRows(Readable.from([[exporter.columns.join(','), ...rows].join('\n')]), 'csv'),
      dryRun: false,
      report: async (found) => {
        problems.push(...found);
      },
    });
    expect({ counts, problems }).toMatchObject({
      counts: { unchanged: rows.length, failed: 0 },
      problems: [],
    });
  });

  it('is the bureau’s alone, each within its divisions', async () => {
    const county = anOfficer({ kind: 'BUREAU_COUNTY', divisionCode: '140981' });
    const { counts, problems } = await run(
      [
        `,原平五号科技有限公司,企业,${aUscc()},原平市,150,,`,
        `,定襄六号科技有限公司,企业,${aUscc()},定襄县,150,,`,
        ',定襄恒岳锻压法兰有限公司,企业,91140921MA0K7C217R,原平市,150,,',
      ],
      { actor: county },
    );
    expect(counts).toMatchObject({ created: 1, failed: 2 });
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'FORBIDDEN'],
      [4, 'FORBIDDEN'],
    ]);
    await expect(run([], { actor: aTransferOfficer() })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(run([], { actor: anonymous })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('takes many in one transaction a batch', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, index) => `T${index},批量导入第${index}号有限公司,企业,${aUscc()},忻府区,150,,`,
    );
    expect((await run(lines)).counts).toMatchObject({ created: 300, failed: 0 });
    expect((await run(lines)).counts).toMatchObject({ unchanged: 300, failed: 0 });
  });
});
