import ExcelJS from 'exceljs';
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
