import ExcelJS from 'exceljs';
import { readXlsx } from '../imports/xlsx/read-xlsx.js';
import { streamXlsx } from './streamed.js';
import { writeXlsx } from './workbook.js';

describe('a workbook', () => {
  it('holds its tables sheet by sheet; numbers are numbers, and what looks like a formula is text', async () => {
    const bytes = await writeXlsx([
      {
        name: '9 流向/矩阵',
        columns: [{ header: '名称' }, { header: '金额', format: '#,##0.00' }],
        rows: [
          ['=1+1', 12.345678],
          ['忻府区', null],
        ],
      },
      { name: '空', columns: [{ header: '无' }], rows: [] },
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['9 流向 矩阵', '空']);
    const [sheet] = workbook.worksheets;
    expect(sheet?.getCell('A2').value).toBe('=1+1');
    expect(sheet?.getCell('B2').value).toBe(12.345678);
    expect(sheet?.getCell('B2').numFmt).toBe('#,##0.00');
    expect(sheet?.getCell('B3').value).toBeNull();
    expect(sheet?.rowCount).toBe(3);
  });
});

describe('a workbook that is streamed', () => {
  async function* rowsOf(count: number) {
    for (let row = 1; row <= count; row += 1) {
      yield await Promise.resolve(row === 1 ? ['=1+1', null] : [`第${row}行`, '2026140900000001']);
    }
  }
  const columns = [{ header: '名称' }, { header: '编号' }];

  it('is read back as it was written, row by row', async () => {
    const read: unknown[] = [];
    for await (const row of readXlsx(streamXlsx('报送', columns, rowsOf(1_200)))) read.push(row);
    expect(read).toHaveLength(1_200);
    expect(read[0]).toEqual({ row: 2, cells: { 名称: '=1+1' } });
    expect(read[1_199]).toEqual({ row: 1_201, cells: { 名称: '第1200行', 编号: '2026140900000001' } });
  });
  it('fails as its rows fail, and reads no further for whoever has gone', async () => {
    async function* broken() {
      yield await Promise.resolve(['一', '二']);
      throw new Error('the database is gone');
    }
    const failing = streamXlsx('报送', columns, broken());
    await expect(
      (async () => {
        for await (const piece of failing) expect(piece).toBeDefined();
      })(),
    ).rejects.toThrow('the database is gone');

    let asked = 0;
    let leave = (): void => undefined;
    const counted = (async function* () {
      for await (const row of rowsOf(1_000)) {
        asked += 1;
        if (asked === 3) leave();
        yield row;
      }
    })();
    const left = streamXlsx('报送', columns, counted);
    leave = () => void left.destroy();
    await new Promise((resolve) => left.once('close', resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(3);
  });
});
