/** A cell: text, a number, or nothing. */
export type Cell = string | number | null;

export interface WorkbookColumn {
  readonly header: string;
  /** In characters. */
  readonly width?: number;
  /** Excel's format of its numbers, e.g. `#,##0.00`. */
  readonly format?: string;
}
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Excel allows 31 characters in a sheet's name, and these not at all. */
export const sheetName = (name: string): string => name.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31);

/** An XLSX workbook of tables, the first row of each its header. Texts stay texts: what looks like a formula is none. */
export async function writeXlsx(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ header, width = 14, format }) => ({
      header,
      width,
      ...(format === undefined ? {} : { style: { numFmt: format } }),
    }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
