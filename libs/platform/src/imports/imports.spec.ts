import { Readable } from 'node:stream';
import { DomainError } from '@jihui/kernel';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import {
  Columns,
  formatOf,
  readRows,
  runImport,
  shown,
  type AnyRow,
  type ImportCounts,
  type RowProblem,
  type SourceFormat,
} from './index.js';

const read = async (content: string | Buffer, format: SourceFormat): Promise<AnyRow[]> => {
  const rows: AnyRow[] = [];
  for await (const row of readRows(Readable.from([Buffer.from(content)]), format)) rows.push(row);
  return rows;
};
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as DomainError).code,
  );

describe('formatOf', () => {
  it('goes by the extension', () => {
    expect(formatOf('成果.CSV')).toBe('csv');
    expect(formatOf('a.xlsx')).toBe('xlsx');
    expect(formatOf('a.ndjson')).toBe('jsonl');
    expect(() => formatOf('a.pdf')).toThrow(expect.objectContaining({ code: 'IMPORT.FORMAT_UNKNOWN' }));
  });
});

describe('CSV', () => {
  it('reads quoted cells, a byte order mark and numbers rows as a person does', async () => {
    const rows = await read('\uFEFF名称,摘要\n"光伏, 组件","第一行\n第二行"\n\n铝合金,\n', 'csv');
    expect(rows).toEqual([
      { row: 2, cells: { 名称: '光伏, 组件', 摘要: '第一行\n第二行' } },
      { row: 4, cells: { 名称: '铝合金' } },
    ]);
  });
  it('reads as many rows as there are, with or without a last line break', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index},"值 ${index}"`).join('\n');
    expect(await read(`a,b\n${lines}`, 'csv')).toHaveLength(20_000);
    expect(await read(`a,b\n${lines}\n`, 'csv')).toHaveLength(20_000);
  });
  it('reports an unclosed quotation mark and keeps what came before it', async () => {
    const rows = await read('名称\n甲\n"乙\n丙\n', 'csv');
    expect(rows[0]).toEqual({ row: 2, cells: { 名称: '甲' } });
    expect(rows[1]).toMatchObject({ row: 3, problem: expect.stringContaining('引号') as string });
  });
  it('refuses what is not UTF-8, has no header or names a column twice', async () => {
    const gbk = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x31]);
    expect(await codeOf(read(gbk, 'csv'))).toBe('IMPORT.UNREADABLE');
    expect(await codeOf(read(',,\n1,2,3', 'csv'))).toBe('IMPORT.UNREADABLE');
    expect(await codeOf(read('a,a\n1,2', 'csv'))).toBe('IMPORT.UNREADABLE');
  });
  it('refuses a header that goes on and on', async () => {
    const header = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',');
    expect(await codeOf(read(`${header}\n1`, 'csv'))).toBe('IMPORT.UNREADABLE');
  });
});

describe('JSONL', () => {
  it('reads objects and reports lines that are none', async () => {
    const rows = await read('{"a":1}\n\nnot json\n[1]\n{"a":2}', 'jsonl');
    expect(rows.map((row) => row.row)).toEqual([1, 3, 4, 5]);
    expect(rows[1]).toMatchObject({ raw: 'not json' });
    expect(rows[3]).toEqual({ row: 5, cells: { a: 2 } });
  });
  it('reports a line with characters that cannot be stored', async () => {
    const lines = ['{"a":"\\u0000"}', '{"a":["\\ud800"]}', '{"a\\udfff":1}', '{"a":"\\ud83d\\ude00"}'];
    const rows = await read(lines.join('\n'), 'jsonl');
    for (const row of rows.slice(0, 3))
      expect(row).toMatchObject({ problem: expect.stringContaining('残缺') as string });
    expect(rows[3]).toEqual({ row: 4, cells: { a: '😀' } });
  });
  it('skips a line without end and goes on', async () => {
    const rows = await read(`${'x'.repeat(1_200_000)}\n{"a":1}`, 'jsonl');
    expect(rows[0]).toMatchObject({ row: 1, problem: expect.stringContaining('未读取') as string });
    expect(rows[1]).toEqual({ row: 2, cells: { a: 1 } });
  });
  it('reads the same objects however the bytes are cut', async () => {
    const bytes = Buffer.from('{"a":"光伏"}\n{"a":"半导体"}\n');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (at) => {
        const rows: AnyRow[] = [];
        const source = Readable.from([bytes.subarray(0, at), bytes.subarray(at)]);
        for await (const row of readRows(source, 'jsonl')) rows.push(row);
        expect(rows).toEqual([
          { row: 1, cells: { a: '光伏' } },
          { row: 2, cells: { a: '半导体' } },
        ]);
      }),
    );
  });
});

describe('XLSX', () => {
  it('reads the first sheet: text, numbers, dates, formulas', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('成果');
    sheet.addRow(['名称', '金额', '日期', '合计']);
    sheet.addRow(['光伏组件', 12.5, new Date('2026-03-01T00:00:00Z'), { formula: 'B2*2', result: 25 }]);
    sheet.addRow([]);
    sheet.addRow([{ richText: [{ text: '铝' }, { text: '合金' }] }]);
    workbook.addWorksheet('说明').addRow(['不读']);
    const rows = await read(Buffer.from(await workbook.xlsx.writeBuffer()), 'xlsx');
    expect(rows).toEqual([
      { row: 2, cells: { 名称: '光伏组件', 金额: '12.5', 日期: '2026-03-01', 合计: '25' } },
      { row: 4, cells: { 名称: '铝合金' } },
    ]);
  });
  it('refuses what is no workbook, and one without a header', async () => {
    expect(await codeOf(read('plain text', 'xlsx'))).toBe('IMPORT.UNREADABLE');
    const empty = new ExcelJS.Workbook();
    empty.addWorksheet('空');
    expect(await codeOf(read(Buffer.from(await empty.xlsx.writeBuffer()), 'xlsx'))).toBe('IMPORT.UNREADABLE');
  });
});

describe('Columns', () => {
  it('finds fields by Chinese or English headers, whatever the spelling', () => {
    const columns = new Columns({ title: ['成果名称', '名称'], funds: ['经费'] });
    expect(columns.read({ ' 成果名称*': 'x', 'Funds(万元)': 3, 备注: 'y' })).toEqual({
      title: 'x',
      funds: 3,
    });
    expect(columns.headerOf('funds')).toBe('Funds(万元)');
    expect(columns.headerOf('other')).toBe('other');
  });
});

describe('runImport', () => {
  async function run(options: { failing?: number[]; batchFails?: boolean; rows?: number }) {
    const stored: number[] = [];
    const problems: RowProblem[] = [];
    const progress: ImportCounts[] = [];
    async function* rows(): AsyncGenerator<AnyRow> {
      await Promise.resolve();
      for (let row = 1; row <= (options.rows ?? 12); row += 1)
        yield row === 3 ? { row, raw: '?', problem: 'unreadable' } : { row, cells: { row } };
    }
    const counts = await runImport<number>({
      rows: rows(),
      parse: ({ row }) => (row === 5 ? [{ row, column: 'a', value: 'v', code: 'X', message: 'm' }] : row),
      store: (batch) => {
        if (batch.some(({ record }) => options.failing?.includes(record)))
          return Promise.reject(record(batch.length === 1));
        stored.push(...batch.map((one) => one.record));
        return Promise.resolve(batch.map(() => 'created' as const));
      },
      report: (found) => Promise.resolve(void problems.push(...found)),
      progress: (now) => void progress.push({ ...now }),
      batchSize: 4,
    });
    return { counts, stored, problems, progress };
  }
  const record = (single: boolean): Error =>
    single
      ? new DomainError('LISTING.X', 'bad', [{ path: 'title', code: 'X', message: 'm' }])
      : new Error('batch');

  it('counts every row once, and a bad row never stops the good ones', async () => {
    const { counts, stored, problems } = await run({ failing: [7, 9] });
    expect(counts).toEqual({ processed: 12, created: 8, updated: 0, unchanged: 0, failed: 4 });
    expect(stored).toEqual([1, 2, 4, 6, 8, 10, 11, 12]);
    expect(problems.map((problem) => problem.row).sort((a, b) => a - b)).toEqual([3, 5, 7, 9]);
    expect(problems.find((problem) => problem.row === 7)).toMatchObject({ column: 'title', code: 'X' });
  });
  it('says of a defect only that there was one', async () => {
    const problems: RowProblem[] = [];
    const counts = await runImport<number>({
      rows: (async function* () {
        await Promise.resolve();
        yield { row: 1, cells: {} };
      })(),
      parse: () => 1,
      store: () => Promise.reject(new Error('secret')),
      report: (found) => Promise.resolve(void problems.push(...found)),
    });
    expect(counts.failed).toBe(1);
    expect(problems).toEqual([
      {
        row: 1,
        column: '',
        value: '',
        code: 'IMPORT.ROW_FAILED',
        message: expect.not.stringContaining('secret') as string,
      },
    ]);
  });
  it('reports what a row holds in a form that can be kept, also where reading it fails', async () => {
    const problems: RowProblem[] = [];
    await runImport<number>({
      rows: (async function* () {
        await Promise.resolve();
        for (const row of [1, 2]) yield { row, cells: {} };
      })(),
      parse: ({ row }) => {
        if (row === 2) throw new RangeError('Maximum call stack size exceeded');
        return [{ row, column: 'a\0', value: 'b\ud800', code: 'X', message: '“\udfff”' }];
      },
      store: () => Promise.resolve([]),
      report: (found) => Promise.resolve(void problems.push(...found)),
    });
    expect(problems).toEqual([
      { row: 1, column: 'a\ufffd', value: 'b\ufffd', code: 'X', message: '“\ufffd”' },
      expect.objectContaining({ row: 2, code: 'IMPORT.ROW_FAILED' }),
    ]);
  });
  it('tells how far it has come', async () => {
    const { progress } = await run({});
    expect(progress.map((one) => one.processed)).toEqual([6, 10, 12]);
  });
  it('shortens what it shows', () => {
    expect(shown('x'.repeat(300))).toHaveLength(200);
    // Between characters: half of one cannot be stored.
    expect(shown(`${'x'.repeat(198)}${'😀'.repeat(50)}`)).toBe(`${'x'.repeat(198)}😀…`);
    expect(shown({ a: 1 })).toBe('{"a":1}');
    expect(shown(undefined)).toBe('');
  });
});
