import { PassThrough, type Readable } from 'node:stream';
import { sheetName, type Cell, type WorkbookColumn } from './workbook.js';

/**
 * A workbook of one table as it is read, row by row: memory does not grow with it. Texts stay texts: what looks like a
 * formula is none. The stream fails as the rows fail.
 */
export function streamXlsx(
  name: string,
  columns: readonly WorkbookColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): Readable {
  const out = new PassThrough();
  write(out, name, columns, rows).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}

async function write(
  out: PassThrough,
  name: string,
  columns: readonly WorkbookColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width = 14, format }) => ({
    header,
    width,
    ...(format === undefined ? {} : { style: { numFmt: format } }),
  }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  for await (const row of rows) {
    // Whoever asked has gone: nothing more is read for them.
    if (out.destroyed) return;
    sheet.addRow([...row]).commit();
  }
  sheet.commit();
  await workbook.commit();
}
